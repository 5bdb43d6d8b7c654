import { existsSync } from 'node:fs';
import { commandName } from '../app/command-name.ts';
import { loadConfig } from '../app/config.ts';
import { exitWith } from '../app/exit.ts';
import { systemClock } from '../domain/clock.ts';
import { redact } from '../log.ts';
import { isTrial } from '../simulator/file.ts';
import { TABLES as SIMULATOR_TABLES } from '../simulator/transcript-tables.ts';
import { restore } from '../store/backup.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { literal, plain } from '../text/markup.ts';
import { lines, say } from '../text/say.ts';

/** Replaces the database with a backup, and keeps the old database beside it. */
export function run([from = '']: readonly string[]): void {
  const { DATABASE_URL } = loadConfig();
  if (isPostgres(DATABASE_URL)) exitWith(2, plain(say('cli-server-backup')));
  const commands = { command: commandName('restore'), backup: commandName('backup') };
  if (from === '') exitWith(2, plain(say('cli-restore-usage', commands)));
  const names = { file: literal(DATABASE_URL), from: literal(from) };
  if (!existsSync(from)) exitWith(1, plain(say('cli-restore-missing', names)));
  const outcome = attempt(from, DATABASE_URL);
  if (outcome === 'in use') exitWith(1, plain(say('cli-restore-in-use', names)));
  if (outcome === 'other kind')
    exitWith(1, plain(say(isTrial(from) ? 'cli-restore-trial' : 'cli-restore-real', names)));
  if (typeof outcome === 'string') exitWith(1, plain(say(`cli-restore-${outcome}`, names)));
  const kept = outcome.kept !== undefined && say('cli-restore-kept', { kept: literal(outcome.kept) });
  process.stdout.write(`${plain(lines(say('cli-restore-done', names), kept))}\n`);
}

/** A trial has made-up people with roles, and a real kecamatan has no conversation for the simulator to show. */
const isKindred = (copy: string, file: string): boolean => isTrial(copy) === isTrial(file);

function attempt(from: string, file: string): ReturnType<typeof restore> {
  try {
    return restore(from, file, systemClock(), SIMULATOR_TABLES, isKindred);
  } catch (error) {
    const reason = literal(redact(String(error)));
    const names = { file: literal(file), from: literal(from) };
    return exitWith(1, plain(say('cli-restore-failed', { ...names, reason })));
  }
}
