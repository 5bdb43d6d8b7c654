import type { Reply } from '../../bot/command.ts';
import { isPress, type UpperContext } from '../../bot/context.ts';
import { refuse } from '../../bot/refuse.ts';
import { yesOrNo } from '../../bot/yes-or-no.ts';
import type { Account } from '../../domain/people.ts';
import { mayHead, mayOversee } from '../../domain/permissions.ts';
import { isAssistant, isUpper, UPPER_ROLES, type UpperRole, upperRolesOf } from '../../domain/roles.ts';
import { parentOf, type UpperArea, upperArea } from '../../domain/upper-areas.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, listed, upperRoleName } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { endRole } from './invitations.ts';
import { leadersOf } from './leaders.ts';
import { shortRole, upperRoleNamed } from './role-words.ts';
import { tellGiven } from './told-above.ts';

/** The yes to the question whether to give a role; the question keeps to whom. */
const CONFIRMED = /^(.+) #ya$/;

const answer = (text: Markup): Reply => ({ answer: { text } });

/**
 * Gives a role of the area itself to the author of the message replied to, after a yes: one that assists, one that nobody holds, or one's
 * own, if that heads the area. Who assists hands on nothing. A role that heads the area is taken back by the level above alone, and so is one that somebody else holds.
 */
export function appointAbove(words: string, context: UpperContext): Reply {
  const { actor, above, message, prompt, tx } = context;
  const { area } = above;
  if (!mayOversee(actor, area.code)) return refuse(context, say('above-holders-only'));
  const [, confirmed] = CONFIRMED.exec(words) ?? [];
  const role = upperRolesOf(area).find((each) => each === upperRoleNamed(confirmed ?? words));
  const author = confirmed ? prompt?.context.named : message.quotes?.author;
  if (message.quotes?.forwarded) return answer(say('appoint-forwarded'));
  const holders = leadersOf(tx, area.code).filter(({ kind }) => kind === role);
  const isOwn = holders.some(({ person }) => person === actor.person);
  if (!mayHead(actor, area.code)) return refuse(context, sayHeadsOnly(area));
  if (role && !isAssistant(role) && !isOwn && holders.length > 0) return answer(sayHeld(area, role));
  if (!author && prompt && !confirmed) return answer(say('appoint-bot'));
  const meant = author && tx.people.find(author.refs);
  if (!role || !author || (meant !== undefined && meant === actor.person))
    return answer(lines(isMention(words) && say('appoint-mention'), howToAppoint(context)));
  if (holders.some(({ person }) => person === meant)) return answer(sayHolders(context, [role]));
  return confirmed ? give(context, role, author) : ask(context, role, author);
}

/** Whether words name somebody with an @, which tells the bot no account. */
export const isMention = (words: string): boolean => words.includes('@');

/** How a role is given, and who holds which. */
function howToAppoint(context: UpperContext): Markup {
  const { area } = context.above;
  const roles = upperRolesOf(area).map((role) => literal(shortRole(role)));
  const how = say('appoint-above-how', { area: areaName(area), roles: listed(roles) });
  return lines(how, sayHolders(context, UPPER_ROLES[area.level]));
}

/** Who holds these roles of the area itself. */
function sayHolders({ tx, above: { area } }: UpperContext, roles: readonly UpperRole[]): Markup {
  const held = leadersOf(tx, area.code);
  const rows = roles.flatMap((role) => {
    const names = held.filter(({ kind }) => kind === role).map(({ name }) => literal(name));
    return names.length > 0
      ? [say('appoint-above-holders', { role: upperRoleName(role), names: listed(names) })]
      : [];
  });
  return lines(...rows);
}

/** Says that a role of the area itself is given and taken back by those who head it. */
export const sayHeadsOnly = (area: UpperArea): Markup =>
  say('above-heads-only', { roles: headsOf(area), area: areaName(area) });

/** Says that what is set for an area is set by those who head it. */
export const saySetByHeads = (area: UpperArea): Markup =>
  say('above-set-by-heads', { roles: headsOf(area), area: areaName(area) });

/** The roles that head an area. */
export const headsOf = (area: UpperArea): Markup =>
  listed(
    upperRolesOf(area)
      .filter((role) => !isAssistant(role))
      .map(upperRoleName),
  );

/** Who may change the holder of a role, and how. */
function sayHeld(area: UpperArea, role: UpperRole): Markup {
  return say('appoint-above-held', {
    role: upperRoleName(role),
    area: areaName(area),
    command: literal(`/tunjuk ${shortRole(role)}`),
    who: whoRevokes(area),
  });
}

/** Who takes a role that heads an area back: who holds the area above, by a command, or the operator. */
export function whoRevokes(area: UpperArea): Markup {
  const parent = parentOf(area.code);
  const above = parent && upperArea(parent);
  return above
    ? say('appoint-above-revokes', { above: areaName(above), area: areaName(area) })
    : say('appoint-above-revokes-nation');
}

function ask({ above: { area }, actor }: UpperContext, role: UpperRole, named: Account): Reply {
  const isOwn = actor.roles.some((held) => held.kind === role && held.area === area.code);
  const choices = yesOrNo(say(isOwn ? 'yes-handover' : 'yes-appoint'), `/tunjuk ${shortRole(role)} #ya`);
  const names = { role: upperRoleName(role), area: areaName(area), name: literal(named.name) };
  const text = isOwn
    ? say('appoint-above-handover', names)
    : isAssistant(role)
      ? say('appoint-assistant-ask', { ...names, command: literal(`/cabut ${shortRole(role)}`) })
      : say('appoint-above-ask', { ...names, who: whoRevokes(area) });
  return {
    answer: { text, choices },
    senderOnly: true,
    context: { topics: [`handover ${area.code} ${role}`], named },
  };
}

/** Gives the role, ends it where the actor held it, and tells whom it concerns. */
function give(context: UpperContext, role: UpperRole, { refs, name }: Account): Reply {
  const { tx, actor, above, message, now } = context;
  const { code } = above.area;
  const before = leadersOf(tx, code).filter(({ kind, person }) => kind === role && person === actor.person);
  const own =
    before[0] ?? actor.roles.find(({ area, kind }) => area === code && isUpper(kind) && !isAssistant(kind));
  const person = tx.people.findOrAdd(refs, name);
  tx.people.give(person, role, code, now);
  for (const held of before) endRole(tx, held, now);
  tx.acts.add({ at: now, by: own!.kind, area: code, kind: 'appointed', about: role });
  const given = leadersOf(tx, code).find((held) => held.kind === role && held.person === person)!;
  const all = leadersOf(tx, code).filter(({ kind }) => kind === role);
  const names = {
    role: upperRoleName(role),
    area: areaName(above.area),
    name: listed(all.map((held) => literal(held.name))),
  };
  // An edited message notifies nobody: the group is told in a new message.
  return {
    ...answer(say('above-given', names)),
    edits: true,
    followUps: tellGiven(tx, above.area, given, isPress(context) ? undefined : message.chat),
  };
}
