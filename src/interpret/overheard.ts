import { isStatusSign } from './heads.ts';
import { isBreak } from './neighbours.ts';
import { namesAll } from './parts.ts';
import type { Reading } from './reading.ts';
import { kinds, type Sign, type SignKind } from './sign.ts';
import type { Statement } from './statements.ts';
import type { VillageReport } from './types.ts';
import {
  AT_LAST,
  BUILT,
  COOPERATIVE,
  EVERYDAY,
  FOR_TODAY,
  HAVING,
  PRONOUNS,
  REPAIR,
  TAGS,
  TODAY,
  VILLAGE_OFFICE,
  WEAK,
} from './words/cues.ts';
import { wordSet } from './words.ts';

/** Signs that make any overheard message something else than a report. */
const NEVER: readonly SignKind[] = [
  ...([
    'question',
    'asks',
    'unsure',
    'hearsay',
    'laugh',
    'odd',
    'bad number',
    'link',
    'plea',
    'about',
  ] as const),
  ...(['fails', 'undone'] as const),
];
const ESTABLISHED: readonly SignKind[] = ['berdiri', 'buka', 'jalan', 'selesai', 'jadi'];
const PEOPLE = kinds('title', 'office');
const AFTER_TAG = kinds('title', 'office', 'courtesy', 'filler', 'village', 'stop', 'line');

const cooperative = wordSet(COOPERATIVE);
const pronouns = wordSet(PRONOUNS);
const everyday = wordSet(EVERYDAY);
const having = wordSet(HAVING);
const tags = wordSet(TAGS);
const today = wordSet(TODAY);
const villageOffice = wordSet(VILLAGE_OFFICE);
const weak = wordSet(WEAK);
const forToday = wordSet(FOR_TODAY);
const repair = wordSet(REPAIR);
const built = wordSet(BUILT);
const atLast = wordSet(AT_LAST);

const isBareWord = ({ claims }: Statement): boolean =>
  claims.every(({ says, naked }) => naked && says !== 'berdiri');
const isNaked = ({ claims }: Statement): boolean => claims.every(({ naked }) => naked);
const isGone = ({ claims }: Statement): boolean => claims.every(({ says }) => says === 'gone');

/** "Koperasi", "kantor kopdes": the cooperative is named, or a unit as one of its. */
const isOfCooperative = ({ is, text }: Sign): boolean =>
  (is === 'own' && cooperative.has(text)) ||
  (is === 'unit' && text.split(' ').some((word) => cooperative.has(word)));

const has = ({ signs }: Reading, ...some: readonly SignKind[]): boolean =>
  signs.some(({ is }) => some.includes(is));
const says = ({ signs }: Reading, words: ReadonlySet<string>): boolean =>
  signs.some(({ text }) => words.has(text));

/** "Ketujuh unit sudah berdiri" names all of them, "semua sudah" none. */
const saysAllStand = (reading: Reading): boolean =>
  reading.signs.some(({ is, text }) => is === 'all' && namesAll(text)) && has(reading, ...ESTABLISHED);

/** A row of an overheard list: it says what it says with no word of another matter. */
export const isCertainRow = (reading: Reading): boolean => !has(reading, 'unknown', 'matter', ...NEVER);

/** "Kios kami", "di desa kami", not "kios sudah siap, kita kumpul jam 9": it tells whose the units are. */
const isOwner = (signs: readonly Sign[], at: number): boolean => {
  if (!pronouns.has(signs[at]!.text)) return true;
  const from = signs.findLastIndex((sign, before) => before < at && isBreak(sign)) + 1;
  const to = signs.findIndex((sign, after) => after > at && isBreak(sign));
  return signs.slice(from, to < 0 ? undefined : to).some(({ is }) => is === 'unit');
};

