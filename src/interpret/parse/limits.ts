import { isStatusTag, isUnitTag, type Tag } from '../tag/tags.ts';
import type { Line } from './lines.ts';
import { DIVIDES } from './segments.ts';

/** Nobody's report has more tokens: the bot's own list of 25 villages, filled in in words, comes to three quarters of this. */
export const MOST_TOKENS = 1_200;
/** Nor are there more units, states and sentences in it: in such a list, with two words behind every unit, 550. */
const MOST_SAID = 600;
/** No list has more rows: the bot's own holds 25 villages, and most kecamatan have fewer. */
const MOST_ROWS = 60;

const says = (tag: Tag): boolean => isUnitTag(tag) || isStatusTag(tag) || DIVIDES.has(tag.is);

/** True where lines say more than anyone would: they are not worth reading on. */
export const saysTooMuch = (lines: readonly Line[]): boolean => {
  if (lines.filter(({ head }) => head).length > MOST_ROWS) return true;
  let said = lines.length;
  for (const { tags } of lines) for (const tag of tags) if (says(tag)) said++;
  return said > MOST_SAID;
};
