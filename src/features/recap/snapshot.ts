import { dayNumberOf, daysBetween, instantAt, lastMinuteOf, localDate } from '../../domain/dates.ts';
import type { DistrictScope, OpenArea } from '../../domain/district.ts';
import type { DistrictCode, Instant, VillageCode } from '../../domain/ids.ts';
import { type DistrictRecap, type RecapTable, totals } from '../../domain/progress.ts';
import { isEstablished, type Status, type Unit } from '../../domain/units.ts';
import { type Week, weekBefore, weekEnd, weekStart } from '../../domain/weeks.ts';
import type { MessageTx } from '../../store/tx.ts';

/** What a recap needs of a kecamatan, which need not be open: its deadline may be that of the area above. */
interface Recapped extends Pick<DistrictScope, 'area' | 'timeZone'> {
  readonly opened: Pick<OpenArea, 'deadline'>;
}

/** The state of a kecamatan now, or at the end of a week, as the table that its files are made from. */
export function recapTable(tx: MessageTx, here: Recapped, now: Instant, week?: Week): RecapTable {
  const byVillage = new Map<VillageCode, Partial<Record<Unit, Status>>>();
  const put = (rows: readonly { village: VillageCode; unit: Unit; status: Status | undefined }[]): void => {
    for (const { village, unit, status } of rows) {
      const units = byVillage.get(village) ?? {};
      if (status) units[unit] = status;
      else delete units[unit];
      byVillage.set(village, units);
    }
  };
  put(tx.ledger.district(here.area.code));
  if (week) put(tx.ledger.before(here.area.code, weekEnd(week)));
  const { code, name, regency, province, villages } = here.area;
  return {
    district: { code, name, regency, province },
    ...momentOf(here, now, week),
    villages: villages.map((village) => ({ ...village, units: byVillage.get(village.code) ?? {} })),
  };
}

/** The moment of a recap of any level, now or the end of a week, and how far it is from there to the deadline. */
export function momentOf(
  { timeZone, opened: { deadline } }: Omit<Recapped, 'area'>,
  now: Instant,
  week?: Week,
) {
  const asOf = week ? lastMinuteOf(week.to) : toMinute(now);
  const daysLeft = daysBetween(localDate(asOf, timeZone), deadline);
  return { asOf, ...(week && { week }), timeZone, deadline, daysLeft };
}

/** A recap that is told by itself counts to the deadline from the day on which people read it, and names that day. */
export function toldAt<Recap extends Pick<RecapTable, 'asOf' | 'timeZone' | 'deadline' | 'daysLeft'>>(
  recap: Recap,
  now: Instant,
): Recap & Pick<RecapTable, 'toldOn'> {
  const today = localDate(now, recap.timeZone);
  if (today === localDate(recap.asOf, recap.timeZone)) return recap;
  return { ...recap, daysLeft: daysBetween(today, recap.deadline), toldOn: today };
}

/** The same beside the last local midnight, or beside the week before, so that recaps a week apart count nothing twice. */
export function districtRecap(tx: MessageTx, here: DistrictScope, now: Instant, week?: Week): DistrictRecap {
  const { code } = here.area;
  const recap = recapTable(tx, here, now, week);
  const midnight = instantAt(localDate(recap.asOf, here.timeZone), 0, here.timeZone);
  return {
    ...recap,
    establishedBefore: establishedBefore(tx, recap, week ? weekStart(week) : midnight),
    ...(week && {
      reported: {
        recent: reportedIn(tx, code, week),
        recentBefore: reportedIn(tx, code, weekBefore(week.from)),
      },
    }),
  };
}

/** How many units were established before a moment that lies before a recap's. */
function establishedBefore(tx: MessageTx, recap: RecapTable, since: Instant): number {
  const then = new Map(recap.villages.map((village) => [village.code, village.units]));
  return tx.ledger
    .before(recap.district.code, since)
    .reduce(
      (sum, { village, unit, status }) =>
        sum + Number(isEstablished(status)) - Number(isEstablished(then.get(village)?.[unit])),
      totals(recap).established,
    );
}

/** How many villages reported in a week. */
const reportedIn = (tx: MessageTx, code: DistrictCode, { to }: Week): number =>
  tx.counters.days(code, code.length, dayNumberOf(to)).reduce((sum, { recent }) => sum + recent, 0);

/** Rounds down to the minute, so that recaps within one minute are equal and share their files. */
export const toMinute = (at: Instant): Instant => `${at.slice(0, 16)}:00.000Z` as Instant;
