import { defineCommand, KEEP_AS_IS } from '../src/bot/command.ts';
import { plain } from '../src/text/markup.ts';
import { say } from '../src/text/say.ts';

/** The "no" of a question: it is closed and nothing changes. Nobody types it. */
export const tetap = defineCommand({
  name: 'tetap',
  menu: 'none',
  requires: 'nothing',
  run(_words, { message, prompt }) {
    const isAsked = prompt?.content?.choices?.some(({ command }) => command === KEEP_AS_IS);
    if (!message.pressedOn) return {};
    return isAsked
      ? { answer: { text: say('nothing-changed') }, edits: true }
      : { alert: plain(say('nothing-changed')) };
  },
});
