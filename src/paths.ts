import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder. This file and the bundle in dist/ are both one level below it. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The areas of Indonesia, built by data/build.mjs. */
export const areasFile = `${root}data/wilayah.bin`;

/** Every sentence the bot says. */
export const localesFile = `${root}locales/id.ftl`;

/** The built program that renders recap files in a thread. */
export const drawingProgram = `${root}dist/draw.js`;

/** The built program that checks a database in a thread. */
export const checkingProgram = `${root}dist/check.js`;

/** The built program that speaks to PostgreSQL in a thread. */
export const postgresProgram = `${root}dist/postgres-thread.js`;

/** The built program that backs up a database in a thread. */
export const backupProgram = `${root}dist/backup-worker.js`;

/** The built program that writes SQLite's log back in a thread. */
export const writeBackProgram = `${root}dist/write-back-worker.js`;

/** The version of this program, from its package.json. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }).version;
