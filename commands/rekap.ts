import { villageMeant } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext, MessageContext, UpperContext } from '../src/bot/context.ts';
import { notUnderstood } from '../src/bot/not-understood.ts';
import { readBelow } from '../src/bot/run-above.ts';
import { findUpperScope } from '../src/bot/scope.ts';
import { type AreaRecap, type AreaSummary, isUsing } from '../src/domain/area-recap.ts';
import { area } from '../src/domain/areas.ts';
import { type DistrictScope, type UpperScope, villageOf } from '../src/domain/district.ts';
import type { AreaCode, Instant, VillageCode } from '../src/domain/ids.ts';
import { mayCoordinate, mayOversee } from '../src/domain/permissions.ts';
import type { RecapAct, RecapHistory, RecapTable } from '../src/domain/progress.ts';
import { isWithin, parentOf, sizeOf } from '../src/domain/upper-areas.ts';
import { actInWords, noteActAbove } from '../src/features/members/acts.ts';
import {
  type AreaText,
  areaHead,
  areaText,
  inNumberOrder,
  ranked,
} from '../src/features/recap/area-message.ts';
import { areaRecap, areaSummary } from '../src/features/recap/area-snapshot.ts';
import { dailyChange, recapHead, recapText } from '../src/features/recap/message.ts';
import { onTimeOf } from '../src/features/recap/on-time.ts';
import { paceText } from '../src/features/recap/pace-message.ts';
import { type Paced, paceOf } from '../src/features/recap/pace-snapshot.ts';
import { changeToday, recapTable } from '../src/features/recap/snapshot.ts';
import { villageStatus } from '../src/features/recap/village-message.ts';
import { fillInLists } from '../src/features/reports/fill-in-list.ts';
import { takeFormsIn } from '../src/interpret/places.ts';
import { type Form, formWord, withoutFillers } from '../src/interpret/requests.ts';
import type { MessageTx } from '../src/store/tx.ts';
import type { AreaFile, Content, RecapFile } from '../src/text/content.ts';
import { type Markup, plain } from '../src/text/markup.ts';
import { areaName, cooperatives, kecamatan, roleName } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** A workbook holds so many of the newest rows of the ledger, and of the acts. */
const HISTORY_ROWS = 2000;

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
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  above: rekapAbove,
  districtOnly: /^daftar$/i,
  run(words, context) {
    const { tx, here, now } = context;
    const up = UP.exec(words);
    if (up) return isLookingDown(context) ? goUp(context, here.area.code) : showUp(context);
    const { forms, rest } = takeFormsIn(here.area.code, withoutFillers(words));
    if (rest === '' && forms.includes('pace'))
      return paceReply(context, pacedDistrict(here), forms, cooperatives(here.area));
    const recap = recapTable(tx, here, now);
    // A list to fill in is for those who report: people who look down from above have none.
    if (rest.toLowerCase() === 'daftar' && !context.above) return fillIn(context, recap);
    const change = dailyChange(changeToday(tx, here, recap));
    const text = recapText(recap, change, recapHead(recap), rest === '' && forms.includes('ranking'));
    const files = rest === '' ? filesOf(forms) : [];
    if (files.length > 0)
      return eachFile(
        context,
        files.map((as) => ({ answer: recapFile(context, recap, as, text) })),
      );
    const village = villageMeant(context, words, 'rekap', (found) => ({
      answer: { text: villageStatus(context, found) },
      context: { about: found.code },
    }));
    if (village) return village;
    const whole = lines(notUnderstood(rest, kecamatan(here.area)), text);
    return { answer: { text: context.above ? lines(whole, SPACE, say('recap-below-how')) : whole } };
  },
});

const isLookingDown = (context: DistrictContext): context is DistrictContext & UpperContext =>
  context.above !== undefined;

const SPACE = ' ' as Markup;

/** `ke atas`, and the area that was shown before. */
const UP = /^ke ?atas(?: (\S+))?$/i;

