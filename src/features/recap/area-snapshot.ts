import { type AreaRecap, type AreaSummary, byAttention } from '../../domain/area-recap.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { AreaCode, Instant } from '../../domain/ids.ts';
import type { Week } from '../../domain/weeks.ts';
import type { MessageTx } from '../../store/tx.ts';
import { type Moment, type PartFigures, readCounts, readFigures } from './area-counts.ts';
import { momentOf } from './snapshot.ts';

/**
 * The state of a kabupaten, a province or the nation without its units: now, beside seven days ago, or at the end of a full week, beside
 * its beginning. Of two weeks that follow one another the later recap begins where the earlier one ends. `counted`: its parts, where
 * they were counted before.
 */
export const areaSummary = (
  tx: MessageTx,
  scope: UpperScope,
  now: Instant,
  week?: Week,
  counted = readFigures(tx, scope.area, { now, week }),
): AreaSummary => summaryOf(scope, { now, week }, counted);

/** The same with the units. */
export const areaRecap = (
  tx: MessageTx,
  scope: UpperScope,
  now: Instant,
  week?: Week,
  counted = readCounts(tx, scope.area, { now, week }),
): AreaRecap => summaryOf(scope, { now, week }, counted);

function summaryOf<Counted extends PartFigures>(
  scope: UpperScope,
  { now, week }: Moment,
  counted: ReadonlyMap<AreaCode, Counted>,
) {
  const { area } = scope;
  const parts = area.parts.map(({ code, name, districts, villages }) => {
    const { open, ...counts } = counted.get(code)!;
    return { code, name, villages, districts: { open, of: districts }, ...counts };
  });
  return {
    area: { code: area.code, level: area.level, name: area.name },
    ...momentOf(scope, now, week),
    parts: byAttention(parts),
  };
}
