import Database from 'better-sqlite3';

/** As many findings as a log line has room for; one is enough to restore a backup. */
const FINDINGS = 5;
/** Each page is read once: nothing is gained by keeping them. In KiB. */
const CACHE_KB = 500;

/** Reads the whole file and gives what is damaged in it, nothing where it is whole. Throws where it cannot be read. */
export function quickCheck(file: string): readonly string[] {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    db.pragma(`cache_size = -${CACHE_KB}`);
    const found = db.pragma(`quick_check(${FINDINGS})`) as { quick_check: string }[];
    return found.map(({ quick_check: text }) => text).filter((text) => text !== 'ok');
  } finally {
    db.close();
  }
}
