import {
  CLOCK,
  DAYPARTS,
  HAVING,
  JOINTLY,
  KEC,
  OFFICE,
  ONLY_SO,
  PEOPLE,
  PERMIT,
  POSSESSIVES,
  SAME,
  SHORT_AND,
  TODAY,
  VILLAGE_OFFICE,
} from '../words/cues.ts';
import { wordSet } from '../words/tables.ts';
import {
  allOfOther,
  noneOfOther,
  numberedOthers,
  ofThing,
  othersOfOurs,
  restOfOther,
  whatThereIs,
} from './belongings.ts';
import {
  isBreak,
  isHead,
  isName,
  isStatusTag,
  isUnitLike,
  lastSaid,
  type Rule,
  saysNothing,
  type Tag,
  type TagKind,
} from './tags.ts';

/** How far a rule sees. */
const SIGHT = 12;

const LEANS_ON: ReadonlySet<TagKind> = new Set(['colon', 'dash', 'who']);
const ENDS: ReadonlySet<TagKind> = new Set([
  ...(['quantity', 'date', 'measured', 'measure', 'period', 'number', 'now'] as const),
]);

const NUMBERED: ReadonlySet<TagKind> = new Set([
  ...(['number', 'unit', 'bad number', 'quantity', 'all', 'counted', 'odd', 'measured', 'unknown'] as const),
]);

