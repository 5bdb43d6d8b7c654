import type { ChatRef, Instant, UserRef } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** When an account was last told how to report; a group, where nobody knows who writes. */
export interface Hints {
  last(user: UserRef | ChatRef): Instant | undefined;
  record(user: UserRef | ChatRef, at: Instant): void;
}

export function hints(db: Db): Hints {
  const last = db.value<[UserRef | ChatRef], Instant>('SELECT at FROM hint WHERE "user" = ?');
  const record = db.prepare<[UserRef | ChatRef, Instant]>(
    'INSERT INTO hint ("user", at) VALUES (?, ?) ON CONFLICT ("user") DO UPDATE SET at = excluded.at',
  );

  return {
    last: (user) => last.get(user),
    record: (user, at) => {
      record.run(user, at);
    },
  };
}
