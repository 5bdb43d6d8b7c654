import { type Kinds, kinds, type Tag } from './tags.ts';

const LISTED: Kinds = kinds('unit', 'lookalike');
const JOINS: Kinds = kinds('comma', 'and', 'slash');

/** What stands before the first of those that are joined up to here. */
export const beforeJoined = (
  before: readonly Tag[],
  joins: Kinds,
  isJoined: (tag: Tag) => boolean,
): readonly Tag[] => {
  let end = before.length;
  while (end > 1 && joins.has(before[end - 1]!.is) && isJoined(before[end - 2]!)) end -= 2;
  return before.slice(0, end);
};

/** What stands before the first of the units that are listed up to here: "foto" in "foto kantor, kios, gudang". */
export const beforeList = (before: readonly Tag[]): readonly Tag[] =>
  beforeJoined(before, JOINS, ({ is }) => LISTED.has(is));

/** What stands behind the last of them. */
export const behindList = (after: readonly Tag[]): readonly Tag[] => {
  let start = 0;
  while (JOINS.has(after[start]?.is ?? 'line') && LISTED.has(after[start + 1]?.is ?? 'line')) start += 2;
  return after.slice(start);
};
