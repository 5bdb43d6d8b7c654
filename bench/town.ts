import { area } from '../src/domain/areas.ts';
import type {
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  PersonId,
  UserRef,
  VillageCode,
} from '../src/domain/ids.ts';
import { UNITS } from '../src/domain/units.ts';
import type { Tx } from '../src/store/tx.ts';

/** A group that is linked to a kecamatan of its own, and the head of a village there. */
export interface Group {
  readonly chat: number;
  readonly user: number;
  readonly district: DistrictCode;
  readonly village: VillageCode;
}

/** As the bench begins: of groups linked before, a Monday's recap may be late, and is made up for while something else is measured. */
const NOW = new Date().toISOString() as Instant;

/** A kabupaten whose first kecamatan have no such code has none at all. */
const MISSES = 3;

/** So many kecamatan, from Aceh on, in the order of their codes; all there are where more are asked for. */
export function groups(count: number): readonly Group[] {
  const found: Group[] = [];
  for (let province = 11; province < 99 && found.length < count; province += 1)
    for (let regency = 1; regency < 80 && found.length < count; regency += 1)
      for (let district = 1, misses = 0; misses < MISSES && found.length < count; district += 1) {
        const code = [province, regency, district].map((part) => `${part}`.padStart(2, '0')).join('.');
        if (!area(code as DistrictCode)) {
          misses += 1;
          continue;
        }
        misses = 0;
        found.push(groupIn(code as DistrictCode, found.length + 1));
      }
  return found;
}

/** The group of a kecamatan, by a number that no other of the bench has. */
export const groupIn = (district: DistrictCode, number: number): Group => ({
  chat: -1_001_000_000 - number,
  user: 1_000_000 + number,
  district,
  village: area(district)!.villages[0]!.code,
});

/** Opens the groups' kecamatan, links the groups to them, and gives each village its head. */
export function settle(
  tx: Tx,
  towns: readonly Group[],
  deadline = '2099-05-15' as LocalDate,
  since = NOW,
): void {
  for (const { chat, user, district, village } of towns) {
    const ref = `telegram:${chat}` as ChatRef;
    tx.chats.open(district, deadline, since);
    tx.chats.seen(ref, 'group', `KDMP ${district}`);
    tx.chats.link(ref, district, since, null);
    const person = tx.people.findOrAdd([`telegram:${user}` as UserRef], `Kades ${district}`);
    tx.people.give(person, 'kades', village, since);
  }
}

const FIRST_ROW = Date.parse('2026-01-05T03:00:00.000Z');

/** Writes so many rows into the ledger of a kecamatan, over its villages and units in turn. */
export function fillLedger(tx: Tx, { district }: Group, rows: number): void {
  const { villages } = area(district)!;
  const person = 1 as PersonId;
  for (let row = 0; row < rows; row += 1) {
    const at = new Date(FIRST_ROW + row * 60_000).toISOString() as Instant;
    const message = `telegram:bench:${row}` as MessageRef;
    const village = villages[row % villages.length]!.code;
    const unit = UNITS[Math.floor(row / villages.length) % UNITS.length]!;
    tx.ledger.add(village, unit, row % 2 ? 'berdiri' : 'belum', 'kades', {
      person,
      at,
      recordedAt: at,
      message,
      text: null,
    });
  }
}
