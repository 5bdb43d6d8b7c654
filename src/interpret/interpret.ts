import { MOST_TOKENS, saysTooMuch } from './parse/limits.ts';
import { readLines, rowsOf } from './parse/lines.ts';
import { readingOf } from './reading.ts';
import { weighList } from './resolve/village-list.ts';
import { asking, none } from './resolve/weigh.ts';
import { weighText } from './resolve/weigh-text.ts';
import { readText } from './tag/normalise.ts';
import { isOthersWords } from './tag/others-words.ts';
import { isOwnText } from './tag/own-text.ts';
import { tagTokens } from './tag/tagger.ts';
import { tokenise } from './tag/tokens.ts';
import type { Interpretation, Message } from './types.ts';
import { saysUnchanged } from './unchanged.ts';

/*
 * Three stages, a folder and a noun each; `npm run interpret -- --explain "…"` shows what they hand on.
 *
 *   tag/      the text as words, each a Tag: its meaning from the tables of words/, then what numbers, names of
 *             villages and neighbours change (rules/: each with a name and an example)
 *   parse/    lines, segments and chunks of tags, each a Clause: groups of units, and what is said beside them
 *   resolve/  which is said of which: Statements; what they come to in each village; what has to be asked; whether
 *             an overheard text is a report beyond doubt
 *
 * Who may report for a village is not decided here.
 */

/** More than anyone says. */
const tooMuch = (message: Message): Interpretation =>
  message.mode === 'addressed' ? asking(message, { kind: 'unclear' }) : none('no-report');

const interpretAs = (given: Message, readPart?: (message: Message) => Interpretation): Interpretation => {
  const text = readText(given.text);
  const message = isOthersWords(given.text, text) ? { ...given, forwarded: true } : given;
  if ((message.forwarded && message.mode === 'overheard') || isOwnText(text)) return none('no-report');
  const tokens = tokenise(text);
  if (tokens.length > MOST_TOKENS) return tooMuch(message);
  const tags = tagTokens(tokens, message.villages);
  if (saysUnchanged(tags, message.own)) return none('unchanged');
  const lines = readLines(tags);
  if (saysTooMuch(lines)) return tooMuch(message);
  const rows = rowsOf(lines);
  return rows.length > 1
    ? weighList(message, lines, rows)
    : weighText(message, readingOf(lines, tags), readPart);
};

/** What a text means, no matter who wrote it: a report, with what has to be asked first, or none. Pure: same message, same meaning. */
export const interpret = (message: Message): Interpretation => interpretAs(message, interpretAs);
