import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { commandName } from '../app/command-name.ts';
import { loadConfig } from '../app/config.ts';
import { copyInWords } from '../app/copy-in-words.ts';
import { backupFolder } from '../app/database.ts';
import { exitWith, FAILED, NEEDS_OWNER, openOrExit } from '../app/exit.ts';
import { systemClock } from '../domain/clock.ts';
import { redact } from '../log.ts';
import { isTrial } from '../simulator/file.ts';
import { TABLES as SIMULATOR_TABLES } from '../simulator/transcript-tables.ts';
import { restore } from '../store/backup.ts';
import { backupsIn } from '../store/backup-folder.ts';
import { SeveralNames } from '../store/lock.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { literal, plain } from '../text/markup.ts';
import { lines, say } from '../text/say.ts';
import { print, printSaid } from './shared/print.ts';

/** Replaces the database with a backup, and keeps the old database beside it. Without a file, asks which of those there are. */
export async function run([file]: readonly string[]): Promise<void> {
  const config = loadConfig();
  if (isPostgres(config.DATABASE_URL)) exitWith(NEEDS_OWNER, plain(say('cli-server-backup')));
  const from = file || (await chooseFrom(resolve(backupFolder(config))));
  const names = { file: literal(resolve(config.DATABASE_URL)), from: literal(from) };
  if (!existsSync(from)) exitWith(FAILED, plain(say('cli-restore-missing', names)));
  const outcome = attempt(from, config.DATABASE_URL);
  if (outcome === 'in use') exitWith(FAILED, plain(say('cli-restore-in-use', names)));
  if (outcome === 'other kind')
    exitWith(FAILED, plain(say(isTrial(from) ? 'cli-restore-trial' : 'cli-restore-real', names)));
  if (typeof outcome === 'string') exitWith(FAILED, plain(say(`cli-restore-${outcome}`, names)));
  const kept =
    outcome.kept !== undefined && say('cli-restore-kept', { kept: literal(resolve(outcome.kept)) });
  await printSaid(lines(say('cli-restore-done', names), kept, say('cli-restore-since')));
}

/** Shows the backups that are there and reads a number. Where there is none, or no answer, exits and says what to do. */
async function chooseFrom(folder: string): Promise<string> {
  const commands = { command: commandName('restore'), backup: commandName('backup') };
  const found = openOrExit(folder, () => backupsIn(folder));
  if (found.length === 0)
    exitWith(NEEDS_OWNER, plain(say('cli-restore-none', { ...commands, folder: literal(folder) })));
  const list = found.map((path, i) => `${`${i + 1}`.padStart(3)}. ${copyInWords(path)}`);
  await print(`${plain(say('cli-restore-menu', { folder: literal(folder) }))}\n${list.join('\n')}`);
  await print(plain(say('cli-restore-which')), ' ');
  const answer = await firstLine();
  if (answer === undefined) exitWith(NEEDS_OWNER, `\n${plain(say('cli-restore-usage', commands))}`);
  const chosen = /^\d+$/.test(answer) ? found[Number(answer) - 1] : undefined;
  return (
    chosen ?? exitWith(NEEDS_OWNER, plain(say('cli-restore-no-number', { number: literal(`"${answer}"`) })))
  );
}

async function firstLine(): Promise<string | undefined> {
  for await (const line of createInterface({ input: process.stdin })) return line.trim();
  return undefined;
}

/** A trial has made-up people with roles, and a real kecamatan has no conversation for the simulator to show. */
const isKindred = (copy: string, file: string): boolean => isTrial(copy) === isTrial(file);

function attempt(from: string, file: string): ReturnType<typeof restore> {
  return openOrExit(file, () => {
    try {
      return restore(from, file, systemClock(), SIMULATOR_TABLES, isKindred);
    } catch (error) {
      if (error instanceof SeveralNames) throw error;
      const reason = literal(redact(String(error)));
      const names = { file: literal(file), from: literal(from) };
      return exitWith(FAILED, plain(say('cli-restore-failed', { ...names, reason })));
    }
  });
}
