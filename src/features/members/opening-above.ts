import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { plainDate } from '../../domain/dates.ts';
import type { Account } from '../../domain/people.ts';
import { isAssistant, type UpperRole } from '../../domain/roles.ts';
import { parentOf, sizeOf, type UpperArea, upperArea } from '../../domain/upper-areas.ts';
import { literal } from '../../text/markup.ts';
import { areaName, partsName, upperRoleName } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import type { Invitation } from './invitations.ts';
import { leadersOf } from './leaders.ts';
import { linkGroup, openArea } from './open-area.ts';
import { tellGiven } from './told-above.ts';

/** The answer where a group is linked to an area above the kecamatan already. */
export const linkedAbove = (area: UpperArea): Reply => ({
  answer: { text: say('start-linked-above', { area: areaName(area) }) },
});

/** A code puts nobody beside or in the place of a holder: that is for the level above, which takes the role back first. */
function heldAlready(area: UpperArea, role: UpperRole): Reply {
  const parent = parentOf(area.code);
  const above = parent && upperArea(parent);
  const names = { role: upperRoleName(role), area: areaName(area) };
  const text = above
    ? say('above-held', { ...names, above: areaName(above) })
    : say('above-held-nation', names);
  return { answer: { text } };
}

/**
 * Redeems an invitation to a kabupaten, a province or the nation: opens it, links the group to it, and gives its holder the role.
 * In a private chat it gives the role alone. A role that heads an area has one holder in it. An invitation that changes nothing is not used up.
 */
export function openAbove(context: MessageContext, invitation: Invitation, account: Account): Reply {
  const { tx, actor, chat, message, now } = context;
  const { role } = invitation;
  const area = upperArea(invitation.area);
  if (!area || !role) return { answer: { text: say('start-wrong') } };
  const isGroup = message.chatKind === 'group';
  const linked = isGroup && chat?.area ? upperArea(chat.area) : undefined;
  const holds = actor.roles.some((held) => held.kind === role && held.area === area.code);
  if (linked && (linked.code !== area.code || holds)) return linkedAbove(linked);
  if (!isGroup && holds)
    return { answer: { text: say('above-already', { role: upperRoleName(role), area: areaName(area) }) } };
  const isHeld = !isAssistant(role) && leadersOf(tx, area.code).some(({ kind }) => kind === role);
  if (isHeld && !holds) return heldAlready(area, role);

  invitation.use();
  openArea(context, area.code);
  if (isGroup && !linked) linkGroup(context, area);
  if (!holds) {
    const given = tx.people.give(tx.people.findOrAdd(account.refs, account.name), role, area.code, now);
    if (!isGroup) tx.people.askedIn(given, message.chat);
    tx.acts.add({ at: now, by: 'invitation', area: area.code, kind: 'appointed', about: role });
  }
  const { districts, villages } = sizeOf(area);
  const person = tx.people.find(account.refs);
  const given = holds
    ? undefined
    : leadersOf(tx, area.code).find((held) => held.kind === role && held.person === person);
  const deadline = literal(plainDate(tx.chats.opened(area.code)!.deadline));
  return {
    answer: {
      text: lines(
        say('opened-above', { area: areaName(area), role: upperRoleName(role) }),
        say('opened-above-facts', { districts, villages, deadline }),
        say('opened-above-next', { parts: partsName(area.level) }),
      ),
    },
    followUps: given ? tellGiven(tx, area, given, message.chat) : [],
  };
}
