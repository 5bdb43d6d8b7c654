import { villageMeant } from '../src/bot/ask-village.ts';
import { noted } from '../src/bot/asked-time.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext, MessageContext, UpperContext } from '../src/bot/context.ts';
import { notUnderstood } from '../src/bot/not-understood.ts';
import { showNothing } from '../src/bot/refuse.ts';
import { readBelow } from '../src/bot/run-above.ts';
import { findScope, findUpperScope } from '../src/bot/scope.ts';
import { isPlaced } from '../src/bot/standing.ts';
import { type DistrictScope, type UpperScope, villageOf } from '../src/domain/district.ts';
import type { AreaCode, VillageCode } from '../src/domain/ids.ts';
import { mayCoordinate } from '../src/domain/permissions.ts';
import type { RecapAct, RecapTable } from '../src/domain/progress.ts';
import { isWithin, parentOf } from '../src/domain/upper-areas.ts';
import { type Span, weekEnd } from '../src/domain/weeks.ts';
import { actInWords } from '../src/features/members/acts.ts';
import { showBelow } from '../src/features/members/show-below.ts';
import { inNumberOrder } from '../src/features/recap/area-outline.ts';
import { areaSummary } from '../src/features/recap/area-snapshot.ts';
import { recapText } from '../src/features/recap/message.ts';
import { showChanges } from '../src/features/recap/show-changes.ts';
import { HISTORY_ROWS, showFile } from '../src/features/recap/show-file.ts';
import { showList } from '../src/features/recap/show-list.ts';
import { showPace } from '../src/features/recap/show-pace.ts';
import { showReported } from '../src/features/recap/show-reported.ts';
import { recapOf, showText } from '../src/features/recap/show-text.ts';
import { showParts, showTimes, spanNote } from '../src/features/recap/show-times.ts';
import { showVillages } from '../src/features/recap/show-villages.ts';
import { recapTable } from '../src/features/recap/snapshot.ts';
import { villageStatus } from '../src/features/recap/village-message.ts';
import { partsWithin } from '../src/features/recap/villages-message.ts';
import { fillInLists } from '../src/features/reports/fill-in-list.ts';
import { takeBounds } from '../src/interpret/bounds.ts';
import {
  areaOf,
  isVillage,
  namesHigher,
  takeFormsIn,
  takeParts,
  takePlace,
} from '../src/interpret/places.ts';
import { type Form, formWord, takeShown, withoutFillers } from '../src/interpret/requests.ts';
import { weekWord } from '../src/interpret/weeks.ts';
import type { RecapFile } from '../src/text/content.ts';
import { literal, type Markup, plain } from '../src/text/markup.ts';
import { kecamatan, partsName } from '../src/text/phrases.ts';
import { EMPTY_LINE, lines, say } from '../src/text/say.ts';

const FILES: Readonly<Partial<Record<Form, RecapFile['as']>>> = {
  picture: 'png',
  workbook: 'xlsx',
  page: 'pdf',
};
const filesOf = (forms: readonly Form[]): readonly RecapFile['as'][] =>
  forms.flatMap((form) => FILES[form] ?? []);

/** Shows the recap, a line for each village, those that are behind first; or a picture, a workbook, a page or the fill-in list. */
export const rekap = defineCommand({
  name: 'rekap',
  slashless: 'line',
  aliases: ['recap', 'rekapan', 'rekapitulasi'],
  anonymous: true,
  menu: 'anywhere',
  offered: isPlaced,
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  weekly: true,
  above: rekapAbove,
  districtOnly: /^daftar$/i,
  run(words, context) {
    const { tx, here, now } = context;
    const up = UP.exec(words);
    if (up) return isLookingDown(context) ? goUp(context, here.area.code) : showUp(context);
    if (!context.above && asksForHigher(here.area.code, words)) return showUp(context);
    if (context.compared) return compareTimes(context, here, context.compared);
    if (REPORTED.test(withoutFillers(words))) return showReported(context, here);
    const { forms, rest } = takeFormsIn(here.area.code, withoutFillers(words));
    const wanted = rest === '' ? forms : [];
    if (wanted.some((form) => form !== 'ranking')) return showForms(context, here, wanted);
    // A list to fill in is for those who report: people who look down from above have none.
    if (rest.toLowerCase() === 'daftar' && !context.above) return fillIn(context, recapTable(tx, here, now));
    const village = villageMeant(context, words, 'rekap', (found) => ({
      answer: { text: villageStatus(context, found) },
      context: { about: found.code },
    }));
    if (village) return noted((context.span ?? context.week) && say('week-not-here'), village);
    const shown = noted(
      notUnderstood(rest, kecamatan(here.area)) || undefined,
      showForms(context, here, forms),
    );
    return context.above
      ? {
          ...shown,
          answer: { ...shown.answer, text: lines(shown.answer!.text, EMPTY_LINE, say('recap-below-how')) },
        }
      : shown;
  },
});

