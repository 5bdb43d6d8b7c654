import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { villageOf } from '../../domain/district.ts';
import { type PersonId, platformOf, type UserRef, type VillageCode } from '../../domain/ids.ts';
import type { Account, Actor, Role } from '../../domain/people.ts';
import { isHead, isReporter } from '../../domain/roles.ts';
import type { HeldReport } from '../../store/held-reports.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { listed, offices, PLATFORMS, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import type { Decision } from '../members/decisions.ts';
import { grant } from '../members/grant.ts';
import { nameIn } from '../members/mentions.ts';
import { mergeReplies } from './merge-replies.ts';
import { readReport } from './read-report.ts';

/** Gives somebody roles, and records what they reported before they had it. */
export function grantAndRelease(
  context: DistrictContext,
  person: PersonId,
  roles: readonly Pick<Role, 'kind' | 'area'>[],
  act: 'approved' | 'appointed' | 'handed-over',
): Decision {
  const { tx, here, message } = context;
  for (const { kind, area } of roles) grant(context, person, kind, area, act);
  const name = nameIn(tx, { person, name: tx.people.name(person)! }, message.chat);
  const villages = roles.flatMap(({ area }) => villageOf(here, area) ?? []);
  const reports = roles.some(({ kind }) => isReporter(kind));
  const released = reports ? villages.flatMap(({ code }) => release(context, person, code)) : [];
  const next =
    released.length === 0 && villages.length > 0
      ? say(reports ? 'approved-how' : 'approved-read')
      : undefined;
  const beside = headsBeside(context, person, roles);
  return { outcome: 'appointed', name, office: offices(here.area, roles), beside, next, released };
}

/** Tells of heads whom a new one did not replace: on another platform they may be the same person, which a person has to tell. */
function headsBeside(
  { tx, here }: DistrictContext,
  person: PersonId,
  roles: readonly Pick<Role, 'kind' | 'area'>[],
): Markup | undefined {
  const told = roles.flatMap(({ kind, area }) => {
    const village = isHead(kind) ? villageOf(here, area) : undefined;
    const others = tx.people.holders(area).filter((role) => isHead(role.kind) && role.person !== person);
    if (!village || others.length === 0) return [];
    const names = listed(others.map((other) => literal(`${other.name} (${platformsOf(tx, other.person)})`)));
    return say('heads-beside', {
      names,
      village: villageLabel(village),
      command: literal(`/cabut ${village.name}`),
    });
  });
  return told.length > 0 ? lines(...told) : undefined;
}

/** The platforms on which somebody has an account, by name. */
const platformsOf = (tx: DistrictContext['tx'], person: PersonId): string =>
  [...new Set(tx.people.refs(person).map((ref) => PLATFORMS[platformOf(ref)]))].join(', ');

/**
 * Records what a person reported for a village, or without naming one, before the role there was given: read in order,
 * told in one message.
 */
function release(
  context: DistrictContext,
  person: PersonId,
  village: VillageCode,
): NonNullable<Reply['followUps']> {
  const { tx, here, message } = context;
  const held = tx.heldReports
    .of(person, here.area.code)
    .filter((each) => each.village === null || each.village === village);
  if (held.length === 0) return [];
  const name = tx.people.name(person)!;
  const refs = tx.people.refs(person) as readonly [UserRef, ...UserRef[]];
  const actor = { account: { refs, name }, person, roles: tx.people.roles(person) };
  const replies = held.map((each) => {
    tx.heldReports.release(each.message);
    return readReport({ ...context, ...asSaid(context, actor, each) }, each.text, village);
  });
  const answered = held.map((each) => each.message).reverse();
  return mergeReplies(message.chat, replies, answered, refs[0]);
}

const asSaid = (
  { message }: DistrictContext,
  actor: Actor & { readonly account: Account },
  held: HeldReport,
): Pick<DistrictContext, 'actor' | 'message' | 'typed' | 'prompt'> => ({
  actor,
  message: {
    kind: 'message',
    ref: held.message,
    chat: message.chat,
    chatKind: message.chatKind,
    sender: actor.account,
    text: held.text,
    addressed: true,
    sentAt: held.at,
  },
  typed: false,
  prompt: undefined,
});
