import { BOT_LINE_ENDS, BOT_LINES } from '../words/cues/passed-on.ts';
import { linesIn } from '../words/tables.ts';

const beginnings = linesIn(BOT_LINES);
const ends = linesIn(BOT_LINE_ENDS);

/** True for a text that the bot wrote itself (recap, reminder, /belum, an answer), copied or forwarded; not for its fill-in list. */
export const isOwnText = (normalised: string): boolean =>
  normalised.split('\n').some((typed) => {
    const line = typed.trim();
    return beginnings.some((one) => line.startsWith(one)) || ends.some((one) => line.endsWith(one));
  });
