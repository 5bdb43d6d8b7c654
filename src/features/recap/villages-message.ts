import type { AreaSummary } from '../../domain/area-recap.ts';
import { hasReports, isUsing, percentOf, unitsOf } from '../../domain/area-recap.ts';
import { type Bounds, isWithinBounds } from '../../domain/bounds.ts';
import { establishedIn, hasReported, type RecapTable, type RecapVillage } from '../../domain/progress.ts';
import { STATUSES, UNITS, type Unit } from '../../domain/units.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, partsName, statusName } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import type { RecapText } from './message.ts';

// Which villages, or parts of an area, have as much as is asked for.

/** So many villages of one number of units are named. */
const NAMED = 15;

interface Asked {
  readonly bounds?: Bounds | undefined;
  /** Those with the fewest units first. */
  readonly isWorstFirst?: boolean;
}

/**
 * The villages of some kecamatan by how many units they have, those that have the same together. A village that never reported has no
 * number: it is counted apart.
 */
export function villagesByUnits(
  area: Markup,
  tables: readonly RecapTable[],
  { bounds, isWorstFirst }: Asked,
): Markup {
  const all = tables.flatMap((table) => table.villages.map((village) => ({ village, table })));
  const reported = all.filter(({ village }) => hasReported(village));
  const never = all.length - reported.length;
  const counts = Array.from({ length: UNITS.length + 1 }, (_, n) => n).filter(
    (n) => !bounds || isWithinBounds(bounds, n, UNITS.length),
  );
  const row = (n: number): Markup | false => {
    const found = reported.filter(({ village }) => establishedIn(village.units) === n);
    return (
      found.length > 0 &&
      say('villages-row', { n, count: found.length, names: named(found, tables.length > 1) })
    );
  };
  const rows = (isWorstFirst ? counts : counts.toReversed()).map(row);
  const none = rows.every((each) => each === false) && say('villages-none', { area });
  return lines(
    say('villages-head', { area }),
    none,
    ...rows,
    never > 0 && say('villages-never', { n: never }),
  );
}

/** The villages of some kecamatan that have a unit, or are at it, by its status. */
export function villagesWith(tables: readonly RecapTable[], unit: Unit): readonly Markup[] {
  const all = tables.flatMap((table) => table.villages.map((village) => ({ village, table })));
  return STATUSES.toReversed()
    .filter((status) => status !== 'belum')
    .flatMap((status) => {
      const found = all.filter(({ village }) => village.units[unit] === status);
      const names = { status: statusName(status), names: named(found, tables.length > 1) };
      return found.length > 0 ? [say('villages-with', names)] : [];
    });
}

function named(
  found: readonly { readonly village: RecapVillage; readonly table: RecapTable }[],
  areSeveral: boolean,
): Markup {
  const names = found
    .slice(0, NAMED)
    .map(({ village, table }) =>
      areSeveral
        ? say('villages-name', { name: literal(village.name), district: literal(table.district.name) })
        : literal(village.name),
    );
  const more = found.length - names.length;
  return join(more > 0 ? [...names, say('changes-fallen-more', { n: more })] : names);
}

/** The parts of an area whose share of established units is within bounds. */
export function partsWithin(recap: AreaSummary, bounds: Bounds): RecapText {
  const using = recap.parts.filter(isUsing);
  const found = using.filter(
    (part) => hasReports(part) && isWithinBounds(bounds, part.established, unitsOf(part)),
  );
  const row = (part: (typeof found)[number], i: number) =>
    say('parts-within-row', {
      number: i + 1,
      name: literal(part.name),
      established: part.established,
      of: unitsOf(part),
      percent: percentOf(part.established, unitsOf(part)),
    });
  const silent = using.filter((part) => !hasReports(part));
  return {
    text: lines(
      say('parts-within-head', {
        parts: partsName(recap.area.level),
        area: areaName(recap.area),
        asked: say(`bounds-${bounds.is}`, { at: bounds.at }),
        count: found.length,
        of: using.length,
      }),
      ...found.map(row),
      silent.length > 0 && say('silent-never', { villages: join(silent.map(({ name }) => literal(name))) }),
      recap.area.level === 'regency' && say('parts-within-villages'),
      found.length > 0 && say('above-drill', { number: found.length }),
    ),
    context: { area: recap.area.code, parts: found.map(({ code }) => code) },
  };
}
