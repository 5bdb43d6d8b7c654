import type { PersonId, ReportId, UserRef } from '../domain/ids.ts';
import type { Db } from './db.ts';
import { authorOf, carries, outboxErasure } from './outbox-erasure.ts';
import { type AccountIds, spelling } from './outbox-mentions.ts';

/** What goes when a person asks for it. */
export interface Erasure {
  /**
   * Takes a person and these accounts out of the store; the ledger keeps village, unit, status, time and role. Messages
   * that are still to be sent go out first, and so does the next one: it answers the request.
   */
  forget(person: PersonId | undefined, refs: readonly UserRef[]): void;
}

export function erasure(db: Db): Erasure {
  const namesOf = db.value<{ person: PersonId }, string>(
    'SELECT name FROM person WHERE id = :person UNION SELECT name FROM former_name WHERE person = :person',
  );
  /** What others reported in the kecamatan of their roles. */
  const othersTexts = db.prepare<{ person: PersonId; first: string }, { id: ReportId; text: string }>(
    `WITH area (code) AS MATERIALIZED (SELECT DISTINCT substr(area, 1, 8) FROM role WHERE person = :person AND length(area) >= 8)
       SELECT id, text FROM area CROSS JOIN report ON village >= code || '.' AND village < code || '/'
       WHERE text IS NOT NULL AND instr(text, :first) > 0`,
  );
  const blankText = db.prepare<[ReportId]>('UPDATE report SET text = NULL WHERE id = ?');
  const forgetPerson = [
    `UPDATE role SET state = 'ended', person = NULL, sign = NULL, chat = NULL, message = NULL WHERE person = ?`,
    'UPDATE report SET person = NULL, text = NULL, said = NULL WHERE person = ?',
    'DELETE FROM held_report WHERE person = ?',
    'DELETE FROM person_ref WHERE person = ?',
    'DELETE FROM former_name WHERE person = ?',
    'DELETE FROM invitation WHERE made_by = ?',
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
    `UPDATE inbox SET answer_to = NULL WHERE answer_to IS NOT NULL AND ${carries('answer_to')}`,
    'DELETE FROM hint WHERE "user" = :ref',
    'DELETE FROM open_question WHERE "user" = :ref',
    'DELETE FROM wrong_code WHERE "user" = :ref',
  ].map((sql) => db.prepare<AccountIds>(sql));
  const forgetMessages = [
    `UPDATE report SET message = 'dilupakan:' || id WHERE person = :person AND ${carries('message')}`,
    // Others were given a role by them in the kecamatan of their own.
    `WITH place (code) AS MATERIALIZED (SELECT DISTINCT substr(area, 1, 8) FROM role WHERE person = :person AND length(area) >= 8)
       UPDATE role SET message = NULL WHERE id IN (
         SELECT role.id FROM place CROSS JOIN role ON area >= code AND area < code || '/'
         WHERE message IS NOT NULL AND ${carries('message')})`,
  ].map((sql) => db.prepare<AccountIds & { person: PersonId }>(sql));
  const forgetSentTo = db.prepare<AccountIds>('DELETE FROM whatsapp_sent WHERE chat = :id');
  const forgetSent = db.prepare<AccountIds & { chat: string }>(
    'DELETE FROM whatsapp_sent WHERE chat = :chat AND instr(message, :id) > 0',
  );
  const sent = outboxErasure(db);

  /** Blanks what others reported in words that spell a name. */
  function blankTexts(person: PersonId, name: string): void {
    const { first, isIn } = spelling(name);
    for (const { id, text } of othersTexts.all({ person, first })) if (isIn(text)) blankText.run(id);
  }

  return {
    forget(person, refs) {
      const names = person === undefined ? [] : namesOf.all({ person });
      const accounts = refs.map((ref) => ({ ref, id: ref.slice(ref.indexOf(':') + 1) }));
      const places = sent.places(person, accounts);
      sent.mark(names, accounts, places);
      for (const account of accounts) {
        for (const statement of forgetAccount) statement.run(account);
        forgetSentTo.run(account);
        for (const place of places) forgetSent.run({ ...account, chat: place.slice('whatsapp:'.length) });
        if (person !== undefined)
          for (const statement of forgetMessages) statement.run({ ...account, person });
      }
      if (person === undefined) return;
      for (const name of names) blankTexts(person, name);
      for (const statement of forgetPerson) statement.run(person);
    },
  };
}
