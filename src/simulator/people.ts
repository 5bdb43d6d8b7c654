import { area } from '../domain/areas.ts';
import type {
  AreaCode,
  DistrictCode,
  Instant,
  LocalDate,
  PersonId,
  UserRef,
  VillageCode,
} from '../domain/ids.ts';
import { type RoleKind, rolesIn } from '../domain/roles.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { plain } from '../text/markup.ts';
import { capital, roleName } from '../text/phrases.ts';
import { DISTRICT, DISTRICTS, GROUPS, REGENCY } from './groups.ts';
import { begunAt, NEIGHBOURS, reportBefore } from './neighbours.ts';
import type { StoredTranscript } from './transcript.ts';

const STRANGER = 'simulator:tamu' as UserRef;

interface Member {
  readonly ref: UserRef;
  readonly name: string;
  readonly kind: RoleKind;
  readonly area: AreaCode | VillageCode;
  /** The area in whose group they are. */
  readonly home: AreaCode;
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
    home: district,
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

/** The members of the kabupaten's group. */
const OVERSEERS: readonly Member[] = (
  [
    ['kadis', 'Kadis Koperasi Bengkalis', 'kadis_koperasi'],
    ['kadis-pmd', 'Kadis PMD Bengkalis', 'kadis_pmd'],
    ['bupati', 'Bupati Bengkalis', 'bupati'],
  ] as const
).map(([office, name, kind]) => ({
  ref: `simulator:${office}` as UserRef,
  name,
  kind,
  area: REGENCY,
  home: REGENCY,
}));

/** The members of the groups of a new world. */
export const MEMBERS: readonly Member[] = [...DISTRICTS.flatMap(membersOf), ...OVERSEERS];

/** Those whom the page can write as: of the neighbours the camat alone. */
const PLAYED: readonly Member[] = [
  ...MEMBERS,
  ...NEIGHBOURS.flatMap(({ code }) => membersOf(code).filter(({ kind }) => kind === 'camat')),
];

const HOMES = new Map(PLAYED.map(({ ref, home }) => [ref, home]));

/** The area in whose group somebody is from the beginning; undefined for those who are in every group. */
export const homeOf = (ref: UserRef): AreaCode | undefined => HOMES.get(ref);

/** Opens each area and registers its members, in one commit. Leaves alone what was opened before. */
export function registerMembers(
  store: Store,
  transcript: StoredTranscript,
  deadline: LocalDate,
  now: Instant,
): void {
  for (const { ref, name } of PLAYED) transcript.addPerson(ref, name);
  transcript.addPerson(STRANGER, 'Tamu');
  store.transaction((tx) => {
    for (const { ref, title } of GROUPS) {
      tx.chats.seen(ref, 'group', title);
      tx.chats.sees(ref, true);
    }
    for (const code of DISTRICTS) open(tx, code, membersOf(code), deadline, now);
    open(tx, REGENCY, OVERSEERS, deadline, now);
    for (const neighbour of NEIGHBOURS) {
      const { code } = neighbour;
      const heads = open(tx, code, membersOf(code), deadline, begunAt(neighbour, now));
      if (heads) reportBefore(tx, neighbour, (village) => heads.get(village)!, now);
    }
  });
}

/** Opens an area with its group and members; gives who holds a role where, or nothing where it was opened before. */
function open(
  tx: Tx,
  code: AreaCode,
  members: readonly Member[],
  deadline: LocalDate,
  now: Instant,
): ReadonlyMap<Member['area'], PersonId> | undefined {
  if (tx.chats.opened(code)) return undefined;
  tx.chats.open(code, deadline, now);
  for (const group of GROUPS) if (group.area === code) tx.chats.link(group.ref, code, now, null);
  return new Map(
    members.map(({ ref, name, kind, area: where }) => {
      const person = tx.people.findOrAdd([ref], name);
      tx.people.give(person, kind, where, now);
      return [where, person];
    }),
  );
}
