import type { AreaCode, Instant, LocalDate, UpperCode } from './ids.ts';
import { type Counts, ESTABLISHED_STATUSES, UNITS, type UnitCounts } from './units.ts';
import type { UpperLevel } from './upper-areas.ts';
import type { Week } from './weeks.ts';

/** The state of a kabupaten, a province or the nation at one moment, without its units: what its text needs. */
export interface AreaSummary<Part extends PartSummary = PartSummary> {
  readonly area: { readonly code: UpperCode; readonly level: UpperLevel; readonly name: string };
  readonly asOf: Instant;
  /** The full week that it tells of, with the moment at its end; undefined where it tells of the last seven days. */
  readonly week?: Week | undefined;
  /** IANA name of the reader's zone. */
  readonly timeZone: string;
  readonly deadline: LocalDate;
  /** As in the recap of a kecamatan. */
  readonly daysLeft: number;
  readonly toldOn?: LocalDate | undefined;
  /** Where it is told: for the latest reminder. */
  readonly onTime?: OnTime | undefined;
  /** By what needs attention: those that are behind first; those that do not use the bot last. */
  readonly parts: readonly Part[];
}

/** How many villages needed no reminder: they had reported in the week before its day. */
export interface OnTime extends Week {
  readonly reminder: LocalDate;
  readonly villages: number;
}

/** The same with the units: picture, workbook and page are made from it. */
export type AreaRecap = AreaSummary<RecapPart>;

/** A part of an area, one level down: a kecamatan of a kabupaten, a kabupaten of a province. */
export interface PartSummary {
  readonly code: AreaCode;
  readonly name: string;
  /** All its villages, those of kecamatan without the bot included. */
  readonly villages: number;
  /** How many of its kecamatan use the bot. */
  readonly districts: { readonly open: number; readonly of: number };
  /** Villages that have ever reported, that have in the seven days told of, and that had in the seven days before those. */
  readonly reporting: number;
  /** Villages that had ever reported before the seven days told of. */
  readonly reportingBefore: number;
  readonly recent: number;
  readonly recentBefore: number;
  /** Units that are established, and that were before the seven days told of. */
  readonly established: number;
  readonly establishedBefore: number;
}

export interface RecapPart extends PartSummary {
  readonly units: UnitCounts;
}

export const establishedOf = (counts: Counts): number =>
  ESTABLISHED_STATUSES.reduce((sum, status) => sum + counts[status], 0);

/** A part where the bot is not used is never shown as zero. */
export const isUsing = (part: PartSummary): boolean => part.districts.open > 0;

/** How many units a part has. */
export const unitsOf = ({ villages }: Pick<PartSummary, 'villages'>): number => villages * UNITS.length;

/** How many of a hundred, rounded; rounding must not claim "100 %" while something is missing. */
export const percentOf = (established: number, of: number): number =>
  established < of ? Math.min(99, Math.round((100 * established) / of)) : 100;

/** Where nothing was ever reported there are no figures. */
export const hasReports = (part: Pick<PartSummary, 'reporting'>): boolean => part.reporting > 0;

export const isPartComplete = (part: PartSummary): boolean => part.established === unitsOf(part);

const SUMMED = [
  'villages',
  'reporting',
  'recent',
  'recentBefore',
  'established',
  'establishedBefore',
] as const;

/** The sums of an area's parts. */
export function sumOfParts(parts: readonly PartSummary[]): Readonly<Record<(typeof SUMMED)[number], number>> {
  const sum = (key: (typeof SUMMED)[number]) => parts.reduce((total, part) => total + part[key], 0);
  return Object.fromEntries(SUMMED.map((key) => [key, sum(key)])) as ReturnType<typeof sumOfParts>;
}

/** How many units of an area's parts are established, out of how many. */
export function totalsOf(parts: readonly PartSummary[]): {
  readonly established: number;
  readonly of: number;
} {
  const { established, villages } = sumOfParts(parts);
  return { established, of: unitsOf({ villages }) };
}

/** Those that are behind first, by the share of their units that is established and then of their villages that reports. */
export const byAttention = <Part extends PartSummary>(parts: readonly Part[]): readonly Part[] =>
  [...parts].sort(
    (a, b) =>
      Number(isUsing(b)) - Number(isUsing(a)) ||
      a.established / unitsOf(a) - b.established / unitsOf(b) ||
      a.recent / a.villages - b.recent / b.villages ||
      (a.code < b.code ? -1 : 1),
  );
