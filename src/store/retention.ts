import { plus } from '../clock.ts';
import type { Instant, PersonId, UserRef } from '../ids.ts';
import type { Db } from './open.ts';

const DAY_MS = 86_400_000;
/** Raw texts and the contents of messages are kept this long. */
const TEXTS_DAYS = 90;
/** Longer than any platform repeats a message, and than any message counts. */
const INBOX_DAYS = 30;
/** A picture is of one minute: it is asked for again soon, or never. */
const UPLOADS_DAYS = 1;

/** What is kept for a time only, and what goes when a person asks for it. */
export function retention(db: Db) {
  const aged = [
    ['UPDATE report SET text = NULL WHERE text IS NOT NULL AND recorded_at < ?', TEXTS_DAYS],
    ['DELETE FROM held_report WHERE at < ?', TEXTS_DAYS],
    [`DELETE FROM outbox WHERE at < ? AND state NOT IN ('queued', 'sending')`, TEXTS_DAYS],
    ['DELETE FROM upload WHERE at < ?', UPLOADS_DAYS],
    ['DELETE FROM inbox WHERE at < ?', INBOX_DAYS],
    ['DELETE FROM hint WHERE at < ?', 1],
    ['DELETE FROM open_question WHERE at < ?', 1],
    ['DELETE FROM wrong_code WHERE at < ?', 1],
  ] as const;
  const prune = aged.map(([sql, days]) => ({ run: db.prepare<[Instant]>(sql), days }));

  const forgetPerson = [
    `UPDATE role SET state = 'ended', person = NULL WHERE person = ?`,
    `UPDATE report SET person = NULL, text = NULL WHERE person = ?`,
    'DELETE FROM held_report WHERE person = ?',
    'DELETE FROM person_ref WHERE person = ?',
    'DELETE FROM person WHERE id = ?',
  ].map((sql) => db.prepare<[PersonId]>(sql));
  // A private chat carries the account's id, and so do the messages in it.
  const privateChat = `(chat = :ref OR asks = :ref OR instr(content, '"' || :ref || '\\"') > 0)`;
  const forgetAccount = [
    `UPDATE report SET message = 'dilupakan:' || id WHERE substr(message, 1, length(:ref) + 1) = :ref || ':'`,
    `DELETE FROM outbox WHERE ${privateChat} AND state NOT IN ('queued', 'sending')`,
    'DELETE FROM chat WHERE ref = :ref',
    `DELETE FROM inbox WHERE substr(ref, 1, length(:ref) + 1) = :ref || ':'`,
    'DELETE FROM hint WHERE user = :ref',
    'DELETE FROM open_question WHERE user = :ref',
    'DELETE FROM wrong_code WHERE user = :ref',
  ].map((sql) => db.prepare<{ ref: UserRef }>(sql));
  const answers = db.prepare<[PersonId]>(
    `UPDATE outbox SET content = NULL WHERE state NOT IN ('queued', 'sending')
     AND answers IN (SELECT message FROM report WHERE person = ?)`,
  );

  return {
    /** Blanks and drops what has had its time. */
    prune(now: Instant): void {
      for (const { run, days } of prune) run.run(plus(now, -days * DAY_MS));
    },
    /** Takes a person out of the store; the ledger keeps village, unit, status, time and role. */
    forget(person: PersonId, refs: readonly UserRef[]): void {
      answers.run(person);
      for (const ref of refs) for (const statement of forgetAccount) statement.run({ ref });
      for (const statement of forgetPerson) statement.run(person);
    },
  };
}
