import type { ChatRef, Instant, UserRef } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** When an account was last told how to report; a group, where nobody knows who writes. */
export function hints(db: Db) {
  const last = db.value<[UserRef | ChatRef], Instant>('SELECT at FROM hint WHERE "user" = ?');
  const record = db.prepare<[UserRef | ChatRef, Instant]>(
    'INSERT INTO hint ("user", at) VALUES (?, ?) ON CONFLICT ("user") DO UPDATE SET at = excluded.at',
  );

  return {
    last: (user: UserRef | ChatRef): Instant | undefined => last.get(user),
    record: (user: UserRef | ChatRef, at: Instant): void => {
      record.run(user, at);
    },
  };
}
