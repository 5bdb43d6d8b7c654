import { daysBetween, localDateTime, plainDate } from '../../domain/dates.ts';
import type { LocalDate } from '../../domain/ids.ts';
import { FEWEST_WEEKS, type Pace } from '../../domain/pace.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { join, lines, say } from '../../text/say.ts';

/** A wider band is told in parts of months: a day would promise too much. */
const DAYS_TOLD = 21;
const WEEK = 7;

/** The pace of an area in words: average, what is needed, when it is reached, and who stands still. */
export function paceText(pace: Pace, cooperative: Markup): Markup {
  const { reached, of, still } = pace;
  return lines(
    say('pace-head', { cooperative, area: literal(pace.name) }),
    say('recap-as-of', { at: literal(localDateTime(pace.asOf, pace.timeZone)) }),
    say('pace-reached', { established: reached.at(-1)!.units, of }),
    averageLine(pace),
    neededLine(pace),
    forecastLine(pace),
    still.length > 0 && say('pace-parts-still', { names: join(still.map((name) => literal(name))) }),
    pace.forecast.kind === 'band' && say('pace-caveat'),
  );
}

/** By how much it rose a week, over the weeks that the forecast goes by. */
function averageLine({ average, reached }: Pace): Markup | undefined {
  if (average === undefined) return undefined;
  const weeks = reached.length - 1;
  if (average === 0) return say('pace-average-none', { weeks });
  const n = literal(perWeek(Math.abs(average)));
  return average > 0 ? say('pace-average', { weeks, n }) : say('pace-average-down', { weeks, n });
}

/** "38", "2,4": small averages with a tenth, so that what follows from them can be followed. */
const perWeek = (n: number): string =>
  n.toLocaleString('id-ID', { maximumFractionDigits: n < 10 ? 1 : 0, minimumFractionDigits: 0 });

/** What is needed to the deadline: a week where there is one left, otherwise in the days that are left. */
function neededLine({ reached, of, deadline, daysLeft }: Pace): Markup | undefined {
  const missing = of - reached.at(-1)!.units;
  if (missing === 0 || daysLeft < 0) return undefined;
  const date = literal(plainDate(deadline));
  if (daysLeft === 0) return say('pace-needed-today', { n: missing, date });
  if (daysLeft < WEEK) return say('pace-needed-days', { n: missing, days: daysLeft, date });
  return say('pace-needed', { n: Math.ceil((missing * WEEK) / daysLeft), date });
}

function forecastLine({ forecast, weeks }: Pace): Markup {
  switch (forecast.kind) {
    case 'young':
      return say('pace-young', { weeks, fewest: FEWEST_WEEKS });
    case 'still':
      return say('pace-still');
    case 'uneven':
      return say('pace-uneven');
    case 'reached':
      return say('pace-done');
    case 'band': {
      const { from, to } = forecast;
      if (from === to) return say('pace-day', { date: literal(plainDate(from)) });
      const [first, last] =
        daysBetween(from, to) <= DAYS_TOLD
          ? [literal(plainDate(from)), literal(plainDate(to))]
          : [roughly(from), roughly(to)];
      return first === last
        ? say('pace-about', { date: first })
        : say('pace-band', { from: first, to: last });
    }
  }
}

/** "akhir Januari 2027" */
function roughly(date: LocalDate): Markup {
  const day = Number(date.slice(8));
  const part = day <= 10 ? 'early' : day <= 20 ? 'middle' : 'late';
  return say(`pace-${part}`, { month: literal(plainDate(date).replace(/^\d+ /, '')) });
}
