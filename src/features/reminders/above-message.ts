import { type AreaRecap, isPartComplete } from '../../domain/area-recap.ts';
import { localDate } from '../../domain/dates.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Outgoing } from '../../store/outbox.ts';
import type { MessageTx } from '../../store/tx.ts';
import { daysLeft } from '../../text/phrases.ts';
import { lines } from '../../text/say.ts';
import { areaRecap } from '../recap/area-snapshot.ts';
import { areaMissing } from '../recap/missing-message.ts';
import type { CountedAhead } from './count-ahead.ts';
import { ownDeadlinesBelow } from './deadlines-below.ts';

/** An area above the kecamatan gets the list of what still lacks something so many days before the deadline. */
export const ABOVE_DAYS = [3, 1] as const;

/** What still lacks something, with the days that are left, there and where that has a deadline of its own. */
export function missingBefore(
  tx: MessageTx,
  above: UpperScope,
  recap: AreaRecap,
): Pick<Outgoing, 'content' | 'context'> {
  const { text, context } = areaMissing(recap);
  const today = localDate(recap.asOf, above.timeZone);
  const lacking = recap.parts.filter((part) => !isPartComplete(part)).map(({ code }) => code);
  const below = ownDeadlinesBelow(tx, above, today, (code) => lacking.includes(code));
  return { content: { text: lines(daysLeft(recap.deadline, recap.daysLeft), below, text) }, context };
}

/** The reminder of an area above the kecamatan; undefined when nothing is lacking. `counted`: its parts, where they were counted ahead. */
export function reminderAbove(
  tx: MessageTx,
  above: UpperScope,
  now: Instant,
  counted?: CountedAhead['parts'],
): Pick<Outgoing, 'content' | 'context'> | undefined {
  const recap = areaRecap(tx, above, now, undefined, counted);
  return recap.parts.every(isPartComplete) ? undefined : missingBefore(tx, above, recap);
}
