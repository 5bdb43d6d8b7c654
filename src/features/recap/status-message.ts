import { isUsing, percentOf, sumOfParts } from '../../domain/area-recap.ts';
import { localDateTime } from '../../domain/dates.ts';
import { ESTABLISHED_STATUSES, STATUSES, type Status, UNITS, type Unit } from '../../domain/units.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { capital, listed, statusName, unitName, villageWords } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { notUsing } from './area-outline.ts';
import { isDistrict, type Recap } from './labels.ts';
import { namesOf } from './message.ts';

/**
 * How many villages of an area of any level have each unit in each status; a village that never reported a unit has none. Of those that
 * do not use the bot nothing is known: they are named and not counted. `units`: those that are asked for; all, where none is.
 */
export function areaStatus(recap: Recap, units: readonly Unit[] = []): Markup {
  const n = villagesCounted(recap);
  const villages = isDistrict(recap) ? villageWords(recap.villages) : say('above-villages');
  return lines(
    say('status-area-head', namesOf(recap)),
    say('recap-as-of', { at: literal(localDateTime(recap.asOf, recap.timeZone)) }),
    n > 0 && say('status-area-counts', { n, villages }),
    ...(n > 0
      ? (units.length > 0 ? units : UNITS).map((unit) => unitRow(recap, [unit], unitName(unit)))
      : []),
    ...(n > 0 ? units.map((unit) => shareOf(recap, unit)) : []),
    n > 0 && units.length === 0 && unitRow(recap, UNITS, say('status-all-units')),
    !isDistrict(recap) && notUsing(recap),
  );
}

const villagesCounted = (recap: Recap): number =>
  isDistrict(recap) ? recap.villages.length : sumOfParts(recap.parts.filter(isUsing)).villages;

/** In how many villages a unit stands, in percent too. */
function shareOf(recap: Recap, unit: Unit): Markup {
  const of = villagesCounted(recap);
  const n = ESTABLISHED_STATUSES.reduce((sum, status) => sum + countWith(recap, unit, status), 0);
  return say('status-share', { unit: capital(unitName(unit)), n, of, percent: percentOf(n, of) });
}

/** How often a unit, or several together, are in each status. */
function unitRow(recap: Recap, units: readonly Unit[], name: Markup): Markup {
  const counts = STATUSES.toReversed().map((status) => ({
    n: units.reduce((sum, unit) => sum + countWith(recap, unit, status), 0),
    name: statusName(status),
  }));
  const none = villagesCounted(recap) * units.length - counts.reduce((sum, { n }) => sum + n, 0);
  const shown = [...counts, { n: none, name: statusName(undefined) }].filter(({ n }) => n > 0);
  return say('above-status-row', {
    unit: name,
    counts: listed(shown.map((each) => say('above-status-count', each))),
  });
}

const countWith = (recap: Recap, unit: Unit, status: Status): number =>
  isDistrict(recap)
    ? recap.villages.filter(({ units }) => units[unit] === status).length
    : recap.parts.reduce((sum, part) => sum + part.units[unit][status], 0);
