import { createInterface } from 'node:readline';
import { isGroup, type Part } from '../interpret/draft.ts';
import { interpret } from '../interpret/interpret.ts';
import { read } from '../interpret/reading.ts';
import type { Message, Verdict, Village } from '../interpret/verdict.ts';

/** A case as the corpus holds it: villages by name, which here is their code as well. */
interface Case {
  readonly id: string;
  readonly text: string;
  readonly mode: 'addressed' | 'overheard';
  readonly sender: { readonly role: 'kades' | 'camat' | 'none'; readonly village?: string | null };
  readonly villages: readonly string[];
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
  return {
    id,
    kind: verdict.kind,
    reports: verdict.reports.map(({ village, unit, status }) => ({ village, unit, status })),
  };
};

/** Answers the cases on standard input, one JSON object a line. */
const answerAll = async (): Promise<void> => {
  const gazetteers = new Map<string, readonly Village[]>();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text, mode, sender, villages } = caseOf(line) ?? refuse(`line ${number}: ${USAGE}`);
    const key = villages.join('\n');
    const known = gazetteers.get(key) ?? named(villages);
    gazetteers.set(key, known);
    const own = sender.role === 'kades' && sender.village ? [sender.village] : [];
    const message: Message = { text, mode, sender: { role: sender.role, villages: own }, villages: known };
    console.log(JSON.stringify(answer(id, interpret(message))));
  }
};

function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}

/** Undefined for a line that is none. */
function caseOf(line: string): Case | undefined {
  try {
    const found = JSON.parse(line) as Case;
    return typeof found.text === 'string' && found.sender && Array.isArray(found.villages)
      ? found
      : undefined;
  } catch {
    return undefined;
  }
}

const show = (part: Part): string => {
  if (!isGroup(part)) return `<${part.also ? 'juga' : part.claims.map(({ says }) => says).join(' + ')}>`;
  const units = part.scope === 'these' ? part.units.join(' ') || '?' : part.scope;
  return `[${part.left ? `${part.left}: ` : ''}${units}${part.doubt ? ` (${part.doubt.kind})` : ''}]`;
};

/** Shows how an addressed message of the head of Petani is read, step by step. */
const explain = (text: string): void => {
  const message: Message = {
    text,
    mode: 'addressed',
    sender: { role: 'kades', villages: ['Petani'] },
    villages: named(EXAMPLE),
  };
  const reading = read(message);
  const section = (title: string, lines: readonly string[]) =>
    console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  section('1. Teks yang dibaca (normalised text)', reading.text.split('\n'));
  section(
    '2. Kata dan artinya (signs)',
    reading.signs.map((sign) => {
      const more = sign.units?.join(' ') ?? sign.villages?.join(' / ') ?? sign.value ?? '';
      return `${sign.text.replaceAll('\n', '⏎').padEnd(24)} ${sign.is} ${more}`.trimEnd();
    }),
  );
  section(
    '3. Bagian kalimat (clauses)',
    reading.clauses.map(
      ({ parts, lead, line }) =>
        `baris ${line + 1}${lead ? ` (${lead})` : ''}: ${parts.map(show).join(' ') || '-'}`,
    ),
  );
  section(
    '4. Pernyataan (statements)',
    reading.statements.map(({ units, scope, settled, bare }) => {
      const what = scope === 'these' ? units.join(' ') || '?' : scope;
      return `${what}: ${settled.is === 'status' ? settled.status : settled.is}${bare ? ' (hanya disebut)' : ''}`;
    }),
  );
  const verdict = interpret(message);
  const rows =
    verdict.kind === 'report'
      ? verdict.reports.map(({ village, unit, status }) => `${village}: ${unit} ${status}`)
      : [];
  section('5. Putusan (verdict)', rows.length > 0 ? ['report', ...rows] : [JSON.stringify(verdict)]);
};

const [flag, ...words] = process.argv.slice(2);
if (flag === '--explain' && words.length > 0) explain(words.join(' ').replaceAll('\\n', '\n'));
else if (flag) refuse(USAGE);
else await answerAll();
