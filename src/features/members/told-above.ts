import type { Reply } from '../../bot/command.ts';
import { ageMs } from '../../domain/clock.ts';
import type { AreaCode, ChatRef, Instant } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isAssistant, type UpperRole } from '../../domain/roles.ts';
import { parentOf, upperArea } from '../../domain/upper-areas.ts';
import type { Act } from '../../store/acts.ts';
import type { MessageTx } from '../../store/tx.ts';
import type { Markup } from '../../text/markup.ts';
import { areaName, listed, upperRoleName } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { leadersOf } from './leaders.ts';
import { nameIn } from './mentions.ts';

type Area = { readonly code: AreaCode };
type Told = NonNullable<Reply['followUps']>;

/**
 * Tells of a role that was given in an area above the kecamatan: the area's groups with the holder's name, which stays among them, and
 * the other holders in their private chats. `except` is the chat that reads it in the answer.
 */
export function tellGiven(tx: MessageTx, area: Area, role: Role, except?: ChatRef): Told {
  const names = { role: upperRoleName(role.kind as UpperRole), area: areaName(upperArea(area.code)!) };
  const groups = groupsOf(tx, area).map((to) => ({
    to,
    content: { text: say('above-given', { ...names, name: nameIn(tx, role, to) }) },
  }));
  const others = privateChats(leadersOf(tx, area.code)).map((to) => ({
    to,
    content: { text: say('above-given-privately', names) },
  }));
  return [...groups, ...others].filter(({ to }) => to !== except);
}

/** Tells the groups, the holders and the former holders of an area above the kecamatan which roles were taken back. */
export function tellTaken(tx: MessageTx, area: Area, taken: readonly Role[], except?: ChatRef): Told {
  const kinds = [...new Set(taken.map(({ kind }) => kind as UpperRole))];
  const text = lines(
    say('above-taken', { roles: listed(kinds.map(upperRoleName)), area: areaName(upperArea(area.code)!) }),
    !kinds.every(isAssistant) && say('above-taken-next'),
  );
  const chats = [...groupsOf(tx, area), ...privateChats([...leadersOf(tx, area.code), ...taken])];
  return [...new Set(chats)].filter((to) => to !== except).map((to) => ({ to, content: { text } }));
}

/**
 * Tells the groups of an area above the kecamatan, and those who lead the one above it, that nobody leads it any more; no name is said.
 * Nobody there asked, so that it waits while quiet hours last.
 */
export function tellVacant(tx: MessageTx, code: AreaCode): Told {
  if (leadersOf(tx, code).length > 0) return [];
  const text = say('above-vacant', { area: areaName(upperArea(code)!) });
  const parent = parentOf(code);
  const above = parent ? [...groupsOf(tx, { code: parent }), ...privateChats(leadersOf(tx, parent))] : [];
  const tell = (area: AreaCode) => (to: ChatRef) =>
    ({ to, content: { text }, scheduled: true, area }) as const;
  return [...groupsOf(tx, { code }).map(tell(code)), ...[...new Set(above)].map(tell(parent ?? code))];
}

/** For so long nobody is told again: a group may be linked and unlinked over and over. */
const TOLD_FOR_MS = 86_400_000;
/** So many acts of an area are looked at. */
const LATEST_ACTS = 50;

/**
 * Tells the groups and the holders of the area above one whose group was unlinked: in a day once that one of several was, and once that the
 * last one was. Nobody there asked, so that it waits while quiet hours last. To be called before the act is noted.
 */
export function tellUnlinked(tx: MessageTx, code: AreaCode, name: Markup, now: Instant): Told {
  const above = parentOf(code);
  const left = tx.chats.groupsOf(code).length;
  const about = unlinkedAbout(tx, code);
  const isTold = tx.acts
    .within(code, LATEST_ACTS)
    .some((act) => isUnlinking(act, code, about) && ageMs(act.at, now) < TOLD_FOR_MS);
  if (!above || isTold) return [];
  const text =
    left > 0 ? say('unlinked-one-below', { area: name, n: left }) : say('unlinked-below', { area: name });
  const chats = [...groupsOf(tx, { code: above }), ...privateChats(leadersOf(tx, above))];
  return [...new Set(chats)].map((to) => ({ to, content: { text }, scheduled: true, area: above }));
}

/** What is noted of an unlinking: whether it was one of several groups. */
export const unlinkedAbout = (tx: MessageTx, code: AreaCode): Act['about'] =>
  tx.chats.groupsOf(code).length > 0 ? 'further' : null;

const isUnlinking = (act: Act, code: AreaCode, about: Act['about']): boolean =>
  act.kind === 'unlinked' && act.area === code && act.about === about;

const groupsOf = (tx: MessageTx, { code }: Area): readonly ChatRef[] =>
  tx.chats.groupsOf(code).map(({ ref }) => ref);

/** The private chats in which holders redeemed their invitations: elsewhere the bot does not begin to write to people. */
const privateChats = (roles: readonly Role[]): readonly ChatRef[] => [
  ...new Set(roles.flatMap(({ chat }) => chat ?? [])),
];
