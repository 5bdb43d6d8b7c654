import { createInterface } from 'node:readline';
import { decide, type Sender, type Verdict } from '../features/reports/decide.ts';
import { explain } from '../interpret/explain.ts';
import { interpret } from '../interpret/interpret.ts';
import type { Village } from '../interpret/types.ts';

/** A message as it stands on a line: villages by name, which here is their code as well. */
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

const EXAMPLE = [
  ...[
    'Petani',
    'Air Kulim',
    'Buluh Manis',
    'Bumbung',
    'Pamesi',
    'Kesumbo Ampai',
    'Bathin Sobanga',
    'Sebangar',
  ],
  ...['Boncah Mahang', 'Balai Makam', 'Tambusai Batang Dui', 'Simpang Padang', 'Pematang Obo'],
];

const named = (names: readonly string[]): readonly Village[] => names.map((name) => ({ code: name, name }));

const answer = (id: string, verdict: Verdict): object => {
  if (verdict.kind === 'refuse') return { id, kind: verdict.kind, village: verdict.village };
  if (verdict.kind !== 'report') return { id, kind: verdict.kind };
  const reports = verdict.reports.map(({ village, unit, status }) => ({ village, unit, status }));
  return { id, kind: verdict.kind, reports };
};

const gazetteers = new Map<string, readonly Village[]>();

/** The same list for the same names: what is learned of a list is kept with it. */
const gazetteer = (names: readonly string[]): readonly Village[] => {
  const key = names.join('\n');
  const known = gazetteers.get(key) ?? named(names);
  gazetteers.set(key, known);
  return known;
};

/** What the bot would do with a message: the interpreter, and who may say so. */
const verdictOn = ({ text, mode, sender, villages, forwarded, about }: Case): Verdict => {
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

/** Answers the messages on standard input, one JSON object a line; a line that is none is named, and the others are answered. */
const answerAll = async (): Promise<void> => {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const found = caseOf(line);
    if (!found) complain(`line ${number}: ${USAGE}`);
    else console.log(JSON.stringify(answer(found.id, verdictOn(found))));
  }
};

function complain(why: string): void {
  console.error(why);
  process.exitCode = 2;
}

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Undefined for a line that is no message. */
function caseOf(line: string): Case | undefined {
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

const [flag, ...words] = process.argv.slice(2);
if (flag === '--explain' && words.length > 0) {
  const text = words.join(' ').replaceAll('\\n', '\n');
  console.log(explain({ text, mode: 'addressed', villages: named(EXAMPLE), own: ['Petani'] }));
} else if (flag) complain(USAGE);
else await answerAll();
