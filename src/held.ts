import { type InDistrict, type Reply, villageOf } from './command.ts';
import type { Content, Markup } from './content.ts';
import { echo } from './echo.ts';
import { hint } from './hint.ts';
import type { PersonId, VillageCode } from './ids.ts';
import { interpret } from './interpret/interpret.ts';
import type { Message, Understood } from './interpret/verdict.ts';
import type { Actor } from './permissions.ts';
import { listed, roleName } from './phrases.ts';
import { record } from './record.ts';
import { roleChoices, villageChoices } from './registration.ts';
import { reports } from './roles.ts';
import { say } from './text.ts';

/** Stands for the village of somebody whose village is not known yet. */
const UNKNOWN = '?';

/** The village that a text reports for when a stranger says it: its code, `?` when it names none, undefined for no report. */
function reportedVillage(said: Message): string | undefined {
  const as = (village: string) => interpret({ ...said, sender: { role: 'kades', villages: [village] } });
  const first = as(UNKNOWN);
  if (first.kind === 'report') return UNKNOWN;
  return first.kind === 'refuse' && as(first.village).kind === 'report' ? first.village : undefined;
}

/** Keeps the report of somebody without a role here, and offers to register; it is recorded when the role is approved. */
export function holdReport(context: InDistrict, said: Message): Reply {
  const { store, actor, message, here } = context;
  if (message.sender === 'anonymous') return {};
  const code = reportedVillage(said);
  if (code === undefined) {
    const verdict = interpret(said);
    return verdict.kind === 'none' && verdict.why === 'courtesy' ? {} : hint(context);
  }
  const readers = actor.roles.filter((role) => !reports(role.kind));
  if (readers.length > 0) {
    return {
      answer: { text: say('refuse-reader', { roles: listed(readers.map((role) => roleName(role.kind))) }) },
    };
  }
  const person = store.people.findOrAdd(message.sender.refs, message.sender.name);
  store.once.hold(
    { message: message.edits ?? message.ref, chat: message.chat, text: said.text, at: message.sentAt },
    person,
  );
  if (store.people.requestsOf(person).length > 0) return { answer: { text: say('held-pending') } };
  const village = villageOf(here, said.about ?? code);
  const answer: Content = village ? roleChoices(village, 'held-known') : villageChoices(here, 'held-unknown');
  return { answer, asks: true };
}

/** Records what a person reported before the role was approved; gives the echoes. */
export function releaseHeld(context: InDistrict, person: PersonId, village: VillageCode): readonly Markup[] {
  const { store, here, now } = context;
  const actor: Actor = { account: undefined, person, roles: store.people.roles(person) };
  return store.once.held(person).flatMap((held) => {
    store.once.release(held.message);
    const verdict = interpret({
      text: held.text,
      mode: 'addressed',
      sender: { role: 'kades', villages: [village] },
      villages: here.area.villages,
      about: village,
    });
    if (verdict.kind !== 'report') return [];
    const source = { message: held.message, text: held.text, at: held.at, now };
    const rows = verdict.reports as readonly (Understood & { village: VillageCode })[];
    const recorded = record(store, actor, rows, source);
    return recorded.kind === 'recorded' ? [echo(store, here, recorded, verdict.notTaken)] : [];
  });
}
