import { area } from '../../src/domain/areas.ts';
import type {
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  UserRef,
  VillageCode,
} from '../../src/domain/ids.ts';
import type { RoleKind } from '../../src/domain/roles.ts';
import type { Store } from '../../src/store/store.ts';

/** Of Kabupaten Kampar: so many that answers go out to many chats at once. */
const DISTRICTS = [
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '17',
  '18',
  '19',
  '20',
].map((number) => `14.01.${number}` as DistrictCode);
/** So many of each kecamatan's desa people try to report for: not all, so that none is ever complete. */
const TRIED = 6;
const villagesOf = (code: DistrictCode): VillageCode[] =>
  area(code)!
    .villages.filter(({ kind }) => kind === 'desa')
    .slice(0, TRIED)
    .map((village) => village.code);

interface Office {
  readonly id: number;
  readonly kind: RoleKind;
  readonly area: string;
  readonly state: 'held' | 'pending' | 'declined' | 'ended';
}

/** In each kecamatan people in every state that a role can have. */
const OFFICES: readonly Office[] = DISTRICTS.flatMap((code, n) => {
  const villages = villagesOf(code);
  const office = (nth: number, kind: RoleKind, state: Office['state'], where: string = code): Office => ({
    id: 100 * (n + 1) + nth,
    kind,
    area: where,
    state,
  });
  return [
    office(0, 'camat', 'held'),
    office(1, 'kasi', 'held'),
    office(2, 'kades', 'held', villages[0]),
    office(3, 'operator', 'held', villages[1]),
    office(4, 'bpd', 'held', villages[0]),
    office(5, 'kades', 'pending', villages[2]),
    office(6, 'kades', 'declined', villages[3]),
    office(7, 'kades', 'ended', villages[4]),
  ];
});
const held = OFFICES.filter(({ state }) => state === 'held');

export const LINKED: ReadonlyMap<number, DistrictCode> = new Map(
  DISTRICTS.map((code, n) => [-1001 - n, code]),
);
export const groupOf = (place: string): number => [...LINKED].find(([, code]) => place.startsWith(code))![0];
export const UNLINKED = Array.from({ length: 8 }, (_, n) => -2001 - n);
export const VILLAGES = DISTRICTS.flatMap(villagesOf);

export const COORDINATORS = held.filter(({ kind }) => kind === 'camat' || kind === 'kasi');
export const REPORTERS = held.filter(({ kind }) => kind === 'kades' || kind === 'operator');
/** In office, or once, or not yet: without a right to report. */
export const READERS = OFFICES.filter(({ kind, state }) => state !== 'held' || kind === 'bpd');
export const STRANGERS = Array.from({ length: 200 }, (_, n) => ({ id: 10_000 + n }));
/** Loses the role in the middle, by the hand of the camat. */
export const DISMISSED = REPORTERS[0]!;
export const DISMISSING = COORDINATORS[0]!;

/** Whether somebody may report for a village in that role, as long as they hold it: written down independently, not asked of the bot. */
export const mayWrite = (id: number, role: string, village: string): boolean =>
  COORDINATORS.some((one) => one.id === id && one.kind === role && village.startsWith(`${one.area}.`)) ||
  REPORTERS.some((one) => one.id === id && one.kind === role && village === one.area);

/** Opens the kecamatan, links their groups, and puts everybody in office. */
export function furnish(store: Store, now: Instant): void {
  for (const [chat, code] of LINKED) {
    const ref = `telegram:${chat}` as ChatRef;
    store.transaction((tx) => tx.chats.open(code, '2030-05-15' as LocalDate, now));
    // What the clock sends waits while it is night: nothing of that here.
    store.transaction((tx) => tx.chats.setReminders(code, false));
    store.transaction((tx) => tx.chats.seen(ref, 'group', 'KDMP'));
    store.transaction((tx) => tx.chats.link(ref, code, now, null));
  }
  for (const { id, kind, area, state } of OFFICES) {
    const person = store.transaction((tx) =>
      tx.people.findOrAdd([`telegram:${id}` as UserRef], `Orang ${id}`),
    );
    if (state === 'held') store.transaction((tx) => tx.people.give(person, kind, area as VillageCode, now));
    else {
      const request = store.transaction((tx) => tx.people.ask(person, kind, area as VillageCode, now));
      if (state !== 'pending') store.transaction((tx) => tx.people.decide(request, state, now));
    }
  }
}
