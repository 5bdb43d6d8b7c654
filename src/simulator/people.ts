import { area } from '../domain/areas.ts';
import type { DistrictCode, Instant, LocalDate, UserRef } from '../domain/ids.ts';
import type { RoleKind } from '../domain/roles.ts';
import type { Store } from '../store/store.ts';
import { GROUP, GROUP_TITLE, type StoredTranscript } from './transcript.ts';

/** Bathin Solapan, Bengkalis. */
export const DISTRICT = '14.03.16' as DistrictCode;
export const STRANGER = 'simulator:tamu' as UserRef;
const { name: district, villages } = area(DISTRICT)!;

interface Member {
  readonly ref: UserRef;
  readonly name: string;
  readonly kind: RoleKind;
  readonly area: DistrictCode | (typeof villages)[number]['code'];
}

/** The members of a new group: offices, not people. */
export const MEMBERS: readonly Member[] = [
  { ref: 'simulator:camat' as UserRef, name: `Camat ${district}`, kind: 'camat', area: DISTRICT },
  { ref: 'simulator:kasi' as UserRef, name: 'Kasi PMD', kind: 'kasi', area: DISTRICT },
  ...villages.map(({ code, name }) => ({
    ref: `simulator:kades-${code.slice(-4)}` as UserRef,
    name: `Kades ${name}`,
    kind: 'kades' as const,
    area: code,
  })),
];

/** Opens the kecamatan and registers its members in one commit. Does nothing where that was done before. */
export function registerMembers(
  store: Store,
  transcript: StoredTranscript,
  deadline: LocalDate,
  now: Instant,
): void {
  for (const { ref, name } of MEMBERS) transcript.addPerson(ref, name);
  transcript.addPerson(STRANGER, 'Tamu');
  store.transaction((tx) => {
    if (tx.chats.district(DISTRICT)) return;
    tx.chats.open(DISTRICT, deadline, now);
    tx.chats.seen(GROUP, 'group', GROUP_TITLE);
    tx.chats.sees(GROUP, true);
    tx.chats.link(GROUP, DISTRICT, now, null);
    for (const { ref, name, kind, area } of MEMBERS)
      tx.people.give(tx.people.findOrAdd([ref], name), kind, area, now);
  });
}
