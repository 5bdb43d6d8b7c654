import type { OpenArea } from '../domain/district.ts';
import { type AreaCode, below, type ChatRef, type Instant, type LocalDate } from '../domain/ids.ts';
import type { Db } from './db.ts';

export interface Chat {
  readonly ref: ChatRef;
  readonly kind: 'private' | 'group';
  readonly title: string;
  readonly district: AreaCode | null;
  readonly linkedAt: Instant | null;
  readonly thread: string | null;
  /** False where the platform hides ordinary messages from the bot. */
  readonly seesAll: boolean;
  /** False once the bot was told that it is not there, until anything is heard from the chat again. */
  readonly active: boolean;
  /** The forum topic that was last spoken in. */
  readonly lastThread: string | null;
}

/** A group and the kecamatan that it is linked to. */
export interface LinkedChat {
  readonly ref: ChatRef;
  readonly district: AreaCode;
}

const CHAT = `SELECT ref, kind, title, district, linked_at AS "linkedAt", thread, sees_all AS "seesAll", active,
  last_thread AS "lastThread" FROM chat`;
const DISTRICT = `SELECT code, deadline, deadline_set_at AS "deadlineSetAt", reminders,
  shown_below AS "shownBelow" FROM district`;

interface ChatRow extends Omit<Chat, 'seesAll' | 'active'> {
  readonly seesAll: 0 | 1;
  readonly active: 0 | 1;
}
const chatOf = (row: ChatRow): Chat => ({ ...row, seesAll: row.seesAll === 1, active: row.active === 1 });

interface DistrictRow extends Omit<OpenArea, 'reminders' | 'shownBelow'> {
  readonly reminders: 0 | 1;
  readonly shownBelow: 0 | 1;
}
const districtOf = (row: DistrictRow): OpenArea => ({
  ...row,
  reminders: row.reminders === 1,
  shownBelow: row.shownBelow === 1,
});

/** Chats and the kecamatan that they are linked to. */
export interface Chats {
  get(ref: ChatRef): Chat | undefined;
  /** Notes that the bot is in this chat, under this title. */
  seen(ref: ChatRef, kind: Chat['kind'], title: string): void;
  /** Notes whether the platform gives the bot every message of this chat. */
  sees(ref: ChatRef, all: boolean): void;
  /** The bot was told that it is not there; the link is kept for when it is. */
  pause(ref: ChatRef): void;
  /** Something came from the chat, or arrived there: the bot is in it. */
  resume(ref: ChatRef): void;
  /** Notes the forum topic that was last spoken in; null for none. */
  spokenIn(ref: ChatRef, thread: string | null): void;
  /** A group's new id takes the place of its old one, in queued messages and closed slots too. */
  move(from: ChatRef, to: ChatRef): void;
  /** Links a group to a kecamatan; reminders go to that forum topic. */
  link(ref: ChatRef, code: AreaCode, at: Instant, thread: string | null): void;
  unlink(ref: ChatRef): void;
  /** The groups of a kecamatan that the bot can write to, the first linked first. */
  groupsOf(code: AreaCode): readonly Chat[];
  /** All groups that are linked and that the bot can write to, by kecamatan. */
  linked(): readonly LinkedChat[];
  district(code: AreaCode): OpenArea | undefined;
  /** Opens a kecamatan with its deadline; one that is open stays as it is. */
  open(code: AreaCode, deadline: LocalDate, at: Instant): void;
  /** Sets the deadline; `at` is when it was decided. */
  setDeadline(code: AreaCode, deadline: LocalDate, at: Instant): void;
  setReminders(code: AreaCode, on: boolean): void;
  /** Whether the camat of an area's kecamatan may see its recap. */
  showBelow(code: AreaCode, on: boolean): void;
  /** Sets the deadline of all that lies in an area where it was the area's own until now, or would be later than the new one. */
  setDeadlineBelow(code: AreaCode, before: LocalDate, deadline: LocalDate, at: Instant): void;
}

