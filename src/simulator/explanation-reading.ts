import { type DistrictScope, villageOf } from '../domain/district.ts';
import { read } from '../interpret/reading.ts';
import type { Statement } from '../interpret/resolve/statement.ts';
import { DOUBT_TAGS, isStatusTag, kinds, PLAN_TAGS, STRANGE_TAGS, type Tag } from '../interpret/tag/tags.ts';
import type { Message } from '../interpret/types.ts';
import { plain } from '../text/markup.ts';
import { capital, statusName, unitName, unitNames, villageLabel } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import type { Line } from './explanation.ts';

/** A word of a message, what it was taken for, and the class of meanings by which it is coloured. */
export interface ReadWord {
  readonly text: string;
  readonly means: string;
  readonly as: 'unit' | 'status' | 'village' | 'doubt' | 'other' | 'aside';
}

const MARKS = kinds(
  ...(['comma', 'stop', 'asks', 'colon', 'dash', 'slash', 'open', 'close', 'line', 'bullet'] as const),
);
const NUMBERS = kinds('digits', 'quantity', 'bad number', 'share', 'number', 'percent');
const QUESTIONS = kinds('question', 'request', 'plea');
/** The names of meanings are Indonesian words, but for these. */
const RENAMED: Readonly<Record<string, string>> = {
  fully: 'penuh',
  part: 'sebagian',
  undone: 'belum selesai',
  fails: 'tidak jalan',
  borrowed: 'menumpang',
  check: 'centang',
  cross: 'silang',
  odd: 'keadaan lain',
  ok: 'baik',
};

/** The words of a message as the interpreter tagged them, without marks. */
export const readWords = (here: DistrictScope, said: Message): readonly ReadWord[] =>
  read(said)
    .tags.filter(({ is, text }) => !MARKS.has(is) && text.trim() !== '')
    .map((tag) => ({ text: tag.text, ...meaningOf(here, tag) }));

function meaningOf(here: DistrictScope, tag: Tag): Omit<ReadWord, 'text'> {
  const { is, units = [], villages } = tag;
  if (units.length > 0) return { as: 'unit', means: units.map((unit) => plain(unitName(unit))).join(' / ') };
  if (is === 'village' && villages) return { as: 'village', means: villageNames(here, villages) };
  if (PLAN_TAGS.has(is)) return { as: 'doubt', means: plain(say('why-word-plan')) };
  if (DOUBT_TAGS.has(is)) return { as: 'doubt', means: plain(say('why-word-doubt')) };
  if (QUESTIONS.has(is)) return { as: 'doubt', means: plain(say('why-word-asks')) };
  if (NUMBERS.has(is)) return { as: 'other', means: plain(say('why-word-number')) };
  if (isStatusTag(tag)) return { as: 'status', means: RENAMED[is] ?? is };
  if (is === 'all') return { as: 'unit', means: plain(say('why-scope-all')) };
  if (is === 'rest') return { as: 'unit', means: plain(say('why-scope-rest')) };
  if (is === 'unknown') return { as: 'other', means: plain(say('why-word-unknown')) };
  if (STRANGE_TAGS.has(is)) return { as: 'other', means: plain(say('why-word-other')) };
  return { as: 'aside', means: plain(say('why-word-aside')) };
}

const villageNames = (here: DistrictScope, codes: readonly string[]): string =>
  codes
    .flatMap((code) => villageOf(here, code) ?? [])
    .map((village) => plain(capital(villageLabel(village))))
    .join(' / ');

/** What is said of which units, before it is weighed who may say so. */
export const readStatements = (said: Message): readonly Line[] => read(said).statements.map(statementLine);

function statementLine({ units, scope, outcome }: Statement): Line {
  const named = units.length > 0 ? unitNames(units) : say('why-no-unit');
  const about = plain(scope === 'these' ? named : say(`why-scope-${scope}`));
  return outcome.is === 'status'
    ? { about, status: outcome.status, says: plain(statusName(outcome.status)) }
    : { about, says: plain(say(`why-outcome-${outcome.is}`)) };
}
