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

/** A role that was given above the kecamatan; that of a kecamatan ends with the words that gave it. */
const DECISIONS_ABOVE: typeof DECISIONS = { ...DECISIONS, appointed: 'role' };

/** Says which decisions of a message, or of the yes to its question, stand although an edit has taken its words away; what was decided about the same since says more. */
export function sayDecided(
  { tx, here, above, actor, now }: MessageContext,
  edits: MessageRef,
): Markup | undefined {
  const area = (here ?? above)?.area.code;
  const moments = tx.inbox.momentsOf(edits).filter((at) => at !== now);
  const [first] = moments;
  if (area === undefined || first === undefined) return undefined;
  const kinds = above ? DECISIONS_ABOVE : DECISIONS;
  // A role or request is one of its kind; a deadline is about its date, and another date takes its place.
  const about = ({ kind, area: of, about: which }: Act) =>
    `${kinds[kind]} ${of} ${kind === 'deadline' ? '' : which}`;
  const decided = tx.acts.madeFrom(area, first).filter(({ kind }) => kinds[kind] !== undefined);
  // Above the kecamatan several may hold one office: who is given it takes it from nobody.
  const since = decided.filter(({ kind }) => kind !== 'appointed');
  const isOvertaken = (act: Act) => since.some((later) => later.at > act.at && about(later) === about(act));
  const stand = decided
    .filter((act) => moments.includes(act.at) && !isOvertaken(act))
    .filter(({ by }) => actor.roles.some(({ kind, area: of }) => kind === by && of === area));
  return stand.length > 0 ? say('edit-decided', { acts: join(stand.map(actName)) }) : undefined;
}
