import type { Database } from 'better-sqlite3';
import type { MessageRef } from '../domain/ids.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { ChangedMessage, StoredTranscript, Transcript, TranscriptMessage } from './transcript.ts';
import {
  eventTable,
  explanationTable,
  fileTable,
  messageTable,
  personTable,
  settingTable,
  TABLES,
} from './transcript-tables.ts';

/** Opens the conversation in a SQLite file. A message is on the disk before it is shown. */
export function openTranscript(path: string): StoredTranscript {
  const db = openSqlite(path);
  db.exec(TABLES);
  const events = eventTable(db);
  return {
    ...conversation(db, events.enqueue),
    ...events,
    ...personTable(db),
    ...fileTable(db),
    ...explanationTable(db),
    ...settingTable(db),
    close: () => {
      db.close();
    },
  };
}

type Conversation = Pick<
  StoredTranscript,
  'get' | 'findByKey' | 'changedSince' | 'append' | 'update' | 'onChange'
>;

/** The messages: they are written in one commit with their events, and listeners are told of every change. */
function conversation(db: Database, enqueue: Transcript['enqueue']): Conversation {
  const messages = messageTable(db);
  const listeners: ((changed: ChangedMessage) => void)[] = [];

  const append = db.transaction((...[message, { key, event }]: Parameters<Transcript['append']>) => {
    const ref = messages.insert(message, key);
    if (event) enqueue(event(ref));
    return ref;
  });
  const update = db.transaction((...[ref, change, event]: Parameters<Transcript['update']>) => {
    const changed = messages.update(ref, change);
    if (event) enqueue(event);
    return changed;
  });

  function notify(ref: MessageRef): TranscriptMessage {
    const changed = messages.get(ref)!;
    for (const listener of listeners) listener(changed);
    return changed.message;
  }

  return {
    get: (ref) => messages.get(ref)?.message,
    findByKey: (key) => messages.findByKey(key)?.message,
    changedSince: messages.changedSince,
    append: (...args) => notify(append.immediate(...args)),
    update(...args) {
      if (update.immediate(...args)) notify(args[0]);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
