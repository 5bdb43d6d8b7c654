import { takeShown, wordsIn } from './requests.ts';
import { ABOUT_BOT, BOTS_OF, CALLED } from './words/asking.ts';
import { MANNERS_WORDS } from './words/manners.ts';
import { anyOf, wordSet } from './words/tables.ts';

const called = `${anyOf(CALLED)}(?![\\p{L}\\d])`;
const botsOf = `${anyOf(BOTS_OF)}(?![\\p{L}\\d])`;
/** "Bot, ", "halo pak bot: ", "Bot Koperasi ". */
const CALL = new RegExp(`^\\s*(?:\\p{L}+[\\s,]+){0,2}${called}(?:\\s+${botsOf})*[\\s,:]*`, 'iu');

const CALL_AT_END = new RegExp(`(?<=[\\s,])${called}(?:\\s+${botsOf})*[\\s.!]*$`, 'iu');
const BEFORE_CALL = new RegExp(`${called}.*$`, 'isu');
const reporting = wordSet(MANNERS_WORDS.reports);
const titles = wordSet(MANNERS_WORDS.title);
const manners = new Set([...wordSet(MANNERS_WORDS.courtesy), ...titles]);

const ABOUT = new RegExp(`^${anyOf(ABOUT_BOT)}(?![\\p{L}\\d])`, 'iu');

/** Whether what stands behind a call goes on to talk about the bot, and not to it: "bot ini lambat". */
export const isAboutBot = (said: string): boolean => ABOUT.test(said);

/** Whether words begin with the office of whom they are said to, and ask for nothing: "pak kadis tolong ditindaklanjuti". */
export function isToSomebody(text: string): boolean {
  const [title = '', office = ''] = wordsIn(text.toLowerCase());
  const isOffice = titles.has(title) && takeShown(office).shown.includes('person');
  return isOffice && !text.includes('?') && takeShown(text).shown.every((each) => each === 'person');
}

/** What is said to the bot where a text begins with a call of it; undefined where it does not. */
export function saidToBot(text: string): string | undefined {
  const [call] = CALL.exec(text) ?? [];
  const said = call && text.slice(call.length);
  // "mandau gimana bot?"
  return said !== undefined && !/[\p{L}\d]/u.test(said) ? text.slice(0, call!.length) : said;
}

/** What stands behind a call with nothing but a greeting before it: not "kata bot kantor sudah". */
export function withoutGreetedCall(text: string): string | undefined {
  const [call] = CALL.exec(text) ?? [];
  if (!call) return undefined;
  const before = wordsIn(call.replace(BEFORE_CALL, '').toLowerCase());
  const isGreeted = manners.has(before.join(' ')) || before.every((word) => manners.has(word));
  return isGreeted ? text.slice(call.length) : undefined;
}

/** What stands before a call at the end of a text: "kantor sudah, bot", and not "kantor sudah dilaporkan ke bot". */
export function withoutCallAtEnd(text: string): string | undefined {
  const before = text.replace(CALL_AT_END, '');
  const isOfReporting = wordsIn(before.toLowerCase()).some((word) => reporting.has(word));
  return before === text || isOfReporting ? undefined : before;
}
