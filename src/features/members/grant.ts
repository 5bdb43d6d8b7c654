import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { villageOf } from '../../domain/district.ts';
import type { DistrictCode, PersonId, UserRef, VillageCode } from '../../domain/ids.ts';
import type { Account, Actor } from '../../domain/people.ts';
import { isHead, type RoleKind, reports } from '../../domain/roles.ts';
import type { HeldReport } from '../../store/held-reports.ts';
import type { Markup } from '../../text/markup.ts';
import { roleArea, roleName } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { readReport } from '../reports/free-text.ts';
import { together } from '../reports/together.ts';
import { noteAct } from './acts.ts';
import { nameIn, replaceHeads } from './registration.ts';

export interface Granted {
  /** What the group reads about it. */
  readonly text: Markup;
  /** What was reported before, now recorded, with one echo for all. */
  readonly released: NonNullable<Reply['followUps']>;
}

/** Gives somebody a role, ends a former head's, and records what was held back until then. */
export function grant(
  context: DistrictContext,
  person: PersonId,
  kind: RoleKind,
  area: VillageCode | DistrictCode,
  act: 'approved' | 'appointed' | 'handed-over',
): Granted {
  const { store, here, message, now } = context;
  if (isHead(kind)) replaceHeads(context, area as VillageCode, person);
  for (const request of store.people.requestsOf(person))
    if (request.area === area) store.people.decide(request.id, 'ended', now);
  if (!store.people.roles(person).some((role) => role.kind === kind && role.area === area))
    store.people.give(person, kind, area, now);
  noteAct(context, act, area, kind);

  const name = nameIn(store, { person, name: store.people.name(person)! }, message.chat);
  const given = say('appointed', { name, role: roleName(kind), area: roleArea(here.area, { area }) });
  const village = villageOf(here, area);
  const released = village && reports(kind) ? release(context, person, village.code) : [];
  const next =
    released.length > 0 ? undefined : village && say(reports(kind) ? 'approved-how' : 'approved-read');
  return { text: lines(given, next), released };
}

/** What a person reported for a village, or without naming one, before the role there was given: read in order, told in one message. */
function release(
  context: DistrictContext,
  person: PersonId,
  village: VillageCode,
): NonNullable<Reply['followUps']> {
  const { store, here, message } = context;
  const held = store.heldReports
    .of(person, here.area.code)
    .filter((each) => each.village === null || each.village === village);
  if (held.length === 0) return [];
  const name = store.people.name(person)!;
  const refs = store.people.refs(person) as readonly [UserRef, ...UserRef[]];
  const actor = { account: { refs, name }, person, roles: store.people.roles(person) };
  const replies = held.map((each) => {
    store.heldReports.release(each.message);
    return readReport({ ...context, ...asSaid(context, actor, each) }, each.text, village);
  });
  const answered = held.map((each) => each.message).reverse();
  return together(message.chat, replies, answered, refs[0]);
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
