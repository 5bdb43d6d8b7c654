import { NewerDatabase, WrongEncoding } from '../errors.ts';
import { MIGRATIONS } from '../schema.ts';
import { PRELUDE, SEQUENCE_VIEW, translateStep } from './dialect.ts';
import type { Postgres } from './postgres.ts';

/** The schema's version; undefined where there is none yet. */
function versionIn({ db }: Postgres): number | undefined {
  const found = db.value<[], string | null>(`SELECT to_regclass('schema_version')::text`).get();
  return found ? db.value<[], number>('SELECT version FROM schema_version').get() : undefined;
}

/** Whether the database has an older schema; one without any has not. */
export const hasOlderSchema = (postgres: Postgres): boolean =>
  (versionIn(postgres) ?? MIGRATIONS.length) < MIGRATIONS.length;

/** Throws NewerDatabase where a newer version of this program wrote the database. */
export function refuseNewer(postgres: Postgres): void {
  const version = versionIn(postgres) ?? 0;
  if (version > MIGRATIONS.length) throw new NewerDatabase(version);
}

function refuseEncoding({ db }: Postgres): void {
  const encoding = db.value<[], string>(`SELECT current_setting('server_encoding')`).get()!;
  if (encoding !== 'UTF8') throw new WrongEncoding(encoding);
}

/**
 * Brings the schema up to date, by the same steps as SQLite's; two processes that start together wait for each other. Throws
 * NewerDatabase and WrongEncoding, and changes nothing then.
 */
export function migratePostgres(postgres: Postgres): void {
  const { db, exec } = postgres;
  db.transaction(() => {
    refuseNewer(postgres);
    refuseEncoding(postgres);
    const found = versionIn(postgres);
    if (found === undefined) exec(PRELUDE);
    const version = found ?? 0;
    if (version === MIGRATIONS.length) return;
    // An index of a large table takes its time.
    exec('SET LOCAL statement_timeout = 0');
    for (const step of MIGRATIONS.slice(version)) exec(translateStep(step));
    if (version === 0) exec(SEQUENCE_VIEW);
    db.prepare<[number]>('UPDATE schema_version SET version = ?').run(MIGRATIONS.length);
  });
}
