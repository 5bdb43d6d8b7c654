import { type AreaCode, type DistrictCode, districtOf, type UpperCode, type VillageCode } from './ids.ts';
import type { Actor, Role } from './people.ts';
import { isAssistant, isCoordinator, isReporter, isUpper } from './roles.ts';
import { isWithin, parentOf } from './upper-areas.ts';

/** The role by which an actor may report for a village, one of the village before one of the kecamatan; undefined for none. */
export const reportingRole = (actor: Actor, village: VillageCode): Role | undefined =>
  actor.roles.find((role) => role.area === village && isReporter(role.kind)) ??
  actor.roles.find((role) => role.area === districtOf(village) && isCoordinator(role.kind));

/** Whether an actor may report for a village. `record.ts` asks this for every row that enters the ledger. */
export const mayReport = (actor: Actor, village: VillageCode): boolean =>
  reportingRole(actor, village) !== undefined;

/** Whether an actor is camat or Kasi PMD of the kecamatan. */
export const mayCoordinate = (actor: Actor, district: DistrictCode): boolean =>
  actor.roles.some((role) => role.area === district && isCoordinator(role.kind));

/** Whether an actor is camat, who alone hands over the office, appoints the kasi and unlinks the group. */
export const isCamat = (actor: Actor, district: DistrictCode): boolean =>
  actor.roles.some((role) => role.area === district && role.kind === 'camat');

/** Whether an actor may give this role, decide on a request for it, or take it back. */
export function mayDecideOn(actor: Actor, role: Pick<Role, 'kind' | 'area'>): boolean {
  if (isAssistant(role.kind) && mayHead(actor, role.area as AreaCode)) return true;
  if (isUpper(role.kind)) return mayInvite(actor, role.area as AreaCode);
  return isCoordinator(role.kind)
    ? isCamat(actor, role.area as DistrictCode)
    : mayCoordinate(actor, districtOf(role.area as VillageCode));
}

/** Whether an actor holds a role above the kecamatan in that area itself. */
export const mayOversee = (actor: Actor, area: AreaCode): boolean =>
  actor.roles.some((role) => role.area === area && isUpper(role.kind));

/**
 * Whether an actor heads an area above the kecamatan: people who assist there read and invite, and neither give and take its roles nor set
 * its deadline, its reminders and what is shown below, nor unlink its group.
 */
export const mayHead = (actor: Actor, area: AreaCode): boolean =>
  actor.roles.some((role) => role.area === area && isUpper(role.kind) && !isAssistant(role.kind));

/** Whether an actor may invite the leader of an area: people who hold a role one level above may. */
export function mayInvite(actor: Actor, area: AreaCode): boolean {
  const parent = parentOf(area);
  return parent !== undefined && mayOversee(actor, parent);
}

/** The areas above the kecamatan in which an actor holds a role. */
export const overseenAreas = (actor: Actor): readonly UpperCode[] => [
  ...new Set(actor.roles.filter(({ kind }) => isUpper(kind)).map((role) => role.area as UpperCode)),
];

/** The roles that an actor holds in an area and in what lies below it. */
export const rolesWithin = (actor: Actor, area: AreaCode): readonly Role[] =>
  actor.roles.filter((role) => isWithin(role.area, area));

/** The villages that an actor reports for by roles held in them. */
export const ownVillages = (actor: Actor, district: DistrictCode): readonly VillageCode[] => [
  ...new Set(
    actor.roles
      .filter((role) => isReporter(role.kind) && districtOf(role.area as VillageCode) === district)
      .map((role) => role.area as VillageCode),
  ),
];

/** Whether an actor may report for any village of a kecamatan. */
export const mayReportIn = (actor: Actor, district: DistrictCode): boolean =>
  mayCoordinate(actor, district) || ownVillages(actor, district).length > 0;

/** The kecamatan in which an actor holds any role. */
export const ownDistricts = (actor: Actor): readonly DistrictCode[] => [
  ...new Set(
    actor.roles.filter(({ kind }) => !isUpper(kind)).map((role) => districtOf(role.area as VillageCode)),
  ),
];