/** The recap of an area above the kecamatan in each of its forms; it is gone down by a number or a name, and up by "ke atas". */
function rekapAbove(words: string, context: UpperContext): Reply | undefined {
  const { forms, rest } = takeFormsIn(context.above.area.code, words);
  const wanted = rest.toLowerCase();
  const up = UP.exec(words);
  if (up) return goUp(context, up[1] as AreaCode | VillageCode | undefined);
  if (wanted === 'buka' || wanted === 'tutup') return showBelow(context, wanted === 'buka');
  // A province's code is a number too: buttons and replies name it so.
  const isCode = context.above.area.parts.some(({ code }) => code === wanted);
  if (/^\d{1,3}$/.test(wanted) && !isCode) return showNumbered(context, Number(wanted), forms);
  return wanted === '' ? showForms(context, forms) : undefined;
}

/** The recap of an area above the kecamatan in the forms that were asked for, as a text where there are none. */
function showForms(context: UpperContext, forms: readonly Form[]): Reply {
  const { area, opened, timeZone } = context.above;
  const isRanked = forms.includes('ranking');
  if (forms.includes('pace'))
    return paceReply(
      context,
      { ...area, ...sizeOf(area), name: plain(areaName(area)), timeZone, deadline: opened.deadline },
      forms,
    );
  const files = filesOf(forms);
  if (files.length > 0)
    return eachFile(
      context,
      files.map((as) => showFile(context, as, isRanked)),
    );
  const summary = summaryOf(context, context.above);
  return shown(areaText(summary, isRanked ? ranked(summary.parts) : undefined));
}

/** Several files are a message each. */
function eachFile({ message }: MessageContext, [first, ...others]: readonly Reply[]): Reply {
  const more = others.flatMap(({ answer, context }) =>
    answer ? [{ to: message.chat, content: answer, ...(context && { context }) }] : [],
  );
  return { ...first, followUps: more };
}

const shown = ({ text, context }: AreaText): Reply => ({ answer: { text }, context, awaitsAnswer: true });

/** The state of an area with who was on time. */
const summaryOf = ({ tx, settings, now }: MessageContext, scope: UpperScope): AreaSummary => ({
  ...areaSummary(tx, scope, now),
  onTime: onTimeOf(tx, scope, settings.reminderDays, now),
});

/** Shows the part that has a number in the recap as it is now; undefined where none has. */
function showNumbered(context: UpperContext, number: number, forms: readonly Form[]): Reply | undefined {
  const { code } = inNumberOrder(areaSummary(context.tx, context.above, context.now).parts)[number - 1] ?? {};
  return code && showPlace(context, code, forms);
}

/** Shows an area in the reader's own. */
function showPlace(context: UpperContext, code: AreaCode, forms: readonly Form[] = []): Reply {
  const above = findUpperScope(context.tx, code);
  return above
    ? showForms({ ...context, above }, forms)
    : readBelow(rekap, forms.map(formWord).join(' '), context, code);
}

/** Shows the area that the place shown before lies in, as far up as the reader's own; that itself where nothing was shown. */
function goUp(context: UpperContext, from?: AreaCode | VillageCode): Reply {
  const own = context.above.area.code;
  const to = from === undefined ? own : isWithin(from, own) ? parentOf(from) : undefined;
  if (!to || !isWithin(to, own)) return { answer: { text: say('up-closed') } };
  return showPlace(context, to);
}

/** Shows a kecamatan's camat and Kasi PMD the recap of the area above, where that has opened it to them. */
function showUp(context: DistrictContext): Reply {
  const { tx, actor, here } = context;
  const { code } = here.area;
  const scope = findUpperScope(tx, parentOf(code));
  const opened = scope?.opened.code === scope?.area.code && scope?.opened.shownBelow === true;
  return scope && opened && mayCoordinate(actor, code)
    ? { answer: { text: areaText(summaryOf(context, scope)).text } }
    : { answer: { text: say('up-closed') } };
}

