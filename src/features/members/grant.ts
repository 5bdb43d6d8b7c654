import type { DistrictContext } from '../../bot/context.ts';
import { partOf } from '../../bot/prompts/part-of.ts';
import type { AreaCode, PersonId, VillageCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { mayDecideOn } from '../../domain/permissions.ts';
import { isHead, type RoleKind } from '../../domain/roles.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { offices } from '../../text/phrases.ts';
import { join, say } from '../../text/say.ts';
import { noteAct } from './acts.ts';
import { endRole } from './invitations.ts';
import { areTwo } from './rivals.ts';

/** Gives somebody a role, closes their requests for its area, and ends the role of a former head there. */
export function grant(
  context: DistrictContext,
  person: PersonId,
  kind: RoleKind,
  area: VillageCode | AreaCode,
  act: 'approved' | 'appointed' | 'handed-over',
): void {
  const { tx, message, now } = context;
  const giving = act === 'appointed' ? (message.edits ?? partOf(context) ?? message.ref) : undefined;
  if (isHead(kind)) replaceHeads(context, area as VillageCode, person);
  for (const request of tx.people.requestsOf(person))
    if (request.area === area) tx.people.decide(request.id, 'ended', now);
  const held = tx.people.roles(person).find((role) => role.kind === kind && role.area === area);
  if (held) tx.people.giveAgain(held.id, now, giving);
  else tx.people.give(person, kind, area, now, giving);
  noteAct(context, act, area, kind);
}

/** Ends the role of every other head of a village, except an account that may be the same person's on another platform. */
function replaceHeads(context: DistrictContext, area: VillageCode, keep: PersonId): void {
  const { tx, now } = context;
  for (const role of tx.people.holders(area))
    if (isHead(role.kind) && areTwo(tx, role.person, keep)) {
      tx.people.decide(role.id, 'ended', now);
      noteAct(context, 'replaced', area, role.kind);
    }
}

/** The roles that an earlier form of the message gave, and that are still held. */
export const givenBefore = ({ tx, here, message: { edits } }: DistrictContext): readonly Role[] =>
  edits === undefined ? [] : tx.people.holders(here.area.code).filter(({ message }) => message === edits);

/** Ends the roles that an earlier form of the message gave, and that its words give no longer; gives those that it ended. */
export function withdrawGiven(
  context: DistrictContext,
  isStill: (role: Role) => boolean = () => false,
): readonly Role[] {
  const { tx, actor, now } = context;
  const withdrawn = givenBefore(context).filter((role) => mayDecideOn(actor, role) && !isStill(role));
  for (const role of withdrawn) {
    endRole(tx, role, now);
    noteAct(context, 'revoked', role.area, role.kind);
  }
  return withdrawn;
}

/** Says which roles an edit ended. Whom a head had replaced does not come back by that. */
export function sayWithdrawn({ here }: DistrictContext, roles: readonly Role[]): Markup | false {
  const [first] = roles;
  if (!first) return false;
  const said = say('appoint-withdrawn', { name: literal(first.name), office: offices(here.area, roles) });
  return roles.some(({ kind }) => isHead(kind)) ? join([said, say('appoint-withdrawn-head')], ' ') : said;
}
