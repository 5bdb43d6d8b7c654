import type { AreaCode, Instant, UserRef } from '../domain/ids.ts';
import type { UpperRole } from '../domain/roles.ts';
import type { Db } from './db.ts';

export interface Invitation {
  readonly area: AreaCode;
  /** It links another group of a kecamatan that has a camat already. */
  readonly further: boolean;
  /** The role above the kecamatan that it gives; null where it is a kecamatan's, and makes its camat. */
  readonly role: UpperRole | null;
}

/** Invitation codes, by their hashes, and the wrong codes that people tried. */
export interface Invitations {
  add(hash: string, invitation: Invitation, expiresAt: Instant): void;
  /** What an unused and unexpired invitation is for. */
  find(hash: string, at: Instant): Invitation | undefined;
  /** The hashes of the unused and unexpired invitations. */
  open(at: Instant): ReadonlySet<string>;
  /** Notes an invitation as used. */
  use(hash: string, at: Instant): void;
  addWrongCode(user: UserRef, at: Instant): void;
  /** How many wrong codes an account tried after that moment. */
  wrongCodesSince(user: UserRef, at: Instant): number;
}

export function invitations(db: Db): Invitations {
  const add = db.prepare<[string, AreaCode, 0 | 1, UpperRole | null, Instant]>(
    'INSERT INTO invitation (hash, district, further, role, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const find = db.prepare<[string, Instant], Omit<Invitation, 'further'> & { further: 0 | 1 }>(
    'SELECT district AS area, further, role FROM invitation WHERE hash = ? AND used_at IS NULL AND expires_at > ?',
  );
  const open = db.prepare<[Instant], { hash: string }>(
    'SELECT hash FROM invitation WHERE used_at IS NULL AND expires_at > ?',
  );
  const use = db.prepare<[Instant, string]>('UPDATE invitation SET used_at = ? WHERE hash = ?');
  const addWrongCode = db.prepare<[UserRef, Instant]>('INSERT INTO wrong_code ("user", at) VALUES (?, ?)');
  const wrongCodes = db.value<[UserRef, Instant], number>(
    'SELECT count(*) FROM wrong_code WHERE "user" = ? AND at > ?',
  );

  return {
    add: (hash, { area, further, role }, expiresAt) => {
      add.run(hash, area, further ? 1 : 0, role, expiresAt);
    },
    find(hash, at) {
      const row = find.get(hash, at);
      return row && { ...row, further: row.further === 1 };
    },
    open: (at) => new Set(open.all(at).map(({ hash }) => hash)),
    use: (hash, at) => {
      use.run(at, hash);
    },
    addWrongCode: (user, at) => {
      addWrongCode.run(user, at);
    },
    wrongCodesSince: (user, at) => wrongCodes.get(user, at)!,
  };
}
