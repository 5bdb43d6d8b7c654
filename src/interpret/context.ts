import { isHead, isStatusSign } from './heads.ts';
import { isBreak, isName, isUnitLike, lastSaid, type Rule, saysNothing } from './neighbours.ts';
import type { Sign, SignKind } from './sign.ts';
import { allOfOther, noneOfOther, ofThing, restOfOther, whatThereIs } from './things.ts';
import { HAVING, TODAY } from './words/cues.ts';
import { wordSet } from './words.ts';

/** How far a rule sees. */
const SIGHT = 12;

const LEANS_ON: ReadonlySet<SignKind> = new Set(['colon', 'dash', 'who']);
const ENDS: ReadonlySet<SignKind> = new Set([
  ...(['quantity', 'date', 'measured', 'measure', 'period', 'number', 'now'] as const),
]);

const NUMBERED: ReadonlySet<SignKind> = new Set([
  ...(['number', 'unit', 'bad number', 'quantity', 'all', 'counted', 'odd', 'measured', 'unknown'] as const),
]);

/** "Siap pak", "oke pak, kantor belum": an answer to an order, not the status of a unit. */
const courtesy: Rule = (sign, { before, after: [next, ...later] }) => {
  const said = lastSaid(before);
  if (said && (isUnitLike(said) || isStatusSign(said) || LEANS_ON.has(said.is))) return undefined;
  if (next?.is === 'colon') return undefined;
  const isFirst = before.length < SIGHT && before.every(saysNothing);
  if (sign.is === 'siap') return isFirst || !isUnitLike(next) ? 'courtesy' : undefined;
  return !isUnitLike(next) && [next, ...later].some((one) => isUnitLike(one) || isStatusSign(one))
    ? 'courtesy'
    : undefined;
};

/** "Jadi kantor sudah": so. "Kantor jadi": done. */
const so: Rule = (_, { before, after: [next] }) => {
  if (lastSaid(before) || before.at(-1)?.is === 'who') return undefined;
  return next === undefined || next.is === 'colon' || next.is === 'line' ? undefined : 'filler';
};

/** "Di jalan Sudirman", "jalan gudang": a street. */
const street: Rule = (_, { before, after: [next] }) => {
  const last = before.at(-1);
  if (last?.is === 'at') return 'unknown';
  const begins = last === undefined || isBreak(last) || saysNothing(last);
  return begins && (next?.is === 'unknown' || next?.is === 'unit' || next?.is === 'at')
    ? 'unknown'
    : undefined;
};

/** "Sampai kantor", "logistik sudah sampai": arriving, not a range. */
const arrival: Rule = (_, { before, after: [next] }) => {
  const last = before.at(-1);
  if (last?.is === 'unit' || (last && ENDS.has(last.is))) return undefined;
  if (isName(next)) return 'at';
  return next?.is === 'unit' || (next && ENDS.has(next.is)) ? undefined : 'unknown';
};

const ON_THE_WAY: ReadonlySet<SignKind> = new Set(['unknown', 'place', 'own']);

/** "Di kantor", "ke meja kantor": where something is, not what stands. */
const place: Rule = (_, { before }) => {
  return before.findLast(({ is }) => !ON_THE_WAY.has(is))?.is === 'at' ? 'place' : undefined;
};

/** "Pak Rahmat", "kecamatan Bathin Solapan", "di dusun Mekar": names and places that say nothing of the units. */
const name: Rule = ({ text }, { before }) => {
  if (/ny[ao]?$/u.test(text)) return undefined;
  const at = before.findLastIndex(({ is }) => is !== 'place');
  const last = before[at];
  if (!last || before.length - at > 3) return undefined;
  if (last.is === 'area' || last.is === 'at') return 'place';
  const behindUnit = before[at - 1]?.is === 'unit' || before[at - 1]?.is === 'shop';
  return (last.is === 'title' || last.is === 'office') && !behindUnit ? 'filler' : undefined;
};

const having = wordSet(HAVING);
const OTHERS: ReadonlySet<SignKind> = new Set(['title', 'unknown', 'office', 'courtesy']);

