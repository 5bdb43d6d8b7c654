import type { Reply } from '../../bot/command.ts';
import { NO, yesOrNo } from '../../bot/yes-or-no.ts';
import type { RoleId } from '../../domain/ids.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { say } from '../../text/say.ts';

/** A role that may be taken back, with its holder's name and what it is. */
interface Revocable {
  readonly id: RoleId;
  readonly name: string;
  readonly office: Markup;
}

/** Asks which of these roles is taken back; of one alone, whether it is. */
export function askWhichRole(roles: readonly Revocable[]): Reply {
  const [only, ...others] = roles;
  if (!only) return { answer: { text: say('revoke-none') } };
  const named = ({ name, office }: Revocable) => ({ name: literal(name), office });
  const command = ({ id }: Revocable) => `/cabut #${id}`;
  // One tap takes one role back; for the next it is asked again.
  const context = { topics: [`revoke ${roles.map(({ id }) => id).join()}`] };
  if (others.length > 0) {
    const choices = [
      ...roles.map((role) => ({
        label: plain(say('revoke-choice', named(role))),
        command: command(role),
      })),
      NO,
    ];
    return { answer: { text: say('revoke-which'), choices }, senderOnly: true, context };
  }
  const choices = yesOrNo(say('yes-revoke'), command(only));
  return { answer: { text: say('revoke-ask', named(only)), choices }, senderOnly: true, context };
}
