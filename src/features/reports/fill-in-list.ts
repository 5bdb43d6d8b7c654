import type { DistrictContext } from '../../bot/context.ts';
import { instantAt, localTime, parseDate } from '../../domain/dates.ts';
import type { DistrictScope } from '../../domain/district.ts';
import type { Instant, VillageCode } from '../../domain/ids.ts';
import type { RecapTable, RecapVillage } from '../../domain/progress.ts';
import { type Row, type Status, UNITS, type Unit } from '../../domain/units.ts';
import type { UnitStatus } from '../../store/unit-status.ts';
import type { Content } from '../../text/content.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { kecamatan, statusMark, statusName, unitName } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import type { Understood } from './decide.ts';

/** Villages in one message. Each message has the time, so that it can be filled in and sent back by itself. */
const VILLAGES_A_MESSAGE = 25;

/** What stands behind a unit in the list; when the list is read back, each is understood as the status that it stands for. */
const SIGNS: Readonly<Record<Status, (status: Status) => Markup>> = {
  belum: statusMark,
  proses: statusName,
  berdiri: statusMark,
  beroperasi: statusName,
};

/** The group's fill-in list: villages numbered, units with their state, and the time that it is of. */
export function fillInLists(recap: RecapTable): readonly Content[] {
  const numbered = recap.villages.map((village, i) => row(village, i + 1));
  const { date, minute } = localTime(recap.asOf, recap.timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  const at = `${date.split('-').toReversed().join('-')} ${two(Math.floor(minute / 60))}.${two(minute % 60)}`;
  const head = lines(
    say('list-head', { district: kecamatan(recap.district) }),
    say('list-as-of', { at: literal(at) }),
  );
  const pages = Array.from({ length: Math.ceil(numbered.length / VILLAGES_A_MESSAGE) }, (_, i) =>
    numbered.slice(i * VILLAGES_A_MESSAGE, (i + 1) * VILLAGES_A_MESSAGE),
  );
  return pages.map((page) => ({ text: lines(head, ...page, say('list-how')) }));
}

function row({ name, units }: RecapVillage, number: number): Markup {
  const states = UNITS.flatMap((unit) => {
    const status = units[unit];
    return status ? say('list-unit', { unit: unitName(unit), status: SIGNS[status](status) }) : [];
  });
  return say('list-row', { number, village: literal(name), units: join(states) });
}

/** The moment that a list carries, `23-11-2026 16.05` by the clocks of the kecamatan. */
function listTime(here: DistrictScope, asOf: string | undefined): Instant | undefined {
  const [day = '', clock = ''] = asOf?.split(' ') ?? [];
  const date = parseDate(day);
  const [hour = Number.NaN, minute = Number.NaN] = clock.split('.').map(Number);
  return date && hour < 24 && minute < 60 ? instantAt(date, hour * 60 + minute, here.timeZone) : undefined;
}

/**
 * The rows of a returned list that report something: those that differ from the store, and in an edited list those that
 * its earlier version reported. Units that were reported, or taken back, after the list was written are `stale` and stay as they are.
 */
export function listChanges(
  { tx, here, message, now }: DistrictContext,
  rows: readonly Understood[],
  asOf: string | undefined,
): { readonly changed: readonly Understood[]; readonly stale: readonly Unit[] } {
  const written = listTime(here, asOf);
  const own = new Set(message.edits ? tx.ledger.ofMessage(message.edits).map(({ id }) => id) : []);
  const changed: Understood[] = [];
  const stale: Unit[] = [];
  const isStale = (row: Row<VillageCode>, current: UnitStatus | undefined) =>
    written !== undefined &&
    ((current && current.at > written) || tx.ledger.isTakenBackSince(row, written, now));
  for (const row of rows as readonly (Understood & Row<VillageCode>)[]) {
    const current = tx.ledger.current(row.village, row.unit);
    if (current && own.has(current.report)) changed.push(row);
    else if (current?.status === row.status) continue;
    else if (isStale(row, current)) stale.push(row.unit);
    else changed.push(row);
  }
  return { changed, stale };
}
