import { area } from '../src/domain/areas.ts';
import type {
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  UserRef,
  VillageCode,
} from '../src/domain/ids.ts';
import { type Status, UNITS } from '../src/domain/units.ts';
import type { Store } from '../src/store/store.ts';
import { type Person, person, type Stage } from './stage.ts';

/** Names and words of people in the kecamatan, which never go up. */
export const BELOW = {
  camat: 'Zulkarnain Camat',
  kades: 'Wiranto Kades',
  text: 'sdh berdiri kemarin, kata Pak Wiranto',
} as const;

/** Kecamatan of Bengkalis that report: how many units their first villages have, village by village. */
const REPORTS: Readonly<Record<string, readonly number[]>> = {
  '14.03.16': [7, 5, 2, 1],
  '14.03.09': [3],
  '14.03.11': [1, 1],
};

/** Opens Kabupaten Bengkalis in the stage's group; gives its Kadis. */
export async function openRegency(stage: Stage): Promise<Person> {
  const kadis = person(stage, 'Ibu Kadis');
  await kadis.says(`/mulai ${stage.invitation('14.03')}`).hears('Kabupaten Bengkalis sudah aktif');
  return kadis;
}

/** Opens a kecamatan whose kades reports in a group of its own. */
export function openDistrict(store: Store, code: string, at: Instant): void {
  store.transaction((tx) => {
    tx.chats.open(code as DistrictCode, '2027-05-15' as LocalDate, at);
    const camat = tx.people.findOrAdd([`telegram:camat-${code}` as UserRef], BELOW.camat);
    tx.people.give(camat, 'camat', code as DistrictCode, at);
  });
}

/** The villages of a kecamatan report so many units each. */
export function report(
  store: Store,
  code: string,
  villages: readonly VillageCode[],
  units: readonly number[],
  at: Instant,
  status: Status = 'berdiri',
): void {
  store.transaction((tx) => {
    for (const [i, count] of units.entries()) {
      const village = villages[i]!;
      const kades = tx.people.findOrAdd([`telegram:kades-${village}` as UserRef], BELOW.kades);
      const message = `telegram:-${code.replaceAll('.', '')}:${village}-${at}` as MessageRef;
      const entry = { person: kades, at, recordedAt: at, message, text: BELOW.text };
      for (const unit of UNITS.slice(0, count)) tx.ledger.add(village, unit, status, 'kades', entry);
    }
  });
}

/** When the three kecamatan of `REPORTS` report: the morning on which a stage begins. */
export const REPORTED_AT = '2027-04-01T02:00:00.000Z' as Instant;

/** Three kecamatan of the kabupaten report. */
export function threeReport(stage: Stage): void {
  for (const [code, units] of Object.entries(REPORTS)) {
    openDistrict(stage.store, code, REPORTED_AT);
    const villages = area(code as DistrictCode)!.villages.map((village) => village.code);
    report(stage.store, code, villages, units, REPORTED_AT);
  }
}

/** Opens the kabupaten, of which three kecamatan report; gives its Kadis. */
export async function openReportingRegency(stage: Stage): Promise<Person> {
  const kadis = await openRegency(stage);
  threeReport(stage);
  return kadis;
}
