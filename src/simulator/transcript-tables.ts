import type { Database } from 'better-sqlite3';
import type { PlatformEvent } from '../adapters/adapter.ts';
import type { MessageRef, UserRef } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import type {
  ChangedMessage,
  StoredFile,
  StoredTranscript,
  TranscriptFile,
  TranscriptMessage,
} from './transcript.ts';

/** The tables stand beside the bot's own in one file, so that a trial is one file. */
export const TABLES = `
CREATE TABLE IF NOT EXISTS simulator_person (ref TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS simulator_message (
  id INTEGER PRIMARY KEY AUTOINCREMENT, ref TEXT UNIQUE, key TEXT UNIQUE, seq INTEGER NOT NULL UNIQUE, body TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS simulator_file (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, bytes BLOB NOT NULL
) STRICT;
-- Events that the bot has not accepted yet.
CREATE TABLE IF NOT EXISTS simulator_event (id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, event TEXT NOT NULL) STRICT;
-- Why the bot did what it did with a message or a press.
CREATE TABLE IF NOT EXISTS simulator_explanation (ref TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS simulator_setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

const NEXT_SEQ = '(SELECT coalesce(max(seq), 0) + 1 FROM simulator_message)';

/** Messages as JSON, each with the number of its last change. */
export function messageTable(db: Database) {
  type Row = { seq: number; body: string };
  const insert = db.prepare<[string | null]>(
    `INSERT INTO simulator_message (key, seq, body) VALUES (?, ${NEXT_SEQ}, '')`,
  );
  const fill = db.prepare<[string, string, number | bigint]>(
    'UPDATE simulator_message SET ref = ?, body = ? WHERE id = ?',
  );
  const update = db.prepare<[string, string]>(
    `UPDATE simulator_message SET body = ?, seq = ${NEXT_SEQ} WHERE ref = ?`,
  );
  const byRef = db.prepare<[string], Row>('SELECT seq, body FROM simulator_message WHERE ref = ?');
  const byKey = db.prepare<[string], Row>('SELECT seq, body FROM simulator_message WHERE key = ?');
  const since = db.prepare<[number, number], Row>(
    `SELECT seq, body FROM (SELECT * FROM simulator_message WHERE seq > ? ORDER BY id DESC LIMIT ?) ORDER BY id`,
  );
  const parse = ({ seq, body }: Row): ChangedMessage => ({ seq, message: JSON.parse(body) });
  const parseFound = (row: Row | undefined) => row && parse(row);

  return {
    get: (ref: MessageRef) => parseFound(byRef.get(ref)),
    findByKey: (key: string) => parseFound(byKey.get(key)),
    changedSince: (seq: number, limit = -1) => since.all(seq, limit).map(parse),
    insert(message: Omit<TranscriptMessage, 'ref'>, key?: string): MessageRef {
      const { lastInsertRowid: id } = insert.run(key ?? null);
      const ref = `${message.chat}:${id}` as MessageRef;
      fill.run(ref, JSON.stringify({ ref, ...message } satisfies TranscriptMessage), id);
      return ref;
    },
    /** Gives whether the message differs from what it was. */
    update(ref: MessageRef, change: Partial<TranscriptMessage>): boolean {
      const before = byRef.get(ref);
      const after = JSON.stringify({ ...(before && parse(before).message), ...change });
      return after !== before?.body && update.run(after, ref).changes > 0;
    },
  };
}

export function eventTable(db: Database) {
  const insert = db.prepare('INSERT INTO simulator_event (ref, event) VALUES (?, ?)');
  const all = db.prepare<[], string>('SELECT event FROM simulator_event ORDER BY id').pluck();
  const remove = db.prepare('DELETE FROM simulator_event WHERE ref = ?');
  return {
    enqueue: (event: PlatformEvent): void => {
      insert.run(event.ref, JSON.stringify(event));
    },
    pending: (): readonly PlatformEvent[] => all.all().map((event) => JSON.parse(event)),
    complete: ({ ref }: PlatformEvent): void => {
      remove.run(ref);
    },
  };
}

export function personTable(db: Database): Pick<StoredTranscript, 'person' | 'people' | 'addPerson'> {
  type Row = { ref: UserRef; name: string };
  const one = db.prepare<[string], Row>('SELECT ref, name FROM simulator_person WHERE ref = ?');
  const all = db.prepare<[], Row>('SELECT ref, name FROM simulator_person ORDER BY rowid');
  const insert = db.prepare('INSERT OR IGNORE INTO simulator_person (ref, name) VALUES (?, ?)');
  const toAccount = ({ ref, name }: Row): Account => ({ refs: [ref], name });
  return {
    person: (ref) => one.all(ref).map(toAccount)[0],
    people: () => all.all().map(toAccount),
    addPerson: (ref, name) => {
      insert.run(ref, name);
    },
  };
}

export function fileTable(db: Database): Pick<StoredTranscript, 'file' | 'addFile'> {
  const one = db.prepare<[number], StoredFile>(
    'SELECT kind, name, type, bytes FROM simulator_file WHERE id = ?',
  );
  const insert = db.prepare('INSERT INTO simulator_file (kind, name, type, bytes) VALUES (?, ?, ?, ?)');

  function uploaded(as: StoredFile['kind'], id: number): TranscriptFile {
    const known = one.get(id);
    if (!known) throw new RangeError(`no file ${id}`);
    return { id, as, name: known.name, type: known.type, size: known.bytes.length };
  }

  return {
    file: (id) => one.get(id),
    addFile({ as, name, type, source }) {
      if ('uploaded' in source) return uploaded(as, Number(source.uploaded));
      const id = Number(insert.run(as, name, type, source).lastInsertRowid);
      return { id, as, name, type, size: source.length };
    },
  };
}

export function explanationTable(db: Database): Pick<StoredTranscript, 'explanation' | 'saveExplanation'> {
  const one = db.prepare<[string], string>('SELECT body FROM simulator_explanation WHERE ref = ?').pluck();
  const save = db.prepare('INSERT OR REPLACE INTO simulator_explanation (ref, body) VALUES (?, ?)');
  return {
    explanation: (ref) => one.get(ref),
    saveExplanation: (ref, explanation) => {
      save.run(ref, explanation);
    },
  };
}

export function settingTable(db: Database): Pick<StoredTranscript, 'getSetting' | 'saveSetting'> {
  const one = db.prepare<[string], string>('SELECT value FROM simulator_setting WHERE key = ?').pluck();
  const save = db.prepare('INSERT OR REPLACE INTO simulator_setting (key, value) VALUES (?, ?)');
  return {
    getSetting: (key) => one.get(key),
    saveSetting: (key, value) => {
      save.run(key, value);
    },
  };
}
