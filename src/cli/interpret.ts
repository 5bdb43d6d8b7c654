import { createInterface } from 'node:readline';
import { decide, type Sender, type Verdict } from '../features/reports/decide.ts';
import { explain } from '../interpret/explain.ts';
import { interpret } from '../interpret/interpret.ts';
import type { Village } from '../interpret/types.ts';
import { print } from './shared/print.ts';

/** One line of input. Villages are given by name, which is also their code here. */
interface Case {
  readonly id: string;
  readonly text: string;
  readonly mode: 'addressed' | 'overheard';
  readonly sender: {
    readonly role: Sender['role'];
    readonly village?: string | null;
    readonly villages?: readonly string[];
  };
  readonly villages: readonly string[];
  readonly forwarded?: boolean;
  /** The village of the checklist that the message replies to. */
  readonly about?: string | null;
}

const USAGE =
  'expected one message a line as JSON on standard input (CONTRIBUTING.md shows one), or --explain "words of a message"';

/** The villages that --explain knows: those of Kecamatan Bathin Solapan. */
const EXAMPLE_VILLAGES = `
  Petani, Air Kulim, Buluh Manis, Bumbung, Pamesi, Kesumbo Ampai, Bathin Sobanga, Sebangar, Boncah Mahang, Balai Makam,
  Tambusai Batang Dui, Simpang Padang, Pematang Obo`
  .split(',')
  .map((name) => name.trim());

const toVillages = (names: readonly string[]): readonly Village[] =>
  names.map((name) => ({ code: name, name }));

const toAnswer = (id: string, verdict: Verdict): object => {
  if (verdict.kind === 'refuse') return { id, kind: verdict.kind, village: verdict.village };
  if (verdict.kind !== 'report') return { id, kind: verdict.kind };
  const reports = verdict.reports.map(({ village, unit, status }) => ({ village, unit, status }));
  return { id, kind: verdict.kind, reports };
};

const gazetteers = new Map<string, readonly Village[]>();

/** Gives the same list for the same names, because the interpreter caches what it derives from a list. */
const gazetteer = (names: readonly string[]): readonly Village[] => {
  const key = names.join('\n');
  const known = gazetteers.get(key) ?? toVillages(names);
  gazetteers.set(key, known);
  return known;
};

/** What the bot would do with a message: what it means, and whether its sender may report it. */
const decideCase = ({ text, mode, sender, villages, forwarded, about }: Case): Verdict => {
  const own = sender.villages ?? (sender.village ? [sender.village] : []);
  const who: Sender = { role: sender.role, villages: sender.role === 'kades' ? own : [] };
  const meaning = interpret({
    text,
    mode,
    villages: gazetteer(villages),
    own: who.villages,
    forwarded: forwarded === true,
    ...(about && { about }),
  });
  return decide(meaning, who);
};

/** Answers the messages on standard input, one JSON object a line. A line that is no message is reported by its number. */
const answerAll = async (): Promise<void> => {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const found = parseCase(line);
    if (!found) reportError(`line ${number}: ${USAGE}`);
    else await print(JSON.stringify(toAnswer(found.id, decideCase(found))));
  }
};

function reportError(why: string): void {
  console.error(why);
  process.exitCode = 2;
}

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The message of a line; undefined where the line is none. */
function parseCase(line: string): Case | undefined {
  let found: Partial<Case> | null;
  try {
    found = JSON.parse(line) as Partial<Case> | null;
  } catch {
    return undefined;
  }
  const { text, mode, sender, villages, about } = found ?? {};
  const isCase =
    typeof text === 'string' &&
    (mode === 'addressed' || mode === 'overheard') &&
    (sender?.role === 'kades' || sender?.role === 'camat' || sender?.role === 'none') &&
    (sender.villages === undefined || isList(sender.villages)) &&
    isList(villages) &&
    (about === undefined || about === null || typeof about === 'string');
  return isCase ? (found as Case) : undefined;
}

/** Says what messages mean: those on standard input, or the words after `--explain`. */
export async function run([flag, ...words]: readonly string[]): Promise<void> {
  if (flag === '--explain' && words.length > 0) {
    const text = words.join(' ').replaceAll('\\n', '\n');
    await print(
      explain({ text, mode: 'addressed', villages: toVillages(EXAMPLE_VILLAGES), own: ['Petani'] }),
    );
  } else if (flag) reportError(USAGE);
  else await answerAll();
}