/** "Kantor camat", "kantor pak camat sudah", "gudang pak haji": somebody else's. */
const anothers: Rule = (sign, { after: [next, second, third] }) => {
  if (!isName(sign)) return undefined;
  if (next && having.has(next.text) && second && OTHERS.has(second.is)) return 'lookalike';
  const isOffice = sign.text.startsWith('k') && sign.units![0] === 'kantor';
  if (next?.is === 'office') return isOffice ? 'lookalike' : undefined;
  if (next?.is !== 'title') return undefined;
  return second?.is === 'title' || (isOffice && second?.is === 'office' && isStatusSign(third))
    ? 'lookalike'
    : undefined;
};

/** "Kantor Desa Petani": the village's office, or the cooperative's there; where units are asked for, the latter. */
const officeIn: Rule = ({ text }, { after: [next] }) =>
  /^kantor (?:desa|kelurahan)$/u.test(text) && next?.is === 'village' ? 'unit' : undefined;

/** "Belum ada satupun yang berdiri": said once already. */
const noneStands: Rule = (_, { before }) =>
  before.findLast(({ is }) => is !== 'who')?.is === 'none of them' ? 'filler' : undefined;

/** "Ada di samping": where it is. Only "sudah ada", "belum ada" speak of standing. */
const whereabouts: Rule = (_, { before, after: [next] }) =>
  next?.is === 'at' && !isStatusSign(before.at(-1)) ? 'odd' : undefined;

/** "Yang kurang:" above units, "yang kurang: klinik": they lack something; "kurang klinik" leaves klinik out. */
const lacking: Rule = (_, { after: [next] }) =>
  next === undefined || next.is === 'line' || next.is === 'colon' ? 'fails' : undefined;

const hours = wordSet(TODAY);

/** "Hari ini kantor tutup", "kantor tutup jam 4": for today. */
const closedToday: Rule = (_, { before, after }) => {
  const breath = before.slice(before.findLastIndex(({ is }) => is === 'stop' || is === 'line') + 1);
  const isToday = [...breath, ...after.slice(0, 3)].some(({ text }) => hours.has(text));
  return isToday || after.slice(0, 2).some(({ is }) => is === 'period') ? 'odd' : undefined;
};

/** "Belum ada kendala": what there is none of, and no failure. */
const ofNone: Rule = (_, { before }) => (before.at(-1)?.is === 'ada' ? 'unknown' : undefined);

const WHERE: ReadonlySet<SignKind> = new Set(['unknown', 'office', 'desa', 'place', 'matter', 'area']);

/** "Tadi lagi di kebun": where somebody is; "lagi di bangun" is how a unit stands. */
const elsewhere: Rule = (_, { after: [next, beyond] }) =>
  next?.is === 'at' && beyond && WHERE.has(beyond.is) ? 'filler' : undefined;

/** "Kec Bathin Solapan": a kecamatan; "kec klinik": except. */
const district: Rule = ({ text }, { after: [next] }) =>
  text === 'kec' && !isUnitLike(next) && next?.is !== 'number' ? 'area' : undefined;

/** "Dapat kami sampaikan", "maaf baru lapor": said of the message. */
const ofReporting: Rule = (_, { before, after }) =>
  !lastSaid(before) && after.find(({ is }) => is !== 'own' && is !== 'title')?.is === 'reports'
    ? 'filler'
    : undefined;

/** "Belum ada izin": something that is lacking; "izin pak": a courtesy. */
const permit: Rule = ({ text }, { before }) =>
  /^i[zj]in$/u.test(text) && isStatusSign(before.at(-1)) ? 'unknown' : undefined;

/** "Klinik no": an answer in English, or the number of a unit that was left out; "NO | UNIT | STATUS" is a heading. */
const numberless: Rule = (_, { before, after: [next] }) => {
  const last = before.at(-1);
  const heads = next !== undefined && (last === undefined || last.is === 'line' || last.text === '|');
  return heads || (next && NUMBERED.has(next.is)) ? undefined : 'odd';
};

