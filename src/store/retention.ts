import { addMs } from '../domain/clock.ts';
import type { Instant, PersonId, UserRef } from '../domain/ids.ts';
import type { Db } from './db.ts';
import { type AccountIds, authorOf, carries, createForgetting } from './erasure.ts';

const DAY_MS = 86_400_000;
/** Raw texts and the contents of messages are kept this long. */
const TEXTS_DAYS = 90;
/** Longer than any platform repeats a message, and than any message counts. */
const INBOX_DAYS = 30;
/** A month of faults is enough to find out what they have in common. */
const DEAD_LETTERS_DAYS = 30;
/** An edit is made within minutes; it may arrive as late as any message that counts. */
const EDITS_DAYS = 14;
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
    ['DELETE FROM whatsapp_secret WHERE at < ?', EDITS_DAYS],
    ['DELETE FROM hint WHERE at < ?', 1],
    ['DELETE FROM open_question WHERE at < ?', 1],
    ['DELETE FROM wrong_code WHERE at < ?', 1],
    ['DELETE FROM dead_letter WHERE at < ?', DEAD_LETTERS_DAYS],
  ] as const;
  const orphans = db.prepare('DELETE FROM question WHERE outbox NOT IN (SELECT id FROM outbox)');
  const prune = aged.map(([sql, days]) => ({ run: db.prepare<[Instant]>(sql), days }));

  const namesOf = db.value<{ person: PersonId }, string>(
    'SELECT name FROM person WHERE id = :person UNION SELECT name FROM former_name WHERE person = :person',
  );
  // Only what was queued before somebody took another name can spell the old one.
  const formerNames = db.prepare(
    'DELETE FROM former_name WHERE outbox < coalesce((SELECT min(id) FROM outbox), 9e15)',
  );
  const traces = db.prepare('INSERT INTO unused_space (traces) VALUES (1) ON CONFLICT DO NOTHING');
  const forgetPerson = [
    `UPDATE role SET state = 'ended', person = NULL, sign = NULL WHERE person = ?`,
    'UPDATE report SET person = NULL, text = NULL WHERE person = ?',
    'DELETE FROM held_report WHERE person = ?',
    'DELETE FROM person_ref WHERE person = ?',
    'DELETE FROM former_name WHERE person = ?',
    'DELETE FROM person WHERE id = ?',
  ].map((sql) => db.prepare<[PersonId]>(sql));
  const forgetAccount = [
    'DELETE FROM chat WHERE ref = :ref',
    ...[
      ['inbox', 'ref'],
      ['whatsapp_secret', 'ref'],
      ['question', 'message'],
    ].flatMap(([table, ref = '']) => [
      `DELETE FROM ${table} WHERE ${ref} >= :ref || ':' AND ${ref} < :ref || ';'`,
      `DELETE FROM ${table} WHERE instr(${ref}, '@g.us:') > 0 AND ${authorOf(ref)} = :id`,
    ]),
    'DELETE FROM hint WHERE "user" = :ref',
    'DELETE FROM open_question WHERE "user" = :ref',
    'DELETE FROM wrong_code WHERE "user" = :ref',
  ].map((sql) => db.prepare<AccountIds>(sql));
  const forgetMessages = db.prepare<AccountIds & { person: PersonId }>(
    `UPDATE report SET message = 'dilupakan:' || id WHERE person = :person AND ${carries('message')}`,
  );
  const forgetSent = db.prepare<AccountIds & { chats: string }>(
    `DELETE FROM whatsapp_sent WHERE chat = :id OR id IN (
       SELECT whatsapp_sent.id FROM json_each(:chats) CROSS JOIN whatsapp_sent ON chat = substr(value, length('whatsapp:') + 1)
       WHERE instr(message, :id) > 0)`,
  );
  const forgetting = createForgetting(db);

  return {
    /** Blanks and drops what has had its time. */
    prune(now: Instant): void {
      formerNames.run();
      for (const { run, days } of prune) run.run(addMs(now, -days * DAY_MS));
      orphans.run();
    },
    /**
     * Takes a person and these accounts out of the store; the ledger keeps village, unit, status, time and role. Messages
     * that are still to be sent go out first, and so does the next one: it answers the request.
     */
    forget(person: PersonId | undefined, refs: readonly UserRef[]): void {
      const names = person === undefined ? [] : namesOf.all({ person });
      const accounts = refs.map((ref) => ({ ref, id: ref.slice(ref.indexOf(':') + 1) }));
      const places = forgetting.places(person, accounts);
      forgetting.mark(names, accounts, places);
      traces.run();
      for (const account of accounts) {
        for (const statement of forgetAccount) statement.run(account);
        forgetSent.run({ ...account, chats: JSON.stringify(places) });
        if (person !== undefined) forgetMessages.run({ ...account, person });
      }
      if (person !== undefined) for (const statement of forgetPerson) statement.run(person);
    },
  };
}
