import { localDateTime } from '../../domain/dates.ts';
import { establishedIn, hasReported, type RecapTable, totals } from '../../domain/progress.ts';
import { isEstablished, UNITS } from '../../domain/units.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { cooperatives, daysLeft, kecamatan, villageWords } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';

/**
 * The recap as a message: the totals, a line for each village with the least advanced first, the villages that never
 * reported, and how many villages have each unit. `change` says by how much that differs from before. `isRanked`: the most advanced first.
 */
export function recapText(
  recap: RecapTable,
  change: Markup,
  head = recapHead(recap),
  isRanked = false,
): Markup {
  const counted = recap.villages
    .filter(hasReported)
    .map((village) => ({ village, established: establishedIn(village.units) }))
    .sort((a, b) => (isRanked ? b.established - a.established : a.established - b.established));
  const silent = recap.villages.filter((village) => !hasReported(village));
  const { established, of } = totals(recap);
  return lines(
    head,
    say('recap-as-of', { at: literal(localDateTime(recap.asOf, recap.timeZone)) }),
    daysLeft(recap.deadline, recap.daysLeft),
    counted.length > 0
      ? say('recap-total', { established, of, change })
      : say('recap-never', { n: recap.villages.length, villages: villageWords(recap.villages) }),
    ' ' as Markup,
    ...counted.map(({ village, established: n }) =>
      say('recap-village', { village: literal(village.name), established: n }),
    ),
    silent.length > 0 && say('recap-silent', { villages: join(silent.map(({ name }) => literal(name))) }),
    ...(counted.length > 0 ? unitLines(recap) : []),
  );
}

const unitLines = ({ villages }: RecapTable): readonly Markup[] => [
  ' ' as Markup,
  say('recap-of-villages', { n: villages.length, villages: villageWords(villages) }),
  join(
    UNITS.map((unit) =>
      say('recap-unit', {
        unit: say(`unit-short-${unit}`),
        n: villages.filter((village) => isEstablished(village.units[unit])).length,
      }),
    ),
    ' · ',
  ),
];

/** How many more units are established than at the last midnight, in words. */
export function dailyChange(change: number): Markup {
  if (change > 0) return say('recap-up', { n: change });
  return change < 0 ? say('recap-down', { n: -change }) : say('recap-same');
}

/** How many more units are established than a week ago, in words. */
export function weeklyChange(change: number): Markup {
  if (change > 0) return say('recap-week-up', { n: change });
  return change < 0 ? say('recap-week-down', { n: -change }) : say('recap-week-same');
}

export const recapHead = (recap: RecapTable): Markup =>
  say('recap-head', {
    cooperative: cooperatives(recap),
    district: kecamatan(recap.district),
  });
