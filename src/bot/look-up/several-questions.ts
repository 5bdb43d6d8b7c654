import type { AreaCode } from '../../domain/ids.ts';
import { similarPlaces, takePlace } from '../../interpret/places.ts';
import { asks, takeShown, withoutFillers } from '../../interpret/requests.ts';
import { THEN, TOGETHER } from '../../interpret/words/asking.ts';
import { wordSet } from '../../interpret/words/tables.ts';

// Several questions in one message: "naik berapa? terus mandau gimana", "mana yg blm lapor n brp yg berdiri".

const then = wordSet(THEN);
const together = wordSet(TOGETHER);

/** The first of several questions about an area; undefined where a text is a single one. */
export function firstOfSeveral(within: AreaCode, text: string): string | undefined {
  const [, first = '', others = ''] = /^([^?]*\?)\s*(.+)$/s.exec(text) ?? [];
  if (isQuestion(first) && isQuestion(others)) return first;
  const words = text.replaceAll(',', ' , ').trim().split(/\s+/);
  const sides = words.map((word, at) => ({ word, before: words.slice(0, at), behind: words.slice(at + 1) }));
  const split = sides.find(({ word, before, behind }) => {
    const [left, right] = [before.join(' '), behind.join(' ')];
    const isFurther = then.has(word.toLowerCase()) && takePlace(within, right).found.length > 0;
    const isSecond = isFurther || isSecondQuestion(word, right);
    return isBetween(word) && isComplete(within, left) && isSecond;
  });
  return split?.before
    .join(' ')
    .replace(/[\s,]+$/, '')
    .replaceAll(' ,', ',');
}

const isBetween = (word: string): boolean =>
  word === ',' || then.has(word.toLowerCase()) || together.has(word.toLowerCase());

/** The mark at the end of a message makes no question of the second of two names: "gimana mandau sama pinggir?". */
const isSecondQuestion = (word: string, right: string): boolean =>
  isQuestion(right.replace(/[?\s]+$/, '')) ||
  (word === ',' && isQuestion(right) && takeShown(right).shown.length > 0);

const isQuestion = (words: string): boolean => asks(words) && withoutFillers(words) !== '';

/** Whether words are a question that needs no more: they ask for something that is shown, or name a place, or nearly. */
const isComplete = (within: AreaCode, words: string): boolean =>
  isQuestion(words) &&
  (takeShown(words).shown.length > 0 ||
    takePlace(within, words).found.length > 0 ||
    similarPlaces(within, words).length > 0);
