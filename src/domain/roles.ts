/** The roles of a village. Heads exclude each other: a village has one of them at a time. */
export const VILLAGE_ROLES = [
  'kades',
  'lurah',
  'pj',
  'sekdes',
  'seklur',
  'operator',
  'bpd',
  'bumdes',
  'pendamping',
] as const;
export const DISTRICT_ROLES = ['camat', 'kasi'] as const;
export type VillageRole = (typeof VILLAGE_ROLES)[number];
export type DistrictRole = (typeof DISTRICT_ROLES)[number];
export type RoleKind = VillageRole | DistrictRole;

const HEADS: readonly RoleKind[] = ['kades', 'lurah', 'pj'];
const REPORTERS: readonly RoleKind[] = [...HEADS, 'sekdes', 'seklur', 'operator'];

/** Whether a role heads a village, so that a second head replaces the first. */
export const isHead = (kind: RoleKind): boolean => HEADS.includes(kind);
/** Whether a role may report for the village that it is held in; the other village roles read. */
export const isReporter = (kind: RoleKind): boolean => REPORTERS.includes(kind);
/** Whether a role follows up a whole kecamatan and may report for any of its villages. */
export const isCoordinator = (kind: RoleKind): boolean =>
  (DISTRICT_ROLES as readonly RoleKind[]).includes(kind);

/** The roles that exist in a village of that kind, the usual one first. */
export const rolesIn = (kind: 'desa' | 'kelurahan'): readonly VillageRole[] =>
  VILLAGE_ROLES.filter((role) =>
    kind === 'desa'
      ? role !== 'lurah' && role !== 'seklur'
      : role !== 'kades' && role !== 'sekdes' && role !== 'bpd',
  );
