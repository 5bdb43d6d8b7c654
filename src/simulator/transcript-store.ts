import type { Attachment, PlatformEvent } from '../adapters/adapter.ts';
import type { MessageRef, UserRef } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Transcript, TranscriptFile, TranscriptMessage } from './transcript.ts';

/** Tables beside the bot's own, in the same file: a trial is one file. */
const TABLES = `
CREATE TABLE IF NOT EXISTS simulator_person (ref TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS simulator_message (
  id INTEGER PRIMARY KEY AUTOINCREMENT, ref TEXT UNIQUE, key TEXT UNIQUE, seq INTEGER NOT NULL UNIQUE, body TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS simulator_file (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, bytes BLOB NOT NULL
) STRICT;
-- What people did and the bot has not taken yet.
CREATE TABLE IF NOT EXISTS simulator_event (id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, event TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS simulator_setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

/** A message, and its number in the order of changes. */
export interface ChangedMessage {
  readonly seq: number;
  readonly message: TranscriptMessage;
}

export interface StoredFile {
  readonly kind: Attachment['as'];
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface StoredTranscript extends Transcript {
  /** The last messages written or changed after that number, in the order of writing. */
  changedSince(seq: number, most?: number): readonly ChangedMessage[];
  people(): readonly Account[];
  addPerson(ref: UserRef, name: string): void;
  file(id: number): StoredFile | undefined;
  getSetting(key: string): string | undefined;
  saveSetting(key: string, value: string): void;
  /** Calls back after every change of a message. */
  onChange(listener: (changed: ChangedMessage) => void): void;
  close(): void;
}

/** The conversation in a SQLite file, whatever happens to the process; what is said is on the disk before it is shown. */
export function openTranscript(path: string): StoredTranscript {
  const db = openSqlite(path);
  db.exec(TABLES);
  const listeners: ((changed: ChangedMessage) => void)[] = [];
  type Row = { seq: number; body: string };
  const nextSeq = '(SELECT coalesce(max(seq), 0) + 1 FROM simulator_message)';
  const add = db.prepare<[string | null]>(
    `INSERT INTO simulator_message (key, seq, body) VALUES (?, ${nextSeq}, '')`,
  );
  const fill = db.prepare<[string, string, number | bigint]>(
    'UPDATE simulator_message SET ref = ?, body = ? WHERE id = ?',
  );
  const change = db.prepare<[string, string]>(
    `UPDATE simulator_message SET body = ?, seq = ${nextSeq} WHERE ref = ?`,
  );
  const byRef = db.prepare<[string], Row>('SELECT seq, body FROM simulator_message WHERE ref = ?');
  const byKey = db.prepare<[string], Row>('SELECT seq, body FROM simulator_message WHERE key = ?');
  const since = db.prepare<[number, number], Row>(
    `SELECT seq, body FROM (SELECT * FROM simulator_message WHERE seq > ? ORDER BY id DESC LIMIT ?) ORDER BY id`,
  );
  const person = db.prepare<[string], { ref: UserRef; name: string }>(
    'SELECT ref, name FROM simulator_person WHERE ref = ?',
  );
  const people = db.prepare<[], { ref: UserRef; name: string }>(
    'SELECT ref, name FROM simulator_person ORDER BY rowid',
  );
  const addPerson = db.prepare('INSERT OR IGNORE INTO simulator_person (ref, name) VALUES (?, ?)');
  const addFile = db.prepare('INSERT INTO simulator_file (kind, name, type, bytes) VALUES (?, ?, ?, ?)');
  const file = db.prepare<[number], StoredFile>(
    'SELECT kind, name, type, bytes FROM simulator_file WHERE id = ?',
  );
  const offer = db.prepare('INSERT INTO simulator_event (ref, event) VALUES (?, ?)');
  const offered = db.prepare<[], string>('SELECT event FROM simulator_event ORDER BY id').pluck();
  const taken = db.prepare('DELETE FROM simulator_event WHERE ref = ?');
  const setting = db.prepare<[string], string>('SELECT value FROM simulator_setting WHERE key = ?').pluck();
  const set = db.prepare('INSERT OR REPLACE INTO simulator_setting (key, value) VALUES (?, ?)');

  const parse = ({ seq, body }: Row): ChangedMessage => ({ seq, message: JSON.parse(body) });
  const get = (ref: MessageRef): TranscriptMessage | undefined => {
    const row = byRef.get(ref);
    return row && parse(row).message;
  };
  const addEvent = (event: PlatformEvent): void => {
    offer.run(event.ref, JSON.stringify(event));
  };

  const writeAll = db.transaction(
    (...[message, { key, event }]: Parameters<Transcript['append']>): MessageRef => {
      const { lastInsertRowid: id } = add.run(key ?? null);
      const ref = `${message.chat}:${id}` as MessageRef;
      fill.run(ref, JSON.stringify({ ref, ...message } satisfies TranscriptMessage), id);
      if (event) addEvent(event(ref));
      return ref;
    },
  );
  const changeAll = db.transaction((...[ref, part, event]: Parameters<Transcript['update']>) => {
    const changed = JSON.stringify({ ...get(ref), ...part });
    if (changed !== byRef.get(ref)?.body) change.run(changed, ref);
    if (event) addEvent(event);
  });

  function tell(ref: MessageRef): TranscriptMessage {
    const numbered = parse(byRef.get(ref)!);
    for (const listener of listeners) listener(numbered);
    return numbered.message;
  }

  return {
    get,
    findByKey: (key) => {
      const row = byKey.get(key);
      return row && parse(row).message;
    },
    changedSince: (seq, most = -1) => since.all(seq, most).map(parse),
    append: (...args) => tell(writeAll.immediate(...args)),
    update(...args) {
      const before = byRef.get(args[0])?.seq;
      changeAll.immediate(...args);
      if (byRef.get(args[0])?.seq !== before) tell(args[0]);
    },
    person: (ref) => accountOf(person.get(ref)),
    people: () => people.all().map((row) => accountOf(row)!),
    addPerson: (ref, name) => {
      addPerson.run(ref, name);
    },
    addFile({ as, name, type, source }): TranscriptFile {
      if ('uploaded' in source) {
        const id = Number(source.uploaded);
        const known = file.get(id);
        if (!known) throw new RangeError(`no file ${id}`);
        return { id, as, name: known.name, type: known.type, size: known.bytes.length };
      }
      const id = Number(addFile.run(as, name, type, source).lastInsertRowid);
      return { id, as, name, type, size: source.length };
    },
    file: (id) => file.get(id),
    enqueue: addEvent,
    pending: () => offered.all().map((event) => JSON.parse(event)),
    complete: (ref) => {
      taken.run(ref);
    },
    getSetting: (key) => setting.get(key),
    saveSetting: (key, value) => {
      set.run(key, value);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      db.close();
    },
  };
}

const accountOf = (row: { ref: UserRef; name: string } | undefined): Account | undefined =>
  row && { refs: [row.ref], name: row.name };
