import { ABOUT_BOT, BOTS_OF, CALLED } from '../interpret/words/asking.ts';
import { wordSet } from '../interpret/words/tables.ts';

const oneOf = (table: string): string => `(?:${[...wordSet(table)].join('|')})(?![\\p{L}\\d])`;
/** "Bot, ", "halo pak bot: ", "Bot Koperasi ". */
const CALL = new RegExp(
  `^\\s*(?:\\p{L}+[\\s,]+){0,2}${oneOf(CALLED)}(?:\\s+${oneOf(BOTS_OF)})*[\\s,:]*`,
  'iu',
);

const ABOUT = new RegExp(`^${oneOf(ABOUT_BOT)}`, 'iu');

/** Whether what stands behind a call goes on to talk about the bot, and not to it: "bot ini lambat". */
export const isAboutBot = (said: string): boolean => ABOUT.test(said);

/** What is said to the bot where a text begins with a call of it; undefined where it does not. */
export function saidToBot(text: string): string | undefined {
  const [call] = CALL.exec(text) ?? [];
  const said = call && text.slice(call.length);
  // "mandau gimana bot?"
  return said !== undefined && !/[\p{L}\d]/u.test(said) ? text.slice(0, call!.length) : said;
}
