import { performance } from 'node:perf_hooks';
import { findScope, findUpperScope } from '../../src/bot/scope.ts';
import { countryNames } from '../../src/domain/areas.ts';
import {
  type DistrictCode,
  type Instant,
  type LocalDate,
  type MessageRef,
  NATION,
  type UserRef,
  type VillageCode,
} from '../../src/domain/ids.ts';
import { UNITS } from '../../src/domain/units.ts';
import { upperArea } from '../../src/domain/upper-areas.ts';
import { areaRecap } from '../../src/features/recap/area-snapshot.ts';
import { recapTable } from '../../src/features/recap/snapshot.ts';
import { openStore } from '../../src/store/store.ts';
import { type Figure, median } from '../figures.ts';
import { coverage } from '../forecasts.ts';

const AT = '2027-04-01T02:00:00.000Z' as Instant;
const NOW = '2027-04-12T02:00:00.000Z' as Instant;
const HISTORIES = 5000;
const ROUNDS = 25;
/** Every kecamatan has so many villages that report so many units. */
const VILLAGES = 3;

/** Recaps above the kecamatan with the whole nation in the store, and the forecast's back-test. */
export function above(): readonly Figure[] {
  const { held, before, after } = coverage(HISTORIES, 8);
  const store = openStore(':memory:');
  const districts = Object.keys(countryNames()).filter((code) => code.length === 8) as DistrictCode[];
  store.transaction((tx) => {
    tx.chats.open(NATION, '2027-05-15' as LocalDate, AT);
    const person = tx.people.findOrAdd(['telegram:1' as UserRef], 'Bapak');
    for (const [i, code] of districts.entries()) {
      tx.chats.open(code, '2027-05-15' as LocalDate, AT);
      for (let n = 0; n < VILLAGES; n++) {
        const entry = {
          person,
          at: AT,
          recordedAt: AT,
          message: `telegram:-1:${i}-${n}` as MessageRef,
          text: null,
        };
        for (const unit of UNITS)
          tx.ledger.add(`${code}.200${n + 1}` as VillageCode, unit, 'berdiri', 'kades', entry);
      }
    }
  });
  const time = (work: () => void): number =>
    median(
      Array.from({ length: ROUNDS }, () => {
        const from = performance.now();
        work();
        return performance.now() - from;
      }),
    );
  const upper = (code: string) =>
    time(() => store.read((tx) => areaRecap(tx, findUpperScope(tx, code as DistrictCode)!, NOW)));
  upperArea(NATION); // The names of the country are read once.
  const [district, regency, nation] = [
    time(() => store.read((tx) => recapTable(tx, findScope(tx, '14.03.16' as DistrictCode)!, NOW))),
    upper('14.03'),
    upper(NATION),
  ];
  store.close();
  return [
    {
      work: 'forecast: days of completion within its band of 80 %',
      ours: `${(100 * held).toFixed(1)} %`,
      against: `before ${(100 * before).toFixed(1)} %, after ${(100 * after).toFixed(1)} %`,
      value: held,
      goal: { atLeast: 0.75 },
    },
    {
      work: 'recap of a kabupaten, the nation in the store',
      ours: `${regency.toFixed(2)} ms`,
      against: `of a kecamatan ${district.toFixed(2)}`,
      value: regency / district,
      goal: { atMost: 2 },
    },
    {
      work: 'recap of the nation, ms',
      ours: `${nation.toFixed(1)} ms`,
      value: nation,
      goal: { atMost: 30 },
    },
  ];
}
