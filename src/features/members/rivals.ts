import type { Role } from '../../domain/people.ts';
import { isHead } from '../../domain/roles.ts';
import type { Store } from '../../store/store.ts';

const platformsOf = (store: Store, person: Role['person']): readonly string[] =>
  store.people.refs(person).map((ref) => ref.slice(0, ref.indexOf(':')));

/**
 * Whether two accounts surely belong to two people: they share a platform. Somebody who is in a group on each platform
 * registers on each, as a person of their own.
 */
export function areTwo(store: Store, one: Role['person'], other: Role['person']): boolean {
  const platforms = platformsOf(store, other);
  return one !== other && platformsOf(store, one).some((platform) => platforms.includes(platform));
}

/** The head that a request to lead a village would replace; undefined where there is none. */
export const formerHead = (store: Store, request: Role): Role | undefined =>
  isHead(request.kind)
    ? store.people
        .holders(request.area)
        .find((role) => isHead(role.kind) && areTwo(store, role.person, request.person))
    : undefined;

/** Whether a request to lead a village competes with another one, or with the head that the village has. */
export function isRival(store: Store, request: Role): boolean {
  if (!isHead(request.kind)) return false;
  const claims = store.people.requests(request.area).filter((other) => isHead(other.kind));
  const contested = claims.some((other) => areTwo(store, other.person, request.person));
  return contested || formerHead(store, request) !== undefined;
}

/** Whether the account of a request asks for more than one village: it is not approved along with others. */
export const claimsSeveral = (store: Store, { person }: Role): boolean =>
  new Set(store.people.requestsOf(person).map(({ area }) => area)).size > 1;

/** Whether a request is decided by itself, never along with others. */
export const standsAlone = (store: Store, request: Role): boolean =>
  isRival(store, request) || claimsSeveral(store, request);
