import type { Area, Village } from './areas.ts';
import type { AreaCode, Instant, LocalDate, VillageCode } from './ids.ts';
import type { UpperArea } from './upper-areas.ts';

/** The kecamatan that a message is about. */
export interface DistrictScope {
  readonly area: Area;
  readonly opened: OpenArea;
  /** IANA name. */
  readonly timeZone: string;
}

/** The village of that code in the kecamatan; undefined where it has none. */
export const villageOf = (here: DistrictScope, code: VillageCode | string): Village | undefined =>
  here.area.villages.find((village) => village.code === code);

/** A kabupaten, a province or the nation that a message is about. */
export interface UpperScope {
  readonly area: UpperArea;
  readonly opened: OpenArea;
  /** IANA name. */
  readonly timeZone: string;
}

/** True for a kecamatan, which has villages; the areas above have parts. */
export const isDistrictScope = (scope: DistrictScope | UpperScope): scope is DistrictScope =>
  'villages' in scope.area;

/** What was decided for an area that is in use. */
export interface OpenArea {
  readonly code: AreaCode;
  readonly deadline: LocalDate;
  readonly deadlineSetAt: Instant;
  readonly reminders: boolean;
  /** Camat and Kasi PMD of its kecamatan may see its recap. */
  readonly shownBelow: boolean;
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
