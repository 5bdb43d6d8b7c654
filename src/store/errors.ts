import { MIGRATIONS } from './schema.ts';

/** A database of a newer program: `program` is the version that can open it, where the database says so. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
  readonly schema: number;
  readonly known = MIGRATIONS.length;
  readonly program: string | undefined;
  constructor(schema: number, program?: string) {
    super(`the database has schema ${schema}, this program knows up to ${MIGRATIONS.length}`);
    this.schema = schema;
    this.program = program;
  }
}

/** A database on PostgreSQL that cannot hold every letter and sign: what has one that it lacks could not be written. */
export class WrongEncoding extends Error {
  override readonly name = 'WrongEncoding';
  readonly encoding: string;
  constructor(encoding: string) {
    super(`the database has the encoding ${encoding}, and not UTF8`);
    this.encoding = encoding;
  }
}

/** A database that a program of an older version serves: what this version would change in it, that one could not use. */
export class ServedByOlder extends Error {
  override readonly name = 'ServedByOlder';
  constructor() {
    super('an older version of this program serves the database');
  }
}

/** The code of an error of SQLite (`SQLITE_BUSY`) or PostgreSQL (a SQLSTATE); empty for any other. */
function codeOf(error: unknown): string {
  const { name, code = '' } = (error ?? {}) as { name?: string; code?: string };
  return name === 'SqliteError' || name === 'PostgresError' ? code : '';
}

/** True where SQLite or PostgreSQL did not do what it was asked. */
export const isDatabaseError = (error: unknown): boolean => codeOf(error) !== '';

/** PostgreSQL: no connection, too few resources, waited too long, in the way of another, cannot be written, a fault of the system. */
const CONCERNS_ALL =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|NOTADB|CANTOPEN)|08|53|57|58|55P03|40001|40P01|25006)/;

/**
 * True for what concerns the whole database and may pass (disk full, locked, read-only), as opposed to a mistake of ours. A
 * damaged page concerns what is on it alone.
 */
export const isStorageError = (error: unknown): boolean => CONCERNS_ALL.test(codeOf(error));
/** True where another process has the file. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');
/** True where the file is no database, or a damaged one; PostgreSQL found damage in its own files. */
export const isDamage = (error: unknown): boolean =>
  /^(SQLITE_(CORRUPT|NOTADB)|XX00[12])/.test(codeOf(error));