function showBelow(context: UpperContext, on: boolean): Reply {
  const { tx, actor, above } = context;
  const { code } = above.area;
  if (!mayOversee(actor, code)) return { answer: { text: say('above-holders-only') } };
  tx.chats.showBelow(code, on);
  noteActAbove(context, on ? 'shown-below' : 'hidden-below');
  const names = { area: areaName(above.area) };
  return { answer: { text: on ? say('shown-below', names) : say('hidden-below', names) } };
}

/** The recap as a file, which is gone down from as from the text. */
function showFile({ tx, above, now }: UpperContext, as: AreaFile['as'], isRanked: boolean): Reply {
  const found = areaRecap(tx, above, now);
  const recap = isRanked ? { ...found, parts: ranked(found.parts) } : found;
  const { text: instead, context } = areaText(recap);
  const below = as === 'xlsx' && { below: levelsBelow(tx, recap, now) };
  return {
    answer: { text: areaHead(recap), file: { as, area: recap, ...below, instead } },
    context,
    awaitsAnswer: true,
  };
}

/** What a workbook shows below the parts of an area: of a kabupaten all villages, also where the bot is not used, of others the parts of the parts. */
function levelsBelow(tx: MessageTx, recap: AreaRecap, now: Instant): NonNullable<AreaFile['below']> {
  return recap.area.level === 'regency'
    ? {
        villages: recap.parts.flatMap(({ code }) => {
          const found = area(code);
          return found ? [recapTable(tx, { ...recap, area: found, opened: recap }, now)] : [];
        }),
      }
    : {
        parts: recap.parts.filter(isUsing).flatMap(({ code }) => {
          const scope = findUpperScope(tx, code);
          return scope ? [areaRecap(tx, scope, now)] : [];
        }),
      };
}

const pacedDistrict = ({ area, opened, timeZone }: DistrictScope): Paced => ({
  code: area.code,
  name: plain(kecamatan(area)),
  villages: area.villages.length,
  timeZone,
  deadline: opened.deadline,
  parts: [],
});

/** How fast an area progresses, as a picture with its words. */
function paceReply(
  { tx, now }: MessageContext,
  area: Paced,
  forms: readonly Form[],
  cooperative = say('cooperative-mixed'),
): Reply {
  const pace = paceOf(tx, area, now);
  const isMore = forms.some((form) => form !== 'pace' && form !== 'picture');
  const text = lines(paceText(pace, cooperative), isMore && say('pace-picture-only'));
  return { answer: pace.weeks === 0 ? { text } : { text, file: { as: 'png', pace, instead: text } } };
}

function fillIn({ message }: DistrictContext, recap: RecapTable): Reply {
  const [answer, ...more] = fillInLists(recap);
  return { ...(answer && { answer }), followUps: more.map((content) => ({ to: message.chat, content })) };
}

const recapFile = (
  context: DistrictContext,
  recap: RecapTable,
  as: RecapFile['as'],
  instead: Markup,
): Content => ({
  text: recapHead(recap),
  file: {
    as,
    recap: as === 'xlsx' ? { ...recap, history: history(context), acts: acts(context) } : recap,
    instead,
  },
});

const acts = ({ tx, here }: DistrictContext): readonly RecapAct[] =>
  tx.acts.within(here.area.code, HISTORY_ROWS).map((act) => ({
    at: act.at,
    area: villageOf(here, act.area)?.name ?? plain(kecamatan(here.area)),
    ...actInWords(act),
  }));

const history = ({ tx, here }: DistrictContext): readonly RecapHistory[] =>
  tx.ledger.history(here.area.code, HISTORY_ROWS).map((report) => ({
    at: report.recordedAt,
    village: villageOf(here, report.village)?.name ?? report.village,
    unit: report.unit,
    status: report.status,
    by: plain(roleName(report.role, report.village)),
    reversed: report.reversedAt !== null,
  }));
