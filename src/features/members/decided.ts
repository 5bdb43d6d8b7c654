import type { MessageContext } from '../../bot/context.ts';
import type { MessageRef } from '../../domain/ids.ts';
import type { Act, ActKind } from '../../store/acts.ts';
import type { Markup } from '../../text/markup.ts';
import { join, say } from '../../text/say.ts';
import { actName } from './acts.ts';

/** What a message decides, and no edit of it takes back; kinds of one group decide about the same. */
const DECISIONS: Partial<Record<ActKind, string>> = {
  approved: 'request',
  declined: 'request',
  revoked: 'role',
  deadline: 'deadline',
  'reminders-on': 'reminders',
  'reminders-off': 'reminders',
  'shown-below': 'shown',
  'hidden-below': 'shown',
};

/** Says which decisions of a message stand although an edit has taken its words away; what was decided about the same since says more. */
export function sayDecided(
  { tx, here, above, actor, now }: MessageContext,
  edits: MessageRef,
): Markup | undefined {
  const area = (here ?? above)?.area.code;
  const at = tx.inbox.takenAt(edits);
  if (area === undefined || at === undefined || at === now) return undefined;
  const about = ({ kind, area: of }: Act) => `${DECISIONS[kind]} ${of}`;
  const decided = tx.acts.madeFrom(area, at).filter(({ kind }) => DECISIONS[kind] !== undefined);
  const since = decided.filter((act) => act.at !== at).map(about);
  const stand = decided
    .filter((act) => act.at === at && !since.includes(about(act)))
    .filter(({ by }) => actor.roles.some(({ kind, area: of }) => kind === by && of === area));
  return stand.length > 0 ? say('edit-decided', { acts: join(stand.map(actName)) }) : undefined;
}