/** "Siap pak", "oke pak, kantor belum": an answer to an order, not the status of a unit. */
const courtesy: Rule = (tag, { before, after: [next, ...later] }) => {
  const said = lastSaid(before);
  if (said && (isUnitLike(said) || isStatusTag(said) || LEANS_ON.has(said.is))) return undefined;
  if (next?.is === 'colon') return undefined;
  const isFirst = before.length < SIGHT && before.every(saysNothing);
  if (tag.is === 'siap') return isFirst || !isUnitLike(next) ? 'courtesy' : undefined;
  return !isUnitLike(next) && [next, ...later].some((one) => isUnitLike(one) || isStatusTag(one))
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

const ON_THE_WAY: ReadonlySet<TagKind> = new Set(['unknown', 'place', 'own']);

/** "Di kantor", "ke meja kantor": where something is, not what stands. */
const place: Rule = (_, { before }) => {
  return before.findLast(({ is }) => !ON_THE_WAY.has(is))?.is === 'at' ? 'place' : undefined;
};

/** "Pak Rahmat", "kecamatan Bathin Solapan", "di dusun Mekar": names and places that say nothing of the units. */
const name: Rule = ({ text }, { before }) => {
  if (possessives.some((ending) => text.endsWith(ending))) return undefined;
  const at = before.findLastIndex(({ is }) => is !== 'place');
  const last = before[at];
  if (!last || before.length - at > 3) return undefined;
  if (last.is === 'area' || last.is === 'at') return 'place';
  const behindUnit = before[at - 1]?.is === 'unit' || before[at - 1]?.is === 'shop';
  return (last.is === 'title' || last.is === 'office') && !behindUnit ? 'filler' : undefined;
};

const having = wordSet(HAVING);
const possessives = [...wordSet(POSSESSIVES)];
const offices = wordSet(OFFICE);
const villageOffice = wordSet(VILLAGE_OFFICE);
const kec = wordSet(KEC);
const permits = wordSet(PERMIT);
const shortAnd = wordSet(SHORT_AND);
const same = wordSet(SAME);
const jointly = wordSet(JOINTLY);
const onlyWords = wordSet(ONLY_SO);
const OTHERS: ReadonlySet<TagKind> = new Set(['title', 'unknown', 'office', 'courtesy']);

/** "Kantor camat", "kantor pak camat sudah", "gudang pak haji": somebody else's. */
const anothers: Rule = (tag, { after: [next, second, third] }) => {
  if (!isName(tag)) return undefined;
  if (next && having.has(next.text) && second && OTHERS.has(second.is)) return 'lookalike';
  const isOffice = offices.has(tag.text) && tag.units![0] === 'kantor';
  if (next?.is === 'office') return isOffice ? 'lookalike' : undefined;
  if (next?.is !== 'title') return undefined;
  return second?.is === 'title' || (isOffice && second?.is === 'office' && isStatusTag(third))
    ? 'lookalike'
    : undefined;
};

/** "Kantor Desa Petani": the village's office, or the cooperative's there; where units are asked for, the latter. */
const officeIn: Rule = ({ text }, { after: [next] }) =>
  villageOffice.has(text) && next?.is === 'village' ? 'unit' : undefined;

/** "Belum ada satupun yang berdiri": said once already. */
const noneStands: Rule = (_, { before }) =>
  before.findLast(({ is }) => is !== 'who')?.is === 'none of them' ? 'filler' : undefined;

/** "Ada di samping": where it is. Only "sudah ada", "belum ada" speak of standing. */
const whereabouts: Rule = (_, { before, after: [next] }) =>
  next?.is === 'at' && !isStatusTag(before.at(-1)) ? 'odd' : undefined;

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

const clock = wordSet(CLOCK);

/** "Jam 8", "08.00", "08.00-14.00". */
const isTimeOfDay = (tag: Tag | undefined): boolean =>
  tag !== undefined &&
  (clock.has(tag.text) ||
    (tag.is === 'quantity' && /^\d{1,2}[.:]\d{2}(?:-\d{1,2}[.:]\d{2})?$/u.test(tag.text)));

const DAYS: ReadonlySet<TagKind> = new Set(['now', 'date', 'to', 'at', 'filler', 'measure', 'dash', 'mulai']);
const dayparts = wordSet(DAYPARTS);

/** "Kantor buka jam 8", "buka tiap hari jam 8", "jam 8 buka", "buka 24 jam": hours of any office; "sudah buka jam 8" is open. */
const openingHours: Rule = (_, { before, after }) => {
  if (isStatusTag(before.at(-1))) return undefined;
  const [clockBefore, last] = before.filter(({ is }) => is !== 'unit').slice(-2);
  const isBehindTime = isTimeOfDay(last) || (last?.is === 'quantity' && isTimeOfDay(clockBefore));
  const end = after.findIndex((tag) => !DAYS.has(tag.is));
  const [next, beyond] = end < 0 ? [] : after.slice(end);
  const isDaypart = after.slice(0, end < 0 ? undefined : end).some(({ text }) => dayparts.has(text));
  const isSpan = next?.is === 'quantity' && clock.has(beyond?.text ?? '');
  return isDaypart || isSpan || isTimeOfDay(next) || isBehindTime ? 'odd' : undefined;
};

const people = wordSet(PEOPLE);

/** "Anggota sudah 45 orang": so many by now. */
const soManyPeople: Rule = (_, { before, after: [next] }) =>
  people.has(before.at(-1)?.text ?? '') && before.at(-2)?.is !== 'quantity' && next?.is === 'quantity'
    ? 'filler'
    : undefined;

/** "Belum ada kendala": what there is none of, and no failure. */
const ofNone: Rule = (_, { before }) => (before.at(-1)?.is === 'ada' ? 'unknown' : undefined);

const WHERE: ReadonlySet<TagKind> = new Set(['unknown', 'office', 'desa', 'place', 'matter', 'area']);

/** "Tadi lagi di kebun": where somebody is; "lagi di bangun" is how a unit stands. */
const elsewhere: Rule = (_, { after: [next, beyond] }) =>
  next?.is === 'at' && beyond && WHERE.has(beyond.is) ? 'filler' : undefined;

/** "Kec Bathin Solapan": a kecamatan; "kec klinik": except. */
const district: Rule = ({ text }, { after: [next] }) =>
  kec.has(text) && !isUnitLike(next) && next?.is !== 'number' ? 'area' : undefined;

/** "Dapat kami sampaikan", "maaf baru lapor": said of the message. */
const ofReporting: Rule = (_, { before, after }) =>
  !lastSaid(before) && after.find(({ is }) => is !== 'own' && is !== 'title')?.is === 'reports'
    ? 'filler'
    : undefined;

/** "Belum ada izin": something that is lacking; "izin pak": a courtesy. */
const permit: Rule = ({ text }, { before }) =>
  permits.has(text) && isStatusTag(before.at(-1)) ? 'unknown' : undefined;

/** "Klinik no": an answer in English, or the number of a unit that was left out; "NO | UNIT | STATUS" is a heading. */
const numberless: Rule = (_, { before, after: [next] }) => {
  const last = before.at(-1);
  const heads = next !== undefined && (last === undefined || last.is === 'line' || last.text === '|');
  return heads || (next && NUMBERED.has(next.is)) ? undefined : 'odd';
};

/** "Kantor.sudah", "kantor ... sudah": dots that lead from a unit to its status. */
const leader: Rule = (tag, { before, after: [next] }) => {
  const leads = /^\.{2,}$/u.test(tag.text) || (tag.text === '.' && tag.glued && next?.glued);
  return leads && isName(before.at(-1)) && isStatusTag(next) ? 'colon' : undefined;
};

/** "1. sudah 2. belum": a mark between a unit's number and its status divides nothing. */
const numbered: Rule = (tag, { before, after: [next, beyond] }) => {
  const number = before.at(-1);
  const isMark = tag.glued && number?.is === 'unit' && number.numbered;
  const isNone = next?.is === 'dash' && (beyond === undefined || beyond.is === 'line');
  const line = before.slice(before.findLastIndex(({ is }) => is === 'line') + 1);
  const leads = line.find((one) => one.numbered || isStatusTag(one))?.numbered;
  const last = before.at(-2);
  return isMark && leads && (isNone || isStatusTag(next)) && last?.is !== 'unit' && last?.is !== 'comma'
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
  if (shortAnd.has(text)) return isBreak(next) ? 'odd' : undefined;
  if (ends && isUnitLike(before.at(-1)) && same.has(text)) return 'also';
  // "Sekretariat bersama": one that others have a share in.
  return jointly.has(text) && isUnitLike(before.at(-1)) && !isUnitLike(next) ? 'unknown' : undefined;
};

/** "Tinggal finishing saja": of the status, not of the unit. */
const onlySo: Rule = ({ text }, { before, after: [next] }) =>
  onlyWords.has(text) && isHead(before.at(-1)) && !isUnitLike(next) ? 'filler' : undefined;

/** A rule for words whose meaning hangs on their neighbours. */
export interface NamedRule {
  readonly name: string;
  /** A text, a word in it, and what the rule makes of that word. */
  readonly example: readonly [text: string, word: string, becomes: TagKind];
  /** The kinds of tags that it looks at. */
  readonly on: readonly TagKind[];
  readonly apply: Rule;
}

/** All rules. Of those that look at the same tag the first that says something holds. */
export const RULES: readonly NamedRule[] = [
  {
    name: 'an answer to an order',
    example: ['siap pak', 'siap', 'courtesy'],
    on: ['siap', 'ok'],
    apply: courtesy,
  },
  { name: 'jadi: so', example: ['jadi kantor sudah', 'jadi', 'filler'], on: ['jadi'], apply: so },
  { name: 'a street', example: ['di jalan sudirman', 'jalan', 'unknown'], on: ['jalan'], apply: street },
  { name: 'arriving', example: ['logistik sudah sampai', 'sampai', 'unknown'], on: ['to'], apply: arrival },
  {
    name: "somebody else's",
    example: ['gudang pak haji sudah', 'gudang', 'lookalike'],
    on: ['unit'],
    apply: anothers,
  },
  {
    name: "the cooperative's office",
    example: ['kantor desa petani', 'kantor desa', 'unit'],
    on: ['lookalike'],
    apply: officeIn,
  },
  {
    name: 'where something is',
    example: ['di kantor', 'kantor', 'place'],
    on: ['unit', 'shop', 'lookalike'],
    apply: place,
  },
  {
    name: 'a thing of a unit',
    example: ['foto kantor sudah ada', 'kantor', 'lookalike'],
    on: ['unit'],
    apply: ofThing,
  },
  {
    name: 'all of something else',
    example: ['semua dokumen', 'semua', 'lookalike'],
    on: ['all'],
    apply: allOfOther,
  },
  {
    name: 'the rest of something else',
    example: ['desa lainnya', 'lainnya', 'lookalike'],
    on: ['rest'],
    apply: restOfOther,
  },
  {
    name: 'none of something else',
    example: ['info belum ada sama sekali', 'sama sekali', 'filler'],
    on: ['none of them'],
    apply: noneOfOther,
  },
  {
    name: 'what there is',
    example: ['kantor sudah ada pengurusnya', 'pengurusnya', 'reports'],
    on: ['filler', 'office', 'measured'],
    apply: whatThereIs,
  },
  {
    name: 'said once already',
    example: ['belum ada satupun yang berdiri', 'berdiri', 'filler'],
    on: ['siap', 'ada', 'berdiri'],
    apply: noneStands,
  },
  { name: 'whereabouts', example: ['kantor ada di samping', 'ada', 'odd'], on: ['ada'], apply: whereabouts },
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
    name: 'so many people',
    example: ['anggota sudah 45 orang', 'sudah', 'filler'],
    on: ['sudah'],
    apply: soManyPeople,
  },
  {
    name: 'others by number',
    example: ['pengurus 1 2 3 sudah', 'pengurus', 'unknown'],
    on: ['office'],
    apply: numberedOthers,
  },
  {
    name: 'others by number, of the cooperative',
    example: ['pengurus koperasi: 1 sudah', 'koperasi', 'unknown'],
    on: ['own'],
    apply: othersOfOurs,
  },
  { name: 'no trouble', example: ['belum ada kendala', 'kendala', 'unknown'], on: ['fails'], apply: ofNone },
  {
    name: 'what is lacking',
    example: ['yang kurang: klinik', 'kurang', 'fails'],
    on: ['short of', 'left'],
    apply: lacking,
  },
  { name: 'a kecamatan', example: ['kec dumai', 'kec', 'area'], on: ['except'], apply: district },
  {
    name: 'an index and its status',
    example: ['1. sudah', '.', 'filler'],
    on: ['stop', 'close'],
    apply: numbered,
  },
  { name: 'dots that lead', example: ['kantor ... sudah', '...', 'colon'], on: ['stop'], apply: leader },
  {
    name: 'said of reporting',
    example: ['dapat kami sampaikan', 'dapat', 'filler'],
    on: ['bisa', 'baru', 'will', 'request'],
    apply: ofReporting,
  },
  { name: 'a permit', example: ['belum ada izin', 'izin', 'unknown'], on: ['courtesy'], apply: permit },
  { name: 'no without a number', example: ['klinik no', 'no', 'odd'], on: ['number'], apply: numberless },
  { name: 'some time to come', example: ['2 minggu lagi', 'lagi', 'plan'], on: ['lagi'], apply: fromNow },
  {
    name: 'where somebody is',
    example: ['lagi di kebun', 'lagi', 'filler'],
    on: ['lagi', 'sedang'],
    apply: elsewhere,
  },
  { name: 'the same again', example: ['apotek sama', 'sama', 'also'], on: ['and'], apply: dangling },
  {
    name: 'only of the status',
    example: ['tinggal finishing saja', 'saja', 'filler'],
    on: ['only'],
    apply: onlySo,
  },
  { name: 'a name', example: ['pak rahmat', 'rahmat', 'filler'], on: ['unknown'], apply: name },
];

const rulesOn = new Map<TagKind, Rule[]>();
for (const { on, apply } of RULES)
  for (const kind of on) rulesOn.set(kind, [...(rulesOn.get(kind) ?? []), apply]);

/** Settles the words whose meaning hangs on their neighbours, from left to right. */
export const disambiguate = (tags: readonly Tag[]): Tag[] => {
  const read: Tag[] = [];
  for (const [at, tag] of tags.entries()) {
    // A unit's number is what it is wherever it stands.
    const rules = tag.numbered ? undefined : rulesOn.get(tag.is);
    const neighbours = rules && { before: read.slice(-SIGHT), after: tags.slice(at + 1, at + 1 + SIGHT) };
    let is: TagKind | undefined;
    for (const rule of rules ?? []) is ??= rule(tag, neighbours!);
    read.push(is ? { ...tag, is } : tag);
  }
  return read;
};
