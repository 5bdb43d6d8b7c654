import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../bench/forecasts.ts';
import { addDays, daysBetween } from '../src/domain/dates.ts';
import type { LocalDate } from '../src/domain/ids.ts';
import { averageOf, forecast } from '../src/domain/pace.ts';

const TODAY = '2027-01-04' as LocalDate;
const progress = (weekly: readonly number[], missing = 300) => ({
  today: TODAY,
  reached: 700,
  of: 700 + missing,
  weekly,
});

describe('the forecast', () => {
  it.each([8, 6, 4])('holds the day in four of five generated histories, going by %i weeks', (weeks) => {
    const { held } = coverage(1500, weeks);
    expect(held).toBeGreaterThanOrEqual(0.75);
    expect(held).toBeLessThanOrEqual(0.85);
  });

  it('gives the same band for the same seed, and another for another', () => {
    const weekly = [38, 12, 50, 41, 3, 60, 22, 35];
    expect(forecast(progress(weekly), '14.03 a')).toEqual(forecast(progress(weekly), '14.03 a'));
    expect(forecast(progress(weekly), '14.03 a')).not.toEqual(forecast(progress(weekly), '14.03 b'));
  });

  it('is a day where all weeks are alike, and goes by the last eight alone', () => {
    const found = forecast(progress([0, 0, 0, ...Array<number>(8).fill(30)]), 'x');
    expect(found).toEqual({ kind: 'band', from: '2027-03-15', to: '2027-03-15' });
    expect(daysBetween(TODAY, '2027-03-15' as LocalDate)).toBe(70);
  });

  it('has the day in its band that follows from the average of the same weeks, whatever the weeks were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 8 }),
        fc.integer({ min: 1, max: 900 }),
        (weekly, missing) => {
          const found = forecast(progress(weekly, missing), 'x');
          if (found.kind !== 'band') return;
          const day = addDays(TODAY, Math.ceil((7 * missing) / averageOf(weekly)));
          expect([found.from, day, found.to]).toEqual([found.from, day, found.to].toSorted());
        },
      ),
      { seed: 19, numRuns: 300 },
    );
  });

  it('says why there is none', () => {
    expect(forecast(progress([30, 30, 30]), 'x')).toEqual({ kind: 'young' });
    expect(forecast(progress([0, 0, 0, 0]), 'x')).toEqual({ kind: 'still' });
    expect(forecast(progress([5, -5, 5, -5, 0]), 'x')).toEqual({ kind: 'still' });
    expect(forecast(progress([200, 0, 0, 0, 0, 0, 0, 0]), 'x')).toEqual({ kind: 'uneven' });
    expect(forecast(progress([30, 30, 30, 30], 0), 'x')).toEqual({ kind: 'reached' });
  });
});
