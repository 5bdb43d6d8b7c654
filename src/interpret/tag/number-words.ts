import { TEENS, TENS } from '../words/cues/counting.ts';
import { wordSet } from '../words/tables.ts';
import { type Tag, tagOf } from './tags.ts';

const tens = wordSet(TENS);
const teens = wordSet(TEENS);

const digitOf = (tag: Tag | undefined): number | undefined =>
  tag?.is === 'digits' && tag.value! < 10 ? tag.value : undefined;

/** Joins words that make one number: "delapan puluh lima" is 85, "dua belas" is 12. */
export const joinNumberWords = (tags: readonly Tag[]): readonly Tag[] => {
  if (!tags.some(({ text }) => tens.has(text) || teens.has(text))) return tags;
  const joined: Tag[] = [];
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at]!;
    const first = digitOf(joined.at(-1));
    const isTens = tens.has(tag.text);
    if (first === undefined || !(isTens || teens.has(tag.text))) {
      joined.push(tag);
      continue;
    }
    const ones = isTens ? digitOf(tags[at + 1]) : undefined;
    const value = isTens ? first * 10 + (ones ?? 0) : first + 10;
    joined[joined.length - 1] = tagOf('digits', String(value), joined.at(-1)!.glued, { value });
    if (ones !== undefined) at++;
  }
  return joined;
};
