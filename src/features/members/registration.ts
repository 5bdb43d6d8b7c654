import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import type { Village } from '../../domain/areas.ts';
import { addMs } from '../../domain/clock.ts';
import { localDateTime } from '../../domain/dates.ts';
import { type DistrictScope, villageOf } from '../../domain/district.ts';
import type { ChatRef, UserRef, VillageCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { coordinates, isHead, rolesIn } from '../../domain/roles.ts';
import type { Store } from '../../store/store.ts';
import { keepLetters } from '../../text/choice-letters.ts';
import type { Choice, Content } from '../../text/content.ts';
import { literal, type Markup, mention, plain } from '../../text/markup.ts';
import { capital, listed, roleName, villageLabel } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { noteAct } from './acts.ts';

/** A gathering message older than this has scrolled away: a new one is written. */
const REQUESTS_FRESH_MS = 12 * 3_600_000;
/** As many as one message has room for, with two buttons each; the others follow when some of these are decided. */
const SHOWN = 20;

/** Which village? A button each. */
export const villageChoices = (here: DistrictScope, key: 'register-which' | 'held-unknown'): Content => ({
  text: say(key),
  choices: here.area.villages.map((village) => ({ label: village.name, command: `/daftar ${village.code}` })),
});

/** Which role in that village? A button each. */
export const roleChoices = (
  village: Village,
  key: 'register-role' | 'register-no-role' | 'held-known',
): Content => ({
  text: say(key, { village: villageLabel(village) }),
  choices: rolesIn(village.kind).map((role) => ({
    label: plain(capital(roleName(role))),
    command: `/daftar ${village.code} ${role}`,
  })),
});

const platformsOf = (store: Store, person: Role['person']): readonly string[] =>
  store.people.refs(person).map((ref) => ref.slice(0, ref.indexOf(':')));

/** Two that cannot be one: who is in a group on each platform registers on each, as somebody else. */
function areTwo(store: Store, one: Role['person'], other: Role['person']): boolean {
  const platforms = platformsOf(store, other);
  return one !== other && platformsOf(store, one).some((platform) => platforms.includes(platform));
}

/** Whoever leads the village now, when that is somebody else than the one who asks to lead it. */
export const formerHead = (store: Store, request: Role): Role | undefined =>
  isHead(request.kind)
    ? store.people
        .holders(request.area)
        .find((role) => isHead(role.kind) && areTwo(store, role.person, request.person))
    : undefined;

/** Open requests that a camat must decide one by one: several want to lead a village, or it has a head already. */
export function isRival(store: Store, request: Role): boolean {
  if (!isHead(request.kind)) return false;
  const claims = store.people.requests(request.area).filter((other) => isHead(other.kind));
  const contested = claims.some((other) => areTwo(store, other.person, request.person));
  return contested || formerHead(store, request) !== undefined;
}

/** Open requests of an account that asks for more than one village: no one approves them unseen. */
export const claimsSeveral = (store: Store, { person }: Role): boolean =>
  new Set(store.people.requestsOf(person).map(({ area }) => area)).size > 1;

/** Open requests that nobody decides along with others. */
export const standsAlone = (store: Store, request: Role): boolean =>
  isRival(store, request) || claimsSeveral(store, request);

/** What tells a request's account from others of its name: what its platform vouches for, and when it asked. */
const toldBy = ({ sign, askedAt }: Role, { timeZone }: DistrictScope): Markup => {
  const at = literal(localDateTime(askedAt, timeZone));
  return sign === null ? at : say('request-told', { sign: literal(sign), at });
};

/** Its name as a button has it; of several with one name, each with what it is told by. */
function nameAmong(shown: readonly Role[], request: Role, here: DistrictScope): Markup {
  const twins = shown.filter(({ id, name }) => id !== request.id && name === request.name);
  if (twins.length === 0) return literal(request.name);
  const by = toldBy(request, here);
  const unique = twins.every((twin) => toldBy(twin, here) !== by);
  return say('request-twin', { name: literal(request.name), by: unique ? by : literal(`no. ${request.id}`) });
}

/** The first open requests of a kecamatan with a button for each decision; undefined when there is none. */
export function requestsContent(store: Store, here: DistrictScope, chat: ChatRef): Content | undefined {
  const all = store.people.requests(here.area.code);
  if (all.length === 0) return undefined;
  const village = (role: Role) => villageOf(here, role.area)!;
  // The oldest: those that come later have higher ids, and are none that a reader of this has seen.
  const oldest = all
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .slice(0, SHOWN);
  const shown = all.filter(({ id }) => oldest.includes(id));
  const plainOnes = shown.filter((request) => !standsAlone(store, request));
  const rows = shown.map((request) => {
    const row = say('request-row', {
      name: literal(request.name),
      role: roleName(request.kind),
      village: villageLabel(village(request)),
      told: toldBy(request, here),
    });
    if (isRival(store, request)) return join([row, say('request-rival')], '; ');
    return claimsSeveral(store, request) ? join([row, say('request-several')], '; ') : row;
  });
  const choices: Choice[] = shown.flatMap((request) => {
    const names = { name: nameAmong(shown, request, here), village: literal(village(request).name) };
    return [
      { label: plain(say('approve-one', names)), command: `/setujui ${request.id}` },
      { label: plain(say('decline-one', names)), command: `/tolak ${request.id}` },
    ];
  });
  const together: Choice[] =
    plainOnes.length > 1
      ? [{ label: plain(say('approve-all')), command: `/setujui semua ${oldest.at(-1)}` }]
      : [];
  const head = say('requests-head', { coordinators: coordinatorMentions(store, here, chat) });
  const more = all.length - shown.length;
  return {
    text: lines(head, ...rows, more > 0 && say('requests-more', { n: more })),
    choices: [...together, ...choices],
  };
}

/** The one message that gathers a kecamatan's open requests in a group: written anew, or brought up to date. */
export function gatherRequests({ store, here, now }: DistrictContext): NonNullable<Reply['followUps']> {
  return store.chats.groupsOf(here.area.code).flatMap(({ ref: to }) => {
    const content = requestsContent(store, here, to);
    const earlier = store.outbox.lastRequests(to, addMs(now, -REQUESTS_FRESH_MS));
    const context = { requests: true as const };
    const settled = content ?? { text: say('requests-none') };
    if (earlier?.content?.choices && earlier.state === 'queued') {
      store.outbox.replaceContent(earlier.id, keepLetters(settled, earlier.content));
      return [];
    }
    const edits = earlier?.content?.choices && earlier.state === 'sent' ? earlier.sentRef : null;
    if (edits) return [{ to, content: settled, context, edits }];
    return content ? [{ to, content, context }] : [];
  });
}

/** The account of a person on the platform of a chat, if there is one. */
const accountIn = (store: Store, person: Role['person'], chat: ChatRef): UserRef | undefined => {
  const platform = chat.slice(0, chat.indexOf(':') + 1);
  return store.people.refs(person).find((ref) => ref.startsWith(platform));
};

/** A person's name that notifies them where the chat's platform knows them. */
export const nameIn = (store: Store, role: Pick<Role, 'person' | 'name'>, chat: ChatRef): Markup => {
  const ref = accountIn(store, role.person, chat);
  return ref ? mention(ref, role.name) : literal(role.name);
};

/** Those holders of a role whom a chat's platform knows; where it knows none, all. */
export function knownIn(store: Store, roles: readonly Role[], chat: ChatRef): readonly Role[] {
  const known = roles.filter(({ person }) => accountIn(store, person, chat));
  return known.length > 0 ? known : roles;
}

function coordinatorMentions(store: Store, here: DistrictScope, chat: ChatRef): Markup {
  const coordinators = store.people.holders(here.area.code).filter(({ kind }) => coordinates(kind));
  return listed(knownIn(store, coordinators, chat).map((role) => nameIn(store, role, chat)));
}

/** Ends every other head's role in a village, as far as they cannot be the same one on another platform. */
export function replaceHeads(context: DistrictContext, area: VillageCode, keep: Role['person']): void {
  const { store, now } = context;
  for (const role of store.people.holders(area))
    if (isHead(role.kind) && areTwo(store, role.person, keep)) {
      store.people.decide(role.id, 'ended', now);
      noteAct(context, 'replaced', area, role.kind);
    }
}
