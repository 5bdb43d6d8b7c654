import type { PersonId, UserRef } from '../domain/ids.ts';
import { nameFrom } from '../text/names.ts';
import type { Db } from './db.ts';

/** What a platform's accounts of one kind end with: `@lid`, `@s.whatsapp.net`; nothing on most platforms. */
const kindOf = (ref: UserRef): string => ref.slice(ref.lastIndexOf('@') + 1 || ref.length);

/**
 * So many former names are kept of one person: `Erasure` looks for each of them in all that was said. Whoever has so many stays known by the
 * last one until no message spells the oldest any more.
 */
const FORMER_NAMES_AT_MOST = 10;
const HAS_ROOM = `(SELECT count(*) FROM former_name WHERE former_name.person = person.id) < ${FORMER_NAMES_AT_MOST}`;

/** People, and the accounts that they are known by. */
export interface Accounts {
  /** The person known by these accounts, the primary one first. */
  find(refs: readonly UserRef[]): PersonId | undefined;
  /** Learns that these are accounts of one person; those that are known already stay whose they are. */
  link(accounts: readonly [UserRef, ...UserRef[]]): void;
  /**
   * The person behind these accounts, made if new; further accounts are linked and the shown name kept up to date, unless that person has
   * had very many of late.
   */
  findOrAdd(known: readonly [UserRef, ...UserRef[]], name: string): PersonId;
  /** What a person is called. */
  name(person: PersonId): string | undefined;
  /** The accounts of a person, the one known longest first. */
  refs(person: PersonId): readonly UserRef[];
}

export function accounts(db: Db): Accounts {
  const byRef = db.value<[UserRef], PersonId>('SELECT person FROM person_ref WHERE ref = ?');
  const addPerson = db.insert<[string], PersonId>('INSERT INTO person (name) VALUES (?)');
  const addRef = db.prepare<[UserRef, PersonId]>('INSERT INTO person_ref (ref, person) VALUES (?, ?)');
  const rename = db.prepare<[string, PersonId]>('UPDATE person SET name = ? WHERE id = ?');
  const formerName = db.prepare<{ person: PersonId; name: string }>(
    `INSERT INTO former_name (person, name, outbox)
     SELECT id, name, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0)
     FROM person WHERE id = :person AND name <> :name AND ${HAS_ROOM}
     ON CONFLICT (person, name) DO UPDATE SET outbox = excluded.outbox`,
  );
  const nameOf = db.value<[PersonId], string>('SELECT name FROM person WHERE id = ?');
  const refs = db.value<[PersonId], UserRef>('SELECT ref FROM person_ref WHERE person = ? ORDER BY rowid');

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

  function linkTo(person: PersonId, all: readonly UserRef[]): void {
    for (const ref of all) if (byRef.get(ref) === undefined) addRef.run(ref, person);
  }

  return {
    find,
    link(all) {
      const person = find(all);
      if (person !== undefined) linkTo(person, all);
    },
    findOrAdd(known, name) {
      const person = find(known) ?? addPerson(name);
      // In this order: the name before this one is kept before it is replaced, and only as long as there is room for it.
      if (formerName.run({ person, name }).changes > 0) rename.run(name, person);
      linkTo(person, known);
      return person;
    },
    name: (person) => {
      const name = nameOf.get(person);
      return name === undefined ? undefined : nameFrom(name);
    },
    refs: (person) => refs.all(person),
  };
}
