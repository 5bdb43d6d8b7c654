import {
  type AreaRecap,
  type AreaSummary,
  isPartComplete,
  isUsing,
  type PartSummary,
  sumOfParts,
  unitsOf,
} from '../../domain/area-recap.ts';
import { localDateTime } from '../../domain/dates.ts';
import type { RecapTable } from '../../domain/progress.ts';
import { STATUSES, type Status, UNITS, type Unit } from '../../domain/units.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, listed, statusName, unitName } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { notUsing } from './area-outline.ts';
import { type RecapText, recapHead } from './message.ts';

/** Which parts still lack something, and how much. */
export function areaMissing(recap: AreaSummary): RecapText {
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
  statusCounts(recapHead(recap), recap, sumOfParts(recap.parts).villages, (unit, status) =>
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
    ' ' as Markup,
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
