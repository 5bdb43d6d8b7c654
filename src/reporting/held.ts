import { type InDistrict, type Reply, villageOf } from '../command.ts';
import type { Content } from '../content.ts';
import { interpret } from '../interpret/interpret.ts';
import type { Message } from '../interpret/verdict.ts';
import { listed, roleName } from '../phrases.ts';
import { roleChoices, villageChoices } from '../registration.ts';
import { reports } from '../roles.ts';
import { say } from '../text.ts';
import { hint } from './hint.ts';

/** Stands for the village of somebody whose village is not known yet. */
const UNKNOWN = '?';

/** The village that a text reports for when a stranger says it: its code, `?` when it names none, undefined for no report. */
export function reportedVillage(said: Message): string | undefined {
  const { about: _, ...alone } = said;
  const as = (village: string) => interpret({ ...alone, sender: { role: 'kades', villages: [village] } });
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
  if (message.forwarded) return { answer: { text: say('forwarded-own-words') } };
  const person = store.people.findOrAdd(message.sender.refs, message.sender.name);
  const village = villageOf(here, said.about ?? code);
  store.once.hold(
    {
      message: message.edits ?? message.ref,
      district: here.area.code,
      village: village?.code ?? null,
      chat: message.chat,
      text: said.text,
      at: message.sentAt,
    },
    person,
  );
  if (store.people.requestsOf(person).length > 0) return { answer: { text: say('held-pending') } };
  const answer: Content = village ? roleChoices(village, 'held-known') : villageChoices(here, 'held-unknown');
  return { answer, asks: true };
}
