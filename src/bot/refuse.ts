import { type Markup, plain } from '../text/markup.ts';
import type { Refused, Reply } from './command.ts';
import { isPress, type MessageContext } from './context.ts';

/** Says why something is not done: to the presser of a button alone, otherwise as an answer. */
export const refuse = (
  context: Pick<MessageContext, 'message' | 'typed'>,
  text: Markup,
  refused: Refused = 'all',
): Reply => (isPress(context) ? { alert: plain(text), refused } : { answer: { text }, refused });

/** Says why nothing is shown. */
export const showNothing = (text: Markup): Reply => ({ answer: { text }, showsNothing: true });
