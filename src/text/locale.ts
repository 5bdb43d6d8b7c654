import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { DamagedFile, readOwnFile } from '../damaged-file.ts';
import { localesFile } from '../paths.ts';
import { SENTENCES } from './sentences.ts';

export type Key = keyof typeof SENTENCES;

/** Every sentence of the locale. Throws DamagedFile where one is missing, cannot be read, or names what the program does not give it. */
export function readLocale(file = localesFile): FluentBundle {
  const source = readOwnFile(file, (path) => readFileSync(path, 'utf8'));
  // Isolation marks around arguments would end up inside commands and names that people copy.
  const bundle = new FluentBundle('id', { useIsolating: false });
  // What it cannot read, the library leaves out without a word. It names what is there twice.
  const [twice] = bundle.addResource(new FluentResource(source));
  if (twice) throw new DamagedFile(file, `kalimat ${/"[^"]*"/.exec(twice.message)?.[0]} ada dua kali`);
  for (const key of Object.keys(SENTENCES) as Key[]) {
    const fault = faultOf(key, bundle);
    if (fault) throw new DamagedFile(file, `${placeOf(key, source)}kalimat "${key}" ${fault}`);
  }
  return bundle;
}

function faultOf(key: Key, bundle: FluentBundle): string | undefined {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) return 'tidak ada atau salah tulis';
  const known: readonly string[] = SENTENCES[key].map((name) => `$${name}`);
  const unknown = namesIn(pattern).find((name) => !known.includes(name));
  return unknown === undefined ? undefined : `memakai "${unknown}", yang tidak dikenal`;
}

/** The line where a sentence stands, or stood before its text was damaged. */
function placeOf(key: Key, source: string): string {
  const at = source.split('\n').findIndex((line) => line.trim().split(/[\s=]/, 1)[0] === key);
  return at < 0 ? '' : `baris ${at + 1}, `;
}

/** How what a pattern refers to is written before its name. The locale refers to arguments alone. */
const SIGNS: Readonly<Record<string, string>> = { var: '$', mesg: '', term: '-', func: '' };

/** What a pattern refers to, as it is written there: `$name`. */
function namesIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type = '', name } = part as { readonly type?: string; readonly name?: string };
  const sign = SIGNS[type];
  return [...(sign === undefined ? [] : [`${sign}${name}`]), ...Object.values(part).flatMap(namesIn)];
}
