import type { Db } from './db.ts';

/** The rows of one number's session: JSON by type and by the name that an id goes by there. */
export interface KeyRows {
  get(type: string, name: string): string | undefined;
  names(type: string): readonly string[];
  put(type: string, name: string, value: string): void;
  remove(type: string, name: string): void;
  /** Removes all types that `goes` is true of. */
  clear(goes: (type: string) => boolean): void;
}

export function keyRows(db: Db, number: number): KeyRows {
  const get = db.value<[number, string, string], string>(
    'SELECT value FROM whatsapp_session WHERE number = ? AND type = ? AND id = ?',
  );
  const names = db.value<[number, string], string>(
    'SELECT id FROM whatsapp_session WHERE number = ? AND type = ?',
  );
  const put = db.prepare<[number, string, string, string]>(
    `INSERT INTO whatsapp_session (number, type, id, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (number, type, id) DO UPDATE SET value = excluded.value`,
  );
  const remove = db.prepare<[number, string, string]>(
    'DELETE FROM whatsapp_session WHERE number = ? AND type = ? AND id = ?',
  );
  const types = db.value<[number], string>('SELECT DISTINCT type FROM whatsapp_session WHERE number = ?');
  const clear = db.prepare<[number, string]>('DELETE FROM whatsapp_session WHERE number = ? AND type = ?');

  return {
    get: (type, name) => get.get(number, type, name),
    names: (type) => names.all(number, type),
    put: (type, name, value) => {
      put.run(number, type, name, value);
    },
    remove: (type, name) => {
      remove.run(number, type, name);
    },
    clear: (goes) => {
      db.transaction(() => {
        for (const type of types.all(number).filter(goes)) clear.run(number, type);
      });
    },
  };
}
