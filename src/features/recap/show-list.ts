import type { Reply } from '../../bot/command.ts';
import type { RecapText } from './message.ts';

/** A list whose numbers the sender's next message may open. */
export const showList = ({ text, context }: RecapText): Reply => ({
  answer: { text },
  context,
  awaitsAnswer: true,
});
