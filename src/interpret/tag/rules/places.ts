import { ABOUT_SO_MANY } from '../../words/cues/counting.ts';
import { POSSESSIVES, POSSESSIVES_APART } from '../../words/cues/endings.ts';
import { GROUND, INSIDE, KEC, NEARING, WAYS_OF_GOING } from '../../words/cues/places.ts';
import { PAPERS } from '../../words/cues/things.ts';
import { wordSet } from '../../words/tables.ts';
import { isKnownWord } from '../lexicon.ts';
import { beforeJoined } from '../listed.ts';
import {
  isBreak,
  isName,
  isStatusTag,
  isUnitLike,
  type Kinds,
  kinds,
  type Rule,
  saysNothing,
  type Tag,
} from '../tags.ts';
import type { NamedRule } from './rule.ts';

const soMany = wordSet(ABOUT_SO_MANY);
const inside = wordSet(INSIDE);
const near = wordSet(NEARING);
const REACHED: Kinds = kinds('part', 'proses', 'dibangun', 'finishing', 'share');
const DONE: Kinds = kinds('selesai', 'jadi');
const papers = wordSet(PAPERS);
const ground = wordSet(GROUND);
const kec = wordSet(KEC);
const possessives = [...wordSet(POSSESSIVES)];
const possessivesApart = wordSet(POSSESSIVES_APART);
const ENDS: Kinds = kinds('quantity', 'date', 'measured', 'measure', 'period', 'number', 'now');
const ON_THE_WAY: Kinds = kinds('unknown', 'place', 'own');
const ways = wordSet(WAYS_OF_GOING);
const WHERE: Kinds = kinds(
  'unknown',
  'office',
  'desa',
  'place',
  'matter',
  'area',
  'unit',
  'shop',
  'lookalike',
);

/** "Di jalan Sudirman", "jalan gudang": a street; "kantor jalan Sudirman", perhaps. */
const street: Rule = (_, { before, after: [next] }) => {
  const last = before.at(-1);
  if (last?.is === 'at') return 'unknown';
  const begins = last === undefined || isBreak(last) || saysNothing(last);
  if (begins && (next?.is === 'unknown' || next?.is === 'unit' || next?.is === 'at')) return 'unknown';
  return next?.is === 'unknown' && !ways.has(next.text) ? 'unsure' : undefined;
};

/** "Dekat selesai", "sudah dekat": almost done. */
const nearing: Rule = ({ text }, { before, after: [next] }) =>
  near.has(text) && (DONE.has(next?.is ?? 'line') || (before.at(-1)?.is === 'sudah' && isBreak(next)))
    ? 'hampir'
    : undefined;

/** "Sekitar 60%": so much, more or less. */
const about: Rule = ({ is, text }, { after: [next] }) =>
  next?.is === 'share' && (is === 'at' || soMany.has(text)) ? 'filler' : undefined;

/** "Sampai kantor", "logistik sudah sampai": arriving, not a range. */
const arrival: Rule = (_, { before, after: [next] }) => {
  const last = before.at(-1);
  // "Baru sampai pondasi".
  if (REACHED.has(next?.is ?? 'line') && isStatusTag(last)) return 'filler';
  // "Kantor sampai".
  if (isName(last) && isBreak(next)) return 'unknown';
  if (last?.is === 'unit' || (last && ENDS.has(last.is))) return undefined;
  if (isName(next)) return 'at';
  return next?.is === 'unit' || (next && ENDS.has(next.is)) ? undefined : 'unknown';
};

/** "Lantai 2", "teras": a part of a building. */
const isInside = (tags: readonly Tag[], at: number): boolean =>
  inside.has(tags[at]!.text) || (tags[at]!.is === 'quantity' && inside.has(tags[at - 1]?.text ?? ''));

/** "Sudah ada di RAB", "belum di rekap": it stands on paper. */
const isPaper = (tag: Tag | undefined): boolean =>
  tag !== undefined && (tag.is === 'reports' || papers.has(tag.text));

const JOINS: Kinds = kinds('and', 'slash');

/** "Di kantor dan gudang": in both. */
const isPlaceOfUnit = ({ is, units }: Tag): boolean => is === 'place' && units !== undefined;

/** "Di aplikasi kantor sudah": what is written there. */
const isWrittenAt = (before: readonly Tag[]): boolean => isPaper(before.at(-1)) && before.at(-2)?.is === 'at';

/** "Di kantor", "ke meja kantor", "di lantai 2 kantor": where something is, not what stands. */
const place: Rule = (_, neighbours) => {
  const before = beforeJoined(neighbours.before, JOINS, isPlaceOfUnit);
  return !isWrittenAt(before) &&
    before.findLast(({ is }, at) => !ON_THE_WAY.has(is) && !isInside(before, at))?.is === 'at'
    ? 'place'
    : undefined;
};