/** Whether words name a level above the kecamatan, and no place in it: "kabupaten". */
const asksForHigher = (code: AreaCode, words: string): boolean =>
  namesHigher(code, words) && takePlace(code, words).found.length === 0;

const isLookingDown = (context: DistrictContext): context is DistrictContext & UpperContext =>
  context.above !== undefined;

/** "lapor": who reported is meant. */
const REPORTED = /^(?:me)?lapor$/i;

/** `ke atas`, and the area that was shown before. */
const UP = /^(?:ke ?)?atas(?: (\S+))?$/i;

/** The recap of an area above the kecamatan in each of its forms; it is gone down by a number or a name, and up by "ke atas". */
function rekapAbove(words: string, context: UpperContext): Reply | undefined {
  const { forms, rest } = takeFormsIn(context.above.area.code, words);
  if (REPORTED.test(withoutFillers(words))) return showReported(context, context.above);
  const within = showWithin(words, context);
  if (within) return within;
  const compared = compareTimesAbove(words, context) ?? compare(words, context);
  if (compared) return compared;
  const wanted = rest.toLowerCase();
  const up = UP.exec(words);
  if (up) return goUp(context, up[1] as AreaCode | VillageCode | undefined);
  if (wanted === 'buka' || wanted === 'tutup') return showBelow(context, wanted === 'buka');
  // A province's code is a number too: buttons and replies name it so.
  const isCode = context.above.area.parts.some(({ code }) => code === wanted);
  if (/^\d{1,3}$/.test(wanted) && !isCode) return showNumbered(context, Number(wanted), forms);
  return wanted === '' ? showForms(context, context.above, forms) : undefined;
}

/** "desa" with what they have, or how many percent parts have. */
const VILLAGES = /^(\d\d(?:\.\d\d)*\s+)?(?:(?:peringkat|ranking)\s+)?desa\b\s*(.*)$/i;
const PERCENT = /^persen\b\s*(.*)$/i;

/** The villages of a kabupaten or of a kecamatan by their units, or the parts of an area by their share; undefined for other words. */
function showWithin(words: string, context: UpperContext): Reply | undefined {
  const { area } = context.above;
  const [, code = '', behind] = VILLAGES.exec(words) ?? [];
  const ofVillages = behind === undefined ? undefined : `${behind} ${code}`.trim();
  const taken = takeBounds(ofVillages ?? PERCENT.exec(words)?.[1] ?? '');
  if (ofVillages === undefined) {
    if (!taken || withoutFillers(taken.rest) !== '') return undefined;
    return showList(partsWithin(summaryOf(context), taken.bounds));
  }
  const { found, rest } = takePlace(area.code, taken?.rest ?? ofVillages);
  const { shown: asked, rest: unread } = takeShown(rest);
  const isOfVillage = found.some((each) => isVillage(each.code));
  if (found.length > 1 || isOfVillage || withoutFillers(unread) !== '') return undefined;
  const scope = placeScope(context, found[0]?.code ?? area.code);
  if (!scope) return showNothing(say('villages-of-regency'));
  const drill = ['rekap desa', taken?.words].filter(Boolean).join(' ');
  const isWorstFirst = asked.includes('worst');
  return opening(drill, showVillages(context, scope, { bounds: taken?.bounds, isWorstFirst }));
}

/** The kabupaten or the kecamatan of a place, whose villages can be listed. */
function placeScope({ tx }: UpperContext, code: AreaCode | VillageCode) {
  const of = areaOf(code);
  const above = findUpperScope(tx, of);
  return findScope(tx, of) ?? (above?.area.level === 'regency' ? above : undefined);
}

/** "banding", and what is to be compared. */
const COMPARE = /^banding\b\s*(.*)$/i;

/** Parts of an area side by side, where words name several; undefined where they ask for something else. */
function compare(words: string, context: UpperContext): Reply | undefined {
  const { area } = context.above;
  const [, asked] = COMPARE.exec(words) ?? [];
  const { found, rest } = takeParts(area.code, asked ?? words);
  if (found.length > 1 && (asked !== undefined || rest === '')) return showParts(context, found);
  if (asked === undefined) return undefined;
  const [first, second] = area.parts.map(({ name }) => literal(name));
  const names = { parts: partsName(area.level), first: first!, second: second ?? first! };
  return showNothing(say('compare-how', names));
}

/** What is opened from a reply is shown as the words behind a command show it. */
const opening = (drill: string, reply: Reply): Reply => ({ ...reply, context: { ...reply.context, drill } });

/** The recap of an area of any level in the forms that were asked for, as a text where there are none; what is opened from it has them too. */
function showForms(
  context: MessageContext,
  scope: DistrictScope | UpperScope,
  forms: readonly Form[],
): Reply {
  const reply = noted(timeNote(context, scope, forms), recapIn(forms, context, scope));
  if (!context.above) return reply;
  const shown = opening(['rekap', ...forms.map(formWord)].join(' '), reply);
  const { span } = context;
  return { ...shown, context: { ...shown.context, ...(span && { span }) } };
}

