import type { Instant, UserRef } from '../domain/ids.ts';
import type { Db } from './database.ts';

/** When an account was last told how to report. */
export function hints(db: Db) {
  const last = db.prepare<[UserRef], Instant>('SELECT at FROM hint WHERE user = ?').pluck();
  const record = db.prepare<[UserRef, Instant]>(
    'INSERT INTO hint (user, at) VALUES (?, ?) ON CONFLICT (user) DO UPDATE SET at = excluded.at',
  );

  return {
    last: (user: UserRef): Instant | undefined => last.get(user),
    record: (user: UserRef, at: Instant): void => {
      record.run(user, at);
    },
  };
}
