import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { MessageContext } from '../src/bot/context.ts';
import { sayDenied } from '../src/bot/denied.ts';
import { refuse } from '../src/bot/refuse.ts';
import { leads } from '../src/bot/standing.ts';
import { yesOrNo } from '../src/bot/yes-or-no.ts';
import { isCamat, mayHead, mayOversee } from '../src/domain/permissions.ts';
import { noteAct, noteActAbove } from '../src/features/members/acts.ts';
import { saySetByHeads } from '../src/features/members/appoint-above.ts';
import { isSaidBefore, sayOvertaken } from '../src/features/members/overtaken.ts';
import { tellUnlinked, unlinkedAbout } from '../src/features/members/told-above.ts';
import type { Markup } from '../src/text/markup.ts';
import { areaName, kecamatan } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Unlinks the group from its kecamatan after a yes; everything recorded stays. */
export const lepas = defineCommand({
  name: 'lepas',
  menu: 'none',
  offered: (at) => at.chatKind === 'group' && leads(at),
  requires: 'kecamatan',
  authorize: () => true,
  yes: { words: /^ya$/i, typed: true },
  above(words, context) {
    const { tx, actor, above, message, now } = context;
    const { area } = above;
    const refused = mayOversee(actor, area.code) ? saySetByHeads(area) : say('above-holders-only');
    const denied = mayHead(actor, area.code) ? undefined : refused;
    return unlink(words, context, areaName(area), denied, () => {
      tx.chats.unlink(message.chat);
      const told = tellUnlinked(tx, area.code, areaName(area), now);
      noteActAbove(context, 'unlinked', unlinkedAbout(tx, area.code));
      return told;
    });
  },
  run(words, context) {
    const { tx, actor, here, message, now } = context;
    const { code } = here.area;
    const denied = isCamat(actor, code) ? undefined : sayDenied('camat-only', context);
    return unlink(words, context, kecamatan(here.area), denied, () => {
      tx.chats.unlink(message.chat);
      const told = tellUnlinked(tx, code, kecamatan(here.area), now);
      noteAct(context, 'unlinked', code, unlinkedAbout(tx, code));
      return told;
    });
  },
});

/** Unlinks after a yes, and tells those whom it concerns; `denied`: why its sender may not. */
function unlink(
  words: string,
  context: MessageContext,
  district: Markup,
  denied: Markup | undefined,
  carryOut: () => NonNullable<Reply['followUps']>,
): Reply {
  const { message, chat } = context;
  const topics = [`unlink ${message.chat}`];
  if (message.chatKind === 'private') return { answer: { text: say('group-only') } };
  if (denied) return refuse(context, denied);
  if (words.toLowerCase() !== 'ya') {
    const choices = yesOrNo(say('yes-unlink'), '/lepas ya');
    return {
      answer: { text: say('unlink-ask', { district }), choices },
      senderOnly: true,
      context: { topics },
    };
  }
  const linkedAt = chat?.linkedAt ?? undefined;
  if (linkedAt && isSaidBefore(context, linkedAt)) return sayOvertaken(say('overtaken-link'));
  const answer = { text: say('unlinked', { district }) };
  return { answer, edits: true, overtakes: topics, followUps: carryOut() };
}
