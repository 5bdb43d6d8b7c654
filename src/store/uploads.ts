import type { Instant } from '../domain/ids.ts';
import { parseJson } from '../domain/json.ts';
import type { Db } from './db.ts';

/** What platforms call the files that they were sent. */
export interface Uploads {
  /** What the platform calls the files that were sent under this key. */
  uploads(key: string): readonly string[];
  /** Keeps what the platform calls the files, so that they go out again without an upload. */
  noteUploads(key: string, ids: readonly string[], at: Instant): void;
  /** Drops them: the platform no longer has those files. */
  forgetUploads(key: string): void;
}

export function uploads(db: Db): Uploads {
  const uploaded = db.value<[string], string>('SELECT ids FROM upload WHERE key = ?');
  const upload = db.prepare<[string, string, Instant]>(
    `INSERT INTO upload (key, ids, at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET ids = excluded.ids, at = excluded.at`,
  );
  const forgetUpload = db.prepare<[string]>('DELETE FROM upload WHERE key = ?');

  return {
    uploads(key) {
      const ids = parseJson(uploaded.get(key));
      return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : [];
    },
    noteUploads: (key, ids, at) => {
      upload.run(key, JSON.stringify(ids), at);
    },
    forgetUploads: (key) => {
      forgetUpload.run(key);
    },
  };
}
