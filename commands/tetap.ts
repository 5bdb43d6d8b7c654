import { defineCommand, KEEP_AS_IS } from '../src/bot/command.ts';
import { plain } from '../src/text/markup.ts';
import { say } from '../src/text/say.ts';

/** Answers a question with "no": it is closed and nothing changes. */
export const tetap = defineCommand({
  name: 'tetap',
  menu: 'none',
  requires: 'nothing',
  run(_words, { message, prompt }) {
    const isAsked = prompt?.content?.choices?.some(({ command }) => command === KEEP_AS_IS);
    if (isAsked) return { answer: { text: say('nothing-changed') }, edits: true };
    return message.pressedOn ? { alert: plain(say('nothing-changed')) } : {};
  },
});
