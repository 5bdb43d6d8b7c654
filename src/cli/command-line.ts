import { exitWith, NEEDS_OWNER } from '../app/exit.ts';
import { programVersion } from '../paths.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { print, printSaid } from './shared/print.ts';

interface Subcommand {
  run(args: readonly string[]): Promise<void> | void;
}

/** What each subcommand loads: a process holds nothing of the others. */
const SUBCOMMANDS: Readonly<Record<string, () => Promise<Subcommand>>> = {
  undang: () => import('./undang.ts'),
  'cabut-camat': () => import('./cabut-camat.ts'),
  'hitung-ulang': () => import('./hitung-ulang.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  nomor: () => import('./nomor.ts'),
  pindah: () => import('./pindah.ts'),
  simulasi: () => import('./simulasi.ts'),
  demo: () => import('./demo.ts'),
  interpret: () => import('./interpret.ts'),
};

/** Runs the subcommand that the arguments begin with; without arguments, the bot. Exits with 2 for an unknown one. */
export async function run([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined) return (await import('./start.ts')).run();
  if (name === '--version') return print(programVersion());
  if (name === '--help' || name === 'bantuan') return printSaid(say('cli-help'));
  const load = Object.hasOwn(SUBCOMMANDS, name) && SUBCOMMANDS[name];
  if (!load)
    exitWith(
      NEEDS_OWNER,
      `${plain(say('cli-unknown', { name: literal(name) }))}\n\n${plain(say('cli-help'))}`,
    );
  await (await load()).run(args);
}
