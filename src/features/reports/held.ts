import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { isOfAnotherArea } from '../../bot/prompts/asked.ts';
import { ageMs } from '../../domain/clock.ts';
import { villageOf } from '../../domain/district.ts';
import { districtOf, type MessageRef, type PersonId, type VillageCode } from '../../domain/ids.ts';
import { rolesWithin } from '../../domain/permissions.ts';
import { isReporter } from '../../domain/roles.ts';
import { interpret } from '../../interpret/interpret.ts';
import type { Interpretation, Message } from '../../interpret/types.ts';
import { unitsNamed } from '../../interpret/units-named.ts';
import type { HeldReport } from '../../store/held-reports.ts';
import type { Content } from '../../text/content.ts';
import { say } from '../../text/say.ts';
import { roleChoices, villageChoices } from '../members/registration.ts';
import { requestsToReport } from '../members/requests.ts';
import { decide } from './decide.ts';
import { hint } from './hint.ts';
import type { Named } from './named.ts';
import { refuseReader } from './reply.ts';

/** Stands for the village of a sender whose village is not known yet. */
const UNKNOWN = '?';
/** Who reports without being asked is told this seldom that it is held: a group hears it from many. */
const TOLD_EVERY_MS = 3_600_000;
/** It is held, and nothing is said. */
const SILENTLY: Reply = { followUps: [] };

/** The village that a stranger's text reports for: its code, `?` where it names none, undefined where it reports nothing. */
export function reportedVillage(meaning: Interpretation): string | undefined {
  if (meaning.kind === 'none' || meaning.reports.length !== 1) return undefined;
  const { villages, word, units, asks } = meaning.reports[0]!;
  if (units.length === 0 || asks.length > 0 || villages.length > 1) return undefined;
  return word === undefined ? UNKNOWN : villages[0];
}

/** Whether words reply to a message about another kecamatan: one that the group was linked to before. */
const isAboutElsewhere = (context: DistrictContext, { about }: Message): boolean =>
  (about !== undefined && districtOf(about as VillageCode) !== context.here.area.code) ||
  (context.prompt !== undefined && isOfAnotherArea(context.prompt, context));

/** Whether a text speaks of units, clearly or so that there is something to ask. */
const namesUnits = (meaning: Interpretation): boolean =>
  meaning.kind !== 'none' &&
  meaning.reports.some(({ units, asks }) => units.length > 0 || asks.some((ask) => 'units' in ask));

/** The villages for which a person's request to report is not decided yet. */
const villagesAsked = ({ tx, actor, here }: DistrictContext): readonly VillageCode[] =>
  actor.person === undefined
    ? []
    : requestsToReport(tx, actor.person, here.area.code).map(({ area }) => area as VillageCode);

/** Keeps the report of somebody without a role here, and offers to register; it is recorded when the role is approved. */
export function holdReport(context: DistrictContext, said: Message, meaning: Interpretation): Reply {
  const { tx, actor, message, here } = context;
  if (message.sender === 'anonymous') return {};
  const asked = villagesAsked(context);
  // What has to be asked about, or is said of several villages, is read once all that its sender asked for is decided.
  const code = reportedVillage(meaning) ?? (asked.length > 0 && namesUnits(meaning) ? UNKNOWN : undefined);
  if (code === UNKNOWN && isAboutElsewhere(context, said))
    return { answer: { text: say('not-this-kecamatan') } };
  if (code === undefined) return meaning.kind === 'none' && meaning.why === 'courtesy' ? {} : hint(context);
  const readers = rolesWithin(actor, here.area.code).filter((role) => !isReporter(role.kind));
  if (readers.length > 0 && asked.length === 0) {
    return { answer: { text: refuseReader(here, readers) } };
  }
  if (meaning.kind === 'report' && meaning.forwarded) return { answer: { text: say('forwarded-own-words') } };
  const person = tx.people.findOrAdd(message.sender.refs, message.sender.name);
  const village = villageOf(here, said.about ?? code);
  hold(context, person, said.text, village?.code);
  if (village ? asked.includes(village.code) : asked.length > 0)
    return { answer: { text: say('held-pending') } };
  const answer: Content = village ? roleChoices(village, 'held-known') : villageChoices(here, 'held-unknown');
  return { answer, senderOnly: true };
}

/**
 * Keeps a clear report for a village that its sender has asked to report for, and says so; undefined for any other text.
 * What was not said to the bot is answered once an hour.
 */
export function holdForRequest(context: DistrictContext, said: Message): Reply | undefined {
  const { actor, message } = context;
  const asked = villagesAsked(context);
  if (actor.person === undefined || asked.length === 0) return undefined;
  if (isAboutElsewhere(context, said)) return undefined;
  const verdict = decide(interpret({ ...said, own: asked }), { role: 'kades', villages: asked });
  if (verdict.kind !== 'report' || verdict.list) return undefined;
  const [village, ...others] = new Set(verdict.reports.map((row) => row.village as VillageCode));
  const isTold = heldOf(context).some(({ at }) => ageMs(at, message.sentAt) < TOLD_EVERY_MS);
  hold(context, actor.person, said.text, others.length > 0 ? undefined : village);
  return isTold && !message.addressed ? SILENTLY : { answer: { text: say('held-pending') } };
}

function hold(
  { tx, here, message }: DistrictContext,
  person: PersonId,
  text: string,
  village: VillageCode | undefined,
): void {
  tx.heldReports.hold(
    {
      message: message.edits ?? message.ref,
      district: here.area.code,
      village: village ?? null,
      chat: message.chat,
      text,
      at: message.sentAt,
    },
    person,
  );
}

const heldOf = ({ tx, actor, here }: DistrictContext): readonly HeldReport[] =>
  actor.person === undefined ? [] : tx.heldReports.of(actor.person, here.area.code);

/** Whether a message is a report of its sender that is held. */
export const isHeld = (context: DistrictContext, ref: MessageRef): boolean =>
  heldOf(context).some(({ message }) => message === ref);

/** Holds no longer what these messages of the sender reported, or the newest of what is named where there are none; whether there was any. */
export function dropHeld(context: DistrictContext, messages: readonly MessageRef[], named?: Named): boolean {
  const held = heldOf(context).filter((each) => !named || isHeldNamed(named, each));
  const meant =
    messages.length > 0 ? held.filter(({ message }) => messages.includes(message)) : held.slice(-1);
  for (const { message } of meant) context.tx.heldReports.release(message);
  return meant.length > 0;
}

/** Whether the words of a held report name what is named; one may be held for no village yet. */
const isHeldNamed = ({ villages, units }: Named, { village, text }: HeldReport): boolean =>
  (villages.length === 0 || village === null || villages.includes(village)) &&
  (units.length === 0 || unitsNamed(text).some((unit) => units.includes(unit)));
