import { addDays, daysBetween, instantAt, localDate } from '../../domain/dates.ts';
import type { DistrictScope, OpenArea } from '../../domain/district.ts';
import type { Instant, VillageCode } from '../../domain/ids.ts';
import type { RecapTable } from '../../domain/progress.ts';
import { isEstablished, type Status, type Unit } from '../../domain/units.ts';
import type { MessageTx } from '../../store/tx.ts';

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

/** How many more units are established than at the local midnight `days` before the last one; negative when there are fewer. */
export function changeSince(tx: MessageTx, here: DistrictScope, recap: RecapTable, days: number): number {
  const since = addDays(localDate(recap.asOf, here.timeZone), -days);
  const midnight = instantAt(since, 0, here.timeZone);
  const now = new Map(recap.villages.map((village) => [village.code, village.units]));
  return tx.ledger
    .before(here.area.code, midnight)
    .reduce(
      (sum, { village, unit, status }) =>
        sum + Number(isEstablished(now.get(village)?.[unit])) - Number(isEstablished(status)),
      0,
    );
}
