import { defineCommand } from '../src/bot/command.ts';
import { leads, oversees } from '../src/bot/standing.ts';
import { isCamat } from '../src/domain/permissions.ts';
import { inviteFurther } from '../src/features/members/invitations.ts';
import { inviteBelow } from '../src/features/members/invite-below.ts';
import { byLink, byNumber } from '../src/features/members/letter.ts';
import { takePlace } from '../src/interpret/places.ts';
import { withoutFillers } from '../src/interpret/requests.ts';
import { literal } from '../src/text/markup.ts';
import { kecamatan } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** Gives the camat a code that links a further group, on this platform or another; in a private chat only. */
export const undang = defineCommand({
  name: 'undang',
  menu: 'private',
  offered: (at) => at.chatKind === 'private' && (leads(at) || oversees(at)),
  requires: 'kecamatan',
  authorize: (actor, here) => isCamat(actor, here.area.code),
  denial: 'camat-only',
  above: inviteBelow,
  run(words, context) {
    const { tx, actor, here, message, settings, now } = context;
    if (message.chatKind === 'group') return { answer: { text: say('invite-privately') } };
    const { found, rest } = takePlace(here.area.code, words);
    const isHere = found.length === 0 || found.some(({ code }) => code === here.area.code);
    if (!isHere || withoutFillers(rest) !== '')
      return { answer: { text: say('invite-here-alone', { district: kecamatan(here.area) }) } };
    const code = inviteFurther(tx, here.area.code, now, actor.person);
    const link = settings.groupLink?.(code);
    const phone = settings.groupNumber?.(here.area.code);
    const text = say('invite-further', { district: kecamatan(here.area), code: literal(code) });
    const answer = { text: lines(text, link && byLink(link), phone && byNumber(phone)) };
    return { answer, context: { secret: true } };
  },
});