/** "Ada di samping": where it is. Only "sudah ada", "belum ada" speak of standing. */
const whereabouts: Rule = (_, { before, after: [next, second] }) =>
  next?.is === 'at' && (isPaper(second) || !isStatusTag(before.at(-1))) ? 'odd' : undefined;

/** "Tadi lagi di kebun": where somebody is; "lagi di bangun" is how a unit stands. */
const elsewhere: Rule = ({ is }, { after: [next, beyond] }) => {
  if (next?.is !== 'at' || !beyond || !(WHERE.has(beyond.is) || isPaper(beyond))) return undefined;
  if (is === 'sudah' && ground.has(beyond.text)) return undefined;
  // "Gudang sudah di sini": something has arrived.
  return is === 'sudah' || is === 'belum' ? 'odd' : 'filler';
};

/** "Kec Bathin Solapan": a kecamatan; "kec klinik": except. */
const district: Rule = ({ text }, { after: [next] }) =>
  kec.has(text) && !isUnitLike(next) && next?.is !== 'number' ? 'area' : undefined;

/** "Pak Rahmat", "kecamatan Bathin Solapan", "di dusun Mekar": names and places that say nothing of the units. */
const name: Rule = ({ text }, { before, after: [next] }) => {
  // A word of the tables is no name, nor is "RAB nya".
  if (isKnownWord(text) || text.includes(' ') || possessives.some((ending) => text.endsWith(ending)))
    return undefined;
  if (possessivesApart.has(next?.text ?? '')) return undefined;
  const at = before.findLastIndex(({ is }) => is !== 'place');
  const last = before[at];
  if (!last || before.length - at > 3) return undefined;
  if (last.is === 'area' || last.is === 'at') return 'place';
  const behindUnit = before[at - 1]?.is === 'unit' || before[at - 1]?.is === 'shop';
  return (last.is === 'title' || last.is === 'office') && !behindUnit ? 'filler' : undefined;
};

/** "Kantor sudah di tanah kas desa", "ada di lahan desa": on what it stands. */
const onGround: Rule = ({ text }, { before }) =>
  ground.has(text) && before.at(-1)?.is === 'at' ? 'place' : undefined;

/** "5 desa sudah punya kantor", "rata2 desa": many, not this one. */
const manyVillages: Rule = (_, { before, after: [next, second] }) => {
  const last = before.at(-1)?.is;
  // "Desa yang kantornya sudah": those of which it is so.
  if (next?.is === 'who' && isName(second)) return 'unsure';
  return (last === 'quantity' || last === 'unknown') && next?.is !== 'village' ? 'unknown' : undefined;
};

/** "Di kota klinik sudah buka": elsewhere. */
const namelessArea: Rule = (_, { before, after: [next] }) =>
  before.at(-1)?.is === 'at' && isName(next) ? 'unknown' : undefined;

/** Where something is, and where somebody goes. */
export const PLACE_RULES: readonly NamedRule[] = [
  { name: 'a street', example: ['di jalan sudirman', 'jalan', 'unknown'], on: ['jalan'], apply: street },
  {
    name: 'nearing an end',
    example: ['kantor dekat selesai', 'dekat', 'hampir'],
    on: ['at'],
    apply: nearing,
  },
  {
    name: 'more or less',
    example: ['gudang sekitar 60%', 'sekitar', 'filler'],
    on: ['at', 'unsure'],
    apply: about,
  },
  { name: 'arriving', example: ['logistik sudah sampai', 'sampai', 'unknown'], on: ['to'], apply: arrival },
  {
    name: 'where something is',
    example: ['di kantor', 'kantor', 'place'],
    on: ['unit', 'shop', 'lookalike'],
    apply: place,
  },
  {
    name: 'on what ground',
    example: ['kantor sudah di tanah kas desa', 'tanah kas desa', 'place'],
    on: ['matter'],
    apply: onGround,
  },
  { name: 'whereabouts', example: ['kantor ada di samping', 'ada', 'odd'], on: ['ada'], apply: whereabouts },
  {
    name: 'many villages',
    example: ['5 desa sudah punya kantor', 'desa', 'unknown'],
    on: ['desa'],
    apply: manyVillages,
  },
  {
    name: 'a place without a name',
    example: ['di kota klinik sudah', 'kota', 'unknown'],
    on: ['area'],
    apply: namelessArea,
  },
  { name: 'a kecamatan', example: ['kec dumai', 'kec', 'area'], on: ['except'], apply: district },
  {
    name: 'where somebody is',
    example: ['lagi di kebun', 'lagi', 'filler'],
    on: ['lagi', 'sedang', 'sudah', 'belum'],
    apply: elsewhere,
  },
  { name: 'a name', example: ['pak rahmat', 'rahmat', 'filler'], on: ['unknown'], apply: name },
];
