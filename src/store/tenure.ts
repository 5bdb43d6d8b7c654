import { setTimeout as sleep } from 'node:timers/promises';
import { ServedByOlder } from './errors.ts';
import { holdAlone } from './lock.ts';
import { connectPostgres, isPostgres } from './postgres/postgres.ts';
import { hasOlderSchema as isOlderOnServer, refuseNewer } from './postgres/schema.ts';
import { hasOlderSchema } from './sqlite.ts';
import { openStore, type Store, storeOnPostgres } from './store.ts';

/** How often a process that stands by asks whether the database is free. */
const ASK_AGAIN_MS = 250;

/** The store of the one process that serves it. */
export interface Tenure {
  readonly store: Store;
  /** Lets another process serve it. Close the store first. */
  release(): void;
}

export interface TenureOptions {
  /** Called where another process serves a database on PostgreSQL, before this one waits for it. */
  readonly standsBy?: () => void;
  /** Where an older SQLite file is copied to before it is brought up to date. */
  readonly backupFolder?: string;
}

/**
 * Opens the store for this process alone, until it is released or the process is gone; undefined where another process serves
 * it. On PostgreSQL, where `standsBy` is given, it calls that and waits until the other process is gone or has lost its connection:
 * the hold is a lock of the connection over which the store writes, so that who lost it can write nothing. Throws where the
 * database cannot be used.
 */
export async function takeTenure(
  url: string,
  { standsBy, backupFolder }: TenureOptions = {},
): Promise<Tenure | undefined> {
  if (!isPostgres(url)) {
    const release = holdAlone(url);
    return release && { store: openStore(url, backupFolder), release };
  }
  const postgres = connectPostgres(url);
  refuseNewer(postgres);
  if (!postgres.hold()) {
    if (!standsBy) return undefined;
    standsBy();
    do await sleep(ASK_AGAIN_MS);
    while (!postgres.hold());
  }
  return { store: storeOnPostgres(postgres), release: () => {} };
}

/**
 * Opens the store beside a process that may serve it, for a command. Throws ServedByOlder where the schema would have to be brought
 * up to date beneath that process, and where the database cannot be used.
 */
export function openBeside(url: string, backupFolder?: string): Store {
  if (isPostgres(url)) {
    const postgres = connectPostgres(url);
    if (!isOlderOnServer(postgres) || postgres.hold()) return storeOnPostgres(postgres);
    postgres.db.close();
    throw new ServedByOlder();
  }
  const release = hasOlderSchema(url) ? holdAlone(url) : () => {};
  if (!release) throw new ServedByOlder();
  try {
    return openStore(url, backupFolder);
  } finally {
    release();
  }
}
