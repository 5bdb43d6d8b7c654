import { noted } from '../src/bot/asked-time.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import { type DistrictContext, isPress } from '../src/bot/context.ts';
import { sayDenied } from '../src/bot/denied.ts';
import { refuse } from '../src/bot/refuse.ts';
import { coordinates, leads } from '../src/bot/standing.ts';
import { yesOrNo } from '../src/bot/yes-or-no.ts';
import type { Area } from '../src/domain/areas.ts';
import { villageOf } from '../src/domain/district.ts';
import type { VillageCode } from '../src/domain/ids.ts';
import type { Account, Role } from '../src/domain/people.ts';
import { isCamat, mayCoordinate, mayDecideOn } from '../src/domain/permissions.ts';
import { isCoordinator, rolesIn, type VillageRole } from '../src/domain/roles.ts';
import { appointAbove, isMention } from '../src/features/members/appoint-above.ts';
import { tellCamat } from '../src/features/members/camat.ts';
import { decisionText, tellDecisions } from '../src/features/members/decisions.ts';
import { givenBefore, sayWithdrawn, withdrawGiven } from '../src/features/members/grant.ts';
import { endRole } from '../src/features/members/invitations.ts';
import { isRoleOvertaken, sayOvertaken } from '../src/features/members/overtaken.ts';
import { formerHead } from '../src/features/members/rivals.ts';
import { districtRoleNamed, roleNamed, takeVillagesAndRoles } from '../src/features/members/role-words.ts';
import { nameBeside } from '../src/features/members/twins.ts';
import { grantAndRelease } from '../src/features/reports/release.ts';
import type { Content } from '../src/text/content.ts';
import { literal, type Markup } from '../src/text/markup.ts';
import { placeFrom } from '../src/text/names.ts';
import { listed, offices, roleName, villageLabel } from '../src/text/phrases.ts';
import { join, lines, say } from '../src/text/say.ts';

/** The yes to the question whether to hand the office over; the question keeps to whom. */
const HANDOVER = /^[a-z ]+ #ya$/;
/** The yes to the question whether to replace a head: the role, and that head's; the question keeps by whom. */
const REPLACEMENT = /^(.+) #ganti(\d{1,15})$/;
const CONFIRMED = new RegExp(`${HANDOVER.source}|${REPLACEMENT.source}`);

/** Gives a role to the author of the message replied to; `camat` hands the office over, after a yes. */
export const tunjuk = defineCommand({
  name: 'tunjuk',
  menu: 'group',
  offered: (at) => at.chatKind === 'group' && (coordinates(at) || leads(at)),
  requires: 'kecamatan',
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  yes: { words: CONFIRMED, typed: false },
  above: appointAbove,
  run(words, context) {
    const { message, prompt } = context;
    if (words === 'camat #ya') return handOver(context, prompt?.context.named);
    const [, replaced, former] = REPLACEMENT.exec(words) ?? [];
    if (replaced !== undefined) return replace(context, replaced, Number(former));
    const author = authorOf(context);
    const named =
      author && !message.quotes?.forwarded ? officesNamed(context, words) : sayWhose(words, context);
    const roles = 'text' in named ? [] : named;
    const ended = sayWithdrawn(context, withdrawGiven(context, isAmong(context, author, roles)));
    const reply = 'text' in named ? { answer: named } : offer(context, author!, named);
    return noted(ended || undefined, reply);
  },
});

/** Who is given a role: the author of the message replied to. An edit may carry no reply; its message still replies to whom it gave one. */
function authorOf(context: DistrictContext): Account | undefined {
  const { tx, message } = context;
  const [given] = message.quotes ? [] : givenBefore(context);
  if (!given) return message.quotes?.author;
  const [first, ...others] = tx.people.refs(given.person);
  return first && { refs: [first, ...others], name: given.name };
}

/** How a role is given to the author of a message, where none is replied to whose own words it is. */
function sayWhose(words: string, { here, message, prompt }: DistrictContext): Content {
  if (message.quotes?.forwarded) return { text: say('appoint-forwarded') };
  const how = prompt ? say('appoint-bot') : sayHow(here.area);
  return { text: lines(isMention(words) && say('appoint-mention'), how) };
}

/** The offices that the words name: that of the camat or a Kasi PMD, or some in villages. */
function officesNamed({ here: { area } }: DistrictContext, words: string): readonly Office[] | Content {
  const kind = districtRoleNamed(words);
  return kind ? [{ kind, area: area.code }] : rolesNamed(area, words);
}

/** Tells of a role whether it is among those that somebody is given. */
function isAmong({ tx }: DistrictContext, author: Account | undefined, roles: readonly Office[]) {
  const meant = author && tx.people.find(author.refs);
  return (held: Role): boolean =>
    held.person === meant && roles.some(({ kind, area }) => kind === held.kind && area === held.area);
}

/** Gives roles; the camat's is handed over, after a yes. */
const offer = (context: DistrictContext, author: Account, roles: readonly Office[]): Reply =>
  roles.some(({ kind }) => kind === 'camat')
    ? askToHandOver(context, author)
    : appoint(context, author, roles);

