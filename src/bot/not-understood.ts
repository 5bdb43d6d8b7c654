import { withoutFillers } from '../interpret/requests.ts';
import { literal, type Markup } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { say } from '../text/say.ts';

/** Says of words behind a command that they mean nothing to it, and what is shown instead; nothing where there are none. */
export const notUnderstood = (words: string, shown: Markup): Markup | false =>
  withoutFillers(words) !== '' && say('words-unknown', { words: literal(placeFrom(words)), shown });
