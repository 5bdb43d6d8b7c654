import { isPartComplete } from '../../domain/area-recap.ts';
import { dayAndMonth } from '../../domain/dates.ts';
import { type DistrictScope, isDistrictScope, type UpperScope } from '../../domain/district.ts';
import type { Instant } from '../../domain/ids.ts';
import { isComplete } from '../../domain/progress.ts';
import { weekBefore, weekEnd } from '../../domain/weeks.ts';
import type { Outgoing } from '../../store/outbox.ts';
import type { MessageTx } from '../../store/tx.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { say } from '../../text/say.ts';
import { areaRecap } from '../recap/area-snapshot.ts';
import { recapText } from '../recap/message.ts';
import { onTimeOf } from '../recap/on-time.ts';
import { districtRecap, recapTable, toldAt } from '../recap/snapshot.ts';
import type { CountedAhead } from './count-ahead.ts';
import type { Slot } from './slots.ts';

/**
 * The recap of a slot, for a kecamatan and the areas above it alike: the seven days before the slot's day and how things stood at their
 * end, whenever it goes out, so that what a camat and a Kadis are told on one morning is the same. Undefined once everything stands: a
 * kecamatan was congratulated then, and above the week in which the last unit came to stand is told too. `counted`: the parts of an area
 * above, where they were counted ahead.
 */
export function recapMessage(
  tx: MessageTx,
  scope: DistrictScope | UpperScope,
  slot: Slot,
  reminderDays: readonly number[],
  now: Instant,
  counted?: CountedAhead['parts'],
): Pick<Outgoing, 'content' | 'context'> | undefined {
  const week = weekBefore(slot.date);
  const how = { heading: heading(slot, scope), isBrief: true };
  if (isDistrictScope(scope)) {
    if (isComplete(recapTable(tx, scope, now))) return undefined;
    const recap = toldAt(districtRecap(tx, scope, now, week), now);
    const { text, context } = recapText(recap, how);
    return { content: { text, file: { as: 'png', recap } }, context };
  }
  const recap = toldAt(areaRecap(tx, scope, now, week, counted), now);
  if (recap.parts.every((part) => isPartComplete(part) && part.establishedBefore === part.established))
    return undefined;
  const { text, context } = recapText(
    { ...recap, onTime: onTimeOf(tx, scope, reminderDays, weekEnd(week)) },
    how,
  );
  return { content: { text, file: { as: 'png', area: recap } }, context };
}

const heading = ({ kind }: Slot, { opened }: DistrictScope | UpperScope): Markup =>
  kind === 'closing'
    ? say('closing-head', { date: literal(dayAndMonth(opened.deadline)) })
    : say(kind === 'weekly' ? 'weekly-head' : 'monday-head');
