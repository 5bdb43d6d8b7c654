import type { ChatRef, Instant, OutboxId, UserRef } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** A question that waits for an answer, and since when. */
export interface PendingQuestion {
  readonly outbox: OutboxId;
  readonly at: Instant;
}

/** The question that an account's next message in a chat may answer without quoting it. */
export interface PendingQuestions {
  /** Notes the question; it takes the place of an earlier one. */
  put(user: UserRef, chat: ChatRef, outbox: OutboxId, at: Instant): void;
  /** Takes that question out, whatever the message says. */
  take(user: UserRef, chat: ChatRef): PendingQuestion | undefined;
}

export function pendingQuestions(db: Db): PendingQuestions {
  const put = db.prepare<[UserRef, ChatRef, OutboxId, Instant]>(
    `INSERT INTO open_question ("user", chat, outbox, at) VALUES (?, ?, ?, ?)
     ON CONFLICT ("user", chat) DO UPDATE SET outbox = excluded.outbox, at = excluded.at`,
  );
  // Most messages answer nothing: to look costs less than to delete nothing.
  const open = db.prepare<[UserRef, ChatRef], PendingQuestion>(
    'SELECT outbox, at FROM open_question WHERE "user" = ? AND chat = ?',
  );
  const close = db.prepare<[UserRef, ChatRef]>('DELETE FROM open_question WHERE "user" = ? AND chat = ?');

  return {
    put: (user, chat, outbox, at) => {
      put.run(user, chat, outbox, at);
    },
    take(user, chat) {
      const question = open.get(user, chat);
      if (question) close.run(user, chat);
      return question;
    },
  };
}
