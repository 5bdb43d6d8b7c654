import {
  type AreaSummary,
  hasReports,
  isPartComplete,
  isUsing,
  type OnTime,
  type PartSummary,
  sumOfParts,
  unitsOf,
} from '../../domain/area-recap.ts';
import { dateSpan, dayAndMonth } from '../../domain/dates.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { partsName } from '../../text/phrases.ts';
import { join, say } from '../../text/say.ts';
import { changeClause, type Outline, reportingWords } from './outline.ts';

/** So many parts without the bot are named; of more than these only the number is said. */
const NAMED = 15;
/** So many of those that are behind are named beside a picture. */
const ATTENTION = 3;

/** An area above the kecamatan by its parts: a numbered line for each, and at the end those that do not use the bot. */
export function areaOutline(recap: AreaSummary, isRanked: boolean): Outline {
  const parts = isRanked ? ranked(recap.parts) : recap.parts;
  const using = parts.filter(isUsing);
  const behind = using.filter((part) => !isPartComplete(part)).slice(0, ATTENTION);
  return {
    facts: facts(recap),
    rows: [
      isRanked && using.some(hasReports) && say('recap-ranked'),
      using.some(hasReports) && partsHead(recap),
      ...using.map((part, i) => partRow(part, i + 1)),
      notUsing(recap),
      using.length > 0 && say('above-drill', { number: using.length }),
    ],
    brief: [
      behind.length > 0 && say('above-attention', { names: join(behind.map(({ name }) => literal(name))) }),
      notUsing(recap),
    ],
    context: { area: recap.area.code, parts: inNumberOrder(parts).map(({ code }) => code) },
  };
}

/** Parts by the numbers that they have: a picture numbers those that do not use the bot too, behind the others. */
export const inNumberOrder = (parts: readonly PartSummary[]): readonly PartSummary[] =>
  parts.toSorted((a, b) => Number(isUsing(b)) - Number(isUsing(a)));

/** The parts with the highest share of established units first. */
export const ranked = <Part extends PartSummary>(parts: readonly Part[]): readonly Part[] =>
  parts.toSorted((a, b) => b.established / unitsOf(b) - a.established / unitsOf(a));

function facts(recap: AreaSummary): readonly Markup[] {
  const sum = sumOfParts(recap.parts);
  const { onTime, week } = recap;
  return [
    areaReporting(recap),
    ...(onTime ? [onTimeWords(onTime, sum.villages)] : []),
    ...(hasReports(sum)
      ? [
          say('above-total', {
            established: sum.established,
            of: unitsOf(sum),
            change: changeClause(sum.established - sum.establishedBefore, week ? 'week' : 'days'),
          }),
        ]
      : []),
  ];
}

/** How many villages of an area report. */
export function areaReporting({ parts, week }: AreaSummary): Markup {
  const sum = sumOfParts(parts);
  const words = say('above-villages');
  return hasReports(sum)
    ? reportingWords({ ...sum, words }, week)
    : say('recap-never', { n: sum.villages, villages: words });
}

const onTimeWords = (onTime: OnTime, villages: number): Markup =>
  say('above-on-time', {
    date: literal(dayAndMonth(onTime.reminder)),
    week: literal(dateSpan(onTime.from, onTime.to)),
    count: onTime.villages,
    villages,
  });

const partsHead = ({ area: { level }, week }: AreaSummary): Markup =>
  say('above-parts-head', {
    parts: partsName(level),
    span: week ? say('recap-span-week') : say('recap-span-days'),
  });

function partRow(part: PartSummary, number: number): Markup {
  const { established, recent, villages, districts } = part;
  const name = literal(part.name);
  if (!hasReports(part)) return say('above-part-silent', { number, name });
  const row = say('above-part', { number, name, established, of: unitsOf(part), recent, villages });
  return districts.open < districts.of && districts.of > 1
    ? say('above-part-partly', { row, open: districts.open, of: districts.of })
    : row;
}

/** The parts that do not use the bot, by name where they are few. */
export function notUsing({ area, parts }: AreaSummary): Markup | undefined {
  const without = parts.filter((part) => !isUsing(part));
  if (without.length === 0) return undefined;
  // Nothing is known of their villages, which are of the whole that the sums are out of.
  const { villages } = sumOfParts(without);
  const of = sumOfParts(parts).villages;
  return without.length > NAMED
    ? say('above-not-using-count', { count: without.length, parts: partsName(area.level), villages, of })
    : say('above-not-using', {
        parts: partsName(area.level),
        names: join(without.map(({ name }) => literal(name))),
        villages,
        of,
      });
}
