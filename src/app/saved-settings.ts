import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { isThere, makeFolderOf, publish } from '../store/files.ts';
import { isPostgres } from '../store/postgres/postgres.ts';

/** What the page of the first start sets, under the names of the environment. */
export interface SavedSettings {
  readonly TELEGRAM_BOT_TOKEN?: string;
  readonly WHATSAPP?: 'on';
  readonly WEB_PASSWORD?: string;
}

/** What their values must be, the configuration checks. */
const TEXT = z.optional(z.string());
const SAVED = z.strictObject({ TELEGRAM_BOT_TOKEN: TEXT, WHATSAPP: TEXT, WEB_PASSWORD: TEXT });

/** The file of these settings, beside the database; in `data` where that is on a server. */
export const settingsFile = (databaseUrl: string): string =>
  join(isPostgres(databaseUrl) ? 'data' : dirname(databaseUrl), 'pengaturan.json');

/** What was saved; nothing where there is no such file. Throws where it cannot be read, or holds anything else. */
export const readSaved = (file: string): Readonly<Record<string, string | undefined>> =>
  isThere(file) ? SAVED.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};

/** Whether that password is the one that was chosen on the page of the first start, and not one of the environment. */
export const isChosenInBrowser = (password: string | undefined, databaseUrl: string): boolean =>
  password !== undefined && readSaved(settingsFile(databaseUrl)).WEB_PASSWORD === password;

/** Saves settings beside those that are there, in one step and for the owner of the process alone. */
export function save(file: string, settings: SavedSettings): void {
  const text = JSON.stringify({ ...readSaved(file), ...settings }, null, 2);
  const unfinished = `${file}.unfinished`;
  makeFolderOf(file);
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, `${text}\n`, { mode: 0o600, flag: 'wx' });
  publish(unfinished, file);
}
