import { askWhichArea } from '../../bot/ask-which-area.ts';
import { noted } from '../../bot/asked-time.ts';
import type { Reply } from '../../bot/command.ts';
import type { UpperContext } from '../../bot/context.ts';
import { meansAll } from '../../bot/means-all.ts';
import { partsAsked } from '../../bot/offer-change.ts';
import { offerParts } from '../../bot/offer-places.ts';
import { saidTopic } from '../../bot/prompts/asked.ts';
import { refuse } from '../../bot/refuse.ts';
import { yesOrNo } from '../../bot/yes-or-no.ts';
import { dayAndMonth, localDate } from '../../domain/dates.ts';
import type { AreaCode } from '../../domain/ids.ts';
import { mayInvite, mayOversee } from '../../domain/permissions.ts';
import { UPPER_ROLES, type UpperRole, upperRolesOf } from '../../domain/roles.ts';
import { isWithinTypos } from '../../domain/typos.ts';
import { levelOf, type NamedArea, upperArea } from '../../domain/upper-areas.ts';
import type { Letter } from '../../text/content.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { placeFrom } from '../../text/names.ts';
import { areaName, kecamatan, listed, partsExample, partsName, upperRoleName } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { noteActAbove } from './acts.ts';
import { invite, invitedRole } from './invitations.ts';
import { leadersOf } from './leaders.ts';
import { letterFor } from './letter.ts';
import { shortRole, upperRoleWords } from './role-words.ts';

/** The word for all parts. */
const ALL = 'semua';

/** So many that are invited at once are named; the pages of the file name all. */
const NAMED = 15;

/** The word for the invitations that were given and are not used yet. */
const OPEN = /^(?:daftar|list)$/i;

const answer = (text: Markup): Reply => ({ answer: { text } });

/**
 * Invites the leader of an area one level down, in a private chat: one by its name, or all that do not use the bot yet as a file
 * with a page each; "daftar" shows who is invited. Above the kecamatan the words may end with the role.
 */
export function inviteBelow(words: string, context: UpperContext): Reply {
  const { actor, above, message } = context;
  if (!mayOversee(actor, above.area.code)) return refuse(context, say('invite-not-yours'));
  if (OPEN.test(words)) return answer(sayOpen(context));
  if (message.chatKind === 'group') return answer(say('invite-privately'));
  if (words === '') return answer(sayHow(context));
  if (meansAll(words, ALL)) return inviteAll(context);
  const { name, role } = withRole(words);
  const { found, several } = partsAsked(above.area, name);
  if (several.length > 0) return inviteSeveral(context, several);
  // Each invitation makes the one before void: a second tap must make none.
  const topics = [saidTopic(message.edits ?? message.ref)];
  if (found.length > 1) {
    const command = (part: string) => ['/undang', part, role && shortRole(role)].filter(Boolean).join(' ');
    return { ...askWhichArea(name, found, command), context: { topics } };
  }
  const [part] = found;
  if (!part || !mayInvite(actor, part.code))
    return { ...offerNear(context, name, role), context: { topics } };
  return inviteOne(context, part, role);
}

/** Invites the leader of an area: of a kecamatan that has its camat none, and in no role that the area does not have. */
function inviteOne(context: UpperContext, part: NamedArea, role: UpperRole | undefined): Reply {
  const { tx, actor, now } = context;
  const level = levelOf(part.code)!;
  const area = level === 'district' ? kecamatan(part) : literal(part.name);
  // A kecamatan has one camat; above it several may hold an area.
  if (level === 'district' && leadersOf(tx, part.code).length > 0)
    return answer(
      lines(
        say('invite-held', { area, name: literal(part.name) }),
        tx.chats.groupsOf(part.code).length === 0 && say('invite-held-unlinked'),
      ),
    );
  const roles = rolesOf(part);
  if (role && !roles.includes(role)) {
    const offered = roles.length > 0 ? roles.map(shortRole) : ['camat'];
    return answer(
      say('invite-role-unknown', { role: upperRoleName(role), area, roles: listed(offered.map(literal)) }),
    );
  }
  const made = invite(tx, part.code, now, { role, by: actor.person });
  noteActAbove(context, 'invited', invitedRole(part.code, role), part.code);
  const letter = letterOf(context, part, made);
  const text = lines(
    say('invite-below', { area, code: literal(made) }),
    ...letter.steps.map((step, i) => literal(`${i + 1}. ${step}`)),
    letter.link && literal(letter.link),
    letter.chat && literal(letter.chat),
  );
  return { ...answer(text), context: { secret: true } };
}