/** "Kantor sudah ya", "sudah kan pak": the last word asks for a yes. */
const asksForYes = ({ signs }: Reading): boolean => {
  const last = signs.findLastIndex(({ is, text }) => tags.has(text) || !AFTER_TAG.has(is));
  const said = signs[last];
  return said !== undefined && tags.has(said.text) && signs.slice(0, last).some(isStatusSign);
};

/** "Kios punya bu haji", "kantor ada pak sekcam": what somebody has, who is there. */
const tellsWhose = ({ signs }: Reading): boolean =>
  signs.some(({ is, text }, at) => {
    if (is !== 'ada' || signs[at - 1]?.is !== 'unit') return false;
    const [next, second] = signs.slice(at + 1, at + 3);
    return (
      having.has(text) ||
      (next?.is === 'title' && second !== undefined && (PEOPLE.has(second.is) || second.is === 'filler'))
    );
  });

/** Goods, opening hours and stocks are spoken of every day, of one unit or of several. */
const isOfEveryday = (reading: Reading, said: readonly Statement[], isOwn: boolean): boolean => {
  const { signs } = reading;
  const isForToday = signs.some(({ is, text }) => (is === 'tutup' || is === 'nihil') && forToday.has(text));
  if (isForToday && (said.length === 1 || said.every(isGone) || says(reading, today))) return true;
  const named = signs.filter(({ is, numbered }) => is === 'unit' && !numbered);
  const goods = named.filter(({ text }) => everyday.has(text));
  if (goods.length > 0 && (goods.length === named.length || has(reading, 'unknown', 'matter'))) return true;
  if (!said.every(isBareWord) || !says(reading, weak)) return false;
  const isKnown = has(reading, 'village') || signs.some(isOfCooperative) || (isOwn && says(reading, atLast));
  if (says(reading, today) && !says(reading, atLast)) return true;
  return !isKnown || has(reading, 'unknown', 'matter');
};

/** A single unit named in passing may be another thing, or be repaired only. */
const isSureOfOne = (
  reading: Reading,
  said: readonly Statement[],
  reports: readonly VillageReport[],
  isOwn: boolean,
): boolean => {
  if (!isOwn && (says(reading, repair) || said.every(isGone))) return false;
  const lacks = reports.every(({ units }) =>
    units.every(({ status }) => status === 'belum' || status === 'proses'),
  );
  const isStrange = has(reading, 'unknown', 'matter');
  return isOwn || lacks || !isStrange || (says(reading, built) && !said.every(isNaked));
};

/** Whether an overheard message is a report beyond doubt: units by name, a status of each, asserted now. */
export const isCertain = (reading: Reading, reports: readonly VillageReport[]): boolean => {
  if (reports.some(({ asks, units }) => asks.length > 0 || units.length === 0) || has(reading, ...NEVER))
    return false;
  const { statements, signs } = reading;
  if (statements.some(({ bare, mixed }) => bare || mixed) || statements.every(({ lacking }) => lacking))
    return false;
  if (signs.some(({ is, text }) => is === 'unit' && villageOffice.has(text))) return false;
  // "Kantor koperasi sudah jadi, mohon kehadiran bapak": whoever is asked for something is told of a unit first.
  if (has(reading, 'request') && !signs.some(isOfCooperative)) return false;
  // "Tinggal klinik yang belum" leaves it to the reader that the others stand; "semua sudah" may be of anything.
  if (statements.some(({ left, scope }) => left || scope === 'all') && !saysAllStand(reading)) return false;
  if (asksForYes(reading) || tellsWhose(reading)) return false;
  const said = statements.filter(({ byName, scope }) => byName && scope !== 'rest');
  const units = new Set(said.flatMap((statement) => (statement.scope === 'these' ? statement.units : [])));
  if (units.size === 0) return saysAllStand(reading);
  const isOwn = has(reading, 'village') || signs.some((sign, at) => sign.is === 'own' && isOwner(signs, at));
  if (isOfEveryday(reading, said, isOwn)) return false;
  return units.size > 1 || isSureOfOne(reading, said, reports, isOwn);
};
