import { CALLED } from '../interpret/words/asking.ts';
import { COOPERATIVE } from '../interpret/words/cues.ts';
import { wordSet } from '../interpret/words/tables.ts';

const oneOf = (table: string): string => `(?:${[...wordSet(table)].join('|')})(?![\\p{L}\\d])`;
/** "Bot, ", "halo pak bot: ", "Bot Koperasi ". */
const CALL = new RegExp(
  `^\\s*(?:\\p{L}+[\\s,]+){0,2}${oneOf(CALLED)}(?:\\s+${oneOf(COOPERATIVE)})*[\\s,:]*`,
  'iu',
);

/** What is said to the bot where a text begins with a call of it; undefined where it does not. */
export function saidToBot(text: string): string | undefined {
  const [call] = CALL.exec(text) ?? [];
  return call && text.slice(call.length);
}
