import { ONE_DAY } from './words/asking.ts';
import { wordSet } from './words/tables.ts';

/** A single day that words name: "hari ini", "kemarin". */
export type OneDay = keyof typeof ONE_DAY;

const days = Object.entries(ONE_DAY).map(
  ([day, words]) =>
    [
      day as OneDay,
      new RegExp(`(?<![\\p{L}\\d])(?:${[...wordSet(words)].join('|')})(?![\\p{L}\\d])`, 'iu'),
    ] as const,
);

/** Takes the day out of words that name one; `rest` is what else they say. */
export function takeDay(text: string): { readonly day: OneDay | undefined; readonly rest: string } {
  const found = days.find(([, pattern]) => pattern.test(text));
  if (!found) return { day: undefined, rest: text };
  return { day: found[0], rest: text.replace(found[1], ' ').replace(/\s+/g, ' ').trim() };
}

/** A day as it is typed behind a command. */
export const dayWord = (day: OneDay): string => [...wordSet(ONE_DAY[day])][0]!;
