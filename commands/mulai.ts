import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { MessageContext } from '../src/bot/context.ts';
import { type Area, area, timeZone } from '../src/domain/areas.ts';
import { addDays, localDate, plainDate } from '../src/domain/dates.ts';
import type { DistrictCode, Instant, LocalDate } from '../src/domain/ids.ts';
import { camatNow, camatsOf, tellCamat } from '../src/features/members/camat.ts';
import { redeem } from '../src/features/members/invitations.ts';
import { literal, type Markup } from '../src/text/markup.ts';
import { kecamatan } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** Links the group to the kecamatan that an invitation is for; where that has no camat, its holder becomes camat. */
export const mulai = defineCommand({
  name: 'mulai',
  menu: 'none',
  requires: 'nothing',
  run: (words, context) => start(words, context),
});

const answer = (text: Markup): Reply => ({ answer: { text } });

/** The same for `/start <code>`, which is what an invitation link turns into. */
export function start(code: string, context: MessageContext): Reply {
  const { store, message, chat, actor, now } = context;
  if (message.chatKind === 'private') return answer(say('start-private'));
  const linked = chat?.district && area(chat.district);
  const already = linked && answer(say('start-linked', { district: kecamatan(linked) }));
  // A group that is linked takes an invitation only where its kecamatan has lost its camat.
  if (already && (code === '' || camatsOf(store, linked.code).length > 0)) return already;
  if (code === '') return answer(say('start-no-code'));
  if (message.sender === 'anonymous') return answer(say('start-anonymous'));

  const invitation = redeem(store, code, message.sender.refs[0], now);
  if (invitation === 'too-often') return answer(say('start-too-often'));
  const found = invitation === 'wrong' ? undefined : area(invitation.district);
  if (invitation === 'wrong' || !found) return answer(say('start-wrong'));
  if (already && (invitation.further || found.code !== linked.code)) return already;

  const camats = camatsOf(store, found.code);
  const own = camats.some((role) => role.person === actor.person);
  if (camats.length > 0 && !own && !invitation.further)
    return answer(say('start-has-camat', { district: kecamatan(found) }));
  invitation.use();
  store.chats.open(found.code, context.settings.deadline ?? nextDeadline(found.code, now), now);
  store.chats.seen(message.chat, 'group', message.chatTitle ?? found.name);
  const act = { at: now, by: 'invitation', area: found.code } as const;
  if (!linked) {
    store.chats.link(message.chat, found.code, now, message.thread ?? null);
    store.acts.add({ ...act, kind: 'linked', about: null });
  }
  // A further group's code is passed on to whoever can add the bot there: it gives nobody an office.
  if (camats.length > 0 || invitation.further)
    return answer(
      lines(say('linked-again', { district: kecamatan(found) }), camatNow(store, found, message.chat)),
    );
  const person = store.people.findOrAdd(message.sender.refs, message.sender.name);
  store.people.give(person, 'camat', found.code, now);
  store.acts.add({ ...act, kind: 'appointed', about: 'camat' });
  return {
    ...answer(opened(found, store.chats.district(found.code)!.deadline)),
    followUps: tellCamat(store, found, message.chat),
  };
}

const opened = (found: Area, deadline: LocalDate) =>
  lines(
    say('opened', { district: kecamatan(found), regency: literal(found.regency) }),
    say('opened-facts', { count: found.villages.length, deadline: literal(plainDate(deadline)) }),
    say('opened-next'),
    say('opened-kasi'),
  );

/** The next 15 May, today included: the deadline of the programme's first year, kept as the yearly mark. */
function nextDeadline(code: DistrictCode, now: Instant): LocalDate {
  const today = localDate(now, timeZone(code));
  const thisYear = `${today.slice(0, 4)}-05-15` as LocalDate;
  return today <= thisYear ? thisYear : (`${addDays(thisYear, 365).slice(0, 4)}-05-15` as LocalDate);
}
