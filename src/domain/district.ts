import type { Area, Village } from './areas.ts';
import type { DistrictCode, Instant, LocalDate, VillageCode } from './ids.ts';

/** The kecamatan that a message is about. */
export interface DistrictScope {
  readonly area: Area;
  readonly district: District;
  /** IANA name. */
  readonly timeZone: string;
}

/** The village of that code in the kecamatan; undefined where it has none. */
export const villageOf = (here: DistrictScope, code: VillageCode | string): Village | undefined =>
  here.area.villages.find((village) => village.code === code);

export interface District {
  readonly code: DistrictCode;
  readonly deadline: LocalDate;
  readonly deadlineSetAt: Instant;
  readonly reminders: boolean;
}

/**
 * The next 15 May, that day included: the deadline that the Bupati set for the programme's first year (rakor of
 * 5 May 2025), kept as the yearly mark.
 */
export function nextDeadline(today: LocalDate): LocalDate {
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-05-15` as LocalDate;
  return today <= thisYear ? thisYear : (`${year + 1}-05-15` as LocalDate);
}
