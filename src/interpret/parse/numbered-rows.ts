import { isStatusTag, kinds, type Tag } from '../tag/tags.ts';

/** Rows that a list of numbers needs before one that cannot be read is taken for one of them. */
const ROWS_OF_A_LIST = 2;
const UNREAD = kinds('unknown', 'filler');

/** "3 sdh". */
const isRow = ([number, said]: readonly Tag[]): boolean => number?.numbered === true && isStatusTag(said);

/** "3 prss": a single digit and words that nobody knows. */
const isUnreadRow = ([number, ...words]: readonly Tag[]): boolean =>
  number?.is === 'quantity' && /^[1-7]$/u.test(number.text) && words.every(({ is }) => UNREAD.has(is));

/** "1 sdh / 2 blm / 3 prss": among rows of numbers and their statuses one of which it cannot be told what it says. */
export const withUnreadRows = (lines: readonly (readonly Tag[])[]): readonly (readonly Tag[])[] => {
  if (lines.filter(isRow).length < ROWS_OF_A_LIST) return lines;
  return lines.map((line) =>
    isUnreadRow(line) ? line.with(0, { ...line[0]!, is: 'lookalike', units: [] }) : line,
  );
};