export function chats(db: Db): Chats {
  const get = db.prepare<[ChatRef], ChatRow>(`${CHAT} WHERE ref = ?`);
  const seen = db.prepare<[ChatRef, string, string]>(
    `INSERT INTO chat (ref, kind, title) VALUES (?, ?, ?)
     ON CONFLICT (ref) DO UPDATE SET title = excluded.title, active = 1 WHERE chat.title <> excluded.title OR chat.active = 0`,
  );
  const sees = db.prepare<[0 | 1, ChatRef]>('UPDATE chat SET sees_all = ? WHERE ref = ?');
  const pause = db.prepare<[ChatRef]>('UPDATE chat SET active = 0 WHERE ref = ?');
  const resume = db.prepare<[ChatRef]>('UPDATE chat SET active = 1 WHERE ref = ? AND active = 0');
  const spokenIn = db.prepare<[string | null, ChatRef]>('UPDATE chat SET last_thread = ? WHERE ref = ?');
  const link = db.prepare<[AreaCode | null, Instant | null, string | null, ChatRef]>(
    'UPDATE chat SET district = ?, linked_at = ?, thread = ? WHERE ref = ?',
  );
  const groups = db.prepare<[AreaCode], ChatRow>(
    `${CHAT} WHERE district = ? AND active = 1 ORDER BY linked_at`,
  );
  const linked = db.prepare<[], LinkedChat>(
    'SELECT ref, district FROM chat WHERE district IS NOT NULL AND active = 1 ORDER BY district, ref',
  );
  const openDistrict = db.prepare<[AreaCode, LocalDate, Instant]>(
    'INSERT INTO district (code, deadline, deadline_set_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const district = db.prepare<[AreaCode], DistrictRow>(`${DISTRICT} WHERE code = ?`);
  const setDeadline = db.prepare<[LocalDate, Instant, AreaCode]>(
    'UPDATE district SET deadline = ?, deadline_set_at = ? WHERE code = ?',
  );
  const setReminders = db.prepare<[0 | 1, AreaCode]>('UPDATE district SET reminders = ? WHERE code = ?');
  const showBelow = db.prepare<[0 | 1, AreaCode]>('UPDATE district SET shown_below = ? WHERE code = ?');
  const setDeadlineBelow = db.prepare<{
    from: string;
    to: string;
    code: AreaCode;
    before: LocalDate;
    deadline: LocalDate;
    at: Instant;
  }>(
    `UPDATE district SET deadline = :deadline, deadline_set_at = :at
     WHERE code >= :from AND code < :to AND code <> :code AND (deadline = :before OR deadline > :deadline)`,
  );
  // What was sent to the old id cannot be edited, quoted or replied to under the new one.
  const moveOutbox = `UPDATE outbox SET chat = :to, quotes = NULL, edits = NULL, sent_ref = NULL, thread = NULL
    WHERE chat = :from`;
  // What the new id already has is deleted, except slots: one that is closed stays closed.
  const move = [
    'DELETE FROM chat WHERE ref = :to AND EXISTS (SELECT 1 FROM chat WHERE ref = :from)',
    'UPDATE chat SET ref = :to WHERE ref = :from',
    moveOutbox,
    `UPDATE slot SET key = :to || substr(key, length(:from) + 1) WHERE key >= :from || ' ' AND key < :from || '!'
     AND NOT EXISTS (SELECT 1 FROM slot AS old WHERE old.key = :to || substr(slot.key, length(:from) + 1))`,
    'UPDATE held_report SET chat = :to WHERE chat = :from',
    'UPDATE role SET chat = :to WHERE chat = :from',
    `DELETE FROM open_question
     WHERE chat = :to AND "user" IN (SELECT "user" FROM open_question WHERE chat = :from)`,
    'UPDATE open_question SET chat = :to WHERE chat = :from',
  ].map((sql) => db.prepare<{ from: ChatRef; to: ChatRef }>(sql));

  return {
    get(ref) {
      const row = get.get(ref);
      return row && chatOf(row);
    },
    seen: (ref, kind, title) => {
      seen.run(ref, kind, title);
    },
    sees: (ref, all) => {
      sees.run(all ? 1 : 0, ref);
    },
    pause: (ref) => {
      pause.run(ref);
    },
    resume: (ref) => {
      resume.run(ref);
    },
    spokenIn: (ref, thread) => {
      spokenIn.run(thread, ref);
    },
    move: (from, to) => {
      for (const statement of move) statement.run({ from, to });
    },
    link: (ref, code, at, thread) => {
      link.run(code, at, thread, ref);
    },
    unlink: (ref) => {
      link.run(null, null, null, ref);
    },
    groupsOf: (code) => groups.all(code).map(chatOf),
    linked: () => linked.all(),

    district(code) {
      const row = district.get(code);
      return row && districtOf(row);
    },
    open: (code, deadline, at) => {
      openDistrict.run(code, deadline, at);
    },
    setDeadline: (code, deadline, at) => {
      setDeadline.run(deadline, at, code);
    },
    showBelow: (code, on) => {
      showBelow.run(on ? 1 : 0, code);
    },
    setDeadlineBelow: (code, before, deadline, at) => {
      setDeadlineBelow.run({ ...below(code), code, before, deadline, at });
    },
    setReminders: (code, on) => {
      setReminders.run(on ? 1 : 0, code);
    },
  };
}
