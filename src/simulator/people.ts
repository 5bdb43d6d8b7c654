import { area } from '../domain/areas.ts';
import type { DistrictCode, Instant, LocalDate, UserRef, VillageCode } from '../domain/ids.ts';
import { type RoleKind, rolesIn } from '../domain/roles.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { plain } from '../text/markup.ts';
import { capital, roleName } from '../text/phrases.ts';
import { DISTRICT, DISTRICTS, GROUPS } from './groups.ts';
import type { StoredTranscript } from './transcript.ts';

const STRANGER = 'simulator:tamu' as UserRef;

interface Member {
  readonly ref: UserRef;
  readonly name: string;
  readonly kind: RoleKind;
  readonly area: DistrictCode | VillageCode;
  /** The kecamatan in whose group they are. */
  readonly district: DistrictCode;
}

/** The members of a kecamatan's group: offices, not people. */
function membersOf(district: DistrictCode): readonly Member[] {
  const { name, villages } = area(district)!;
  // The refs of the first kecamatan carry no code.
  const prefix = district === DISTRICT ? 'simulator:' : `simulator:${district}-`;
  const member = (office: string, shown: string, kind: RoleKind, where: Member['area']): Member => ({
    ref: `${prefix}${office}` as UserRef,
    name: shown,
    kind,
    area: where,
    district,
  });
  return [
    member('camat', `Camat ${name}`, 'camat', district),
    member('kasi', district === DISTRICT ? 'Kasi PMD' : `Kasi PMD ${name}`, 'kasi', district),
    ...villages.map((village) => {
      const [head] = rolesIn(village.kind);
      const title = head === 'kades' ? 'Kades' : plain(capital(roleName(head!, village.code)));
      return member(`kades-${village.code.slice(-4)}`, `${title} ${village.name}`, head!, village.code);
    }),
  ];
}

/** The members of all groups of a new world. */
export const MEMBERS: readonly Member[] = DISTRICTS.flatMap(membersOf);

const HOMES = new Map(MEMBERS.map(({ ref, district }) => [ref, district]));

/** The kecamatan in whose group somebody is from the beginning; undefined for those who are in every group. */
export const homeOf = (ref: UserRef): DistrictCode | undefined => HOMES.get(ref);

/** Opens each kecamatan and registers its members, in one commit. Leaves alone what was opened before. */
export function registerMembers(
  store: Store,
  transcript: StoredTranscript,
  deadline: LocalDate,
  now: Instant,
): void {
  for (const { ref, name } of MEMBERS) transcript.addPerson(ref, name);
  transcript.addPerson(STRANGER, 'Tamu');
  store.transaction((tx) => {
    for (const { ref, title } of GROUPS) {
      tx.chats.seen(ref, 'group', title);
      tx.chats.sees(ref, true);
    }
    for (const district of DISTRICTS) if (!tx.chats.district(district)) open(tx, district, deadline, now);
  });
}

function open(tx: Tx, district: DistrictCode, deadline: LocalDate, now: Instant): void {
  tx.chats.open(district, deadline, now);
  for (const { ref } of GROUPS.filter((group) => group.district === district))
    tx.chats.link(ref, district, now, null);
  for (const { ref, name, kind, area: where } of MEMBERS.filter((member) => member.district === district))
    tx.people.give(tx.people.findOrAdd([ref], name), kind, where, now);
}
