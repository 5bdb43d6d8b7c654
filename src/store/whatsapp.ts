import { addMs } from '../domain/clock.ts';
import type { Instant, MessageRef } from '../domain/ids.ts';
import type { Db } from './db.ts';
import { type WhatsAppKeys, whatsappKeys } from './whatsapp-keys.ts';
import { type WhatsAppNumbers, whatsappNumbers } from './whatsapp-numbers.ts';
import { type OwnAddresses, ownAddresses } from './whatsapp-own.ts';

const DAY_MS = 86_400_000;
/** A member's phone asks again for what it could not read; after two weeks the servers have dropped it anyway. */
const SENT_DAYS = 14;

interface SentRow {
  readonly key: string;
  readonly chat: string;
  readonly message: string;
  readonly at: Instant;
}

/** What belongs to one number: the keys of its session, and what was sent in it. Each call is a transaction of its own. */
export interface WhatsAppSession {
  readonly keys: WhatsAppKeys;
  /** The addresses of all numbers; `set`: those of the account that is linked to this one. */
  readonly own: { has(address: string): boolean; set(addresses: readonly string[]): void };
  /** What edits of people's messages are sealed with: base64, kept for as long as an edit may arrive. */
  readonly secrets: {
    get(ref: MessageRef): string | undefined;
    put(ref: MessageRef, value: string, at: Instant): void;
  };
  /** Messages for phones that could not read them and ask again, by their id on WhatsApp. */
  readonly sent: {
    get(id: string): SentRow | undefined;
    /** `key` is the outbox's row that it was sent for. */
    put(id: string, key: string, chat: string, message: string, at: Instant, toStranger: boolean): void;
    /** Whether a message is the bot's own, by whichever number: those are known for longer, and of numbers that are gone. */
    hasSaid(ref: MessageRef): boolean;
    /** How many were sent after that moment, to people without a role or to others. */
    since(at: Instant, toStranger: boolean): number;
  };
}

export interface WhatsApp {
  readonly numbers: WhatsAppNumbers;
  /** What belongs to a number. To be asked for once: names and addresses of people are kept in its memory. */
  of(number: number): WhatsAppSession;
}

export function whatsapp(db: Db): WhatsApp {
  const own = ownAddresses(db);
  return { numbers: whatsappNumbers(db, own), of: (number) => whatsappSession(db, number, own) };
}

function whatsappSession(db: Db, number: number, own: OwnAddresses): WhatsAppSession {
  const sent = db.prepare<[string], SentRow>('SELECT key, chat, message, at FROM whatsapp_sent WHERE id = ?');
  const keep = db.prepare<[number, string, string, string, string, Instant, 0 | 1]>(
    `INSERT INTO whatsapp_sent (number, id, key, chat, message, at, stranger) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const drop = db.prepare<[number, Instant]>('DELETE FROM whatsapp_sent WHERE number = ? AND at < ?');
  const secret = db.value<[MessageRef], string>('SELECT secret FROM whatsapp_secret WHERE ref = ?');
  const keepSecret = db.prepare<[MessageRef, string, Instant]>(
    'INSERT INTO whatsapp_secret (ref, secret, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const said = db.value<[MessageRef], 1>('SELECT 1 FROM outbox WHERE sent_ref = ?');
  const since = db.value<[number, Instant, 0 | 1], number>(
    'SELECT count(*) FROM whatsapp_sent WHERE number = ? AND at > ? AND stranger = ?',
  );

  return {
    keys: whatsappKeys(db, number),
    own: { has: own.has, set: (addresses) => own.set(number, addresses) },
    secrets: {
      get: (ref) => secret.get(ref),
      put: (ref, value, at) => {
        keepSecret.run(ref, value, at);
      },
    },
    sent: {
      get: (id) => sent.get(id),
      put: (id, key, chat, message, at, toStranger) => {
        db.transaction(() => {
          keep.run(number, id, key, chat, message, at, toStranger ? 1 : 0);
          drop.run(number, addMs(at, -SENT_DAYS * DAY_MS));
        });
      },
      hasSaid: (ref) => said.get(ref) !== undefined,
      since: (at, toStranger) => since.get(number, at, toStranger ? 1 : 0)!,
    },
  };
}
