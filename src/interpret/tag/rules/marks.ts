import { FIELD_NO, FIELD_YES } from '../../words/cues/marks.ts';
import { wordSet } from '../../words/tables.ts';
import { isBreak, isName, isStatusTag, type Kinds, kinds, type Rule } from '../tags.ts';
import type { NamedRule } from './rule.ts';

const yes = wordSet(FIELD_YES);
const no = wordSet(FIELD_NO);
const NUMBERED: Kinds = kinds(
  'number',
  'unit',
  'bad number',
  'quantity',
  'all',
  'counted',
  'odd',
  'measured',
  'unknown',
);

/** "1. sudah 2. belum": a mark between a unit's number and its status divides nothing. */
const numbered: Rule = (tag, { before, after: [next, beyond] }) => {
  const number = before.at(-1);
  const isMark = tag.glued && number?.is === 'unit' && number.numbered;
  const isNone = next?.is === 'dash' && (beyond === undefined || beyond.is === 'line');
  const line = before.slice(before.findLastIndex(({ is }) => is === 'line') + 1);
  const goesOn = line.slice(0, -1).findLast(({ text }) => text === tag.text)?.is === 'filler';
  const leads = goesOn || line.find((one) => one.numbered || isStatusTag(one))?.numbered;
  const last = before.at(-2);
  // "1, 2. sudah" goes on; "1. sudah, 2. belum" begins anew.
  const isListed = last?.is === 'unit' || (last?.is === 'comma' && !isStatusTag(before.at(-3)));
  return isMark && leads && (isNone || isStatusTag(next)) && !isListed ? 'filler' : undefined;
};

/** "Kantor.sudah", "kantor ... sudah": dots that lead from a unit to its status. */
const leader: Rule = (tag, { before, after: [next] }) => {
  const leads = /^\.{2,}$/u.test(tag.text) || (tag.text === '.' && tag.glued && next?.glued);
  return leads && isName(before.at(-1)) && isStatusTag(next) ? 'colon' : undefined;
};

/** "( ) klinik", "[ ] klinik": a box that is not ticked. */
const box: Rule = (_, { before }) => (before.at(-1)?.is === 'open' ? 'odd' : undefined);

/** "Kantor ........": a field left blank. */
const blank: Rule = ({ text }, { before, after: [next] }) =>
  /^\.{4,}$/u.test(text) && isName(before.at(-1)) && !isStatusTag(next) ? 'odd' : undefined;

/** "Klinik no": an answer in English, or the number of a unit that was left out; "NO | UNIT | STATUS" is a heading. */
const numberless: Rule = (_, { before, after: [next] }) => {
  const last = before.at(-1);
  const heads = next !== undefined && (last === undefined || last.is === 'line' || last.text === '|');
  return heads || (next && NUMBERED.has(next.is)) ? undefined : 'odd';
};

/** "Kantor: ya", "klinik = T": the field of a form, filled in. */
const field: Rule = ({ text }, { before, after: [next] }) => {
  if (before.at(-1)?.is !== 'colon' || !isName(before.at(-2)) || !isBreak(next) || next?.is === 'asks')
    return undefined;
  return yes.has(text) ? 'check' : no.has(text) ? 'cross' : undefined;
};

/** Marks and "no." between numbers, units and statuses. */
export const MARK_RULES: readonly NamedRule[] = [
  {
    name: 'an index and its status',
    example: ['1. sudah', '.', 'filler'],
    on: ['stop', 'close'],
    apply: numbered,
  },
  { name: 'dots that lead', example: ['kantor ... sudah', '...', 'colon'], on: ['stop'], apply: leader },
  { name: 'an empty box', example: ['( ) klinik', ')', 'odd'], on: ['close'], apply: box },
  { name: 'a blank field', example: ['kantor ....', '....', 'odd'], on: ['stop'], apply: blank },
  {
    name: 'a field filled in',
    example: ['kantor: ya', 'ya', 'check'],
    on: ['courtesy', 'tidak', 'unknown', 'number', 'and'],
    apply: field,
  },
  { name: 'no without a number', example: ['klinik no', 'no', 'odd'], on: ['number'], apply: numberless },
];
