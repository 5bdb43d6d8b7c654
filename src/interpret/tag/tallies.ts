import { isName, isStatusTag, kinds, numberTyped, saysNothing, type Tag } from './tags.ts';

const BETWEEN = kinds('comma', 'and', 'stop');

const numberOf = (tag: Tag): number | undefined => (tag.is === 'unit' ? numberTyped(tag) : undefined);

/** "3 sudah 1 belum": numbers that go down, each with a status behind it, and not a word that tells of what they are. */
const isTally = (tags: readonly Tag[]): boolean => {
  const numbers = tags.flatMap((tag) => numberOf(tag) ?? []);
  const isPlain = tags.every(
    (tag) => isStatusTag(tag) || numberOf(tag) !== undefined || BETWEEN.has(tag.is) || saysNothing(tag),
  );
  const isSaidOfEach = tags.every((tag, at) => numberOf(tag) === undefined || isStatusTag(tags[at + 1]));
  const goesDown = numbers.some((number, at) => at > 0 && number < numbers[at - 1]!);
  return goesDown && isPlain && isSaidOfEach && !tags.some(isName);
};

/** Doubts numbers that perhaps tell how many units are so far, and not which. */
export const doubtTally = (tags: readonly Tag[]): readonly Tag[] =>
  isTally(tags)
    ? tags.map((tag) => (numberOf(tag) === undefined ? tag : { ...tag, is: 'lookalike', units: [] }))
    : tags;
