import type { Reply } from '../../bot/command.ts';
import { NO, yesOrNo } from '../../bot/yes-or-no.ts';
import type { Role } from '../../domain/people.ts';
import { type Markup, plain } from '../../text/markup.ts';
import { say } from '../../text/say.ts';
import { nameAmong } from './twins.ts';

/** Asks which of these roles is taken back; of one alone, whether it is. `officeOf` says what a role is. */
export function askWhichRole(
  roles: readonly Role[],
  officeOf: (role: Role) => Markup,
  timeZone: string,
): Reply {
  const [only, ...others] = roles;
  if (!only) return { answer: { text: say('revoke-none') } };
  const named = (role: Role) => ({ name: nameAmong(roles, role, timeZone), office: officeOf(role) });
  const command = ({ id }: Role) => `/cabut #${id}`;
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
