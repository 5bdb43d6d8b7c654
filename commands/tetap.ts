import { defineCommand } from '../src/bot/command.ts';
import { say } from '../src/text/say.ts';

/** Answers a question to one person with "no": the question is closed and nothing changes. */
export const tetap = defineCommand({
  name: 'tetap',
  menu: 'none',
  requires: 'nothing',
  run: (_words, { prompt }) =>
    prompt?.asks ? { answer: { text: say('nothing-changed') }, edits: true } : {},
});
