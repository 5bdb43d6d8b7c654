import { platformOf, type UserRef } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isHead } from '../../domain/roles.ts';
import type { MessageTx } from '../../store/tx.ts';

const sharePlatform = (some: readonly UserRef[], others: readonly UserRef[]): boolean =>
  some.some((ref) => others.some((other) => platformOf(other) === platformOf(ref)));

/**
 * Whether two accounts surely belong to two people: they share a platform. Somebody who is in a group on each platform
 * registers on each, as a person of their own.
 */
export const areTwo = (tx: MessageTx, one: Role['person'], other: Role['person']): boolean =>
  one !== other && sharePlatform(tx.people.refs(one), tx.people.refs(other));

/** The head whom somebody with these accounts would replace in a role; undefined where there is none. */
export function formerHead(
  tx: MessageTx,
  { kind, area }: Pick<Role, 'kind' | 'area'>,
  accounts: readonly UserRef[],
): Role | undefined {
  if (!isHead(kind)) return undefined;
  const person = tx.people.find(accounts);
  return tx.people
    .holders(area)
    .find(
      (role) =>
        isHead(role.kind) && role.person !== person && sharePlatform(tx.people.refs(role.person), accounts),
    );
}

/** A head who acts for a second village asks for two. Who asks for more takes no other request's place. */
const MOST_VILLAGES = 2;

const villagesAsked = (tx: MessageTx, { person }: Role): number =>
  new Set(tx.people.requestsOf(person).map(({ area }) => area)).size;

/** Whether a request to lead a village competes with another one, or with the head that the village has. */
function isRival(tx: MessageTx, request: Role): boolean {
  if (!isHead(request.kind)) return false;
  const claims = tx.people
    .requests(request.area)
    .filter((other) => isHead(other.kind) && villagesAsked(tx, other) <= MOST_VILLAGES);
  // On another platform the rival may be the same person, which a person has to tell.
  const contested = claims.some(({ person }) => person !== request.person);
  const headed = tx.people
    .holders(request.area)
    .some(({ kind, person }) => isHead(kind) && person !== request.person);
  return contested || headed;
}

/** Whether the account of a request asks for more than one village: it is not approved along with others. */
const claimsSeveral = (tx: MessageTx, request: Role): boolean => villagesAsked(tx, request) > 1;

/** Whether a request is decided by itself, never along with others. */
export const standsAlone = (tx: MessageTx, request: Role): boolean =>
  isRival(tx, request) || claimsSeveral(tx, request);
