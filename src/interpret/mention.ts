import { isHead, isStatusSign } from './heads.ts';
import type { Reading } from './reading.ts';
import { holds, kinds, type Sign } from './sign.ts';
import { isUnitSign } from './stretches.ts';

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
const ASKED_FOR = kinds('plea', 'request');
const ENDS = kinds('comma', 'stop', 'line', 'asks');

/** True where a message holds nothing but units, villages, statuses and courtesy: what it only names stands. */
export const namesOnly = (signs: readonly Sign[]): boolean =>
  !holds(signs, BESIDE) &&
  !(holds(signs, PLEA) && signs.some((sign) => sign.is === 'unit' && !sign.numbered));

const sentencesOf = (signs: readonly Sign[]): readonly (readonly Sign[])[] => {
  const sentences: Sign[][] = [[]];
  for (const sign of signs) {
    if (ENDS.has(sign.is)) sentences.push([]);
    else sentences.at(-1)!.push(sign);
  }
  return sentences;
};

/** "Mohon info apotek", "terkait apotek pak, mohon arahannya": somebody wants something, and reports nothing. */
export const isRequest = ({ signs, statements }: Reading): boolean => {
  if (!holds(signs, ASKED_FOR) || signs.some(isHead)) return false;
  if (statements.some(({ bare, settled }) => !bare && settled.is !== 'unsure' && settled.is !== 'question'))
    return false;
  if (signs.some((sign) => isStatusSign(sign) && sign.is !== 'request' && sign.is !== 'question'))
    return false;
  return (
    holds(signs, ABOUT) ||
    sentencesOf(signs).some((sentence) => holds(sentence, ASKED_FOR) && sentence.some(isUnitSign))
  );
};
