import type { DistrictCode, Instant, LocalDate, VillageCode } from './ids.ts';
import { isEstablished, type Status, UNITS, type Unit } from './units.ts';
import type { Week } from './weeks.ts';

/** The state of a kecamatan at one moment; text, picture, sheet and page of that moment are made from it. */
export interface RecapTable {
  readonly district: {
    readonly code: DistrictCode;
    readonly name: string;
    /** "Kabupaten Bengkalis" or "Kota Dumai". */
    readonly regency: string;
    readonly province: string;
  };
  readonly asOf: Instant;
  /** The full week that it tells of, with the moment at its end; undefined where it tells of the present. */
  readonly week?: Week | undefined;
  /** Villages that reported in the week that it tells of, and in the one before, where that is told; a recap of the present tells of the day. */
  readonly reported?: { readonly recent: number; readonly recentBefore: number } | undefined;
  /** IANA name of the kecamatan's zone, `Asia/Jakarta`. */
  readonly timeZone: string;
  readonly deadline: LocalDate;
  /** Whole days from the local date of its data, or from `toldOn`, to the deadline; negative once it has passed. */
  readonly daysLeft: number;
  /** The local date on which it is told, where that is not the date of its data. */
  readonly toldOn?: LocalDate | undefined;
  /** In the order of the villages' codes. */
  readonly villages: readonly RecapVillage[];
  /** The ledger, newest first, where the file shows it (xlsx). */
  readonly history?: readonly RecapHistory[];
  /** What was decided, newest first. */
  readonly acts?: readonly RecapAct[];
}

/** The same beside how it stood before: what its text needs. */
export interface DistrictRecap extends RecapTable {
  /** Units that were established when the day began, or the week that it tells of. */
  readonly establishedBefore: number;
}

export interface RecapVillage {
  readonly code: VillageCode;
  readonly name: string;
  readonly kind: 'desa' | 'kelurahan';
  /** The status of each unit that was ever reported; a missing key is "belum lapor", not `belum`. */
  readonly units: Partial<Readonly<Record<Unit, Status>>>;
}

/** A decision in words: when, about which village (or the kecamatan), what, by which role. */
export interface RecapAct {
  readonly at: Instant;
  readonly area: string;
  readonly what: string;
  readonly by: string;
}

export interface RecapHistory {
  readonly at: Instant;
  readonly village: string;
  readonly unit: Unit;
  readonly status: Status;
  /** The reporter's role as people call it ("kepala desa"), never a name or a number. */
  readonly by: string;
  readonly reversed: boolean;
}

/** How many of a village's units are established. */
export const establishedIn = (units: RecapVillage['units']): number =>
  UNITS.filter((unit) => isEstablished(units[unit])).length;

/** The units that a village still lacks, in the official order. */
export const lacking = (units: RecapVillage['units']): readonly Unit[] =>
  UNITS.filter((unit) => !isEstablished(units[unit]));

/** The villages that lack something and have reported, those that lack the same together, in the order of the first. */
export function lackingAlike(
  villages: readonly RecapVillage[],
): readonly { readonly units: readonly Unit[]; readonly villages: readonly RecapVillage[] }[] {
  const groups = new Map<string, { units: readonly Unit[]; villages: RecapVillage[] }>();
  for (const village of villages.filter(hasReported)) {
    const units = lacking(village.units);
    const group = groups.get(units.join()) ?? { units, villages: [] };
    group.villages.push(village);
    groups.set(units.join(), group);
  }
  return [...groups.values()].filter(({ units }) => units.length > 0);
}

export const hasReported = (village: RecapVillage): boolean => Object.keys(village.units).length > 0;

export const isComplete = (recap: RecapTable): boolean =>
  recap.villages.every((village) => lacking(village.units).length === 0);

/** Established units of a whole kecamatan, and of how many. */
export const totals = (recap: RecapTable): { readonly established: number; readonly of: number } => ({
  established: recap.villages.reduce((sum, village) => sum + establishedIn(village.units), 0),
  of: recap.villages.length * UNITS.length,
});
