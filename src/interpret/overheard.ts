import type { Reading } from './reading.ts';
import type { SignKind } from './signs.ts';
import type { Statement } from './statements.ts';
import type { Verdict } from './verdict.ts';

/** Signs that make any overheard message something else than a report. */
const NEVER: readonly SignKind[] = [
  'question',
  'asks',
  'unsure',
  'request',
  'laugh',
  'odd',
  'bad number',
  'link',
];
const ESTABLISHED: readonly SignKind[] = ['berdiri', 'buka', 'jalan', 'selesai', 'jadi'];

const VILLAGE_OFFICE = /^kantor (?:desa|kelurahan)$/u;

/** Names of units that are said of other things every day: groceries, transport, offices that are open. */
const COMMON = /^(?:sembako|distribusi|angkutan|logisti[kc])$/u;

/** Closed today, empty today: of a single unit it need not mean that there is none. */
const FOR_TODAY = /^(?:di)?tutup$|^k[o]?song$/u;
const COOPERATIVE = /kop|k[dk]*mp|merah putih/u;

/** A bare "buka", "jalan", "lagi": too little when nobody was asked. */
const WEAK = /^(?:di|ter|ber)?(?:buka|bka|jalan|jln)$|^la?gi?$/u;
const isBareWord = ({ claims }: Statement): boolean =>
  claims.every(({ says, naked }) => naked && says !== 'berdiri');
const isGone = ({ claims }: Statement): boolean => claims.every(({ says }) => says === 'gone');

const has = ({ signs }: Reading, ...kinds: readonly SignKind[]): boolean =>
  signs.some(({ is }) => kinds.includes(is));

/** "Ketujuh unit sudah berdiri" names all of them, "semua sudah" none. */
const namesAll = (reading: Reading): boolean =>
  reading.signs.some(({ is, text }) => is === 'all' && /unit|tujuh|7/u.test(text)) &&
  has(reading, ...ESTABLISHED);

/** A row of an overheard list: it says what it says with no word of another matter. */
export const isSureRow = (reading: Reading, verdict: Verdict): boolean =>
  verdict.kind === 'report' && !has(reading, 'unknown', ...NEVER);

/** A single unit named in passing may be another thing, or be closed for today only. */
const isSureOfOne = (
  reading: Reading,
  said: readonly Statement[],
  verdict: Verdict & { kind: 'report' },
): boolean => {
  const { signs } = reading;
  if (signs.some(({ is, text }) => (is === 'tutup' || is === 'nihil') && FOR_TODAY.test(text))) return false;
  const isStrange = has(reading, 'unknown');
  const isOwn = has(reading, 'own', 'village');
  const isCooperative = signs.some(
    ({ is, text }) => is === 'village' || ((is === 'own' || is === 'unit') && COOPERATIVE.test(text)),
  );
  const isWeak = said.every(isBareWord) && signs.some(({ text }) => WEAK.test(text));
  if (isWeak && (isStrange || !isCooperative)) return false;
  const isCommon = signs.some(({ is, text }) => is === 'unit' && COMMON.test(text));
  if (!isOwn && (isCommon || said.every(isGone))) return false;
  const lacks = verdict.reports.every(({ status }) => status === 'belum' || status === 'proses');
  return isOwn || lacks || !isStrange;
};

/** Whether an overheard message is a report beyond doubt: units by name, a status of each, asserted now. */
export const isSureOverheard = (reading: Reading, verdict: Verdict): boolean => {
  if (verdict.kind !== 'report' || has(reading, ...NEVER)) return false;
  const { statements, signs } = reading;
  if (statements.some(({ bare, mixed }) => bare || mixed)) return false;
  if (signs.some(({ is, text }) => is === 'unit' && VILLAGE_OFFICE.test(text))) return false;
  // "Tinggal klinik yang belum" leaves it to the reader that the others stand.
  if (statements.some(({ left }) => left) && !namesAll(reading)) return false;
  const said = statements.filter(({ byName, scope }) => byName && scope !== 'rest');
  const units = new Set(said.flatMap((statement) => (statement.scope === 'these' ? statement.units : [])));
  if (units.size === 0) return namesAll(reading);
  return units.size > 1 || isSureOfOne(reading, said, verdict);
};
