import type { Instant, UserRef } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** When an account was last told how to report. */
export function hints(db: Db) {
  const last = db.value<[UserRef], Instant>('SELECT at FROM hint WHERE "user" = ?');
  const record = db.prepare<[UserRef, Instant]>(
    'INSERT INTO hint ("user", at) VALUES (?, ?) ON CONFLICT ("user") DO UPDATE SET at = excluded.at',
  );

  return {
    last: (user: UserRef): Instant | undefined => last.get(user),
    record: (user: UserRef, at: Instant): void => {
      record.run(user, at);
    },
  };
}
