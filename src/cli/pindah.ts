import { existsSync } from 'node:fs';
import { commandName } from '../app/command-name.ts';
import { exitWith, FAILED, NEEDS_OWNER } from '../app/exit.ts';
import { redact } from '../log.ts';
import { moveToPostgres } from '../store/postgres/move.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { print, printSaid } from './shared/print.ts';

/** Moves everything from a SQLite file into an empty database on PostgreSQL. */
export async function run([from = '', url = '']: readonly string[]): Promise<void> {
  if (from === '' || !isPostgres(url))
    exitWith(NEEDS_OWNER, plain(say('cli-move-usage', { command: commandName('pindah') })));
  const file = literal(from);
  if (!existsSync(from)) exitWith(FAILED, plain(say('cli-move-missing', { file })));
  const moved = attempt(from, url);
  if (typeof moved === 'string') exitWith(FAILED, plain(say(`cli-move-${moved}`, { file })));
  for (const [table, rows] of moved) await print(`${table} ${rows}`);
  await printSaid(say('cli-move-done', { file }));
}

function attempt(from: string, url: string): ReturnType<typeof moveToPostgres> {
  try {
    return moveToPostgres(from, url);
  } catch (error) {
    const names = { file: literal(from), reason: literal(redact(String(error))) };
    return exitWith(FAILED, plain(say('cli-move-failed', names)));
  }
}
