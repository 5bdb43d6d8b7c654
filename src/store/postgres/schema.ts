import { MIGRATIONS } from '../schema.ts';
import { PRELUDE, SEQUENCE_VIEW, translateStep } from './dialect.ts';
import type { Postgres } from './postgres.ts';

/**
 * Brings the schema up to date, by the same steps as SQLite's; two processes that start together wait for each other. Throws
 * where the database was written by a newer version of this program, and changes nothing then.
 */
export function migratePostgres({ db, exec }: Postgres): void {
  db.transaction(() => {
    const found = db.value<[], string | null>(`SELECT to_regclass('schema_version')::text`).get();
    if (!found) exec(PRELUDE);
    const version = db.value<[], number>('SELECT version FROM schema_version').get()!;
    if (version > MIGRATIONS.length) throw new Error(newerSchema(version));
    if (version === MIGRATIONS.length) return;
    // An index of a large table takes its time.
    exec('SET LOCAL statement_timeout = 0');
    for (const step of MIGRATIONS.slice(version)) exec(translateStep(step));
    if (version === 0) exec(SEQUENCE_VIEW);
    db.prepare<[number]>('UPDATE schema_version SET version = ?').run(MIGRATIONS.length);
  });
}

const newerSchema = (version: number): string =>
  `the database has schema ${version}, this program knows up to ${MIGRATIONS.length}: update the program`;
