import type { Here } from '../command.ts';
import type { RecapTable, RecapVillage } from '../content.ts';
import { daysBetween, instantAt, localDate } from '../dates.ts';
import type { Instant, VillageCode } from '../ids.ts';
import type { Store } from '../store/store.ts';
import { isEstablished, type Status, UNITS, type Unit } from '../units.ts';

/** The state of a kecamatan now, as one table that text, picture, sheet and page are made from. */
export function recapTable(store: Store, here: Here, now: Instant): RecapTable {
  const byVillage = new Map<VillageCode, Partial<Record<Unit, Status>>>();
  for (const { village, unit, status } of store.ledger.district(here.area.code)) {
    const units = byVillage.get(village) ?? {};
    units[unit] = status;
    byVillage.set(village, units);
  }
  const { code, name, regency, province, villages } = here.area;
  return {
    district: { code, name, regency, province },
    asOf: toMinute(now),
    timeZone: here.timeZone,
    deadline: here.district.deadline,
    daysLeft: daysBetween(localDate(now, here.timeZone), here.district.deadline),
    villages: villages.map((village) => ({ ...village, units: byVillage.get(village.code) ?? {} })),
  };
}

/** A recap is of a minute: asked for again within it, it is the same, and so is its picture. */
const toMinute = (at: Instant): Instant => `${at.slice(0, 16)}:00.000Z` as Instant;

/** How many of a village's units are established, 0 to 7. */
export const establishedIn = (units: RecapVillage['units']): number =>
  UNITS.filter((unit) => isEstablished(units[unit])).length;

/** The units that a village still lacks, in the official order. */
export const lacking = (units: RecapVillage['units']): readonly Unit[] =>
  UNITS.filter((unit) => !isEstablished(units[unit]));

export const hasReported = (village: RecapVillage): boolean => Object.keys(village.units).length > 0;

export const isComplete = (recap: RecapTable): boolean =>
  recap.villages.every((village) => lacking(village.units).length === 0);

/** Established units of a whole kecamatan, and of how many. */
export const totals = (recap: RecapTable): { readonly established: number; readonly of: number } => ({
  established: recap.villages.reduce((sum, village) => sum + establishedIn(village.units), 0),
  of: recap.villages.length * UNITS.length,
});

/** How many more units are established now than at the last local midnight; negative when there are fewer. */
export function changeToday(store: Store, here: Here, recap: RecapTable): number {
  const midnight = instantAt(localDate(recap.asOf, here.timeZone), 0, here.timeZone);
  const now = new Map(recap.villages.map((village) => [village.code, village.units]));
  return store.ledger
    .before(here.area.code, midnight)
    .reduce(
      (sum, { village, unit, status }) =>
        sum + Number(isEstablished(now.get(village)?.[unit])) - Number(isEstablished(status)),
      0,
    );
}
