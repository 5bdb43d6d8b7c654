import { resolve } from 'node:path';
import type { Log } from '../log.ts';
import { redact } from '../log.ts';
import { defaultBackupFolder } from '../store/backup-folder.ts';
import { isThere, openToOthers } from '../store/files.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import type { Store } from '../store/store.ts';
import { openBeside, takeTenure } from '../store/tenure.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import type { Config } from './config.ts';
import { exitWith, exitWithoutDatabase, FAILED, openOrExit, workOrExit } from './exit.ts';
import { settingsFile } from './saved-settings.ts';

type Place = Pick<Config, 'DATABASE_URL' | 'BACKUP_DIR'>;

/** Where the copies of the configured SQLite file go. */
export const backupFolder = ({ DATABASE_URL, BACKUP_DIR }: Place): string =>
  BACKUP_DIR ?? defaultBackupFolder(DATABASE_URL);

/**
 * Opens the configured database beside a bot that may be running, and closes it after the work; where either cannot be done, says why
 * and ends the process. Says so where it made the file: in another folder than the bot's, what is done there concerns no bot.
 */
export function useShared<Done>(config: Place, work: (store: Store) => Done): Promise<Done> {
  const url = config.DATABASE_URL;
  const isNew = openOrExit(url, () => !isPostgres(url) && !isThere(url));
  const store = openOrExit(url, () => openBeside(url, backupFolder(config)));
  if (isNew) process.stderr.write(`${plain(say('cli-database-made', { file: literal(resolve(url)) }))}\n`);
  return workOrExit(url, () => work(store)).finally(store.close);
}

/**
 * Opens the configured database for this process alone; where it cannot be, says why and ends the process. With `standsBy` it waits
 * for a database on PostgreSQL that another process serves.
 */
export async function openAlone(
  config: Place,
  standsBy?: () => void,
): Promise<{ readonly store: Store; close(): void }> {
  const url = config.DATABASE_URL;
  const options = { backupFolder: backupFolder(config), ...(standsBy && { standsBy }) };
  const { store, release } =
    (await takeTenure(url, options).catch((error) => exitWithoutDatabase(url, error))) ??
    exitWith(FAILED, plain(say('cli-database-twice', { file: literal(redact(url)) })));
  return {
    store,
    close() {
      store.close();
      release();
    },
  };
}

/** Names in the log the files of the bot that other users of the machine can read. */
export function warnOfOpenFiles(file: string, log: Log): void {
  for (const open of openToOthers(file, '.env', settingsFile(file)))
    log.warn({ file: open }, 'others on this machine may read this file: chmod 600 keeps them out');
}
