import type { DistrictContext } from '../../bot/context.ts';
import type { AreaCode, PersonId, VillageCode } from '../../domain/ids.ts';
import { isHead, type RoleKind } from '../../domain/roles.ts';
import { noteAct } from './acts.ts';
import { areTwo } from './rivals.ts';

/** Gives somebody a role, closes their requests for its area, and ends the role of a former head there. */
export function grant(
  context: DistrictContext,
  person: PersonId,
  kind: RoleKind,
  area: VillageCode | AreaCode,
  act: 'approved' | 'appointed' | 'handed-over',
): void {
  const { tx, now } = context;
  if (isHead(kind)) replaceHeads(context, area as VillageCode, person);
  for (const request of tx.people.requestsOf(person))
    if (request.area === area) tx.people.decide(request.id, 'ended', now);
  if (!tx.people.roles(person).some((role) => role.kind === kind && role.area === area))
    tx.people.give(person, kind, area, now);
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
