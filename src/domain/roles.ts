import type { UpperArea, UpperLevel } from './upper-areas.ts';

/**
 * The roles of a village, the usual ones first. Heads exclude each other: a village has one of them at a time. `kades` heads a
 * desa under any title (keuchik, wali nagari, in Yogyakarta lurah: `titles.ts`); pj, plt and plh act for a head. `pengurus`
 * are the cooperative's own officers, its chair among them; `ba` is a business assistant, who holds the role in each village
 * that is given to him.
 */
export const VILLAGE_ROLES = [
  'kades',
  'lurah',
  'pj',
  'plt',
  'plh',
  'sekdes',
  'seklur',
  'operator',
  'pengurus',
  'ba',
  'bendahara',
  'bpd',
  'bumdes',
  'pendamping',
] as const;
export const DISTRICT_ROLES = ['camat', 'kasi'] as const;
/** The roles above the kecamatan, by the level of their area; the one that an invitation gives comes first. */
export const UPPER_ROLES = {
  regency: ['kadis_koperasi', 'kadis_pmd', 'bupati', 'walikota', 'sekretaris_dinas', 'kabid', 'satgas'],
  province: ['dinas', 'gubernur', 'sekretaris_dinas', 'kabid', 'satgas'],
  nation: ['kementerian', 'satgas'],
} as const satisfies Readonly<Record<UpperLevel, readonly string[]>>;
export type UpperRole = (typeof UPPER_ROLES)[UpperLevel][number];
export type VillageRole = (typeof VILLAGE_ROLES)[number];
export type DistrictRole = (typeof DISTRICT_ROLES)[number];
export type RoleKind = VillageRole | DistrictRole | UpperRole;

/** The roles of an area above the kecamatan: a bupati heads a kabupaten, a wali kota a kota. */
export function upperRolesOf({ level, name }: Pick<UpperArea, 'level' | 'name'>): readonly UpperRole[] {
  const elsewhere = name.startsWith('Kota') ? 'bupati' : 'walikota';
  const roles: readonly UpperRole[] = UPPER_ROLES[level];
  return roles.filter((role) => role !== elsewhere);
}

/** Of these those that several people may hold in an area: whoever heads it gives them and takes them back. */
const ASSISTANTS: readonly RoleKind[] = ['sekretaris_dinas', 'kabid', 'satgas'];

const ACTING = ['pj', 'plt', 'plh'] as const;
export type ActingRole = (typeof ACTING)[number];
const HEADS: readonly RoleKind[] = ['kades', 'lurah', ...ACTING];
const REPORTERS: readonly RoleKind[] = [...HEADS, 'sekdes', 'seklur', 'operator', 'pengurus', 'ba'];

/** Whether a role heads a village, so that a second head replaces the first. */
export const isHead = (kind: RoleKind): boolean => HEADS.includes(kind);
/** Whether a role heads a village until it has a head again. */
export const isActing = (kind: RoleKind): kind is ActingRole =>
  (ACTING as readonly RoleKind[]).includes(kind);
/** Whether a role may report for the village that it is held in; the other village roles read. */
export const isReporter = (kind: RoleKind): boolean => REPORTERS.includes(kind);
/** Whether a role follows up a whole kecamatan and may report for any of its villages. */
export const isCoordinator = (kind: RoleKind): boolean =>
  (DISTRICT_ROLES as readonly RoleKind[]).includes(kind);

/** What only a desa has, or only a kelurahan. */
const ONLY_IN: Readonly<Partial<Record<VillageRole, 'desa' | 'kelurahan'>>> = {
  kades: 'desa',
  sekdes: 'desa',
  bendahara: 'desa',
  bpd: 'desa',
  bumdes: 'desa',
  lurah: 'kelurahan',
  seklur: 'kelurahan',
};

/** Whether a role is held above the kecamatan: it reads what lies below, invites one level down, and never reports. */
export const isUpper = (kind: RoleKind): kind is UpperRole =>
  Object.values(UPPER_ROLES).some((roles) => (roles as readonly RoleKind[]).includes(kind));

/** Whether a role assists those who head an area above the kecamatan. */
export const isAssistant = (kind: RoleKind): boolean => ASSISTANTS.includes(kind);

/** The roles that exist in a village of that kind, the usual one first. */
export const rolesIn = (kind: 'desa' | 'kelurahan'): readonly VillageRole[] =>
  VILLAGE_ROLES.filter((role) => (ONLY_IN[role] ?? kind) === kind);
