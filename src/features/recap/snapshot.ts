import { addMs } from '../../domain/clock.ts';
import { daysBetween, instantAt, localDate } from '../../domain/dates.ts';
import type { DistrictScope, OpenArea } from '../../domain/district.ts';
import type { Instant, VillageCode } from '../../domain/ids.ts';
import type { RecapTable } from '../../domain/progress.ts';
import { isEstablished, type Status, type Unit } from '../../domain/units.ts';
import type { MessageTx } from '../../store/tx.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** What a recap needs of a kecamatan, which need not be open: its deadline may be that of the area above. */
interface Recapped extends Pick<DistrictScope, 'area' | 'timeZone'> {
  readonly opened: Pick<OpenArea, 'deadline'>;
}

/** The present state of a kecamatan, as the table that the message, picture, workbook and report are made from. */
export function recapTable(tx: MessageTx, here: Recapped, now: Instant): RecapTable {
  const byVillage = new Map<VillageCode, Partial<Record<Unit, Status>>>();
  for (const { village, unit, status } of tx.ledger.district(here.area.code)) {
    const units = byVillage.get(village) ?? {};
    units[unit] = status;
    byVillage.set(village, units);
  }
  const { code, name, regency, province, villages } = here.area;
  return {
    district: { code, name, regency, province },
    asOf: toMinute(now),
    timeZone: here.timeZone,
    deadline: here.opened.deadline,
    daysLeft: daysBetween(localDate(now, here.timeZone), here.opened.deadline),
    villages: villages.map((village) => ({ ...village, units: byVillage.get(village.code) ?? {} })),
  };
}

/** Rounds down to the minute, so that recaps within one minute are equal and share their files. */
export const toMinute = (at: Instant): Instant => `${at.slice(0, 16)}:00.000Z` as Instant;

/** How many more units are established than at the last local midnight; negative when there are fewer. */
export const changeToday = (tx: MessageTx, here: DistrictScope, recap: RecapTable): number =>
  changeSince(tx, here, recap, instantAt(localDate(recap.asOf, here.timeZone), 0, here.timeZone));

/** The same since seven days ago to the minute, so that recaps a week apart count nothing twice. */
export const changeInWeek = (tx: MessageTx, here: DistrictScope, recap: RecapTable): number =>
  changeSince(tx, here, recap, addMs(recap.asOf, -WEEK_MS));

function changeSince(tx: MessageTx, here: DistrictScope, recap: RecapTable, since: Instant): number {
  const now = new Map(recap.villages.map((village) => [village.code, village.units]));
  return tx.ledger
    .before(here.area.code, since)
    .reduce(
      (sum, { village, unit, status }) =>
        sum + Number(isEstablished(now.get(village)?.[unit])) - Number(isEstablished(status)),
      0,
    );
}