/** Which parts are invited, and until when; a code is shown once, and never again. */
function sayOpen({ tx, above, now }: UpperContext): Markup {
  const { area, timeZone } = above;
  const open = area.parts.flatMap(({ code, name }) => {
    const until = tx.invitations.validTo(code, now);
    if (!until) return [];
    return say('invite-open-part', {
      name: literal(name),
      date: literal(dayAndMonth(localDate(until, timeZone))),
    });
  });
  const named = { area: areaName(area) };
  return lines(
    open.length > 0
      ? say('invite-open', { ...named, count: open.length, parts: partsName(area.level), list: join(open) })
      : say('invite-open-none', named),
    say('invite-open-how'),
  );
}

/** The roles above the kecamatan that may be held in an area. */
const rolesOf = ({ code }: NamedArea): readonly UpperRole[] => {
  const area = upperArea(code);
  return area ? upperRolesOf(area) : [];
};

/** Offers the parts that are nearly called so, or all of them where that was mistyped. */
function offerNear({ above: { area } }: UpperContext, name: string, role: UpperRole | undefined): Reply {
  const [first = ''] = name.toLowerCase().split(' ');
  if (isWithinTypos(name.toLowerCase(), ALL, 1) || first === ALL) return offerAll();
  return offerParts({
    area,
    words: name,
    command: (part) => ['/undang', part, role && shortRole(role)].filter(Boolean).join(' '),
    otherwise: say('invite-unknown', { name: literal(placeFrom(name)), area: areaName(area) }),
  });
}

function offerAll(): Reply {
  const command = `/undang ${ALL}`;
  const choices = yesOrNo(say('yes-command', { command: literal(ALL) }), command);
  return { answer: { text: say('command-near', { command: literal(command) }), choices }, senderOnly: true };
}

const withoutLeader = ({ tx, above }: UpperContext) =>
  above.area.parts.filter(({ code }) => leadersOf(tx, code).length === 0);

/** How one part is invited, for instance one that does not use the bot yet. */
function sayHow(context: UpperContext): Markup {
  const { area } = context.above;
  const [part] = withoutLeader(context);
  const named = partsExample(area);
  return say('invite-how', { ...named, example: part ? literal(part.name) : named.example });
}

/** Takes the name of a role above the kecamatan off the end of words: "Bengkalis bupati", "Bengkalis kadis pmd". */
function withRole(words: string): { readonly name: string; readonly role: UpperRole | undefined } {
  const typed = words.toLowerCase();
  for (const role of Object.values(UPPER_ROLES).flat()) {
    const spelled = upperRoleWords(role).find((name) => typed.endsWith(` ${name}`));
    if (spelled) return { name: words.slice(0, -spelled.length).trim(), role };
  }
  return { name: words, role: undefined };
}

function inviteAll(context: UpperContext): Reply {
  const without = withoutLeader(context);
  const { level } = context.above.area;
  return without.length === 0
    ? answer(say('invite-all-none', { parts: partsName(level) }))
    : inviteEach(context, without);
}

/** Invites those that are named and do not use the bot yet, and says which do. */
function inviteSeveral(context: UpperContext, named: readonly AreaCode[]): Reply {
  const isNamed = ({ code }: NamedArea) => named.includes(code);
  const without = withoutLeader(context).filter(isNamed);
  const held = context.above.area.parts.filter((part) => isNamed(part) && !without.includes(part));
  const names = join(held.map(({ name }) => literal(name)));
  const note = held.length > 0 ? say('invite-some-held', { names }) : undefined;
  if (without.length === 0) return answer(note!);
  return noted(note, inviteEach(context, without));
}

function inviteEach(context: UpperContext, without: readonly NamedArea[]): Reply {
  const { tx, actor, above, now } = context;
  const { level } = above.area;
  const letters = without.map((part) =>
    letterOf(context, part, invite(tx, part.code, now, { by: actor.person })),
  );
  noteActAbove(context, 'invited-parts', `${letters.length}`);
  const names = join(without.map(({ name }) => literal(name)));
  return {
    answer: {
      text: lines(
        say('invite-all', { count: letters.length, parts: partsName(level) }),
        without.length <= NAMED && say('invite-all-names', { names }),
      ),
      file: { as: 'pdf', letters },
    },
    context: { secret: true },
  };
}

const letterOf = (
  { above, settings, now }: UpperContext,
  part: { readonly code: AreaCode; readonly name: string },
  invitation: string,
): Letter =>
  letterFor(part, invitation, {
    from: areaName(above.area),
    ways: settings,
    timeZone: above.timeZone,
    now,
  });
