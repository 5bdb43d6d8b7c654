import {
  type DistrictRecap,
  establishedIn,
  hasReported,
  type RecapTable,
  totals,
} from '../../domain/progress.ts';
import { isEstablished, UNITS } from '../../domain/units.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { villageWords } from '../../text/phrases.ts';
import { EMPTY_LINE, join, say } from '../../text/say.ts';
import { changeClause, type Outline, reportingWords } from './outline.ts';

/** A kecamatan by its villages: a line for each that has reported, then the others, and how many villages have each unit. */
export function districtOutline(recap: DistrictRecap, isRanked: boolean): Outline {
  const counted = recap.villages
    .filter(hasReported)
    .map((village) => ({ village, established: establishedIn(village.units) }))
    .sort((a, b) => (isRanked ? b.established - a.established : a.established - b.established));
  const silent = recap.villages.filter((village) => !hasReported(village));
  return {
    facts:
      counted.length > 0
        ? facts(recap)
        : [say('recap-never', { n: recap.villages.length, villages: villageWords(recap.villages) })],
    rows: [
      isRanked && counted.length > 0 && say('recap-ranked'),
      ...counted.map(({ village, established: n }) =>
        say('recap-village', { village: literal(village.name), established: n }),
      ),
      silent.length > 0 && say('recap-silent', { villages: join(silent.map(({ name }) => literal(name))) }),
      ...(counted.length > 0 ? unitLines(recap) : []),
    ],
    context: {},
  };
}

function facts(recap: DistrictRecap): readonly Markup[] {
  const { villages, reported, week } = recap;
  const { established, of } = totals(recap);
  const change = changeClause(established - recap.establishedBefore, week ? 'week' : 'day');
  const reporting = { villages: villages.length, words: villageWords(villages) };
  return [
    ...(reported ? [reportingWords({ ...reported, ...reporting }, week)] : []),
    say('recap-total', { established, of, change }),
  ];
}

const unitLines = ({ villages }: RecapTable): readonly Markup[] => [
  EMPTY_LINE,
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
