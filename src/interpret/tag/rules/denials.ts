import { NOT_THAT } from '../../words/cues/particles.ts';
import { wordSet } from '../../words/tables.ts';
import { isBreak, isStatusTag, type Kinds, kinds, type Rule, type Tag } from '../tags.ts';
import type { NamedRule } from './rule.ts';

const notThat = wordSet(NOT_THAT);
const POLAR: Kinds = kinds('sudah', 'belum');
const TO_READERS: Kinds = kinds('title', 'courtesy');

/** "Sudah bukan belum": between what is so and what is not. */
const opposes = (one: Tag | undefined, other: Tag | undefined, next: Tag | undefined): boolean =>
  isStatusTag(one) &&
  POLAR.has(other?.is ?? 'line') &&
  one!.is !== other!.is &&
  (isBreak(next) || TO_READERS.has(next!.is));

/** "Kantor sudah, bukan belum": what is so was said before it. */
const not: Rule = ({ text }, { before, after: [next, second] }) => {
  const said = before.findLast(({ is }) => is !== 'comma');
  return notThat.has(text) && opposes(said, next, second) ? 'filler' : undefined;
};

const denied: Rule = (tag, { before, after: [next] }) => {
  const last = before.at(-1);
  const said = before.slice(0, -1).findLast(({ is }) => is !== 'comma');
  return last?.is === 'filler' && notThat.has(last.text) && opposes(said, tag, next) ? 'filler' : undefined;
};

/** What is said not to be so. */
export const DENIAL_RULES: readonly NamedRule[] = [
  { name: 'not that', example: ['kantor sudah bukan belum', 'bukan', 'filler'], on: ['unsure'], apply: not },
  {
    name: 'what it is not',
    example: ['kantor sudah bukan belum', 'belum', 'filler'],
    on: ['sudah', 'belum'],
    apply: denied,
  },
];
