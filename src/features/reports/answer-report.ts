import type { Reply } from '../../bot/command.ts';
import { type DistrictContext, saidAt } from '../../bot/context.ts';
import { isClosed, unitTopic } from '../../bot/prompts/asked.ts';
import { partOf, wholesOf } from '../../bot/prompts/part-of.ts';
import { refuse } from '../../bot/refuse.ts';
import type { Correction, Recorded, Source, Wanted } from '../../bot/report-writer.ts';
import { addMs, CLOCKS_DIFFER_MS } from '../../domain/clock.ts';
import { type DistrictScope, villageOf } from '../../domain/district.ts';
import { districtOf, type Instant, type MessageRef, type VillageCode } from '../../domain/ids.ts';
import { mayReport, mayReportIn, ownVillages, rolesWithin } from '../../domain/permissions.ts';
import { UNITS, type Unit } from '../../domain/units.ts';
import { unitsNamed } from '../../interpret/units-named.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import { type Markup, plain } from '../../text/markup.ts';
import { villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { congratulate } from './completion.ts';
import type { Understood } from './decide.ts';
import { sayFallenBack } from './fallen-back.ts';
import { askWhetherOwn, isForwarded } from './forwarded.ts';
import { type Beside, echo, lowerQuestions, refuseReader } from './reply.ts';

const LONG_AGO = '' as Instant;
const NOTHING_BESIDE: Beside = { notTaken: [], otherMatters: [], assumed: [] };

/**
 * Has rows recorded (`record.ts`) and answers what became of each; an edit stands for the message that it changed. Of somebody
 * else's words it asks first whether they are the sender's report.
 */
export function writeReport(
  context: DistrictContext,
  rows: readonly (Understood | Wanted)[],
  text: string,
  beside: Omit<Beside, 'assumed'> = NOTHING_BESIDE,
): Reply {
  const { tx, reports, actor, here, message } = context;
  const corrected = message.edits ? tx.ledger.ofMessage(message.edits) : [];
  const isElsewhere = (rows as readonly Wanted[]).some(
    ({ village }) => districtOf(village) !== here.area.code,
  );
  if (isElsewhere || corrected.some(({ village }) => isForeign(context, village)))
    return { answer: { text: say('not-this-kecamatan') } };
  if (isForwarded(context)) return askWhetherOwn(here, rows);
  const wanted = (rows as readonly Wanted[]).map((row) => asPart(context, statedInstead(context, row)));
  const recorded = reports.record(actor, wanted, sourceOf(context, text));
  return recorded.kind === 'denied'
    ? refuseVillage(context, recorded.village)
    : answerTo(context, wanted, recorded, { ...beside, assumed: assumedIn(context, wanted, recorded, text) });
}

/** Whether a report is not to be changed here, because it is another kecamatan's; privately its sender may mean another of theirs by now. */
export const isForeign = ({ actor, here, message }: DistrictContext, village: VillageCode): boolean =>
  districtOf(village) !== here.area.code && !(message.chatKind === 'private' && mayReport(actor, village));

/** A reply to the echo of what was only assumed says how it stands: it lowers that without a further question. */
function statedInstead({ prompt }: DistrictContext, row: Wanted): Wanted {
  const { about, units = [], assumed } = prompt?.context ?? {};
  const isStated = assumed && !row.bare && row.village === about && units.includes(row.unit);
  return isStated ? { ...row, assumedUntil: prompt!.at } : row;
}

/**
 * The units of one village that were recorded because a text names them by a word and gives no status; a number, and a name under a
 * checklist, says that they stand.
 */
function assumedIn(
  { message, prompt }: DistrictContext,
  rows: readonly Wanted[],
  { written }: Recorded,
  text: string,
): readonly Unit[] {
  const bare = new Set(rows.flatMap((row) => (row.bare ? [row.unit] : [])));
  const isOfOne = new Set(rows.map(({ village }) => village)).size === 1;
  if (bare.size === 0 || !isOfOne || message.pressedOn || prompt?.context.checklist) return [];
  const named = unitsNamed(text);
  return written.flatMap(({ unit, again }) =>
    !again && bare.has(unit) && named.includes(unit) ? [unit] : [],
  );
}

/** A report that answers a question settles it. A refusal is about nothing, and leaves the question to whom it was put. */
export const settling = (reply: Reply): Reply => (reply.context ? { ...reply, settles: true } : reply);

/** A row with the message that it is a part of. What answers a question about units is one for those alone; others it says by itself. */
function asPart(context: DistrictContext, row: Wanted): Wanted {
  const { asked = [], from } = context.prompt?.context ?? {};
  const whole = partOf(context);
  const isAsked = asked.length === 0 || asked.includes(row.unit);
  return whole && isAsked ? { ...row, said: from?.[row.unit] ?? whole } : row;
}

/** What was said until then is corrected by an edit; what was answered after it was made stands. */
export const correctedUntil = (context: Pick<DistrictContext, 'message' | 'now'>): Instant =>
  addMs(saidAt(context), CLOCKS_DIFFER_MS);

/** What a report is said instead of: the earlier form of an edit, and all of a message about which the question is that it answers. */
function correctionOf(context: DistrictContext): Correction | undefined {
  const { message, now } = context;
  const messages = [message.edits, wholeAsked(context)].filter((each) => each !== undefined);
  return messages.length > 0 ? { messages, until: message.edits ? correctedUntil(context) : now } : undefined;
}

/** The message of which an open question asks what all of it means: the answer stands for what an earlier form of it reported. */
function wholeAsked(context: DistrictContext): MessageRef | undefined {
  const { tx, prompt } = context;
  const { words, completes } = prompt?.context ?? {};
  const isWhole = words !== undefined || completes === true;
  const part = isWhole && !isClosed(tx, prompt!) ? partOf(context) : undefined;
  return part && wholesOf(tx, part).at(-1);
}

function sourceOf(context: DistrictContext, text: string): Source {
  const { message, prompt, now } = context;
  return {
    message: message.edits ?? message.ref,
    corrects: correctionOf(context),
    text,
    at: saidAt(context),
    // A question that was deleted counts as older than every report.
    askedAt: message.pressedOn ? (prompt?.at ?? LONG_AGO) : undefined,
    now,
  };
}

/** The echo, with a question for each village where a unit would be lowered; the first question, where nothing was written. */
function answerTo(
  context: DistrictContext,
  rows: readonly Wanted[],
  recorded: Recorded,
  beside: Beside,
): Reply {
  const { actor, here, message } = context;
  const { established } = recorded;
  const { text: said, line } = echo(here, recorded, beside);
  const questions = lowerQuestions(here, recorded);
  const villages = new Set(rows.map((row) => row.village));
  const [only] = villages.size === 1 ? villages : [];
  const first = said === '' ? questions[0] : undefined;
  const content = first?.content ?? { text: said };
  const alone = questions.length === 1 && { awaitsAnswer: true as const };
  const asked = {
    to: message.chat,
    answers: message.edits ?? message.ref,
    sender: actor.account?.refs[0],
    ...alone,
  };
  const further = questions.slice(first ? 1 : 0).map((question) => ({ ...asked, ...question }));
  // No kecamatan has all of its units while one of these villages lacks some.
  const mayBeAll = [...villages].every((code) => established.get(code) === UNITS.length);
  return {
    answer: { ...content, text: lines(content.text, sayFallen(context, recorded)) },
    overtakes: recorded.written.map(({ village, unit }) => unitTopic(village, unit)),
    ...(line && { brief: { of: said, line, hint: say('echo-undo') } }),
    ...(first ? { context: first.context } : only && { context: aboutReport(only, beside) }),
    ...(only &&
      message.pressedOn &&
      recorded.written.some(({ again }) => !again) && { toast: toast(here, only, established.get(only)!) }),
    followUps: [...further, ...(mayBeAll ? congratulate(context) : [])],
  };
}

/** Says how the units stand that an earlier version of the message reported, and this one does not; unless they stand as that said. */
function sayFallen(
  context: DistrictContext,
  { corrected, written, overtaken }: Recorded,
): Markup | undefined {
  const fallen = corrected.filter(
    (row) =>
      ![...written, ...overtaken].some(({ village, unit }) => village === row.village && unit === row.unit) &&
      context.tx.ledger.current(row.village, row.unit)?.status !== row.status,
  );
  return fallen.length > 0 ? sayFallenBack(context, fallen, 'edit-head') : undefined;
}

const aboutReport = (about: VillageCode, { assumed }: Beside): PromptContext =>
  assumed.length > 0 ? { about, units: assumed, assumed: true } : { about };

const toast = (here: DistrictScope, code: VillageCode, established: number): string =>
  plain(say('toast-recorded', { village: villageLabel(villageOf(here, code)!), established }));

/** Says who may report for a village; a button press is refused to the presser alone. */
export function refuseVillage(context: DistrictContext, code: string): Reply {
  const { actor, here, message } = context;
  const village = villageOf(here, code);
  if (!village) return { answer: { text: say('help-line') } };
  const refused = mayReportIn(actor, here.area.code) ? 'choice' : 'all';
  if (message.pressedOn)
    return refuse(context, say('alert-village', { village: villageLabel(village) }), refused);
  const roles = rolesWithin(actor, here.area.code);
  const reader = roles.length > 0 && ownVillages(actor, here.area.code).length === 0;
  const text = reader ? refuseReader(here, roles) : say('refuse-village', { village: villageLabel(village) });
  return refuse(context, text, refused);
}
