import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { villageOf } from '../../domain/district.ts';
import { type PersonId, platformOf, type UserRef } from '../../domain/ids.ts';
import type { Account, Actor, Role } from '../../domain/people.ts';
import { ownVillages } from '../../domain/permissions.ts';
import { isHead, isReporter } from '../../domain/roles.ts';
import type { HeldReport } from '../../store/held-reports.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { listed, offices, PLATFORMS, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import type { Decision } from '../members/decisions.ts';
import { grant } from '../members/grant.ts';
import { nameIn } from '../members/mentions.ts';
import { requestsToReport } from '../members/requests.ts';
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
  const released = reports ? releaseHeld(context, person) : [];
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
 * Records what a person reported before for the villages that they report for now: read in order, told in one message a village.
 * What named none waits until nothing that they asked for is open; it is about their only village, is asked about where they
 * have several, and goes with the last request where they have none.
 */
export function releaseHeld(context: DistrictContext, person: PersonId): NonNullable<Reply['followUps']> {
  const { tx, here, message } = context;
  const name = tx.people.name(person)!;
  const refs = tx.people.refs(person) as readonly [UserRef, ...UserRef[]];
  const actor = { account: { refs, name }, person, roles: tx.people.roles(person) };
  const own = ownVillages(actor, here.area.code);
  const only = own.length === 1 ? own[0] : undefined;
  const waits = requestsToReport(tx, person, here.area.code).length > 0;
  const held = tx.heldReports
    .of(person, here.area.code)
    .filter(({ village }) => (village === null ? !waits : own.includes(village)));
  for (const each of held) tx.heldReports.release(each.message);
  if (own.length === 0) return [];
  const meant = (each: HeldReport) => each.village ?? only;
  const villages = new Set(held.flatMap((each) => meant(each) ?? []));
  const told = [...villages].map((village) => held.filter((each) => meant(each) === village));
  const asked = held.filter((each) => meant(each) === undefined);
  const answer = (some: readonly HeldReport[]) => {
    const replies = some.map((each) => ({
      message: each.message,
      reply: readReport({ ...context, ...asSaid(context, actor, each) }, each.text, meant(each)),
    }));
    return mergeReplies(message.chat, replies, refs[0]);
  };
  return [
    ...told.flatMap(answer),
    ...asked.flatMap((each) => {
      // Each question stands under the words that it is about.
      const quotes = each.chat === message.chat ? each.message : undefined;
      return answer([each]).map((part) => ({ ...part, asks: refs[0], quotes }));
    }),
  ];
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