/** "Kantor.sudah", "kantor ... sudah": dots that lead from a unit to its status. */
const leader: Rule = (sign, { before, after: [next] }) => {
  const leads = /^\.{2,}$/u.test(sign.text) || (sign.text === '.' && sign.glued && next?.glued);
  return leads && isName(before.at(-1)) && isStatusSign(next) ? 'colon' : undefined;
};

/** "1. sudah 2. belum": a mark between a unit's number and its status divides nothing. */
const numbered: Rule = (sign, { before, after: [next, beyond] }) => {
  const number = before.at(-1);
  const isMark = sign.glued && number?.is === 'unit' && number.numbered;
  const isNone = next?.is === 'dash' && (beyond === undefined || beyond.is === 'line');
  const line = before.slice(before.findLastIndex(({ is }) => is === 'line') + 1);
  const leads = line.find((one) => one.numbered || isStatusSign(one))?.numbered;
  const last = before.at(-2);
  return isMark && leads && (isNone || isStatusSign(next)) && last?.is !== 'unit' && last?.is !== 'comma'
    ? 'filler'
    : undefined;
};

/** "Dua minggu lagi": some time to come. */
const fromNow: Rule = (_, { before }) => {
  const [count, unit] = before.slice(-2);
  return count?.is === 'quantity' && (unit?.is === 'measure' || unit?.is === 'period') ? 'plan' : undefined;
};

/** "Apotek sama": the same again. "Kios n": no "and" stands at an end. */
const dangling: Rule = ({ text }, { before, after: [next] }) => {
  const ends = isBreak(next) || next?.is === 'title';
  if (text === 'n') return isBreak(next) ? 'odd' : undefined;
  if (ends && isUnitLike(before.at(-1)) && /^(?:sama|sm|ama)$/u.test(text)) return 'also';
  // "Sekretariat bersama": one that others have a share in.
  return text === 'bersama' && isUnitLike(before.at(-1)) && !isUnitLike(next) ? 'unknown' : undefined;
};

/** "Tinggal finishing saja": of the status, not of the unit. */
const onlySo: Rule = ({ text }, { before, after: [next] }) =>
  /^(?:saja|aja|aj|sj|doang|wae|sajo)$/u.test(text) && isHead(before.at(-1)) && !isUnitLike(next)
    ? 'filler'
    : undefined;

/** Which rules look at which signs. */
const RULES: Partial<Readonly<Record<SignKind, readonly Rule[]>>> = {
  siap: [courtesy, noneStands],
  ok: [courtesy],
  jadi: [so],
  jalan: [street],
  to: [arrival],
  unit: [anothers, place, ofThing],
  all: [allOfOther],
  rest: [restOfOther],
  'none of them': [noneOfOther],
  filler: [whatThereIs],
  office: [whatThereIs],
  measured: [whatThereIs],
  shop: [place],
  lookalike: [officeIn, place],
  tutup: [closedToday],
  fails: [ofNone],
  'short of': [lacking],
  left: [lacking],
  sedang: [elsewhere],
  ada: [noneStands, whereabouts],
  berdiri: [noneStands],
  except: [district],
  stop: [numbered, leader],
  close: [numbered],
  bisa: [ofReporting],
  baru: [ofReporting],
  will: [ofReporting],
  request: [ofReporting],
  courtesy: [permit],
  number: [numberless],
  lagi: [fromNow, elsewhere],
  and: [dangling],
  only: [onlySo],
  unknown: [name],
};

/** Settles the words whose meaning hangs on their neighbours, from left to right. */
export const readInContext = (signs: readonly Sign[]): Sign[] => {
  const read: Sign[] = [];
  for (const [at, sign] of signs.entries()) {
    // A unit's number is what it is wherever it stands.
    const rules = sign.numbered ? undefined : RULES[sign.is];
    const neighbours = rules && { before: read.slice(-SIGHT), after: signs.slice(at + 1, at + 1 + SIGHT) };
    let is: SignKind | undefined;
    for (const rule of rules ?? []) is ??= rule(sign, neighbours!);
    read.push(is ? { ...sign, is } : sign);
  }
  return read;
};
