import { isBreak } from './neighbours.ts';
import type { Reading } from './reading.ts';
import type { Sign, SignKind } from './sign.ts';
import type { Statement } from './statements.ts';
import type { Verdict } from './verdict.ts';

/** Signs that make any overheard message something else than a report. */
const NEVER: readonly SignKind[] = ['question', 'asks', 'unsure', 'laugh', 'odd', 'bad number', 'link'];
const ESTABLISHED: readonly SignKind[] = ['berdiri', 'buka', 'jalan', 'selesai', 'jadi'];

const VILLAGE_OFFICE = /^kantor (?:desa|kelurahan)$/u;

/** Names of units that are said of other things every day: groceries, transport, offices that are open. */
const COMMON = /^(?:sembako|distribusi|angkutan|logisti[kc])$/u;

/** Closed today, empty today: of a single unit it need not mean that there is none. */
const FOR_TODAY = /^(?:di)?tutup$|^k[o]?song$/u;
const COOPERATIVE = /kop|k[dk]*mp|merah putih/u;

/** An office that stands is repaired every few years. */
const REPAIR = /^(?:di)?(?:renovasi|rehab|perbaiki|benahi|cat)$/u;
/** Of a building only: whatever else is spoken of, it stands. */
const BUILT = /^(?:jadi|rampung|terbangun|(?:ber|di)diri(?:kan)?)$/u;
/** What opens "at last" has not been open before. */
const AT_LAST = /^akhirnya$/u;

const PRONOUN = /^(?:ka?mi|ki?ta|kito|sa?ya|aku|kulo|abdi|awak|ambo)$/u;

/** A bare "buka", "jalan", "lagi": too little when nobody was asked. */
const WEAK = /^(?:di|ter|ber)?(?:buka|bka|jalan|jln)$|^la?gi?$/u;
const isBareWord = ({ claims }: Statement): boolean =>
  claims.every(({ says, naked }) => naked && says !== 'berdiri');
const isNaked = ({ claims }: Statement): boolean => claims.every(({ naked }) => naked);
const isGone = ({ claims }: Statement): boolean => claims.every(({ says }) => says === 'gone');

const isOfCooperative = ({ is, text }: Sign): boolean =>
  (is === 'own' || is === 'unit') && COOPERATIVE.test(text);

const has = ({ signs }: Reading, ...kinds: readonly SignKind[]): boolean =>
  signs.some(({ is }) => kinds.includes(is));

/** "Ketujuh unit sudah berdiri" names all of them, "semua sudah" none. */
const namesAll = (reading: Reading): boolean =>
  reading.signs.some(({ is, text }) => is === 'all' && /unit|tujuh|7/u.test(text)) &&
  has(reading, ...ESTABLISHED);

/** A row of an overheard list: it says what it says with no word of another matter. */
export const isSureRow = (reading: Reading, verdict: Verdict): boolean =>
  verdict.kind === 'report' && !has(reading, 'unknown', ...NEVER);

/** "Kios kami", "di desa kami", not "kios sudah siap, kita kumpul jam 9": it tells whose the units are. */
const isOwner = (signs: readonly Sign[], at: number): boolean => {
  if (!PRONOUN.test(signs[at]!.text)) return true;
  const from = signs.findLastIndex((sign, before) => before < at && isBreak(sign)) + 1;
  const to = signs.findIndex((sign, after) => after > at && isBreak(sign));
  return signs.slice(from, to < 0 ? undefined : to).some(({ is }) => is === 'unit');
};

/** A single unit named in passing may be another thing, or be closed for today only. */
const isSureOfOne = (
  reading: Reading,
  said: readonly Statement[],
  verdict: Verdict & { kind: 'report' },
): boolean => {
  const { signs } = reading;
  const says = (words: RegExp, ...kinds: readonly SignKind[]): boolean =>
    signs.some(({ is, text }) => words.test(text) && (kinds.length === 0 || kinds.includes(is)));
  if (says(FOR_TODAY, 'tutup', 'nihil')) return false;
  const isStrange = has(reading, 'unknown');
  const isOwn = has(reading, 'village') || signs.some((sign, at) => sign.is === 'own' && isOwner(signs, at));
  const isCooperative = has(reading, 'village') || signs.some(isOfCooperative);
  const isWeak = said.every(isBareWord) && says(WEAK);
  if (isWeak && (isStrange || !(isCooperative || (isOwn && says(AT_LAST))))) return false;
  const isCommon = says(COMMON, 'unit');
  if (isCommon && isStrange) return false;
  if (!isOwn && (isCommon || says(REPAIR) || said.every(isGone))) return false;
  const lacks = verdict.reports.every(({ status }) => status === 'belum' || status === 'proses');
  return isOwn || lacks || !isStrange || (says(BUILT) && !said.every(isNaked));
};

/** Whether an overheard message is a report beyond doubt: units by name, a status of each, asserted now. */
export const isSureOverheard = (reading: Reading, verdict: Verdict): boolean => {
  if (verdict.kind !== 'report' || has(reading, ...NEVER)) return false;
  const { statements, signs } = reading;
  if (statements.some(({ bare, mixed }) => bare || mixed)) return false;
  if (signs.some(({ is, text }) => is === 'unit' && VILLAGE_OFFICE.test(text))) return false;
  // "Kantor koperasi sudah jadi, mohon kehadiran bapak": whoever is asked for something is told of a unit first.
  if (has(reading, 'request') && !signs.some(isOfCooperative)) return false;
  // "Tinggal klinik yang belum" leaves it to the reader that the others stand; "semua sudah" may be of anything.
  if (statements.some(({ left, scope }) => left || scope === 'all') && !namesAll(reading)) return false;
  const said = statements.filter(({ byName, scope }) => byName && scope !== 'rest');
  const units = new Set(said.flatMap((statement) => (statement.scope === 'these' ? statement.units : [])));
  if (units.size === 0) return namesAll(reading);
  return units.size > 1 || isSureOfOne(reading, said, verdict);
};
