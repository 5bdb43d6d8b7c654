import { AS_FOR_PARTICLES, IFS } from '../../words/cues/particles.ts';
import { BUILDERS } from '../../words/cues/people.ts';
import { wordSet } from '../../words/tables.ts';
import {
  breathAfter,
  holds,
  isBreak,
  isName,
  isStatusTag,
  isUnitTag,
  type Kinds,
  kinds,
  type Rule,
  saysNothing,
  type Tag,
} from '../tags.ts';
import type { NamedRule } from './rule.ts';

const ifs = wordSet(IFS);
const particles = wordSet(AS_FOR_PARTICLES);
const builders = wordSet(BUILDERS);
const PAUSES: Kinds = kinds('comma', 'stop', 'line', 'title', 'but');
/** On its way, or nothing at all of it: no condition. */
const LACKING: Kinds = kinds(
  ...(['belum', 'masih', 'sedang', 'lagi', 'baru', 'proses', 'dibangun', 'finishing', 'share'] as const),
);
const ENDS: Kinds = kinds('stop', 'line');
const NONE: Kinds = kinds('none of them');
const SAID: Kinds = kinds('none of them', 'part');

const isOfStatus = (tag: Tag): boolean =>
  isStatusTag(tag) || saysNothing(tag) || SAID.has(tag.is) || builders.has(tag.text);

/** "Kantor sudah pak, kalau gudang masih proses": of another unit, behind what is told; "kalau gudang belum jadi, …" is a condition. */
const asFor: Rule = ({ text }, { before, after }) => {
  const [unit, status] = after;
  if (!ifs.has(text) || !isName(unit) || !LACKING.has(status?.is ?? 'line')) return undefined;
  const isNew = !before.some((tag) => isUnitTag(tag) && tag.units?.includes(unit!.units![0]!));
  const isBehind = before.some(isStatusTag) && PAUSES.has(before.at(-1)!.is) && isNew;
  const end = after.findIndex(isBreak);
  const said = breathAfter(after).slice(1);
  const next = end < 0 ? undefined : after[end + 1];
  const isPlain = status!.is !== 'belum' || holds(said, NONE);
  const isAll = end < 0 || ENDS.has(after[end]!.is) || next === undefined || isUnitTag(next);
  return isBehind && isPlain && isAll && said.every(isOfStatus) ? 'next' : undefined;
};

/** "Kalau kios sih sudah": as for it. */
const asForIt: Rule = ({ text }, { after: [unit, particle, status] }) =>
  ifs.has(text) && isName(unit) && particles.has(particle?.text ?? '') && isStatusTag(status)
    ? 'filler'
    : undefined;

/** What a thought goes on to. */
export const TOPIC_RULES: readonly NamedRule[] = [
  {
    name: 'as for',
    example: ['kantor sudah, kalau gudang masih proses', 'kalau', 'next'],
    on: ['unsure'],
    apply: asFor,
  },
  { name: 'as for it', example: ['kalau kios sih sudah', 'kalau', 'filler'], on: ['unsure'], apply: asForIt },
];
