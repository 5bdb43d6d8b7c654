import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { sayDenied } from '../src/bot/denied.ts';
import { refuse } from '../src/bot/refuse.ts';
import { coordinates, oversees } from '../src/bot/standing.ts';
import type { Area, Village } from '../src/domain/areas.ts';
import { districtOf, type RoleId, type VillageCode } from '../src/domain/ids.ts';
import type { Role } from '../src/domain/people.ts';
import { mayCoordinate, mayDecideOn } from '../src/domain/permissions.ts';
import { isCoordinator } from '../src/domain/roles.ts';
import { findVillages } from '../src/domain/village-search.ts';
import { noteAct } from '../src/features/members/acts.ts';
import { askWhichRole } from '../src/features/members/ask-which-role.ts';
import { tellCamat } from '../src/features/members/camat.ts';
import { endRole } from '../src/features/members/invitations.ts';
import { isRoleOvertaken, sayOvertaken } from '../src/features/members/overtaken.ts';
import { REVOKES_BELOW, revokeBelow } from '../src/features/members/revoke-below.ts';
import { districtRoleNamed, roleNamed, takeVillageAndRole } from '../src/features/members/role-words.ts';
import { tellAsker, toldElsewhere } from '../src/features/members/told-elsewhere.ts';
import { literal, plain } from '../src/text/markup.ts';
import { placeFrom } from '../src/text/names.ts';
import { capital, offices, roleName } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** More roles than this are asked for by where they are held. */
const LISTED = 6;

/** Takes a role back: of a village, the kasi, a further camat, or the author of the message replied to; never one's own. */
export const cabut = defineCommand({
  name: 'cabut',
  menu: 'group',
  offered: (at) => coordinates(at) || oversees(at),
  requires: 'kecamatan',
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  yes: { words: REVOKES_BELOW, typed: false },
  decides: /^#\d/,
  above: revokeBelow,
  run(words, context) {
    const { tx, actor, here, message } = context;
    if (/^#\d{1,15}$/.test(words)) return revoke(context, Number(words.slice(1)) as RoleId);
    const author = message.quotes?.author;
    const quoted = author && tx.people.find(author.refs);
    const { found, role: title } = takeVillageAndRole(here.area, words);
    const { exact, near } = title === '' ? findVillages(here.area, words) : found;
    const office = districtRoleNamed(words);
    const isOf = (role: Role, { code, kind }: Village) =>
      role.area === code && (title === '' || roleNamed(title, kind) === role.kind);
    const meant = (role: Role) => {
      if (words === '') return !author || role.person === quoted;
      if (office) return role.kind === office;
      return exact.length > 0 ? exact.some((village) => isOf(role, village)) : isCalled(role, words);
    };
    const roles = tx.people
      .holders(here.area.code)
      .filter((role) => role.person !== actor.person && mayDecideOn(actor, role) && meant(role));
    if (roles.length === 0 && !office && near.length > 0) return offerVillages(words, near);
    if (roles.length > LISTED && words === '') return askWhere(here.area, roles);
    return askWhichRole(roles, (role) => offices(here.area, [role]), here.timeZone);
  },
});

/** Asks in which village, or of which of the kecamatan's own roles: short names, which stand side by side. */
function askWhere({ villages }: Area, roles: readonly Role[]): Reply {
  const held = new Set<string>(roles.map(({ area }) => area));
  const kinds = new Set(roles.flatMap(({ kind }) => (isCoordinator(kind) ? [kind] : [])));
  const choices = [
    ...[...kinds].map((kind) => ({
      label: plain(capital(roleName(kind, villages[0]!.code))),
      command: `/cabut ${kind}`,
    })),
    ...villages
      .filter(({ code }) => held.has(code))
      .map(({ code, name }) => ({ label: name, command: `/cabut ${code}` })),
  ];
  return { answer: { text: say('revoke-where'), choices }, senderOnly: true };
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Whether words are a part of the name of who holds a role, or of the role: "budi", "kades". */
const isCalled = ({ name, kind, area }: Role, words: string): boolean =>
  bare(words) !== '' &&
  ` ${bare(`${name} ${kind} ${plain(roleName(kind, area))}`)} `.includes(` ${bare(words)} `);

/** Offers the villages that are nearly called so. */
function offerVillages(words: string, near: readonly Village[]): Reply {
  const choices = near.map(({ code, name }) => ({ label: name, command: `/cabut ${code}` }));
  return { answer: { text: say('did-you-mean', { name: literal(placeFrom(words)) }), choices } };
}

function revoke(context: DistrictContext, id: RoleId): Reply {
  const { tx, actor, here, message, now } = context;
  const role = tx.people.heldRole(id);
  const ours = role && districtOf(role.area as VillageCode) === here.area.code;
  if (!role || !ours || role.person === actor.person || !mayDecideOn(actor, role)) {
    const text = role && ours ? sayDenied('camat-only', context) : say('revoke-gone');
    return refuse(context, text, 'choice');
  }
  if (isRoleOvertaken(context, role))
    return sayOvertaken(say('overtaken-role', { office: offices(here.area, [role]) }));
  endRole(tx, role, now);
  noteAct(context, 'revoked', role.area, role.kind);
  const names = { name: literal(role.name), office: offices(here.area, [role]) };
  const answer = { text: say('revoked', names) };
  const others = role.kind === 'camat' ? tellCamat(tx, here.area, message.chat) : [];
  return { answer, followUps: [...others, ...toldElsewhere([tellAsker(context, role, 'revoked')])] };
}
