import { defineCommand } from '../src/bot/command.ts';
import { yesOrNo } from '../src/bot/yes-or-no.ts';
import { officesOf, onlyCamatOf, tellLeft } from '../src/features/members/left-office.ts';
import { kecamatan } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Deletes what is kept of a person, after a yes; the ledger keeps village, unit, status, time and role. */
export const lupakanSaya = defineCommand({
  name: 'lupakan_saya',
  aliases: ['lupakan', 'hapus_saya'],
  menu: 'private',
  offered: () => true,
  keeps: true,
  always: 'known',
  requires: 'nothing',
  yes: { words: /^ya$/i, typed: true },
  run(words, { tx, actor, message, chat }) {
    if (!actor.account) return { answer: { text: say('forget-unknown') } };
    const office = onlyCamatOf(tx, actor);
    if (office) {
      // What somebody holds elsewhere is not said in a group of another area.
      const isElsewhere = message.chatKind === 'group' && chat?.area !== office.code;
      const text = isElsewhere
        ? say('forget-privately')
        : say('forget-camat', { district: kecamatan(office) });
      return { answer: { text } };
    }
    if (words.toLowerCase() !== 'ya') {
      const choices = yesOrNo(say('yes-forget'), '/lupakan_saya ya');
      return { answer: { text: say('forget-ask'), choices }, senderOnly: true };
    }
    const known = actor.person === undefined ? [] : tx.people.refs(actor.person);
    const left = officesOf(actor);
    tx.erasure.forget(actor.person, [...new Set([...known, ...actor.account.refs])]);
    return {
      answer: { text: say('forgotten') },
      edits: true,
      followUps: left.flatMap((code) => tellLeft(tx, code)),
    };
  },
});