/** The roles that the words name, one a village: "Petani kades", "ba Petani, Air Kulim dan Bumbung". */
function rolesNamed(area: Area, words: string): readonly VillageOffice[] | Content {
  const taken = takeVillagesAndRoles(area, words) ?? [];
  const missed = taken.find(({ found }) => found.exact.length !== 1);
  if (missed) {
    const near = listed([...missed.found.exact, ...missed.found.near].map(villageLabel));
    const name = literal(placeFrom(missed.named));
    return { text: near === '' ? sayHow(area) : say('appoint-near', { name, villages: near }) };
  }
  const [typed = '', ...others] = new Set(taken.map(({ role }) => role).filter(Boolean));
  const roles = taken.map(({ found: { exact } }) => {
    const { code, kind } = exact[0]!;
    return { kind: typed === '' ? rolesIn(kind)[0] : roleNamed(typed, kind), area: code };
  });
  const isClear = roles.length > 0 && others.length === 0 && roles.every((role) => role.kind);
  if (!isClear) return { text: sayHow(area) };
  // A village that is named twice counts once.
  return [...new Map(roles.map((role) => [role.area, role as VillageOffice])).values()];
}

/** How somebody is appointed, with villages of the kecamatan as the example. */
function sayHow({ villages }: Area): Markup {
  const [first, second] = villages;
  const village = literal(first!.name);
  const how = say('appoint-how', { village, role: roleName(rolesIn(first!.kind)[0]!, first!.code) });
  return second ? join([how, say('appoint-several', { village, second: literal(second.name) })], ' ') : how;
}

type Office = Pick<Role, 'kind' | 'area'>;

interface VillageOffice {
  readonly kind: VillageRole;
  readonly area: VillageCode;
}

/** Gives roles; a head who would be replaced by that is asked about first. */
function appoint(
  context: DistrictContext,
  author: Account,
  roles: readonly Office[],
  former?: number,
): Reply {
  const { tx, actor, message } = context;
  const isOwn = author.refs.some((ref) => actor.account?.refs.includes(ref));
  if (isOwn && roles.some(({ kind }) => isCoordinator(kind))) return { answer: { text: say('appoint-own') } };
  if (!roles.every((role) => mayDecideOn(context.actor, role)))
    return refuse(context, sayDenied('camat-only', context));
  const overtaken = roles.filter((role) => isRoleOvertaken(context, role));
  if (overtaken.length > 0)
    return sayOvertaken(say('overtaken-role', { office: offices(context.here.area, overtaken) }));
  const questions: ReturnType<typeof askToReplace>[] = [];
  const given: Office[] = [];
  for (const role of roles) {
    const head = formerHead(tx, role, author.refs);
    if (head && head.id !== former) questions.push(askToReplace(context, author, role, head));
    else given.push(role);
  }
  const further = questions.slice(given.length > 0 ? 0 : 1);
  const asks = actor.account?.refs[0];
  const followUps = further.map((question) => ({ to: message.chat, asks, ...question }));
  if (given.length === 0) {
    const { content: answer, context: about } = questions[0]!;
    return { answer, context: about, senderOnly: true, followUps };
  }
  const person = tx.people.findOrAdd(author.refs, author.name);
  const told = tellDecisions(context, [grantAndRelease(context, person, given, 'appointed')]);
  return { ...told, followUps: [...told.followUps!, ...followUps] };
}

function askToReplace({ here }: DistrictContext, { refs, name }: Account, role: Office, head: Role) {
  const village = villageLabel(villageOf(here, role.area)!);
  const former = nameBeside(head, name, here.timeZone);
  const text = say('approve-replace', { village, former, name: literal(name) });
  const choices = yesOrNo(say('yes-replace'), `/tunjuk ${role.area} ${role.kind} #ganti${head.id}`);
  return { content: { text, choices }, context: { topics: [`head ${role.area}`], named: { refs, name } } };
}

/** Replaces a head by the person whom the question named: the yes counts for nobody else. */
function replace(context: DistrictContext, words: string, former: number): Reply {
  const named = context.prompt?.context.named;
  const roles = rolesNamed(context.here.area, words);
  if (!named || 'text' in roles) return { answer: { text: sayHow(context.here.area) } };
  return appoint(context, named, roles, former);
}

function askToHandOver(context: DistrictContext, { refs, name }: Account): Reply {
  const { actor, here } = context;
  if (!isCamat(actor, here.area.code)) return refuse(context, sayDenied('camat-only', context));
  if (refs.some((ref) => actor.account?.refs.includes(ref))) return { answer: { text: say('appoint-own') } };
  const choices = yesOrNo(say('yes-handover'), '/tunjuk camat #ya');
  return {
    answer: { text: say('appoint-handover', { name: literal(name) }), choices },
    senderOnly: true,
    context: { topics: [`handover ${here.area.code}`], named: { refs, name } },
  };
}

/** Hands the office over to the person whom the question named: the yes counts for nobody else. */
function handOver(context: DistrictContext, named: Account | undefined): Reply {
  const { tx, actor, here, message, now } = context;
  const { code } = here.area;
  if (!isCamat(actor, code)) return refuse(context, sayDenied('camat-only', context));
  if (!named) return { answer: { text: sayHow(here.area) } };
  const person = tx.people.findOrAdd(named.refs, named.name);
  const text = decisionText([
    grantAndRelease(context, person, [{ kind: 'camat', area: code }], 'handed-over'),
  ]);
  for (const role of tx.people.holders(code))
    if (role.kind === 'camat' && role.person === actor.person && role.person !== person)
      endRole(tx, role, now);
  // An edited message notifies nobody: the group is told in a new message, as the others are.
  const rewritten = isPress(context);
  return {
    answer: { text },
    edits: true,
    followUps: tellCamat(tx, here.area, rewritten ? undefined : message.chat),
  };
}
