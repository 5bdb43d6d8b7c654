import { establishedOf } from '../../domain/area-recap.ts';
import { dayNumber, dayNumberOf } from '../../domain/dates.ts';
import type { AreaCode, Instant, UpperCode } from '../../domain/ids.ts';
import { eachUnit, NO_COUNTS, type UnitCounts } from '../../domain/units.ts';
import { PART_LENGTH, type UpperArea } from '../../domain/upper-areas.ts';
import type { Span, Week } from '../../domain/weeks.ts';
import type { DayCounts } from '../../store/counters.ts';
import type { Store } from '../../store/store.ts';
import type { MessageTx } from '../../store/tx.ts';

const WEEK = 7;

/** What is counted of one part of an area; `open`: its kecamatan that use the bot. See `PartSummary`. */
export interface PartFigures {
  readonly open: number;
  readonly reporting: number;
  readonly reportingBefore: number;
  readonly recent: number;
  readonly recentBefore: number;
  readonly established: number;
  readonly establishedBefore: number;
}

/** The same with how many of its villages have each unit in each status. */
export interface PartCounts extends PartFigures {
  readonly units: UnitCounts;
}

/** When an area is counted: now, beside seven days ago, or at the end of a full week or of other days, beside their beginning. */
export interface Moment {
  readonly now: Instant;
  readonly week?: Week | undefined;
  readonly span?: Span | undefined;
}

/** Counts the parts of an area without their units. */
export function readFigures(
  { counters }: MessageTx,
  area: UpperArea,
  moment: Moment,
): ReadonlyMap<AreaCode, PartFigures> {
  const [day, earlier] = daysOf(moment);
  const [then, before] = [byPart(area, day, counters.days), byPart(area, earlier, counters.days)];
  return new Map(area.parts.map(({ code }) => [code, figuresOf(then.get(code), before.get(code))]));
}

/** The same with the units. */
export function readCounts(
  { counters }: MessageTx,
  area: UpperArea,
  moment: Moment,
): ReadonlyMap<AreaCode, PartCounts> {
  const [day, earlier] = daysOf(moment);
  const [then, before] = [byPart(area, day, counters.daysByUnit), byPart(area, earlier, counters.days)];
  return new Map(
    area.parts.map(({ code }) => {
      const counts = then.get(code);
      return [code, { ...figuresOf(counts, before.get(code)), units: counts?.units ?? NO_UNITS }];
    }),
  );
}

/**
 * The same, one part at a time, so that others have their turn in between. A week that is over is counted as at once; without one, each
 * part is counted as it is at its turn.
 */
export function* countInSteps(
  store: Pick<Store, 'read'>,
  area: UpperArea,
  moment: Moment,
): Generator<void, ReadonlyMap<AreaCode, PartCounts>, void> {
  const counts = new Map<AreaCode, PartCounts>();
  for (const part of area.parts) {
    const alone = { ...area, code: part.code as UpperCode, parts: [part] };
    for (const [code, counted] of store.read((tx) => readCounts(tx, alone, moment)))
      counts.set(code, counted);
    yield;
  }
  return counts;
}

const NO_UNITS = eachUnit(() => NO_COUNTS);

interface Day {
  readonly number: number;
  readonly isToday: boolean;
}

/** The day at whose end an area is counted, and the one beside which it is told. */
function daysOf({ now, week, span }: Moment): readonly [Day, Day] {
  const last = span?.to ?? week?.to;
  const today = dayNumber(now);
  const day = last ? dayNumberOf(last) : today;
  const dated = (number: number) => ({ number, isToday: number >= today });
  return [dated(day), dated(span ? dayNumberOf(span.from) - 1 : day - WEEK)];
}

const byPart = <Counted extends DayCounts>(
  { code, level }: UpperArea,
  { number, isToday }: Day,
  count: (area: AreaCode, length: number, day: number, isToday: boolean) => readonly Counted[],
): ReadonlyMap<AreaCode, Counted> =>
  new Map(count(code, PART_LENGTH[level], number, isToday).map((row) => [row.code, row]));

const figuresOf = (counts: DayCounts | undefined, before: DayCounts | undefined): PartFigures => ({
  open: counts?.districts ?? 0,
  reporting: counts?.reporting ?? 0,
  reportingBefore: before?.reporting ?? 0,
  recent: counts?.recent ?? 0,
  recentBefore: before?.recent ?? 0,
  established: counts ? establishedOf(counts) : 0,
  establishedBefore: before ? establishedOf(before) : 0,
});
