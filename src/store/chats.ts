import type { AreaCode, ChatRef, Instant } from '../domain/ids.ts';
import { chatMove } from './chat-move.ts';
import type { Db } from './db.ts';
import { type OpenAreas, openAreas } from './open-areas.ts';

export interface Chat {
  readonly ref: ChatRef;
  readonly kind: 'private' | 'group';
  readonly title: string;
  /** The area of any level that it is linked to. */
  readonly area: AreaCode | null;
  readonly linkedAt: Instant | null;
  readonly thread: string | null;
  /** False where the platform hides ordinary messages from the bot. */
  readonly seesAll: boolean;
  /** False once the bot was told that it is not there, until anything is heard from the chat again. */
  readonly active: boolean;
  /** The forum topic that was last spoken in. */
  readonly lastThread: string | null;
}

/** A group and the area of any level that it is linked to. */
export interface LinkedChat {
  readonly ref: ChatRef;
  readonly area: AreaCode;
}

const CHAT = `SELECT ref, kind, title, district AS area, linked_at AS "linkedAt", thread, sees_all AS "seesAll", active,
  last_thread AS "lastThread" FROM chat`;

interface ChatRow extends Omit<Chat, 'seesAll' | 'active'> {
  readonly seesAll: 0 | 1;
  readonly active: 0 | 1;
}
const chatOf = (row: ChatRow): Chat => ({ ...row, seesAll: row.seesAll === 1, active: row.active === 1 });

/** Chats and the areas that they are linked to. */
export interface Chats extends OpenAreas {
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
  /** Links a group to an area; reminders go to that forum topic. */
  link(ref: ChatRef, code: AreaCode, at: Instant, thread: string | null): void;
  unlink(ref: ChatRef): void;
  /** The groups of an area that the bot can write to, the first linked first. */
  groupsOf(code: AreaCode): readonly Chat[];
  /** All groups that are linked and that the bot can write to, by area. */
  linked(): readonly LinkedChat[];
  /** How many these are. */
  countLinked(): number;
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
    'SELECT ref, district AS area FROM chat WHERE district IS NOT NULL AND active = 1 ORDER BY district, ref',
  );
  const countLinked = db.value<[], number>(
    'SELECT count(*) FROM chat WHERE district IS NOT NULL AND active = 1',
  );
  const move = chatMove(db);

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
    move,
    link: (ref, code, at, thread) => {
      link.run(code, at, thread, ref);
    },
    unlink: (ref) => {
      link.run(null, null, null, ref);
    },
    groupsOf: (code) => groups.all(code).map(chatOf),
    linked: () => linked.all(),
    countLinked: () => countLinked.get()!,
    ...openAreas(db),
  };
}
