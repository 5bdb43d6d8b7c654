import type { AreaCode, Instant, PersonId, UserRef } from '../domain/ids.ts';
import type { UpperRole } from '../domain/roles.ts';
import type { Db } from './db.ts';

export interface Invitation {
  readonly area: AreaCode;
  /** It links another group of a kecamatan that has a camat already. */
  readonly further: boolean;
  /** The role above the kecamatan that it gives; null where it is a kecamatan's, and makes its camat. */
  readonly role: UpperRole | null;
}

/** How many hashes one statement looks up. */
const HASHES_AT_ONCE = 100;

/** Invitation codes that are not used, by their hashes, and the wrong codes that people tried. */
export interface Invitations {
  /** `by` made it; null for the operator. */
  add(hash: string, invitation: Invitation, expiresAt: Instant, by: PersonId | null): void;
  /** What an unexpired invitation is for. */
  find(hash: string, at: Instant): Invitation | undefined;
  /** Until when an invitation to lead an area is valid; undefined where none is. */
  validTo(area: AreaCode, at: Instant): Instant | undefined;
  /** Those of the hashes that unexpired invitations have, by the index and `HASHES_AT_ONCE`. */
  among(hashes: readonly string[], at: Instant): readonly string[];
  /** An invitation is used once: it is deleted. */
  use(hash: string): void;
  /** Voids the invitations for the same. */
  voidLike(invitation: Invitation): void;
  /** Voids the invitations to an area. */
  voidTo(area: AreaCode): void;
  /** Voids the invitations that somebody made; gives how many of them were still valid. */
  voidBy(person: PersonId, at: Instant): number;
  addWrongCode(user: UserRef, at: Instant): void;
  /** How many wrong codes an account tried after that moment; those that are dated ahead of `now` were tried while the clock was wrong. */
  wrongCodesSince(user: UserRef, at: Instant, now: Instant): number;
}

export function invitations(db: Db): Invitations {
  const add = db.prepare<[string, AreaCode, 0 | 1, UpperRole | null, Instant, PersonId | null]>(
    'INSERT INTO invitation (hash, district, further, role, expires_at, made_by) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const find = db.prepare<[string, Instant], Omit<Invitation, 'further'> & { further: 0 | 1 }>(
    'SELECT district AS area, further, role FROM invitation WHERE hash = ? AND expires_at > ?',
  );
  const validTo = db.value<[AreaCode, Instant], Instant>(
    'SELECT expires_at FROM invitation WHERE district = ? AND further = 0 AND expires_at > ? ORDER BY expires_at DESC LIMIT 1',
  );
  const among = db.value<string[], string>(
    `SELECT hash FROM invitation WHERE hash IN (${Array(HASHES_AT_ONCE).fill('?').join(', ')}) AND expires_at > ?`,
  );
  const use = db.prepare<[string]>('DELETE FROM invitation WHERE hash = ?');
  const voidLike = db.prepare<[AreaCode, 0 | 1, UpperRole | '']>(
    `DELETE FROM invitation WHERE district = ? AND further = ? AND coalesce(role, '') = ?`,
  );
  const voidTo = db.prepare<[AreaCode]>('DELETE FROM invitation WHERE district = ?');
  const voidBy = db.value<[PersonId], Instant>(
    'DELETE FROM invitation WHERE made_by = ? RETURNING expires_at',
  );
  const addWrongCode = db.prepare<[UserRef, Instant]>('INSERT INTO wrong_code ("user", at) VALUES (?, ?)');
  const wrongCodes = db.value<[UserRef, Instant, Instant], number>(
    'SELECT count(*) FROM wrong_code WHERE "user" = ? AND at > ? AND at <= ?',
  );

  return {
    add: (hash, { area, further, role }, expiresAt, by) => {
      add.run(hash, area, further ? 1 : 0, role, expiresAt, by);
    },
    find(hash, at) {
      const row = find.get(hash, at);
      return row && { ...row, further: row.further === 1 };
    },
    validTo: (area, at) => validTo.get(area, at),
    among(hashes, at) {
      const found: string[] = [];
      for (let from = 0; from < hashes.length; from += HASHES_AT_ONCE) {
        const some = hashes.slice(from, from + HASHES_AT_ONCE);
        const unused = Array<string>(HASHES_AT_ONCE - some.length).fill('');
        found.push(...among.all(...some, ...unused, at));
      }
      return found;
    },
    use: (hash) => {
      use.run(hash);
    },
    voidLike: ({ area, further, role }) => {
      voidLike.run(area, further ? 1 : 0, role ?? '');
    },
    voidTo: (area) => {
      voidTo.run(area);
    },
    voidBy: (person, at) => voidBy.all(person).filter((expires) => expires > at).length,
    addWrongCode: (user, at) => {
      addWrongCode.run(user, at);
    },
    wrongCodesSince: (user, at, now) => wrongCodes.get(user, at, now)!,
  };
}
