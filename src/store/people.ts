import type { AreaCode, ChatRef, Instant, PersonId, RoleId, UserRef, VillageCode } from '../domain/ids.ts';
import type { Role } from '../domain/people.ts';
import type { RoleKind } from '../domain/roles.ts';
import { nameFrom } from '../text/names.ts';
import type { Db } from './db.ts';

const ROLE = `SELECT role.id, person, name, role.kind, area, asked_at AS "askedAt", sign, chat
  FROM role JOIN person ON person.id = role.person`;

/** Names that an earlier version of this program kept as they came. */
const named = (role: Role): Role => ({ ...role, name: nameFrom(role.name) });
const maybe = (role: Role | undefined): Role | undefined => role && named(role);

/** What a platform's accounts of one kind end with: `@lid`, `@s.whatsapp.net`; nothing on most platforms. */
const kindOf = (ref: UserRef): string => ref.slice(ref.lastIndexOf('@') + 1 || ref.length);

/** People, the accounts that they are known by, and their roles. */
export interface People {
  /** The person known by these accounts, the primary one first. */
  find(refs: readonly UserRef[]): PersonId | undefined;
  /** Learns that these are accounts of one person; those that are known already stay whose they are. */
  link(accounts: readonly [UserRef, ...UserRef[]]): void;
  /** The person behind these accounts, made if new; further accounts are linked and the shown name kept up to date. */
  findOrAdd(known: readonly [UserRef, ...UserRef[]], name: string): PersonId;
  /** What a person is called. */
  name(person: PersonId): string | undefined;
  /** The accounts of a person, the one known longest first. */
  refs(person: PersonId): readonly UserRef[];
  /** The roles that a person holds now. */
  roles(person: PersonId): readonly Role[];
  /** The roles held in an area and everything below it, by area. */
  holders(area: VillageCode | AreaCode): readonly Role[];
  /** The roles asked for and not yet decided in an area and everything below it, by area. */
  requests(area: VillageCode | AreaCode): readonly Role[];
  /** The roles that a person asked for and that are not decided yet. */
  requestsOf(person: PersonId): readonly Role[];
  /** A request that is not decided yet. */
  request(id: RoleId): Role | undefined;
  /** A role that is held now. */
  heldRole(id: RoleId): Role | undefined;
  /** Adds a request; `sign` tells the account from others of its name until it is decided. */
  ask(person: PersonId, kind: RoleKind, area: VillageCode, at: Instant, sign?: string): RoleId;
  /** Notes the group in which a role was asked for. */
  askedIn(id: RoleId, chat: ChatRef): void;
  /** Gives a role. */
  give(person: PersonId, kind: RoleKind, area: VillageCode | AreaCode, at: Instant): RoleId;
  /** Ends a request or a role. */
  decide(id: RoleId, state: 'held' | 'declined' | 'ended', at: Instant): void;
}

export function people(db: Db): People {
  const byRef = db.value<[UserRef], PersonId>('SELECT person FROM person_ref WHERE ref = ?');
  const addPerson = db.value<[string], PersonId>('INSERT INTO person (name) VALUES (?) RETURNING id');
  const addRef = db.prepare<[UserRef, PersonId]>('INSERT INTO person_ref (ref, person) VALUES (?, ?)');
  const rename = db.prepare<[string, PersonId, string]>(
    'UPDATE person SET name = ? WHERE id = ? AND name <> ?',
  );
  const formerName = db.prepare<{ person: PersonId; name: string }>(
    `INSERT INTO former_name (person, name, outbox)
     SELECT id, name, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0)
     FROM person WHERE id = :person AND name <> :name
     ON CONFLICT (person, name) DO UPDATE SET outbox = excluded.outbox`,
  );
  const nameOf = db.value<[PersonId], string>('SELECT name FROM person WHERE id = ?');
  const refs = db.value<[PersonId], UserRef>('SELECT ref FROM person_ref WHERE person = ? ORDER BY rowid');
  const held = db.prepare<[PersonId], Role>(`${ROLE} WHERE person = ? AND state = 'held' ORDER BY role.id`);
  const inArea = db.prepare<[string, string, string], Role>(
    `${ROLE} WHERE area >= ? AND area < ? || '/' AND state = ? ORDER BY area, decided_at, role.id`,
  );
  const byId = db.prepare<[RoleId, string], Role>(`${ROLE} WHERE role.id = ? AND state = ?`);
  const pendingOf = db.prepare<[PersonId], Role>(
    `${ROLE} WHERE person = ? AND state = 'pending' ORDER BY role.id`,
  );
  const addRole = db.value<
    [PersonId, RoleKind, string, string, Instant, Instant | null, string | null],
    RoleId
  >(
    `INSERT INTO role (person, kind, area, state, asked_at, decided_at, sign) VALUES (?, ?, ?, ?, ?, ?, ?)
     RETURNING id`,
  );
  const decide = db.prepare<[string, Instant, RoleId]>(
    'UPDATE role SET state = ?, decided_at = ?, sign = NULL WHERE id = ?',
  );

  /** Who is given what they asked for is told of it later where they asked. */
  const askedBefore = db.prepare<[RoleId]>(
    `UPDATE role SET chat = (SELECT asked.chat FROM role AS asked WHERE asked.person = role.person
       AND asked.area = role.area AND asked.chat IS NOT NULL ORDER BY asked.id DESC LIMIT 1) WHERE id = ?`,
  );
  const askedIn = db.prepare<[ChatRef, RoleId]>('UPDATE role SET chat = ? WHERE id = ?');

  /**
   * The first account decides. A further one (a phone number) tells who it is only while that person has no account of
   * the first one's kind: a number that comes with a new account was given to somebody else, who inherits nothing.
   */
  const find = ([first, ...further]: readonly UserRef[]): PersonId | undefined => {
    const known = first && byRef.get(first);
    if (known !== undefined || !first) return known;
    for (const ref of further) {
      const person = byRef.get(ref);
      if (person !== undefined && !refs.all(person).some((other) => kindOf(other) === kindOf(first)))
        return person;
    }
    return undefined;
  };

  return {
    find,

    link(accounts) {
      const person = find(accounts);
      if (person === undefined) return;
      for (const ref of accounts) if (byRef.get(ref) === undefined) addRef.run(ref, person);
    },

    findOrAdd(known, name) {
      const person = find(known) ?? addPerson.get(name)!;
      formerName.run({ person, name });
      rename.run(name, person, name);
      for (const ref of known) if (byRef.get(ref) === undefined) addRef.run(ref, person);
      return person;
    },

    name: (person) => {
      const name = nameOf.get(person);
      return name === undefined ? undefined : nameFrom(name);
    },
    refs: (person) => refs.all(person),
    roles: (person) => held.all(person).map(named),
    holders: (area) => inArea.all(area, area, 'held').map(named),
    requests: (area) => inArea.all(area, area, 'pending').map(named),
    requestsOf: (person) => pendingOf.all(person).map(named),
    request: (id) => maybe(byId.get(id, 'pending')),
    heldRole: (id) => maybe(byId.get(id, 'held')),

    ask: (person, kind, area, at, sign) =>
      addRole.get(person, kind, area, 'pending', at, null, sign ?? null)!,
    askedIn: (id, chat) => {
      askedIn.run(chat, id);
    },
    give(person, kind, area, at) {
      const id = addRole.get(person, kind, area, 'held', at, at, null)!;
      askedBefore.run(id);
      return id;
    },
    decide: (id, state, at) => {
      decide.run(state, at, id);
    },
  };
}
