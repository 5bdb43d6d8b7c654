import { isStatusSign } from './heads.ts';
import type { Sign, SignKind } from './signs.ts';

/** What stands left of a sign (already read) and right of it. */
interface Neighbours {
  readonly before: readonly Sign[];
  readonly after: readonly Sign[];
}

/** What a sign is among its neighbours; `undefined` leaves it as it is. */
type Rule = (sign: Sign, neighbours: Neighbours) => SignKind | undefined;

const BREAKS: readonly SignKind[] = [
  'comma',
  'stop',
  'asks',
  'line',
  'but',
  'close',
  'open',
  'because',
  'correction',
];
const SAYS_NOTHING: readonly SignKind[] = [
  'courtesy',
  'filler',
  'title',
  'office',
  'own',
  'now',
  'reports',
  'bullet',
  'village',
  'desa',
  'area',
];

const ENDS: readonly SignKind[] = ['quantity', 'date', 'measured', 'measure', 'period', 'number', 'now'];

const isBreak = (sign: Sign | undefined): boolean => sign === undefined || BREAKS.includes(sign.is);
const saysNothing = (sign: Sign): boolean => SAYS_NOTHING.includes(sign.is);

/** The last sign before that says something, within the same breath. */
const lastSaid = (before: readonly Sign[]): Sign | undefined => {
  const last = before.findLast((sign) => !saysNothing(sign));
  return isBreak(last) ? undefined : last;
};

const isUnitLike = (sign: Sign | undefined): boolean =>
  sign !== undefined && ['unit', 'shop', 'all', 'rest', 'counted'].includes(sign.is);

/** "Siap pak", "oke pak, kantor belum": an answer to an order, not the status of a unit. */
const courtesyBefore: Rule = (sign, { before, after }) => {
  if (sign.is !== 'siap' && sign.is !== 'ok') return undefined;
  const said = lastSaid(before);
  if (
    said &&
    (isUnitLike(said) ||
      isStatusSign(said) ||
      said.is === 'colon' ||
      said.is === 'dash' ||
      said.is === 'who' ||
      said.is === 'plan')
  ) {
    return undefined;
  }
  if (after[0]?.is === 'colon') return undefined;
  if (sign.is === 'siap') return before.every(saysNothing) || !isUnitLike(after[0]) ? 'courtesy' : undefined;
  return after.some((one) => isUnitLike(one) || isStatusSign(one)) && !isUnitLike(after[0])
    ? 'courtesy'
    : undefined;
};

/** "Jadi kantor sudah": so; "kantor jadi": done. */
const soBefore: Rule = (sign, { before, after }) => {
  if (sign.is !== 'jadi' || lastSaid(before) || before.at(-1)?.is === 'who') return undefined;
  return after[0] === undefined || after[0].is === 'colon' || after[0].is === 'line' ? undefined : 'filler';
};

/** "Di jalan Sudirman", "jalan gudang": a street. */
const street: Rule = (sign, { before, after }) => {
  if (sign.is !== 'jalan') return undefined;
  const last = before.at(-1);
  const begins = last === undefined || isBreak(last) || saysNothing(last) || last.is === 'at';
  return last?.is === 'at' ||
    (begins && (after[0]?.is === 'unknown' || after[0]?.is === 'unit' || after[0]?.is === 'at'))
    ? 'unknown'
    : undefined;
};

/** "Sampai kantor", "logistik sudah sampai": arriving, not a range. */
const arrival: Rule = (sign, { before, after }) => {
  const isEnd = (one: Sign | undefined) => one !== undefined && (one.is === 'unit' || ENDS.includes(one.is));
  if (sign.is !== 'to' || isEnd(before.at(-1))) return undefined;
  if (isEnd(after[0]) && (after[0]?.is !== 'unit' || after[0].numbered)) return undefined;
  return after[0]?.is === 'unit' ? 'at' : 'unknown';
};

/** "Di kantor", "ke meja kantor": where something is, not what stands. */
const place: Rule = (sign, { before }) => {
  if (!((sign.is === 'unit' && !sign.numbered) || sign.is === 'shop' || sign.is === 'lookalike'))
    return undefined;
  let at = before.length - 1;
  while (at >= 0 && ['unknown', 'at', 'place', 'own'].includes(before[at]!.is)) {
    if (before[at]!.is === 'at') return 'place';
    at--;
  }
  return undefined;
};

/** "Pak Rahmat", "kecamatan Bathin Solapan", "di dusun Mekar": names and places that say nothing of the units. */
const name: Rule = (sign, { before }) => {
  if (sign.is !== 'unknown' || /ny[ao]?$/u.test(sign.text)) return undefined;
  const named = before.findLastIndex((one) => one.is !== 'place' && one.is !== 'unknown');
  const last = before[named];
  if (!last || before.length - 1 - named > 2) return undefined;
  if (before.slice(named + 1).some((one) => one.is === 'unknown')) return undefined;
  if (last.is === 'area' || last.is === 'at') return 'place';
  const behindUnit = before[named - 1]?.is === 'unit' || before[named - 1]?.is === 'shop';
  return (last.is === 'title' || last.is === 'office') && !behindUnit ? 'filler' : undefined;
};

