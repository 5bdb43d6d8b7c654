import type { IncomingMessage } from '../adapters/adapter.ts';
import { type Markup, plain } from '../text/markup.ts';
import type { Reply } from './command.ts';

/** Says why something is not done: to the presser of a button alone, otherwise as an answer. */
export const refuse = ({ pressedOn }: IncomingMessage, text: Markup): Reply =>
  pressedOn ? { alert: plain(text) } : { answer: { text } };
