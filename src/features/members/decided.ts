import type { MessageContext } from '../../bot/context.ts';
import type { AreaCode, MessageRef } from '../../domain/ids.ts';
import { mayDecideOn, overseenAreas, ownDistricts } from '../../domain/permissions.ts';
import { isUpper } from '../../domain/roles.ts';
import { isWithin } from '../../domain/upper-areas.ts';
import type { Act, ActKind } from '../../store/acts.ts';
import type { Markup } from '../../text/markup.ts';
import { join, say } from '../../text/say.ts';
import { actName } from './acts.ts';

/** What a message decides, and no edit of it takes back; kinds of one group decide about the same. */
const DECISIONS: Partial<Record<ActKind, string>> = {
  approved: 'request',
  declined: 'request',
  appointed: 'office',
  'handed-over': 'office',
  revoked: 'role',
  deadline: 'deadline',
  'reminders-on': 'reminders',
  'reminders-off': 'reminders',
  'shown-below': 'shown',
  'hidden-below': 'shown',
  unlinked: 'link',
};

/** Decisions that give a role. */
const GIVES: readonly ActKind[] = ['approved', 'appointed', 'handed-over'];

/** Says which decisions of a message, or of the yes to its question, stand although an edit has taken its words away, and how they are changed. */
export function sayDecided(context: MessageContext, edits: MessageRef): Markup | undefined {
  const { tx, now } = context;
  const moments = tx.inbox.momentsOf(edits).filter((at) => at !== now);
  const [first] = moments;
  if (first === undefined) return undefined;
  const decided = areasOf(context)
    .flatMap((code) => tx.acts.madeFrom(code, first))
    .filter(({ kind }) => DECISIONS[kind] !== undefined);
  const stand = decided.filter((act) => moments.includes(act.at) && isStanding(context, act, decided));
  if (stand.length === 0) return undefined;
  const acts = say('edit-decided', { acts: join([...new Set(stand.map(actName))]) });
  return join([acts, sayHowToChange(context, stand)], ' ');
}

/** Where its sender may have decided something by it: in the area of its group; where that has none, or privately, where they hold an office. */
function areasOf({ here, above, actor, message }: MessageContext): readonly AreaCode[] {
  const place = message.chatKind === 'group' ? (here ?? above) : undefined;
  return place ? [place.area.code] : [...overseenAreas(actor), ...ownDistricts(actor)];
}

/** Whether a decision still holds; of those about the same, the last one does. */
function isStanding(context: MessageContext, act: Act, decided: readonly Act[]): boolean {
  // A group of no area is told of nothing else.
  if (isUnlinked(context) || act.kind === 'unlinked') return isUnlinked(context) && act.kind === 'unlinked';
  if (GIVES.includes(act.kind)) return isHeldBy(context, act);
  // A role or request is one of its kind; a deadline is about its date, and another date takes its place.
  const about = ({ kind, area, about: which }: Act) =>
    `${DECISIONS[kind]} ${area} ${kind === 'deadline' ? '' : which}`;
  return !decided.some((later) => later.at > act.at && about(later) === about(act));
}

/** Whether the role that was given at that moment is held; one in a kecamatan ends with the words that gave it. */
function isHeldBy({ tx, actor }: MessageContext, { kind, area, about, at }: Act): boolean {
  const given = tx.people.heldIn(area).filter((role) => role.givenAt === at && role.kind === about);
  return given.some((role) => kind !== 'appointed' || isUpper(role.kind) || !mayDecideOn(actor, role));
}

const isUnlinked = ({ message, here, above }: MessageContext): boolean =>
  message.chatKind === 'group' && !here && !above;

function sayHowToChange({ actor }: MessageContext, acts: readonly Act[]): Markup {
  if (acts.some(({ kind }) => kind === 'unlinked')) return say('edit-decided-unlinked');
  const mayDecide = acts.every(({ by, area }) =>
    actor.roles.some((role) => role.kind === by && isWithin(area, role.area as AreaCode)),
  );
  return say(mayDecide ? 'edit-decided-change' : 'edit-decided-left');
}
