import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { villageOf } from '../../domain/district.ts';
import { rolesWithin } from '../../domain/permissions.ts';
import { isReporter } from '../../domain/roles.ts';
import type { Interpretation, Message } from '../../interpret/types.ts';
import type { Content } from '../../text/content.ts';
import { say } from '../../text/say.ts';
import { roleChoices, villageChoices } from '../members/registration.ts';
import { hint } from './hint.ts';
import { refuseReader } from './reply.ts';

/** Stands for the village of a sender whose village is not known yet. */
const UNKNOWN = '?';

/** The village that a stranger's text reports for: its code, `?` where it names none, undefined where it reports nothing. */
export function reportedVillage(meaning: Interpretation): string | undefined {
  if (meaning.kind === 'none' || meaning.reports.length !== 1) return undefined;
  const { villages, word, units, asks } = meaning.reports[0]!;
  if (units.length === 0 || asks.length > 0 || villages.length > 1) return undefined;
  return word === undefined ? UNKNOWN : villages[0];
}

/** Keeps the report of somebody without a role here, and offers to register; it is recorded when the role is approved. */
export function holdReport(context: DistrictContext, said: Message, meaning: Interpretation): Reply {
  const { tx, actor, message, here } = context;
  if (message.sender === 'anonymous') return {};
  const code = reportedVillage(meaning);
  if (code === undefined) return meaning.kind === 'none' && meaning.why === 'courtesy' ? {} : hint(context);
  const readers = rolesWithin(actor, here.area.code).filter((role) => !isReporter(role.kind));
  if (readers.length > 0) {
    return { answer: { text: refuseReader(here, readers) } };
  }
  if (meaning.kind === 'report' && meaning.forwarded) return { answer: { text: say('forwarded-own-words') } };
  const person = tx.people.findOrAdd(message.sender.refs, message.sender.name);
  const village = villageOf(here, said.about ?? code);
  tx.heldReports.hold(
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
  if (tx.people.requestsOf(person).length > 0) return { answer: { text: say('held-pending') } };
  const answer: Content = village ? roleChoices(village, 'held-known') : villageChoices(here, 'held-unknown');
  return { answer, senderOnly: true };
}
