import {
  AT_LAST,
  CLOCK,
  DAYPARTS,
  FOR_NOW,
  FROM,
  OFTEN,
  SINCE_TODAY,
  THIS_PERIOD,
  TODAY,
} from '../../words/cues/times.ts';
import { wordSet } from '../../words/tables.ts';
import { isHead, isName, isStatusTag, type Kinds, kinds, type Rule, type Tag } from '../tags.ts';
import type { NamedRule } from './rule.ts';

const hours = wordSet(TODAY);
const sinceWords = wordSet(FROM);
const today = wordSet(SINCE_TODAY);
const forNow = wordSet(FOR_NOW);
const clock = wordSet(CLOCK);
const atLast = wordSet(AT_LAST);
const periods = wordSet(THIS_PERIOD);
const often = wordSet(OFTEN);
const dayparts = wordSet(DAYPARTS);
const DAYS: Kinds = kinds('now', 'date', 'to', 'at', 'filler', 'measure', 'dash', 'mulai');

/** "Hari ini kantor tutup", "kantor tutup jam 4": for today. */
const closedToday: Rule = (_, { before, after }) => {
  const breath = before.slice(before.findLastIndex(({ is }) => is === 'stop' || is === 'line') + 1);
  const isToday = [...breath, ...after.slice(0, 3)].some(({ text }) => hours.has(text));
  const isForNow = after.slice(0, 2).some(({ text }) => forNow.has(text));
  // "Senin buka, selasa tutup".
  if (before.at(-1)?.is === 'date') return 'odd';
  return isToday || isForNow || after.slice(0, 3).some(({ is }) => is === 'period' || is === 'date')
    ? 'odd'
    : undefined;
};

/** "Jam 8", "08.00", "08.00-14.00". */
const isTimeOfDay = (tag: Tag | undefined): boolean =>
  tag !== undefined &&
  (clock.has(tag.text) ||
    (tag.is === 'quantity' && /^\d{1,2}[.:]\d{2}(?:-\d{1,2}[.:]\d{2})?$/u.test(tag.text)));

/** "Kantor buka jam 8", "buka tiap hari jam 8", "jam 8 buka", "buka 24 jam": hours of any office; "sudah buka jam 8" is open. */
const openingHours: Rule = (_, { before, after }) => {
  const [from, when] = after;
  // "Pagi pak" is a greeting elsewhere.
  // "Sudah buka dari pagi" may be since this morning, "dari pagi sampai sore" is every day.
  const isUntil = after.slice(2, 4).some(({ is }) => is === 'to');
  if (from && sinceWords.has(from.text) && today.has(when?.text.split(' ')[0] ?? '') && !isUntil)
    return 'odd';
  if (isStatusTag(before.at(-1))) return undefined;
  // "Hari ini kantor buka"; "hari ini kantor resmi buka" is new.
  const breath = before.slice(before.findLastIndex(({ is }) => is === 'stop' || is === 'line') + 1);
  const around = [...breath, ...after.slice(0, 3)].map((tag) => tag.text);
  if (around.some((word) => hours.has(word)) && !around.some((word) => atLast.has(word))) return 'odd';
  const [clockBefore, last] = before.filter(({ is }) => is !== 'unit').slice(-2);
  const isBehindTime = isTimeOfDay(last) || (last?.is === 'quantity' && isTimeOfDay(clockBefore));
  const end = after.findIndex((tag) => !DAYS.has(tag.is));
  const [next, beyond] = end < 0 ? [] : after.slice(end);
  const isDaypart = after.slice(0, end < 0 ? undefined : end).some(({ text }) => dayparts.has(text));
  const isSpan = next?.is === 'quantity' && clock.has(beyond?.text ?? '');
  return isDaypart || isSpan || isTimeOfDay(next) || isBehindTime ? 'odd' : undefined;
};

/** "Klinik buka minggu ini", "tahun ini kantor jadi": perhaps still to come; "sudah buka minggu ini" is so. */
const thisPeriod: Rule = ({ text }, { before, after: [next, second] }) => {
  if (!periods.has(text)) return undefined;
  const isBare = isHead(before.at(-1)) && !isStatusTag(before.at(-2));
  return isBare || (isName(next) && isHead(second)) ? 'date' : undefined;
};

/** "Dua minggu lagi": some time to come. */
const fromNow: Rule = (_, { before }) => {
  const [count, unit] = before.slice(-2);
  return count?.is === 'quantity' && (unit?.is === 'measure' || unit?.is === 'period') ? 'plan' : undefined;
};

/** "Tinggal 1 unit lagi, klinik": so many more. */
const soManyMore: Rule = (_, { before, after: [next] }) =>
  before.at(-1)?.is === 'counted' && !isStatusTag(next) ? 'odd' : undefined;

const SPANS: Kinds = kinds('quantity', 'measure', 'period', 'now', 'filler', 'title');
const NEGATIONS: Kinds = kinds('belum', 'tidak');

/** "Sudah lama belum jadi", "sudah 2 bulan belum selesai": for how long something lacks. */
const howLong: Rule = (_, { after }) => {
  const said = after.findIndex(({ is }) => !SPANS.has(is));
  return said > 0 && NEGATIONS.has(after[said]!.is) ? 'filler' : undefined;
};

/** "Sudah 3 kali lapor", "belum 1 bulan kios tutup", "sudah 1 lantai": how often, how long ago, how much. */
const howMuch: Rule = ({ is }, { after: [count, what] }) => {
  if (count?.is !== 'quantity' || !what) return undefined;
  const isSpan = is === 'belum' ? what.is === 'measure' || what.is === 'period' : what.is === 'measured';
  return isSpan || often.has(what.text) ? 'unsure' : undefined;
};

/** Times that say nothing of how far along a unit is. */
export const HOUR_RULES: readonly NamedRule[] = [
  {
    name: 'closed for today',
    example: ['kantor tutup jam 4', 'tutup', 'odd'],
    on: ['tutup'],
    apply: closedToday,
  },
  {
    name: 'opening hours',
    example: ['kantor buka jam 8', 'buka', 'odd'],
    on: ['buka', 'jalan'],
    apply: openingHours,
  },
  {
    name: 'this week, or later in it',
    example: ['klinik buka minggu ini', 'minggu ini', 'date'],
    on: ['now'],
    apply: thisPeriod,
  },
  {
    name: 'for how long',
    example: ['kantor sudah lama belum jadi', 'sudah', 'filler'],
    on: ['sudah'],
    apply: howLong,
  },
  {
    name: 'how much',
    example: ['sudah 3 kali lapor kantor', 'sudah', 'unsure'],
    on: ['sudah', 'belum'],
    apply: howMuch,
  },
  { name: 'so many more', example: ['tinggal 1 unit lagi', 'lagi', 'odd'], on: ['lagi'], apply: soManyMore },
  { name: 'some time to come', example: ['2 minggu lagi', 'lagi', 'plan'], on: ['lagi'], apply: fromNow },
];
