import type { Reply } from '../../bot/command.ts';
import { decidedAt, type MessageContext } from '../../bot/context.ts';
import { addMs, msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isHead, type RoleKind } from '../../domain/roles.ts';
import type { Act, ActKind } from '../../store/acts.ts';
import type { Markup } from '../../text/markup.ts';
import { say } from '../../text/say.ts';

// A decision that arrives late, or that an edit gives other words, counts while nothing about the same thing was decided after it was said.

/** Clocks may differ by so much. */
const BEFORE_MS = 60_000;

const OF_ROLES: readonly ActKind[] = ['approved', 'appointed', 'replaced', 'revoked', 'handed-over'];

/** Whether a role was given or taken in its area after a message was said; all who head a village count as one. */
export const isRoleOvertaken = (
  context: MessageContext,
  { kind, area }: Pick<Role, 'kind' | 'area'>,
): boolean =>
  isOvertaken(context, area, (act) => {
    const about = act.about as RoleKind;
    return OF_ROLES.includes(act.kind) && (about === kind || (isHead(about) && isHead(kind)));
  });

/** Whether an act of these kinds was said after a message. */
export const areOvertaken = (
  context: MessageContext,
  area: Act['area'],
  kinds: readonly ActKind[],
): boolean => isOvertaken(context, area, ({ kind }) => kinds.includes(kind));

/** Whether a message was said before something that was decided at that moment. */
export const isSaidBefore = (context: MessageContext, at: Instant): boolean =>
  at <= context.now && msBetween(decidedAt(context), at) > BEFORE_MS;

function isOvertaken(
  context: MessageContext,
  area: Act['area'],
  isSame: (act: Pick<Act, 'kind' | 'about'>) => boolean,
): boolean {
  const { tx, now } = context;
  return tx.acts.since(area, addMs(decidedAt(context), BEFORE_MS), now).some(isSame);
}

/** Says that something was decided since, and what to do. */
export const sayOvertaken = (about: Markup): Reply => ({
  answer: { text: say('decision-overtaken', { about }) },
});
