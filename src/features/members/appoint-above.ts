import { KEEP_AS_IS, type Reply } from '../../bot/command.ts';
import { isPress, type UpperContext } from '../../bot/context.ts';
import type { Account } from '../../domain/people.ts';
import { mayOversee } from '../../domain/permissions.ts';
import { UPPER_ROLES, type UpperRole } from '../../domain/roles.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { areaName, listed, upperRoleName } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { endRole } from './invitations.ts';
import { leadersOf } from './leaders.ts';
import { heldAlready } from './opening-above.ts';
import { shortRole, upperRoleNamed } from './role-words.ts';
import { tellGiven } from './told-above.ts';

/** The yes to the question whether to hand a role over; the question keeps to whom. */
const HANDOVER = /^(.+) #ya$/;

const answer = (text: Markup): Reply => ({ answer: { text } });

/**
 * Gives a role of the area itself to the author of the message replied to: one that nobody holds at once, one's own after a yes. A
 * role that somebody else holds is for the level above to take back first.
 */
export function appointAbove(words: string, context: UpperContext): Reply {
  const { actor, above, message, prompt, tx } = context;
  const { area } = above;
  if (!mayOversee(actor, area.code)) return answer(say('above-holders-only'));
  const [, confirmed] = HANDOVER.exec(words) ?? [];
  const role = UPPER_ROLES[area.level].find((each) => each === upperRoleNamed(confirmed ?? words));
  const author = confirmed ? prompt?.context.named : message.quotes?.author;
  if (message.quotes?.forwarded) return answer(say('appoint-forwarded'));
  if (!author && prompt && !confirmed) return answer(say('appoint-bot'));
  if (!role || !author) return answer(howToAppoint(context));
  const own = actor.roles.find(({ kind, area: where }) => kind === role && where === area.code);
  if (own && !confirmed) return askToHandOver(context, role, author);
  const person = tx.people.find(author.refs);
  const others = leadersOf(tx, area.code).filter((held) => held.kind === role && held !== own);
  if (person === actor.person || (confirmed && !own)) return answer(howToAppoint(context));
  if (others.some((held) => held.person !== actor.person)) return heldAlready(area, role);
  return give(context, role, author);
}

function howToAppoint({ above: { area } }: UpperContext): Markup {
  const roles = UPPER_ROLES[area.level].map((role) => literal(shortRole(role)));
  return say('appoint-above-how', { area: areaName(area), roles: listed(roles) });
}

function askToHandOver({ above: { area } }: UpperContext, role: UpperRole, named: Account): Reply {
  const choices = [
    { label: plain(say('yes-handover')), command: `/tunjuk ${shortRole(role)} #ya` },
    { label: plain(say('no')), command: KEEP_AS_IS },
  ];
  const names = { role: upperRoleName(role), area: areaName(area), name: literal(named.name) };
  return {
    answer: { text: say('appoint-above-handover', names), choices },
    senderOnly: true,
    context: { topics: [`handover ${area.code} ${role}`], named },
  };
}

/** Gives the role, ends it where the actor held it, and tells whom it concerns. */
function give(context: UpperContext, role: UpperRole, { refs, name }: Account): Reply {
  const { tx, actor, above, message, now } = context;
  const { code } = above.area;
  const before = leadersOf(tx, code).filter(({ kind }) => kind === role);
  const by = before[0]?.kind ?? actor.roles.find(({ area }) => area === code)!.kind;
  tx.people.give(tx.people.findOrAdd(refs, name), role, code, now);
  for (const held of before) endRole(tx, held, now);
  tx.acts.add({ at: now, by, area: code, kind: 'appointed', about: role });
  const given = leadersOf(tx, code).find(({ kind }) => kind === role)!;
  const names = { role: upperRoleName(role), area: areaName(above.area), name: literal(name) };
  // An edited message notifies nobody: the group is told in a new message.
  return {
    ...answer(say('above-given', names)),
    edits: true,
    followUps: tellGiven(tx, above.area, given, isPress(context) ? undefined : message.chat),
  };
}
