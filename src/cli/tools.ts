import { run as backup } from './backup.ts';
import { run as cabutCamat } from './cabut-camat.ts';
import type { Subcommand } from './command-line.ts';
import { run as hitungUlang } from './hitung-ulang.ts';
import { run as interpret } from './interpret.ts';
import { run as nomor } from './nomor.ts';
import { run as pindah } from './pindah.ts';
import { run as restore } from './restore.ts';
import { run as undang } from './undang.ts';

/**
 * What the operator types, by its name. All in one: of what each would load by itself the build would cut out what it shares with the bot,
 * and the bot would start from twice as many files.
 */
export const TOOLS: Readonly<Record<string, Subcommand>> = {
  undang,
  'cabut-camat': cabutCamat,
  'hitung-ulang': hitungUlang,
  backup,
  restore,
  nomor,
  pindah,
  interpret,
};
