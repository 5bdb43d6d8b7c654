import { defineCommand, KEEP_AS_IS } from '../src/bot/command.ts';
import { isCamat } from '../src/domain/permissions.ts';
import { noteAct } from '../src/features/members/acts.ts';
import { plain } from '../src/text/markup.ts';
import { kecamatan } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Unlinks the group from its kecamatan after a yes; everything recorded stays. */
export const lepas = defineCommand({
  name: 'lepas',
  menu: 'none',
  requires: 'kecamatan',
  authorize: () => true,
  yes: { words: /^ya$/i, typed: true },
  run(words, context) {
    const { tx, actor, here, message } = context;
    const { code } = here.area;
    const district = kecamatan(here.area);
    if (message.chatKind === 'private') return { answer: { text: say('group-only') } };
    if (!isCamat(actor, code)) {
      const text = say('camat-only');
      return message.pressedOn ? { alert: plain(text) } : { answer: { text } };
    }
    if (words.toLowerCase() !== 'ya') {
      const choices = [
        { label: plain(say('yes-unlink')), command: '/lepas ya' },
        { label: plain(say('no')), command: KEEP_AS_IS },
      ];
      return {
        answer: { text: say('unlink-ask', { district }), choices },
        senderOnly: true,
        context: { topics: [`unlink ${message.chat}`] },
      };
    }
    tx.chats.unlink(message.chat);
    noteAct(context, 'unlinked', code);
    return { answer: { text: say('unlinked', { district }) }, edits: true };
  },
});
