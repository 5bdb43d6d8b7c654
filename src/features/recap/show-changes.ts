import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { type DistrictScope, isDistrictScope, type UpperScope } from '../../domain/district.ts';
import { readFigures } from './area-counts.ts';
import { areaSummary } from './area-snapshot.ts';
import { areaChanges, districtChanges } from './change-message.ts';
import { showList } from './show-list.ts';

/** By how much each part of an area of any level changed. */
export function showChanges(
  context: MessageContext,
  scope: DistrictScope | UpperScope,
  isOfFalls: boolean,
): Reply {
  const { tx, now, span } = context;
  const week = span ? undefined : context.week;
  const days = { now, week, span, isOfFalls };
  if (!isDistrictScope(scope)) {
    const counted = readFigures(tx, scope.area, days);
    return showList(areaChanges(tx, areaSummary(tx, scope, now, week, counted), days));
  }
  const { text, context: about } = districtChanges(tx, scope, days);
  // In a kecamatan's own group a number is a unit.
  return { answer: { text }, context: context.above ? about : { ...(week && { week }) } };
}
