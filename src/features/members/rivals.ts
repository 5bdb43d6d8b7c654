import { type DistrictCode, platformOf, type UserRef } from '../../domain/ids.ts';
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

/**
 * Which of the open requests of a kecamatan (`open`: all of them) are decided by themselves, never along with others: those to lead a village
 * that compete with another one, or with the head that the village has, and those of an account that asks for more than one village.
 */
export function standingAlone(
  tx: MessageTx,
  code: DistrictCode,
  open: readonly Role[],
): (request: Role) => boolean {
  const asked = tx.people.villagesAsked(code);
  const villagesOf = ({ person }: Role): number => asked.get(person) ?? 0;
  const heads = byVillage(tx.people.holders(code));
  const claims = byVillage(open.filter((request) => villagesOf(request) <= MOST_VILLAGES));
  // On another platform the rival may be the same person, which a person has to tell.
  const isOthers = (people: ReadonlySet<Role['person']> = new Set(), { person }: Role): boolean =>
    people.size > (people.has(person) ? 1 : 0);
  const isRival = (request: Role): boolean =>
    isHead(request.kind) &&
    (isOthers(claims.get(request.area), request) || isOthers(heads.get(request.area), request));
  return (request) => villagesOf(request) > 1 || isRival(request);
}

/** Who leads, or asks to lead, each village. */
function byVillage(roles: readonly Role[]): ReadonlyMap<Role['area'], ReadonlySet<Role['person']>> {
  const people = new Map<Role['area'], Set<Role['person']>>();
  for (const { kind, area, person } of roles) {
    if (!isHead(kind)) continue;
    people.set(area, (people.get(area) ?? new Set()).add(person));
  }
  return people;
}
