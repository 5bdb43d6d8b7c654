import { establishedOf } from '../../domain/area-recap.ts';
import { countryNames } from '../../domain/areas.ts';
import { dayNumber, dayNumberOf } from '../../domain/dates.ts';
import type { AreaCode, Instant } from '../../domain/ids.ts';
import { type Counts, NO_COUNTS, STATUSES, UNITS, type Unit } from '../../domain/units.ts';
import { isWithin, levelOf, PART_LENGTH, type UpperArea } from '../../domain/upper-areas.ts';
import { type Span, type Week, weekEnd } from '../../domain/weeks.ts';
import type { Store } from '../../store/store.ts';
import type { MessageTx } from '../../store/tx.ts';

const WEEK = 7;

/** What is counted of one part of an area; `open`: its kecamatan that use the bot. See `PartSummary`. */
export type PartFigures = Readonly<Record<(typeof FIGURES)[number], number>>;
const FIGURES = [
  'open',
  'reporting',
  'reportingBefore',
  'recent',
  'recentBefore',
  'established',
  'establishedBefore',
] as const;

/** The same with how many of its villages have each unit in each status. */
export type PartCounts = PartFigures & { readonly units: Readonly<Record<Unit, Counts>> };

/** When an area is counted: now, beside seven days ago, or at the end of a full week or of other days, beside their beginning. */
export interface Moment {
  readonly now: Instant;
  readonly week?: Week | undefined;
  readonly span?: Span | undefined;
}

/** Counts the parts of an area without their units; with a `place` that lies in it, only what that adds to them. */
export function readFigures(
  tx: MessageTx,
  area: UpperArea,
  { now, week, span }: Moment,
  place: AreaCode = area.code,
): ReadonlyMap<AreaCode, PartFigures> {
  const last = span?.to ?? week?.to;
  const today = dayNumber(now);
  const day = last ? dayNumberOf(last) : today;
  const byCode = (on: number) =>
    new Map(tx.counters.days(place, PART_LENGTH[area.level], on, on >= today).map((row) => [row.code, row]));
  const [then, before] = [byCode(day), byCode(span ? dayNumberOf(span.from) - 1 : day - WEEK)];
  return new Map(
    partsWith(area, place).map((code) => {
      const [counts, earlier] = [then.get(code), before.get(code)];
      const figures: PartFigures = {
        open: counts?.districts ?? 0,
        reporting: counts?.reporting ?? 0,
        reportingBefore: earlier?.reporting ?? 0,
        recent: counts?.recent ?? 0,
        recentBefore: earlier?.recent ?? 0,
        established: counts ? establishedOf(counts) : 0,
        establishedBefore: earlier ? establishedOf(earlier) : 0,
      };
      return [code, figures];
    }),
  );
}

/** The same with the units. */
export function readCounts(
  tx: MessageTx,
  area: UpperArea,
  moment: Moment,
  place: AreaCode = area.code,
): ReadonlyMap<AreaCode, PartCounts> {
  const units = unitsOf(tx, area, moment, place);
  const figures = [...readFigures(tx, area, moment, place)];
  return new Map(figures.map(([code, each]) => [code, { ...each, units: units.get(code)! }]));
}

/**
 * The same, one kabupaten at a time, so that others have their turn in between: a busy week of the country takes a second. A week
 * that is over is counted as at once; without one, each kabupaten is counted as it is at its turn.
 */
export function* countInSteps(
  store: Pick<Store, 'read'>,
  area: UpperArea,
  moment: Moment,
): Generator<void, ReadonlyMap<AreaCode, PartCounts>, void> {
  const counts = new Map<AreaCode, PartCounts>(area.parts.map(({ code }) => [code, NOTHING]));
  for (const place of regenciesIn(area.code)) {
    for (const [code, more] of store.read((tx) => readCounts(tx, area, moment, place)))
      counts.set(code, plus(counts.get(code)!, more));
    yield;
  }
  return counts;
}

const regenciesIn = (area: AreaCode): readonly AreaCode[] =>
  (Object.keys(countryNames()) as AreaCode[]).filter(
    (code) => levelOf(code) === 'regency' && isWithin(code, area),
  );

/** The parts of an area that a place in it lies in, or that lie in the place. */
const partsWith = (area: UpperArea, place: AreaCode): readonly AreaCode[] =>
  area.parts.map(({ code }) => code).filter((code) => isWithin(code, place) || isWithin(place, code));

const byUnit = (counts: (unit: Unit) => Counts): Record<Unit, Counts> =>
  Object.fromEntries(UNITS.map((unit) => [unit, counts(unit)])) as Record<Unit, Counts>;

const NOTHING: PartCounts = {
  ...(Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as PartFigures),
  units: byUnit(() => NO_COUNTS),
};

const plus = (one: PartCounts, other: PartCounts): PartCounts => ({
  ...added(FIGURES, one, other),
  units: byUnit((unit) => added(STATUSES, one.units[unit], other.units[unit])),
});

type Numbers<Key extends string> = Readonly<Record<Key, number>>;

const added = <Key extends string>(keys: readonly Key[], one: Numbers<Key>, other: Numbers<Key>) =>
  Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as Numbers<Key>;

/** How many villages of each part have each unit in each status. */
type PartUnits = ReadonlyMap<AreaCode, Record<Unit, Counts>>;

function unitsOf(tx: MessageTx, area: UpperArea, { week }: Moment, place: AreaCode): PartUnits {
  // Each part by itself: one statement that groups all by their parts has to sort the whole country.
  const units = new Map(
    partsWith(area, place).map((code) => {
      const counts = tx.counters.units(isWithin(place, code) ? place : code);
      const found = new Map(counts.map(({ unit, ...each }) => [unit, each]));
      return [code, byUnit((unit) => found.get(unit) ?? NO_COUNTS)];
    }),
  );
  if (week) takeBackSince(tx, area, week, place, units);
  return units;
}

/** Takes out of the units what was recorded after a week. */
function takeBackSince(
  tx: MessageTx,
  { level }: UpperArea,
  week: Week,
  place: AreaCode,
  units: PartUnits,
): void {
  for (const district of tx.counters.changedAfter(place, dayNumberOf(week.to))) {
    const part = units.get(district.slice(0, PART_LENGTH[level]) as AreaCode)!;
    for (const { unit, status: before, now } of tx.ledger.before(district, weekEnd(week))) {
      const counts = { ...part[unit] };
      if (now) counts[now] -= 1;
      if (before) counts[before] += 1;
      part[unit] = counts;
    }
  }
}
