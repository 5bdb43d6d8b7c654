import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { villageOf } from '../../domain/district.ts';
import { districtOf, type Instant, type VillageCode } from '../../domain/ids.ts';
import { mayCoordinate, ownVillages } from '../../domain/permissions.ts';
import { isNumbers } from '../../domain/units.ts';
import { interpret } from '../../interpret/interpret.ts';
import type { Interpretation, Message } from '../../interpret/types.ts';
import { plain } from '../../text/markup.ts';
import { listed, roleName, statusName, unitNames, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { congratulate } from './completion.ts';
import { decide, type Sender, type Understood } from './decide.ts';
import { listChanges } from './fill-in-list.ts';
import { askWhose } from './forwarded.ts';
import { holdReport, reportedVillage } from './held.ts';
import { hint } from './hint.ts';
import { question } from './questions.ts';
import { record, type Wanted } from './record.ts';
import { type Beside, echo, establishedNow, lowerQuestions } from './reply.ts';

/** Messages older than this no longer count; a platform may deliver what it kept for days. */
export const REPORT_MAX_AGE_MS = 14 * 86_400_000;

const LONG_AGO = '' as Instant;

/** Who writes, as far as reports go. */
function senderOf({ actor, here }: DistrictContext): Sender {
  const villages = ownVillages(actor, here.area.code);
  const role = mayCoordinate(actor, here.area.code) ? 'camat' : villages.length > 0 ? 'kades' : 'none';
  return { role, villages };
}

/** All that the meaning of a text depends on, from what it replies to and what village is its sender's own. */
function asMessage(context: DistrictContext, text: string, about: string | undefined): Message {
  const { actor, here, prompt, message } = context;
  const own = mayCoordinate(actor, here.area.code) ? [] : ownVillages(actor, here.area.code);
  // "4 6" under "which ones are in the making?" names units, and the question says how far they are.
  const picked = isNumbers(text) && prompt?.context.picked;
  return {
    text: picked ? `${text} ${plain(statusName(picked))}` : text,
    mode: message.addressed ? 'addressed' : 'overheard',
    villages: here.area.villages,
    own,
    ...(message.forwarded && { forwarded: true }),
    ...(about && { about }),
    ...(prompt?.context.listed && { listed: new Map(Object.entries(prompt.context.listed)) }),
  };
}

/**
 * Reads what was said, records what it reports, and answers; silence is an empty reply. `about` is the village that it
 * speaks of where it names none.
 */
export function readReport(
  context: DistrictContext,
  text: string,
  about: string | undefined = context.prompt?.context.about,
): Reply {
  const { actor, here, message } = context;
  const said = asMessage(context, text, about);
  const meaning = interpret(said);
  if (message.sender === 'anonymous') return message.addressed ? refuseAnonymous(context, meaning) : {};
  const sender = senderOf(context);
  if (sender.role === 'none') return message.addressed ? holdReport(context, said, meaning) : {};
  const verdict = decide(meaning, sender);
  switch (verdict.kind) {
    case 'report':
      return verdict.list
        ? readList(context, verdict.reports, verdict.list.asOf, text)
        : writeReport(context, verdict.reports, text, verdict);
    case 'ask':
      return message.forwarded
        ? askWhose(here, verdict, actor, said.text)
        : question(here, verdict, actor, said.text);
    case 'refuse':
      return message.addressed ? refuse(context, verdict.village) : {};
    default:
      return message.addressed && verdict.why !== 'courtesy' ? hint(context) : {};
  }
}

/** Nobody knows whose words they are: why, and what to do, also where they are no report; but thanks are thanks. */
function refuseAnonymous(context: DistrictContext, meaning: Interpretation): Reply {
  if (reportedVillage(meaning) !== undefined && !context.message.asChannel)
    return { answer: { text: say('refuse-anonymous') } };
  return meaning.kind === 'none' && meaning.why === 'courtesy' ? {} : hint(context);
}

/** A list that comes back filled in says only what differs from the store and is not older than what is there. */
function readList(
  context: DistrictContext,
  rows: readonly Understood[],
  asOf: string | undefined,
  text: string,
): Reply {
  const { changed, stale } = listChanges(context, rows, asOf);
  const older = stale.length > 0 && say('list-stale', { units: unitNames(stale) });
  if (changed.length === 0)
    return context.message.addressed ? { answer: { text: older || say('list-unchanged') } } : {};
  const reply = writeReport(context, changed, text);
  return older && reply.answer
    ? { ...reply, answer: { ...reply.answer, text: lines(reply.answer.text, older) } }
    : reply;
}

const NOTHING_BESIDE: Beside = { notTaken: [], otherMatters: [] };

/** Writes rows through `record` and says what became of each; an edit stands for the message that it changed. */
export function writeReport(
  context: DistrictContext,
  rows: readonly (Understood | Wanted)[],
  text: string,
  beside: Beside = NOTHING_BESIDE,
): Reply {
  const { store, actor, here, message, now } = context;
  const corrected = message.edits ? store.ledger.ofMessage(message.edits) : [];
  if (corrected.some(({ village }) => districtOf(village) !== here.area.code))
    return { answer: { text: say('not-this-kecamatan') } };
  const source = {
    message: message.edits ?? message.ref,
    corrects: message.edits,
    text,
    // A clock that runs ahead does not count.
    at: message.sentAt < now ? message.sentAt : now,
    // A question that is gone from the store was asked before all that is known.
    askedAt: message.pressedOn ? (context.prompt?.at ?? LONG_AGO) : undefined,
    now,
  };
  const recorded = record(store, actor, rows as readonly Wanted[], source);
  if (recorded.kind === 'denied') return refuse(context, recorded.village);

  const said = echo(store, here, recorded, beside);
  const questions = lowerQuestions(here, recorded);
  const villages = new Set(rows.map((row) => row.village as VillageCode));
  const [only] = villages.size === 1 ? villages : [];
  const first = said === '' ? questions[0] : undefined;
  const to = message.chat;
  const alone = questions.length === 1 && { awaitsAnswer: true as const };
  return {
    answer: first?.content ?? { text: said },
    ...(first ? { context: first.context } : only && { context: { about: only } }),
    ...(only &&
      recorded.written.length > 0 && {
        toast: plain(
          say('toast-recorded', {
            village: villageLabel(villageOf(here, only)!),
            established: establishedNow(store, only),
          }),
        ),
      }),
    followUps: [
      ...questions
        .slice(first ? 1 : 0)
        .map(({ context: about, content }) => ({ to, content, context: about, ...alone })),
      ...congratulate(context),
    ],
  };
}

/** Only the village's own people and the coordinators report for it; a button press is refused to its presser alone. */
export function refuse(context: DistrictContext, code: string): Reply {
  const { actor, here, message } = context;
  const village = villageOf(here, code);
  if (!village) return { answer: { text: say('help-line') } };
  if (message.pressedOn) return { alert: plain(say('alert-village', { village: villageLabel(village) })) };
  const reader = actor.roles.length > 0 && ownVillages(actor, here.area.code).length === 0;
  const text = reader
    ? say('refuse-reader', { roles: listed(actor.roles.map((role) => roleName(role.kind))) })
    : say('refuse-village', { village: villageLabel(village) });
  return { answer: { text } };
}
