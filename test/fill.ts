import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isSmall } from '../src/store/files.ts';

/** Makes a database so large that it is read in a thread. */
export function fill(file: string): void {
  const db = new Database(file);
  db.exec(`INSERT INTO dead_letter (kind, at) VALUES (hex(zeroblob(${3 << 20})), '')`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  if (isSmall(file)) throw new Error(`${file} has ${statSync(file).size} bytes only`);
}
