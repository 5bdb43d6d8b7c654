import { performance } from 'node:perf_hooks';
import { commands } from '../../commands/index.ts';
import type { IncomingMessage } from '../../src/adapters/adapter.ts';
import { createBot } from '../../src/app/bot.ts';
import { findUpperScope } from '../../src/bot/scope.ts';
import { countryNames } from '../../src/domain/areas.ts';
import {
  type AreaCode,
  type ChatRef,
  type DistrictCode,
  type Instant,
  type LocalDate,
  type MessageRef,
  NATION,
  type UserRef,
  type VillageCode,
} from '../../src/domain/ids.ts';
import { UNITS } from '../../src/domain/units.ts';
import { areaSummary } from '../../src/features/recap/area-snapshot.ts';
import { createLog } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type Figure, median } from '../figures.ts';
import { coverage } from '../forecasts.ts';

const AT = '2027-04-01T02:00:00.000Z' as Instant;
const NOW = '2027-04-12T02:00:00.000Z' as Instant;
const DEADLINE = '2027-05-15' as LocalDate;
const HISTORIES = 5000;
const ROUNDS = 51;
/** Every kecamatan of the nation has so many villages that report all units. */
const VILLAGES = 3;
const GROUPS: Readonly<Record<string, ChatRef>> = {
  '14.03.16': 'telegram:-1' as ChatRef,
  '14.03': 'telegram:-2' as ChatRef,
};

/** Recaps above the kecamatan with the whole nation in the store, and the forecast's back-test. */
export function above(): readonly Figure[] {
  const { held, before, after } = coverage(HISTORIES, 8);
  const store = openStore(':memory:');
  fillNation(store);
  const asked = asking(store);
  const [district, regency] = [time(() => asked('14.03.16')), time(() => asked('14.03'))];
  const nation = time(() => store.read((tx) => areaSummary(tx, findUpperScope(tx, NATION)!, NOW)));
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
      work: '/rekap of a kabupaten, the nation in the store',
      ours: `${regency.toFixed(2)} ms`,
      against: `of a kecamatan ${district.toFixed(2)}`,
      value: regency / district,
      goal: { atMost: 2 },
    },
    {
      work: 'the nation by province from the database, ms',
      ours: `${nation.toFixed(1)} ms`,
      value: nation,
      goal: { atMost: 30 },
    },
  ];
}

function time(work: () => void): number {
  const once = () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  };
  return median(Array.from({ length: ROUNDS }, once));
}

function fillNation(store: Store): void {
  const districts = Object.keys(countryNames()).filter((code) => code.length === 8) as DistrictCode[];
  store.transaction((tx) => {
    const person = tx.people.findOrAdd(['telegram:1' as UserRef], 'Bapak');
    for (const code of [NATION, '14.03' as AreaCode, ...districts]) tx.chats.open(code, DEADLINE, AT);
    for (const [code, ref] of Object.entries(GROUPS)) {
      tx.chats.seen(ref, 'group', code);
      tx.chats.link(ref, code as AreaCode, AT, null);
    }
    for (const code of districts)
      for (let n = 1; n <= VILLAGES; n++) {
        const message = `telegram:-3:${code}-${n}` as MessageRef;
        const entry = { person, at: AT, recordedAt: AT, message, text: null };
        for (const unit of UNITS)
          tx.ledger.add(`${code}.200${n}` as VillageCode, unit, 'berdiri', 'kades', entry);
      }
  });
}

/** Has `/rekap` answered in the group of an area, up to the commit of the answer. */
function asking(store: Store): (code: string) => void {
  const settings = { deadline: undefined, reminderDays: [] };
  const bot = createBot({ commands, settings, log: createLog('silent') });
  let n = 0;
  return (code) => {
    const chat = GROUPS[code]!;
    const message: IncomingMessage = {
      kind: 'message',
      ref: `${chat}:${++n}` as MessageRef,
      chat,
      chatKind: 'group',
      sender: { refs: ['telegram:1' as UserRef], name: 'Bapak' },
      text: '/rekap',
      addressed: true,
      sentAt: NOW,
    };
    store.transaction((tx) => bot.handle(tx, message, NOW));
  };
}
