import type { AreaCode, ChatRef, Instant, MessageRef, PersonId, RoleId, VillageCode } from '../domain/ids.ts';
import type { Role } from '../domain/people.ts';
import type { RoleKind } from '../domain/roles.ts';
import { nameFrom } from '../text/names.ts';
import type { Db } from './db.ts';

const ROLE = `SELECT role.id, person, name, role.kind, area, asked_at AS "askedAt", decided_at AS "givenAt", sign, chat, message
  FROM role JOIN person ON person.id = role.person`;

/** Names that an earlier version of this program kept as they came. */
const named = (role: Role): Role => ({ ...role, name: nameFrom(role.name) });
const maybe = (role: Role | undefined): Role | undefined => role && named(role);

/** The roles that people hold and ask for. */
export interface Roles {
  /** The roles that a person holds now. */
  roles(person: PersonId): readonly Role[];
  /** The roles held in an area and everything below it, by area. */
  holders(area: VillageCode | AreaCode): readonly Role[];
  /** The roles held in an area itself. */
  heldIn(area: VillageCode | AreaCode): readonly Role[];
  /** The roles asked for and not yet decided in an area and everything below it, by area. */
  requests(area: VillageCode | AreaCode): readonly Role[];
  /** In how many villages of the country everybody asks for a role who asks for one in an area or below it. */
  villagesAsked(area: VillageCode | AreaCode): ReadonlyMap<PersonId, number>;
  /** The roles that a person asked for and that are not decided yet. */
  requestsOf(person: PersonId): readonly Role[];
  /** A request that is not decided yet. */
  request(id: RoleId): Role | undefined;
  /** A role that is held now. */
  heldRole(id: RoleId): Role | undefined;
  /** Adds a request; `sign` tells the account from others of its name until it is decided. */
  ask(person: PersonId, kind: RoleKind, area: VillageCode, at: Instant, sign?: string): RoleId;
  /** Notes the chat in which a role was asked for, or was given by an invitation; also the message that asks. */
  askedIn(id: RoleId, chat: ChatRef, message?: MessageRef): void;
  /** Gives a role; `message`: the one whose words give it. */
  give(
    person: PersonId,
    kind: RoleKind,
    area: VillageCode | AreaCode,
    at: Instant,
    message?: MessageRef,
  ): RoleId;
  /** Gives a role that is held once more: that counts instead of what gave it before. */
  giveAgain(id: RoleId, at: Instant, message?: MessageRef): void;
  /** Ends a request or a role. */
  decide(id: RoleId, state: 'held' | 'declined' | 'ended', at: Instant): void;
}

export function roles(db: Db): Roles {
  const held = db.prepare<[PersonId], Role>(`${ROLE} WHERE person = ? AND state = 'held' ORDER BY role.id`);
  const inArea = db.prepare<[string, string, string], Role>(
    `${ROLE} WHERE area >= ? AND area < ? || '/' AND state = ? ORDER BY area, decided_at, role.id`,
  );
  const heldIn = db.prepare<[string], Role>(
    `${ROLE} WHERE area = ? AND state = 'held' ORDER BY decided_at, role.id`,
  );
  const byId = db.prepare<[RoleId, string], Role>(`${ROLE} WHERE role.id = ? AND state = ?`);
  const pendingOf = db.prepare<[PersonId], Role>(
    `${ROLE} WHERE person = ? AND state = 'pending' ORDER BY role.id`,
  );
  const villagesAsked = db.prepare<[string, string], { person: PersonId; villages: number }>(
    `SELECT person, count(DISTINCT area) AS villages FROM role WHERE state = 'pending' AND person IN
       (SELECT asker.person FROM role AS asker WHERE asker.area >= ? AND asker.area < ? || '/' AND asker.state = 'pending')
     GROUP BY person`,
  );
  const addRole = db.insert<
    [PersonId, RoleKind, string, string, Instant, Instant | null, string | null, MessageRef | null],
    RoleId
  >(
    'INSERT INTO role (person, kind, area, state, asked_at, decided_at, sign, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const decide = db.prepare<[string, Instant, RoleId]>(
    'UPDATE role SET state = ?, decided_at = ?, sign = NULL, message = NULL WHERE id = ?',
  );
  const again = db.prepare<[Instant, MessageRef | null, RoleId]>(
    'UPDATE role SET decided_at = ?, message = ? WHERE id = ?',
  );

  /** Who is given what they asked for is told of it later where they asked. */
  const askedBefore = db.prepare<[RoleId]>(
    `UPDATE role SET chat = (SELECT asked.chat FROM role AS asked WHERE asked.person = role.person
       AND asked.area = role.area AND asked.chat IS NOT NULL ORDER BY asked.id DESC LIMIT 1) WHERE id = ?`,
  );
  const askedIn = db.prepare<[ChatRef, MessageRef | null, RoleId]>(
    'UPDATE role SET chat = ?, message = ? WHERE id = ?',
  );

  return {
    roles: (person) => held.all(person).map(named),
    holders: (area) => inArea.all(area, area, 'held').map(named),
    heldIn: (area) => heldIn.all(area).map(named),
    requests: (area) => inArea.all(area, area, 'pending').map(named),
    villagesAsked: (area) =>
      new Map(villagesAsked.all(area, area).map(({ person, villages }) => [person, villages])),
    requestsOf: (person) => pendingOf.all(person).map(named),
    request: (id) => maybe(byId.get(id, 'pending')),
    heldRole: (id) => maybe(byId.get(id, 'held')),

    ask: (person, kind, area, at, sign) =>
      addRole(person, kind, area, 'pending', at, null, sign ?? null, null),
    askedIn: (id, chat, message) => {
      askedIn.run(chat, message ?? null, id);
    },
    give(person, kind, area, at, message) {
      const id = addRole(person, kind, area, 'held', at, at, null, message ?? null);
      askedBefore.run(id);
      return id;
    },
    giveAgain: (id, at, message) => {
      again.run(at, message ?? null, id);
    },
    decide: (id, state, at) => {
      decide.run(state, at, id);
    },
  };
}
