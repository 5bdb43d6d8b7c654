import {
  type AreaRecap,
  type AreaSummary,
  hasReports,
  isPartComplete,
  isUsing,
  type OnTime,
  type PartSummary,
  sumOfParts,
  unitsOf,
} from '../../domain/area-recap.ts';
import { dayAndMonth, localDateTime } from '../../domain/dates.ts';
import type { RecapTable } from '../../domain/progress.ts';
import { STATUSES, type Status, UNITS, type Unit } from '../../domain/units.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, daysLeft, listed, partsName, statusName, unitName } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { reportingWords, spanOf } from './area-labels.ts';
import { recapHead } from './message.ts';

/** So many parts without the bot are named; of more than these only the number is said. */
const NAMED = 15;
const SPACE = ' ' as Markup;

/** A recap's text, and what a reply to it is about. */
export interface AreaText {
  readonly text: Markup;
  readonly context: PromptContext;
}

export const areaHead = (recap: AreaSummary): Markup => say('above-head', { area: areaName(recap.area) });

/**
 * The recap of an area above the kecamatan: who reports, what is established, then a numbered line for each part, and at the end
 * the parts that do not use the bot.
 */
export function areaText(recap: AreaSummary, parts = recap.parts): AreaText {
  const using = parts.filter(isUsing);
  return {
    text: lines(
      areaHead(recap),
      ...summaryLines(recap),
      SPACE,
      using.some(hasReports) && say('above-parts-head', { parts: partsName(recap.area.level) }),
      ...using.map((part, i) => partRow(part, i + 1)),
      notUsing(recap),
      using.length > 0 && SPACE,
      using.length > 0 && say('above-drill', { number: using.length }),
    ),
    context: { area: recap.area.code, parts: inNumberOrder(parts).map(({ code }) => code) },
  };
}

/** Parts by the numbers that they have: a picture numbers those that do not use the bot too, behind the others. */
export const inNumberOrder = (parts: readonly PartSummary[]): readonly PartSummary[] =>
  parts.toSorted(usingFirst);

const usingFirst = (a: PartSummary, b: PartSummary): number => Number(isUsing(b)) - Number(isUsing(a));

/** The moment, the deadline, who reports and how much is established. */
export function summaryLines(recap: AreaSummary): readonly Markup[] {
  const sum = sumOfParts(recap.parts);
  const { onTime } = recap;
  return [
    say('recap-as-of', { at: literal(localDateTime(recap.asOf, recap.timeZone)) }),
    daysLeft(recap.deadline, recap.daysLeft),
    reportingWords(recap),
    ...(onTime ? [onTimeWords(onTime, sum.villages)] : []),
    ...(hasReports(sum)
      ? [
          say('above-total', {
            established: sum.established,
            of: unitsOf(sum),
            change: changeWords(sum.established - sum.establishedBefore, recap.week !== undefined),
          }),
        ]
      : []),
  ];
}

const onTimeWords = (onTime: OnTime, villages: number): Markup =>
  say('above-on-time', {
    date: literal(dayAndMonth(onTime.reminder)),
    week: spanOf(onTime),
    count: onTime.villages,
    villages,
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

/** By how much the last seven days, or the full week told of, changed what is established. */
function changeWords(change: number, isWeek: boolean): Markup {
  const span = isWeek ? say('above-span-week') : say('above-span-days');
  if (change > 0) return say('above-up', { span, n: change });
  return change < 0 ? say('above-down', { span, n: -change }) : say('above-same', { span });
}

/** Which parts still lack something, and how much. */
export function areaMissing(recap: AreaSummary): AreaText {
  const lacking = recap.parts.filter((part) => isUsing(part) && !isPartComplete(part));
  const context = { area: recap.area.code, parts: lacking.map(({ code }) => code), drill: 'belum' } as const;
  if (lacking.length === 0 && recap.parts.every(isUsing))
    return { text: say('missing-none', { villages: say('above-villages') }), context };
  return {
    text: lines(
      say('missing-head', { district: areaName(recap.area) }),
      ...lacking.map((part, i) => missingRow(part, i + 1)),
      notUsing(recap),
      lacking.length > 0 && say('above-drill', { number: lacking.length }),
    ),
    context,
  };
}

/** What a part lacks, as the list of a reminder or of /belum has it. */
function missingRow(part: PartSummary, number: number): Markup {
  const missing = unitsOf(part) - part.established;
  const silent = part.villages - part.reporting;
  const row = say('above-missing', { number, name: literal(part.name), missing });
  return silent > 0 ? say('above-missing-silent', { row, silent }) : row;
}

/** How many villages of an area have each unit in each status; a village that never reported a unit has none. */
export const areaStatus = (recap: AreaRecap): Markup =>
  statusCounts(areaHead(recap), recap, sumOfParts(recap.parts).villages, (unit, status) =>
    recap.parts.reduce((sum, part) => sum + part.units[unit][status], 0),
  );

/** The same of a kecamatan. */
export const districtStatus = (recap: RecapTable): Markup =>
  lines(
    statusCounts(
      recapHead(recap),
      recap,
      recap.villages.length,
      (unit, status) => recap.villages.filter(({ units }) => units[unit] === status).length,
    ),
    SPACE,
    say('recap-below-how'),
  );

function statusCounts(
  head: Markup,
  { asOf, timeZone }: Pick<RecapTable, 'asOf' | 'timeZone'>,
  villages: number,
  count: (unit: Unit, status: Status) => number,
): Markup {
  const rows = UNITS.map((unit) => {
    const counts = STATUSES.toReversed().map((status) => ({
      n: count(unit, status),
      name: statusName(status),
    }));
    const none = villages - counts.reduce((sum, { n }) => sum + n, 0);
    const shown = [...counts, { n: none, name: statusName(undefined) }].filter(({ n }) => n > 0);
    return say('above-status-row', {
      unit: unitName(unit),
      counts: listed(shown.map((each) => say('above-status-count', each))),
    });
  });
  return lines(head, say('recap-as-of', { at: literal(localDateTime(asOf, timeZone)) }), ...rows);
}

/** The parts with the highest share of established units first. */
export const ranked = <Part extends PartSummary>(parts: readonly Part[]): readonly Part[] =>
  [...parts].sort((a, b) => b.established / unitsOf(b) - a.established / unitsOf(a));