/** What has to be said of the time that is asked for; a pace has none, and changes are of any days. */
function timeNote(
  context: MessageContext,
  scope: DistrictScope | UpperScope,
  forms: readonly Form[],
): Markup | undefined {
  const { span, week } = context;
  if (forms.includes('pace')) return (span ?? week) && say('pace-to-now');
  const isOfDays = span && !forms.includes('change') && !forms.includes('fall');
  return isOfDays ? spanNote(context, scope, span) : undefined;
}

/** Several times side by side; a part that is opened from it is compared in the same way. */
const compareTimes = (
  context: MessageContext,
  scope: DistrictScope | UpperScope,
  spans: readonly Span[],
): Reply => opening(`rekap banding ${spans.map(weekWord).join(' ')}`, showTimes(context, scope, spans));

/** The same above the kecamatan, of the area or of a part that words name; undefined where no times are compared. */
function compareTimesAbove(words: string, context: UpperContext): Reply | undefined {
  const { tx, above, compared } = context;
  const asked = withoutFillers(COMPARE.exec(words)?.[1] ?? words);
  if (!compared) return undefined;
  if (asked === '') return compareTimes(context, above, compared);
  const { found, rest } = takePlace(above.area.code, asked);
  const code = found.length === 1 && rest === '' ? areaOf(found[0]!.code) : undefined;
  const scope = findScope(tx, code) ?? findUpperScope(tx, code);
  return scope && compareTimes(context, scope, compared);
}

function recapIn(forms: readonly Form[], context: MessageContext, scope: DistrictScope | UpperScope): Reply {
  if (forms.includes('pace'))
    return showPace(
      context,
      scope,
      forms.some((form) => form !== 'pace' && form !== 'picture'),
    );
  if (forms.includes('change') || forms.includes('fall')) {
    const changes = showChanges(context, scope, forms.includes('fall'));
    return noted(filesOf(forms).length > 0 ? say('changes-text-only') : undefined, changes);
  }
  const isRanked = forms.includes('ranking');
  const files = filesOf(forms);
  return files.length > 0
    ? eachFile(
        context,
        files.map((as) => showFile(context, scope, { as, isRanked, actsIn: (here) => acts(context, here) })),
      )
    : showText(context, scope, { inPercent: forms.includes('percent'), isRanked });
}

const summaryOf = ({ tx, above, now, week }: UpperContext) => areaSummary(tx, above, now, week);

/** Several files are a message each. */
function eachFile({ message }: MessageContext, [first, ...others]: readonly Reply[]): Reply {
  const more = others.flatMap(({ answer, context }) =>
    answer ? [{ to: message.chat, content: answer, ...(context && { context }) }] : [],
  );
  return { ...first, followUps: more };
}

/** Shows the part that has a number in the recap as it is now; undefined where none has. */
function showNumbered(context: UpperContext, number: number, forms: readonly Form[]): Reply | undefined {
  const { code } = inNumberOrder(summaryOf(context).parts)[number - 1] ?? {};
  return code && showPlace(context, code, forms);
}

/** Shows an area in the reader's own. */
function showPlace(context: UpperContext, code: AreaCode, forms: readonly Form[] = []): Reply {
  const above = findUpperScope(context.tx, code);
  return above
    ? showForms({ ...context, above }, above, forms)
    : readBelow(rekap, forms.map(formWord).join(' '), context, code);
}

/** Shows the area that the place shown before lies in, as far up as the reader's own; that itself where nothing was shown. */
function goUp(context: UpperContext, from?: AreaCode | VillageCode): Reply {
  const own = context.above.area.code;
  const to = from === undefined ? own : isWithin(from, own) ? parentOf(from) : undefined;
  if (!to || !isWithin(to, own)) return showNothing(say('up-closed'));
  return showPlace(context, to);
}

/** Shows a kecamatan's camat and Kasi PMD the recap of the area above, where that has opened it to them. */
function showUp(context: DistrictContext): Reply {
  const { tx, actor, here } = context;
  const { code } = here.area;
  const scope = findUpperScope(tx, parentOf(code));
  const opened = scope?.opened.code === scope?.area.code && scope?.opened.shownBelow === true;
  return scope && opened && mayCoordinate(actor, code)
    ? { answer: { text: recapText(recapOf(context, scope)).text } }
    : showNothing(say('up-closed'));
}

function fillIn({ message }: DistrictContext, recap: RecapTable): Reply {
  const [answer, ...more] = fillInLists(recap);
  return { ...(answer && { answer }), followUps: more.map((content) => ({ to: message.chat, content })) };
}

const acts = ({ tx, week }: MessageContext, here: DistrictScope): readonly RecapAct[] =>
  tx.acts.within(here.area.code, HISTORY_ROWS, week && weekEnd(week)).map((act) => ({
    at: act.at,
    area: villageOf(here, act.area)?.name ?? plain(kecamatan(here.area)),
    ...actInWords(act),
  }));
