import type { ChatRef, Instant } from '../domain/ids.ts';
import type { Db } from './db.ts';
import type { OwnAddresses } from './whatsapp-own.ts';

/** A WhatsApp number of this installation. */
export interface WhatsAppNumber {
  readonly id: number;
  /** What its operator calls it. */
  readonly name: string;
  /** Its session is closed; what is to be said in its chats waits. */
  readonly paused: boolean;
  /** WhatsApp kept it out the last time, or no phone is linked to it. */
  readonly barred: boolean;
}

/** The numbers, and which of them serves a chat. Each call is a transaction of its own. */
export interface WhatsAppNumbers {
  /** All of them, the first added first. */
  list(): readonly WhatsAppNumber[];
  add(name: string): WhatsAppNumber;
  pause(id: number, paused: boolean): void;
  bar(id: number, barred: boolean): void;
  /** Drops a number with its keys, its addresses and what it kept of its messages; its chats may be served by others. */
  remove(id: number): void;
  /** Its telephone number, digits only with the country's code; undefined while no phone has linked it. */
  phone(id: number): string | undefined;
  /** How many groups it serves. */
  groups(id: number): number;
  /** How many messages it sent after a moment. */
  sent(id: number, since: Instant): number;
  /** The number that serves a chat; undefined while none does. */
  serving(chat: ChatRef): number | undefined;
  serve(chat: ChatRef, number: number): void;
  /** The number that served a chat is no longer in it. */
  leave(chat: ChatRef): void;
}

export function whatsappNumbers(db: Db, own: OwnAddresses): WhatsAppNumbers {
  const list = db.prepare<[], { id: number; name: string; paused: 0 | 1; barred: 0 | 1 }>(
    'SELECT id, name, paused, barred FROM whatsapp_number ORDER BY id',
  );
  const add = db.insert<[string], number>('INSERT INTO whatsapp_number (name) VALUES (?)');
  const pause = db.prepare<[0 | 1, number]>('UPDATE whatsapp_number SET paused = ? WHERE id = ?');
  const bar = db.prepare<[0 | 1, number]>('UPDATE whatsapp_number SET barred = ? WHERE id = ?');
  const remove = [
    'DELETE FROM whatsapp_number WHERE id = ?',
    'DELETE FROM whatsapp_session WHERE number = ?',
    'DELETE FROM whatsapp_sent WHERE number = ?',
    'DELETE FROM whatsapp_chat WHERE number = ?',
  ].map((sql) => db.prepare<[number]>(sql));
  const credentials = db.value<[number], string>(
    `SELECT value FROM whatsapp_session WHERE number = ? AND type = 'creds' AND id = 'me'`,
  );
  const groups = db.value<[number], number>(
    `SELECT count(*) FROM whatsapp_chat WHERE number = ? AND ref LIKE '%@g.us'`,
  );
  const sent = db.value<[number, Instant], number>(
    'SELECT count(*) FROM whatsapp_sent WHERE number = ? AND at > ?',
  );
  const serving = db.value<[ChatRef], number>('SELECT number FROM whatsapp_chat WHERE ref = ?');
  const serve = db.prepare<[ChatRef, number]>(
    `INSERT INTO whatsapp_chat (ref, number) VALUES (?, ?)
     ON CONFLICT (ref) DO UPDATE SET number = excluded.number`,
  );
  const leave = db.prepare<[ChatRef]>('DELETE FROM whatsapp_chat WHERE ref = ?');

  return {
    list: () => list.all().map((row) => ({ ...row, paused: row.paused === 1, barred: row.barred === 1 })),
    add: (name) => ({ id: add(name), name, paused: false, barred: false }),
    pause: (id, paused) => {
      pause.run(paused ? 1 : 0, id);
    },
    bar: (id, barred) => {
      bar.run(barred ? 1 : 0, id);
    },
    remove: (id) => {
      db.transaction(() => {
        for (const statement of remove) statement.run(id);
        own.drop(id);
      });
    },
    phone: (id) => linkedPhone(credentials.get(id)),
    groups: (id) => groups.get(id)!,
    sent: (id, since) => sent.get(id, since)!,
    serving: (chat) => serving.get(chat),
    serve: (chat, number) => {
      serve.run(chat, number);
    },
    leave: (chat) => {
      leave.run(chat);
    },
  };
}

interface Credentials {
  /** Missing until a phone has linked them. */
  readonly account?: unknown;
  /** The address of the linked device: `6281…:7@s.whatsapp.net`. */
  readonly me?: { readonly id: string };
}

function linkedPhone(credentials: string | undefined): string | undefined {
  const { account, me } = JSON.parse(credentials ?? '{}') as Credentials;
  return account === undefined ? undefined : /^\d+/.exec(me?.id ?? '')?.[0];
}
