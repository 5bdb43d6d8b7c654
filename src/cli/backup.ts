import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { commandName } from '../app/command-name.ts';
import { loadConfig } from '../app/config.ts';
import { exitWith, FAILED, NEEDS_OWNER } from '../app/exit.ts';
import { redact } from '../log.ts';
import { TABLES as SIMULATOR_TABLES } from '../simulator/transcript-tables.ts';
import { backUp } from '../store/backup.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { printSaid } from './shared/print.ts';

/** Copies the present database into one file while the bot keeps running. */
export async function run([to = '']: readonly string[]): Promise<void> {
  const { DATABASE_URL } = loadConfig();
  if (isPostgres(DATABASE_URL)) exitWith(NEEDS_OWNER, plain(say('cli-server-backup')));
  const file = literal(DATABASE_URL);
  const fail = (reason: unknown): never =>
    exitWith(FAILED, plain(say('cli-backup-failed', { file, reason: literal(redact(String(reason))) })));
  if (to === '') exitWith(NEEDS_OWNER, plain(say('cli-backup-usage', { command: commandName('backup') })));
  if (existsSync(to)) exitWith(FAILED, plain(say('cli-backup-exists', { file: literal(to) })));
  if (!existsSync(DATABASE_URL)) exitWith(FAILED, plain(say('cli-backup-missing', { file })));
  const flaw = await backUp(DATABASE_URL, to, SIMULATOR_TABLES).catch(fail);
  if (flaw === 'damaged')
    exitWith(FAILED, plain(say('cli-backup-damaged', { file, command: commandName('restore') })));
  if (flaw) exitWith(FAILED, plain(say(`cli-backup-${flaw}`, { file })));
  await printSaid(say('cli-backup-done', { file: literal(resolve(to)) }));
}
