import { type AreaSummary, isPartComplete, isUsing } from '../../domain/area-recap.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Chat } from '../../store/chats.ts';
import type { Outgoing } from '../../store/outbox.ts';
import type { MessageTx } from '../../store/tx.ts';
import { literal } from '../../text/markup.ts';
import { daysLeft } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { areaHead, areaMissing, areaText, notUsing, summaryLines } from '../recap/area-message.ts';
import { areaSummary, weekRecap } from '../recap/area-snapshot.ts';
import { onTimeOf } from '../recap/on-time.ts';
import type { Slot } from './slots.ts';

/** An area above the kecamatan gets the list of what still lacks something so many days before the deadline. */
export const ABOVE_DAYS = [3, 1] as const;
/** So many of those that are behind are named on Mondays. */
const ATTENTION = 3;

/** What still lacks something, with the days that are left. */
export function missingBefore(recap: AreaSummary): Pick<Outgoing, 'content' | 'context'> {
  const { text, context } = areaMissing(recap);
  return { content: { text: lines(daysLeft(recap.deadline, recap.daysLeft), text) }, context };
}

/**
 * The messages of a slot for a group of an area above the kecamatan: none once everything stands. A Monday's recap tells of the full week
 * before it, whenever it goes out.
 */
export function aboveMessages(
  tx: MessageTx,
  chat: Chat,
  above: UpperScope,
  slot: Slot,
  reminderDays: readonly number[],
  now: Instant,
): readonly Outgoing[] {
  const out = { to: chat.ref, thread: chat.thread ?? undefined, scheduled: true as const };
  if (slot.kind === 'reminder') {
    const summary = areaSummary(tx, above, now);
    return summary.parts.every(isPartComplete) ? [] : [{ ...out, ...missingBefore(summary) }];
  }
  const recap = weekRecap(tx, above, slot.date, now);
  // The week in which the last unit came to stand is told too.
  if (recap.parts.every((part) => isPartComplete(part) && part.establishedBefore === part.established))
    return [];
  const behind = recap.parts.filter((part) => isUsing(part) && !isPartComplete(part)).slice(0, ATTENTION);
  const text = lines(
    say('above-monday'),
    areaHead(recap),
    ...summaryLines({ ...recap, onTime: onTimeOf(tx, above, reminderDays, now) }),
    behind.length > 0 && say('above-attention', { names: join(behind.map(({ name }) => literal(name))) }),
    notUsing(recap),
  );
  const { context } = areaText(recap);
  return [{ ...out, content: { text, file: { as: 'png', area: recap } }, context }];
}
