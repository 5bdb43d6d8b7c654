import { exitWith, FAILED, NEEDS_OWNER } from '../app/exit.ts';
import { createLog } from '../log.ts';
import { programVersion } from '../paths.ts';
import { catchStrays } from '../stray-errors.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { print, printSaid } from './shared/print.ts';

/** Runs with the arguments behind its name. */
export type Subcommand = (args: readonly string[]) => Promise<void> | void;

/** What holds the simulator: a process of the others does without it. */
const SIMULATING: Readonly<Record<string, Subcommand>> = {
  simulasi: async () => (await import('./simulasi.ts')).run(),
  demo: async () => (await import('./demo.ts')).run(),
};

/** Runs the subcommand that the arguments begin with; without arguments, the bot. Exits with 2 for an unknown one. */
export async function run([name, ...args]: readonly string[]): Promise<void> {
  catchStrays(failed);
  if (name === undefined) return (await import('./start.ts')).run();
  if (name === '--version') return print(programVersion());
  if (name === 'bantuan' || [name, ...args].some((arg) => HELP.includes(arg)))
    return printSaid(say('cli-help'));
  const subcommand = (await find(name)) ?? unknown(name);
  // Taken for a name, an option would be that of a file which nobody wanted.
  const option = name === 'interpret' ? undefined : args.find((arg) => arg.startsWith('-'));
  await (option === undefined ? subcommand(args) : unknown(option));
}

const HELP = ['--help', '-h'];

const unknown = (name: string): never =>
  exitWith(NEEDS_OWNER, `${plain(say('cli-unknown', { name: literal(name) }))}\n\n${plain(say('cli-help'))}`);

async function find(name: string): Promise<Subcommand | undefined> {
  if (Object.hasOwn(SIMULATING, name)) return SIMULATING[name];
  const { TOOLS } = await import('./tools.ts');
  return Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
}

/** Ends the process with an error that nobody expected, told as the log tells of one: without secrets. */
function failed(error: unknown): never {
  createLog('fatal').fatal({ err: error }, 'unexpected error');
  process.exit(FAILED);
}
