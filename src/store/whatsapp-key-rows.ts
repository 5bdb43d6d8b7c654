import type { Db } from './db.ts';

/** The rows of `whatsapp_key`: JSON by type and by the name that an id goes by there. */
export interface KeyRows {
  get(type: string, name: string): string | undefined;
  names(type: string): readonly string[];
  put(type: string, name: string, value: string): void;
  remove(type: string, name: string): void;
  /** Removes all types that `goes` is true of. */
  clear(goes: (type: string) => boolean): void;
}

export function keyRows(db: Db): KeyRows {
  const get = db.value<[string, string], string>('SELECT value FROM whatsapp_key WHERE type = ? AND id = ?');
  const names = db.value<[string], string>('SELECT id FROM whatsapp_key WHERE type = ?');
  const put = db.prepare<[string, string, string]>(
    `INSERT INTO whatsapp_key (type, id, value) VALUES (?, ?, ?)
     ON CONFLICT (type, id) DO UPDATE SET value = excluded.value`,
  );
  const remove = db.prepare<[string, string]>('DELETE FROM whatsapp_key WHERE type = ? AND id = ?');
  const types = db.value<[], string>('SELECT DISTINCT type FROM whatsapp_key');
  const clear = db.prepare<[string]>('DELETE FROM whatsapp_key WHERE type = ?');

  return {
    get: (type, name) => get.get(type, name),
    names: (type) => names.all(type),
    put: (type, name, value) => {
      put.run(type, name, value);
    },
    remove: (type, name) => {
      remove.run(type, name);
    },
    clear: (goes) => {
      db.transaction(() => {
        for (const type of types.all().filter(goes)) clear.run(type);
      });
    },
  };
}
