import type { Reading } from '../reading.ts';
import type { Tag, TagKind } from '../tag/tags.ts';
import { COOPERATIVE } from '../words/cues/people.ts';
import { WEAK } from '../words/cues/talk.ts';
import { EVERYDAY } from '../words/cues/things.ts';
import { AT_LAST, FOR_TODAY, THIS_DAY, TODAY } from '../words/cues/times.ts';
import { STANDING } from '../words/cues/work.ts';
import { wordSet } from '../words/tables.ts';
import type { Statement } from './statement.ts';

/* Shops, goods and offices are spoken of every day; what is said of them then is no report. */

const everyday = wordSet(EVERYDAY);
const cooperative = wordSet(COOPERATIVE);
const today = wordSet(TODAY);
const thisDay = wordSet(THIS_DAY);
const weak = wordSet(WEAK);
const forToday = wordSet(FOR_TODAY);
const standing = wordSet(STANDING);
const atLast = wordSet(AT_LAST);

/** Whether a text holds tags of some kinds. */
export const has = ({ tags }: Reading, ...some: readonly TagKind[]): boolean =>
  tags.some(({ is }) => some.includes(is));

/** Whether a text holds one of some words. */
export const says = ({ tags }: Reading, words: ReadonlySet<string>): boolean =>
  tags.some(({ text }) => words.has(text));

/** "Koperasi", "kantor kopdes": the cooperative is named, or a unit as one of its. */
export const isOfCooperative = ({ is, text }: Tag): boolean =>
  (is === 'own' && cooperative.has(text)) ||
  (is === 'unit' && text.split(' ').some((word) => cooperative.has(word)));

/** True for what is said not to be there, or no longer. */
export const isGone = ({ claims }: Statement): boolean => claims.every(({ says }) => says === 'gone');
const isOpen = ({ claims }: Statement): boolean => claims.every(({ says }) => says === 'beroperasi');
const isBareWord = ({ claims }: Statement): boolean =>
  claims.every(({ says, bareWord }) => bareWord && says !== 'berdiri');

/** Goods, opening hours and stocks are spoken of every day, of one unit or of several. */
export const isOfEveryday = (reading: Reading, said: readonly Statement[], isOwn: boolean): boolean => {
  const { tags } = reading;
  const isForToday = tags.some(({ is, text }) => (is === 'tutup' || is === 'nihil') && forToday.has(text));
  if (isForToday && (said.length === 1 || said.every(isGone) || says(reading, today))) return true;
  // "Tadi pagi kantor sudah buka, kios belum".
  if (!isOwn && said.some(isOpen) && says(reading, thisDay) && !says(reading, atLast)) return true;
  // "Kantor buka, klinik tutup".
  if (isForToday && !isOwn && said.every((one) => isGone(one) || isOpen(one))) return true;
  const named = tags.filter(({ is, numbered }) => is === 'unit' && !numbered);
  const goods = named.filter(({ text }) => everyday.has(text));
  // "Logistik sudah berdiri": the unit; "distribusi sudah rampung": goods were handed out.
  const isOfGoods = goods.length === named.length && !says(reading, standing);
  if (goods.length > 0 && (isOfGoods || has(reading, 'unknown', 'matter'))) return true;
  if (!said.every(isBareWord) || !says(reading, weak)) return false;
  const isKnown = has(reading, 'village') || tags.some(isOfCooperative) || (isOwn && says(reading, atLast));
  if (says(reading, today) && !says(reading, atLast)) return true;
  return !isKnown || has(reading, 'unknown', 'matter');
};
