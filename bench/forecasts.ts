import { daysBetween } from '../src/domain/dates.ts';
import type { LocalDate } from '../src/domain/ids.ts';
import { forecast, seeded } from '../src/domain/pace.ts';

const TODAY = '2027-01-04' as LocalDate;
const DAYS = 7;

/** Of so many generated histories, the share whose day of completion lay in the forecast's band, before it and after it. */
export interface Coverage {
  readonly held: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Back-tests the forecast over generated histories: areas of different pace and steadiness, whose weekly gains are drawn from a gamma
 * distribution and do not change in kind. The forecast sees so many weeks; the history goes on until all units stand.
 */
export function coverage(histories: number, weeks: number): Coverage {
  const random = seeded(`forecasts ${weeks}`);
  const counts = { held: 0, before: 0, after: 0 };
  for (let i = 0; i < histories; i++) {
    const mean = 10 + 50 * random();
    const shape = 1 + 5 * random();
    const gain = () => Math.round((mean / shape) * gamma(shape, random));
    const weekly = Array.from({ length: weeks }, gain);
    const missing = Math.round(mean * (4 + 16 * random()));
    const found = forecast({ today: TODAY, reached: 0, of: missing, weekly }, `history ${i}`);
    const truth = daysUntil(missing, gain);
    if (found.kind !== 'band' || truth > daysBetween(TODAY, found.to)) counts.after += 1;
    else if (truth < daysBetween(TODAY, found.from)) counts.before += 1;
    else counts.held += 1;
  }
  const share = (count: number) => count / histories;
  return { held: share(counts.held), before: share(counts.before), after: share(counts.after) };
}

function daysUntil(missing: number, gain: () => number): number {
  let left = missing;
  for (let week = 0; ; week++) {
    const more = gain();
    if (more >= left) return Math.ceil(week * DAYS + (DAYS * left) / more);
    left -= more;
  }
}

/** A draw from a gamma distribution of a shape of at least 1 (Marsaglia and Tsang, 2000). */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
