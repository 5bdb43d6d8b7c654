import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { type Area, area } from '../../domain/areas.ts';
import { plainDate } from '../../domain/dates.ts';
import type { LocalDate } from '../../domain/ids.ts';
import type { Account } from '../../domain/people.ts';
import { sayAnonymous } from '../../text/anonymous.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { camatOffice, headWords, kecamatan, villageWords } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { camatSentence, camatsOf, tellCamat } from './camat.ts';
import { redeem } from './invitations.ts';
import { linkGroup, openArea } from './open-area.ts';
import { linkedAbove, openAbove } from './opening-above.ts';

const answer = (text: Markup): Reply => ({ answer: { text } });

/**
 * Redeems an invitation in a group: opens its kecamatan, links the group to it, and makes the sender camat where there is
 * none. An invitation that changes nothing is not used up.
 */
export function openDistrict(code: string, context: MessageContext): Reply {
  const { tx, message, chat, actor, now } = context;
  if (message.chatKind === 'private') return openPrivately(code, context);
  const linked = chat?.area ? area(chat.area) : undefined;
  const already = linked && answer(say('start-linked', { district: kecamatan(linked) }));
  // A group that is linked takes an invitation only where its kecamatan has lost its camat.
  if (already && (code === '' || camatsOf(tx, linked.code).length > 0)) return already;
  if (code === '') return answer(say('start-no-code'));
  if (message.sender === 'anonymous') return answer(sayAnonymous(message));

  const invitation = redeem(tx, code, message.sender.refs[0], now);
  if (invitation === 'too-often') return answer(say('start-too-often'));
  if (invitation === 'wrong') return answer(say('start-wrong'));
  const found = area(invitation.area);
  if (!found) return already ?? openAbove(context, invitation, message.sender);
  if (context.above && !already) return linkedAbove(context.above.area);
  if (already && (invitation.further || found.code !== linked.code)) return already;

  const camats = camatsOf(tx, found.code);
  const isCamat = camats.some((role) => role.person === actor.person);
  if (camats.length > 0 && !isCamat && !invitation.further)
    return answer(say('start-has-camat', { district: kecamatan(found) }));
  invitation.use();
  openArea(context, found.code);
  if (!linked) linkGroup(context, found);
  // Anybody who can add the bot to a group may be given a further group's code: it makes nobody camat.
  if (camats.length > 0 || invitation.further)
    return answer(
      lines(
        say('linked-again', { district: kecamatan(found) }),
        camatSentence(tx, found, message.chat, 'camat-is'),
      ),
    );
  return becomeCamat(context, message.sender, found);
}

/** A private chat takes an invitation to an area above the kecamatan alone: the others link a group. */
function openPrivately(code: string, context: MessageContext): Reply {
  const { tx, message, now } = context;
  if (code === '' || message.sender === 'anonymous') return answer(say('start-private'));
  const invitation = redeem(tx, code, message.sender.refs[0], now);
  if (invitation === 'too-often') return answer(say('start-too-often'));
  return invitation !== 'wrong' && invitation.role !== null
    ? openAbove(context, invitation, message.sender)
    : answer(say('start-private'));
}

function becomeCamat({ tx, message, now }: MessageContext, { refs, name }: Account, found: Area): Reply {
  tx.people.give(tx.people.findOrAdd(refs, name), 'camat', found.code, now);
  tx.acts.add({ at: now, by: 'invitation', area: found.code, kind: 'appointed', about: 'camat' });
  return {
    ...answer(opened(found, tx.chats.opened(found.code)!.deadline)),
    followUps: tellCamat(tx, found, message.chat),
  };
}

const opened = (found: Area, deadline: LocalDate): Markup =>
  lines(
    say('opened', {
      district: kecamatan(found),
      regency: literal(found.regency),
      office: camatOffice(found),
    }),
    say('opened-facts', {
      count: found.villages.length,
      villages: villageWords(found.villages),
      deadline: literal(plainDate(deadline)),
    }),
    say('opened-next', { heads: headWords(found.villages) }),
    say('opened-kasi'),
  );
