import { AGO, BYGONE, FROM, PRESENT } from '../../words/cues/times.ts';
import { wordSet } from '../../words/tables.ts';
import {
  breathAfter,
  holds,
  isHead,
  isName,
  isStatusTag,
  isUnitLike,
  type Kinds,
  kinds,
  type Neighbours,
  type Rule,
  STRANGE_TAGS,
  saysNothing,
  type Tag,
} from '../tags.ts';
import type { NamedRule } from './rule.ts';

const bygone = wordSet(BYGONE);
const longPast = wordSet(AGO);
const present = wordSet(PRESENT);
const from = wordSet(FROM);
const NOT_YET: Kinds = kinds('belum', 'tidak');
/** What ends the thought of another time. */
const APART: Kinds = kinds('village', 'line', 'stop');

/** True for "belum buka", "belum ada dokter": no word on whether it stands. */
const isOtherLack = ([status, ...said]: readonly Tag[]): boolean =>
  NOT_YET.has(status?.is ?? 'line') &&
  ((isHead(said[0]) && said[0]!.is !== 'ada') || holds(said, STRANGE_TAGS));

/** True where a status of the present follows, of no other unit: "… sekarang sudah"; "sekarang belum klinik" is of that one. */
const isSince = (after: readonly Tag[]): boolean => {
  const now = after.findIndex(({ text }) => present.has(text));
  const between = after.slice(0, Math.max(now, 0));
  const said = breathAfter(after.slice(now + 1).filter(({ is }) => is !== 'masih'));
  return (
    now >= 0 &&
    isStatusTag(said[0]) &&
    !isOtherLack(said) &&
    !between.some((tag) => isName(tag) || APART.has(tag.is)) &&
    !said.some((tag, at) => isUnitLike(tag) && !isStatusTag(said[at + 1]))
  );
};

/** "Kantor dulu belum, sekarang sudah": what was so before. */
const wasSo: Rule = ({ is, text }, { before, after }) => {
  if (is === 'unsure')
    return bygone.has(text) && isStatusTag(after[0]) && isSince(after) ? 'filler' : undefined;
  const since = before.findLastIndex(({ text: word }) => bygone.has(word) || present.has(word));
  const between = before.slice(since + 1);
  const isThen =
    since >= 0 &&
    bygone.has(before[since]!.text) &&
    between.every((one) => one.is === 'unit' || saysNothing(one));
  return isThen && isSince(after) ? 'filler' : undefined;
};

/** Where a time that is over stands, of which this is said: not "sejak minggu lalu". */
const timeOf = (times: ReadonlySet<string>, { before, after }: Neighbours): boolean => {
  const then = before.findLastIndex(({ text }) => times.has(text));
  const isFrom = from.has(before[then - 1]?.text ?? '');
  if (then >= 0 && !isFrom && before.slice(then + 1).every((one) => one.is === 'unit' || saysNothing(one)))
    return true;
  const breath = breathAfter(after).filter(({ is }) => is !== 'title');
  return times.has(breath.at(-1)?.text ?? '') && !from.has(breath.at(-2)?.text ?? '');
};

/** "Minggu lalu kantor masih proses", "bulan lalu gudang belum ada": so it was then; what is now, nobody says. */
const howItWas: Rule = ({ is }, neighbours) =>
  timeOf(is === 'masih' ? bygone : longPast, neighbours) ? 'unsure' : undefined;

/** How units stood at a time that is over. */
export const BYGONE_RULES: readonly NamedRule[] = [
  {
    name: 'what was so before',
    example: ['kantor dulu belum sekarang sudah', 'belum', 'filler'],
    on: ['unsure', 'belum', 'masih', 'sudah', 'ada', 'proses', 'berdiri', 'buka', 'jadi'],
    apply: wasSo,
  },
  {
    name: 'how it was',
    example: ['minggu lalu kantor masih proses', 'masih', 'unsure'],
    on: ['masih', 'belum'],
    apply: howItWas,
  },
];
