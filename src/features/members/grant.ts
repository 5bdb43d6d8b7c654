import type { DistrictContext } from '../../bot/context.ts';
import type { DistrictCode, PersonId, VillageCode } from '../../domain/ids.ts';
import { isHead, type RoleKind } from '../../domain/roles.ts';
import { noteAct } from './acts.ts';
import { areTwo } from './rivals.ts';

/** Gives somebody a role, closes their requests for its area, and ends the role of a former head there. */
export function grant(
  context: DistrictContext,
  person: PersonId,
  kind: RoleKind,
  area: VillageCode | DistrictCode,
  act: 'approved' | 'appointed' | 'handed-over',
): void {
  const { store, now } = context;
  if (isHead(kind)) replaceHeads(context, area as VillageCode, person);
  for (const request of store.people.requestsOf(person))
    if (request.area === area) store.people.decide(request.id, 'ended', now);
  if (!store.people.roles(person).some((role) => role.kind === kind && role.area === area))
    store.people.give(person, kind, area, now);
  noteAct(context, act, area, kind);
}

/** Ends the role of every other head of a village, except an account that may be the same person's on another platform. */
function replaceHeads(context: DistrictContext, area: VillageCode, keep: PersonId): void {
  const { store, now } = context;
  for (const role of store.people.holders(area))
    if (isHead(role.kind) && areTwo(store, role.person, keep)) {
      store.people.decide(role.id, 'ended', now);
      noteAct(context, 'replaced', area, role.kind);
    }
}
