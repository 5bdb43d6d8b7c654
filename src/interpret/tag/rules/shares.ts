import { FRACTIONS } from '../../words/cues/counting.ts';
import { wordSet } from '../../words/tables.ts';
import {
  breathBefore,
  isName,
  isUnitLike,
  kinds,
  lastSaid,
  type Rule,
  type Tag,
  type TagKind,
} from '../tags.ts';
import type { NamedRule } from './rule.ts';

const fractions = wordSet(FRACTIONS);

/** "1/2" that is nothing else, no date, no rukun warga, no count of the seven units; `proses` where it was read already. */
const isFraction = ({ is, text }: Tag): boolean =>
  (is === 'odd' || is === 'proses') && /^\d\/\d$/u.test(text);

/** "80%", "1/2", "setengah": a part, and not all of it. */
const isPart = (tag: Tag | undefined): boolean =>
  tag !== undefined &&
  (tag.is === 'share' ? tag.value! > 0 && tag.value! < 100 : isFraction(tag) || fractions.has(tag.text));

/** Whether a part is told of what follows: no unit stands before it in its breath. */
const leads = (before: readonly Tag[]): boolean => {
  const breath = breathBefore(before);
  return isPart(breath.at(-1)) && !breath.some(isUnitLike);
};

const JOINS = kinds('and', 'slash');

/** What stands before units that are named in one go. */
const beforeNames = (before: readonly Tag[]): readonly Tag[] => {
  let end = before.length;
  while (isName(before[end - 1]) || (isName(before[end]) && JOINS.has(before[end - 1]?.is ?? 'line'))) end--;
  return before.slice(0, end);
};

/** "80% gudang sudah": so far it is. "80% kantor dan klinik sudah": whether the second is done, nobody can tell. */
const leadingPart = (before: readonly Tag[], last: Tag | undefined): TagKind | undefined => {
  if (!isName(last)) return undefined;
  const named = before.slice(0, before.indexOf(last!) + 1);
  const lead = beforeNames(named);
  if (!leads(lead)) return undefined;
  return named.length - lead.length > 1 ? 'odd' : 'filler';
};

/** "Sudah jadi 80 persen", "80% selesai", "80% gudang sudah": so far it is, and not done. */
const soFar: Rule = ({ is }, { before, after: [next, second] }) => {
  // "Simpan pinjam jalan 2%" may be the interest.
  if (is === 'jalan' && before.some(({ units }) => units?.includes('simpan_pinjam'))) return undefined;
  const last = lastSaid(before);
  // "Sudah berdiri 4% dari semua unit": so many of them.
  const isAhead = is !== 'sudah' && isPart(next) && second?.is !== 'at';
  return isAhead || isPart(last) ? 'filler' : leadingPart(before, last);
};

/** "1/2 jadi": a part of it is done. */
const partDone: Rule = (tag, { after: [next] }) =>
  isFraction(tag) && (next?.is === 'jadi' || next?.is === 'selesai') ? 'proses' : undefined;

const OTHERS = kinds('unknown', 'matter', 'measure', 'measured', 'period');

/** "Setengah hari", "setengah mati": a half of something else. */
const partOfOther: Rule = ({ text }, { after: [next] }) =>
  fractions.has(text) && OTHERS.has(next?.is ?? 'line') ? 'odd' : undefined;

/** "Separuh desa sudah", "80 persen desa": many, not this one. */
const partOfVillages: Rule = (_, { before, after: [next] }) =>
  next?.is !== 'village' && leads(before) ? 'unknown' : undefined;

/** Parts of a unit that are done, and parts of many. */
export const SHARE_RULES: readonly NamedRule[] = [
  {
    name: 'how far it is done',
    example: ['gudang sudah jadi 80 persen', 'jadi', 'filler'],
    on: ['sudah', 'jadi', 'selesai', 'berdiri', 'jalan'],
    apply: soFar,
  },
  { name: 'a part of it', example: ['kantor 1/2 jadi', '1/2', 'proses'], on: ['odd'], apply: partDone },
  {
    name: 'a part of something else',
    example: ['kantor sudah setengah mati', 'setengah', 'odd'],
    on: ['proses'],
    apply: partOfOther,
  },
  {
    name: 'a part of the villages',
    example: ['separuh desa kantor sudah', 'desa', 'unknown'],
    on: ['desa'],
    apply: partOfVillages,
  },
];