/** "Kantor camat", "kantor pak camat sudah": another office. */
const otherOffice: Rule = (sign, { after }) => {
  if (sign.is !== 'unit' || sign.numbered || sign.units?.[0] !== 'kantor' || !/^k\S*$/u.test(sign.text))
    return undefined;
  const [next, beyond] = after;
  if (next?.is === 'office') return 'lookalike';
  return next?.is === 'title' && beyond?.is === 'office' && isStatusSign(after[2]) ? 'lookalike' : undefined;
};

/** "Gudang pak haji": somebody's own. */
const ownedBy: Rule = (sign, { after }) =>
  sign.is === 'unit' && !sign.numbered && after[0]?.is === 'title' && after[1]?.is === 'title'
    ? 'lookalike'
    : undefined;

/** "Kantor Desa Petani": the office of the village, or the cooperative's in it; where units are asked for, the latter. */
const officeIn: Rule = (sign, { after }) =>
  sign.is === 'lookalike' && /^kantor (?:desa|kelurahan)$/u.test(sign.text) && after[0]?.is === 'village'
    ? 'unit'
    : undefined;

/** "Belum ada satupun yang berdiri": said once already. */
const noneStands: Rule = (sign, { before }) => {
  const last = before.findLast(({ is }) => is !== 'who');
  return last?.is === 'none of them' && ['ada', 'berdiri', 'siap'].includes(sign.is) ? 'filler' : undefined;
};

/** "Ada di samping": where it is; "ada acara": what there is. Only "sudah ada", "belum ada" speak of standing. */
const whereabouts: Rule = (sign, { before, after }) =>
  sign.is === 'ada' && after[0]?.is === 'at' && !isStatusSign(before.at(-1)) ? 'odd' : undefined;

/** "Kec. Bathin Solapan": a kecamatan; "kec klinik": except. */
const district: Rule = (sign, { after }) => {
  if (sign.is !== 'except' || !sign.text.startsWith('kec') || sign.text.length > 3) return undefined;
  const next = after[0]?.is === 'stop' ? after[1] : after[0];
  return isUnitLike(next) || next?.is === 'number' ? undefined : 'area';
};

/** "1. sudah 2. belum": a mark between a unit's number and its status divides nothing. */
const numbered: Rule = (sign, { before, after }) => {
  const number = before.at(-1);
  const isMark =
    (sign.is === 'stop' || sign.is === 'close') && sign.glued && number?.is === 'unit' && number.numbered;
  return isMark && isStatusSign(after[0]) && before.at(-2)?.is !== 'unit' ? 'filler' : undefined;
};

/** "Dua minggu lagi": some time to come. */
const fromNow: Rule = (sign, { before }) => {
  const [count, unit] = [before.at(-2), before.at(-1)];
  return sign.is === 'lagi' && count?.is === 'quantity' && (unit?.is === 'measure' || unit?.is === 'period')
    ? 'plan'
    : undefined;
};

/** "Kantor y, kios n": no "and" stands at an end. */
const danglingN: Rule = (sign, { after }) =>
  sign.is === 'and' && sign.text === 'n' && (after[0] === undefined || isBreak(after[0])) ? 'odd' : undefined;

/** "Apotek sama": the same again. */
const likewise: Rule = (sign, { before, after }) =>
  sign.is === 'and' &&
  /^(?:sama|sm|ama)$/u.test(sign.text) &&
  isUnitLike(before.at(-1)) &&
  (isBreak(after[0]) || after[0]?.is === 'title')
    ? 'also'
    : undefined;

/** "Klinik sedangkan", "lagi satu": see the tables; "tinggal" before a unit leaves it out, before a word it nears the end. */
const RULES: readonly Rule[] = [
  numbered,
  fromNow,
  district,
  courtesyBefore,
  soBefore,
  street,
  arrival,
  otherOffice,
  ownedBy,
  officeIn,
  noneStands,
  place,
  whereabouts,
  likewise,
  danglingN,
  name,
];

/** Settles the words whose meaning hangs on their neighbours, from left to right. */
export const readInContext = (signs: readonly Sign[]): Sign[] => {
  const read: Sign[] = [];
  for (const [at, sign] of signs.entries()) {
    const neighbours = { before: read, after: signs.slice(at + 1, at + 6) };
    let is = sign.is;
    for (const rule of RULES) is = rule({ ...sign, is }, neighbours) ?? is;
    read.push(is === sign.is ? sign : { ...sign, is });
  }
  return read;
};
