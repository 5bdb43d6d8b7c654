import type { Area, Village } from './areas.ts';
import type { DistrictCode, Instant, LocalDate, VillageCode } from './ids.ts';

/** The kecamatan that a message is about. */
export interface DistrictScope {
  readonly area: Area;
  readonly district: District;
  /** IANA name. */
  readonly timeZone: string;
}

export const villageOf = (here: DistrictScope, code: VillageCode | string): Village | undefined =>
  here.area.villages.find((village) => village.code === code);

export interface District {
  readonly code: DistrictCode;
  readonly deadline: LocalDate;
  readonly deadlineSetAt: Instant;
  readonly reminders: boolean;
}
