import { daysBetween, localDateTime, plainDate } from '../../domain/dates.ts';
import type { LocalDate } from '../../domain/ids.ts';
import { FEWEST_WEEKS, type Pace } from '../../domain/pace.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { join, lines, say } from '../../text/say.ts';

/** A wider band is told in parts of months: a day would promise too much. */
const DAYS_TOLD = 21;

/** The pace of an area in words: average, what is needed, when it is reached, and who stands still. */
export function paceText(pace: Pace, cooperative: Markup): Markup {
  const { reached, of, average, needed, still, deadline } = pace;
  return lines(
    say('pace-head', { cooperative, area: literal(pace.name) }),
    say('recap-as-of', { at: literal(localDateTime(pace.asOf, pace.timeZone)) }),
    say('pace-reached', { established: reached.at(-1)!.units, of }),
    average !== undefined && say('pace-average', { weeks: Math.min(pace.weeks, 4), n: average }),
    needed !== undefined &&
      needed > 0 &&
      say('pace-needed', { n: needed, date: literal(plainDate(deadline)) }),
    forecastLine(pace),
    still.length > 0 && say('pace-parts-still', { names: join(still.map((name) => literal(name))) }),
    pace.forecast.kind === 'band' && say('pace-caveat'),
  );
}

function forecastLine({ forecast, weeks }: Pace): Markup {
  switch (forecast.kind) {
    case 'young':
      return say('pace-young', { weeks, fewest: FEWEST_WEEKS });
    case 'still':
      return say('pace-still');
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
