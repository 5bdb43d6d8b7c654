import type { Reading } from '../reading.ts';
import { holds, isHead, isStatusTag, isUnitTag, kinds, REQUEST_TAGS, type Tag } from '../tag/tags.ts';

/** Words beside which a unit that is only named need not stand: of another matter, of a wish, a question, a doubt. */
const BESIDE = kinds(
  ...([
    'unknown',
    'matter',
    'laugh',
    'link',
    'together',
    'lookalike',
    'because',
    'about',
    'request',
  ] as const),
  ...(['question', 'asks', 'unsure', 'hearsay', 'plan', 'will', 'aim', 'undone', 'fails', 'odd'] as const),
);
const PLEA = kinds('plea');
const ABOUT = kinds('about');
const ENDS = kinds('comma', 'stop', 'line', 'asks');

/** True where a message holds nothing but units, villages, statuses and courtesy: what it only names stands. */
export const namesOnly = (tags: readonly Tag[]): boolean =>
  !holds(tags, BESIDE) && !(holds(tags, PLEA) && tags.some((tag) => tag.is === 'unit' && !tag.numbered));

const sentencesOf = (tags: readonly Tag[]): readonly (readonly Tag[])[] => {
  const sentences: Tag[][] = [[]];
  for (const tag of tags) {
    if (ENDS.has(tag.is)) sentences.push([]);
    else sentences.at(-1)!.push(tag);
  }
  return sentences;
};

/** "Mohon info apotek", "terkait apotek pak, mohon arahannya": somebody wants something, and reports nothing. */
export const isRequest = ({ tags, statements }: Reading): boolean => {
  if (!holds(tags, REQUEST_TAGS) || tags.some(isHead)) return false;
  if (statements.some(({ bare, outcome }) => !bare && outcome.is !== 'unsure' && outcome.is !== 'question'))
    return false;
  if (tags.some((tag) => isStatusTag(tag) && tag.is !== 'request' && tag.is !== 'question')) return false;
  return (
    holds(tags, ABOUT) ||
    sentencesOf(tags).some((sentence) => holds(sentence, REQUEST_TAGS) && sentence.some(isUnitTag))
  );
};
