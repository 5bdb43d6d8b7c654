import { type Kinds, kinds, type Tag } from './tags.ts';

const LISTED: Kinds = kinds('unit', 'lookalike');
const JOINS: Kinds = kinds('comma', 'and', 'slash');

/** What stands before the first of the units that are listed up to here: "foto" in "foto kantor, kios, gudang". */
export const beforeList = (before: readonly Tag[]): readonly Tag[] => {
  let end = before.length;
  while (JOINS.has(before[end - 1]?.is ?? 'line') && LISTED.has(before[end - 2]?.is ?? 'line')) end -= 2;
  return before.slice(0, end);
};

/** What stands behind the last of them. */
export const behindList = (after: readonly Tag[]): readonly Tag[] => {
  let start = 0;
  while (JOINS.has(after[start]?.is ?? 'line') && LISTED.has(after[start + 1]?.is ?? 'line')) start += 2;
  return after.slice(start);
};
