import { fileURLToPath } from 'node:url';

/** The project's folder: this file and the bundle in dist/ both lie one level below it. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The areas of Indonesia, made by data/build.mjs. */
export const areasFile = `${root}data/wilayah.bin`;

/** Every sentence the bot says. */
export const localesFile = `${root}locales/id.ftl`;

/** What draws and writes files, as the build makes it: it runs as a thread of its own. */
export const drawingProgram = `${root}dist/draw.js`;

/** What checks a database, likewise. */
export const checkingProgram = `${root}dist/check.js`;
