import type { DistrictContext } from '../../bot/context.ts';
import type { Village } from '../../domain/areas.ts';
import { localDate, shortDate } from '../../domain/dates.ts';
import type { Instant } from '../../domain/ids.ts';
import { establishedIn } from '../../domain/progress.ts';
import { numberOf, UNITS } from '../../domain/units.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { kecamatan, roleName, statusMark, statusName, unitName, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';

/** A village's units with their status, since when they have it, and who reported it last; seen from above with its kecamatan. */
export function villageStatus({ tx, here, above }: DistrictContext, village: Village): Markup {
  const now = new Map(tx.ledger.village(village.code).map((row) => [row.unit, row]));
  const units = Object.fromEntries([...now].map(([unit, row]) => [unit, row.status]));
  const day = (at: Instant) => literal(shortDate(localDate(at, here.timeZone)));
  const rows = UNITS.map((unit) => {
    const row = now.get(unit);
    const common = {
      number: numberOf(unit),
      mark: statusMark(row?.status),
      unit: unitName(unit),
      status: statusName(row?.status),
    };
    if (!row) return say('checklist-row', common);
    const [since, last] = [day(row.since), day(row.at)];
    const reported = { ...common, since, role: roleName(row.role, village.code) };
    return last === since ? say('status-row', reported) : say('status-row-again', { ...reported, last });
  });
  const names = { village: villageLabel(village), established: establishedIn(units) };
  const head = above
    ? say('status-head-above', { ...names, district: kecamatan(here.area) })
    : say('checklist-head', names);
  return lines(head, ...rows);
}
