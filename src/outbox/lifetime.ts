import { timeZone } from '../domain/areas.ts';
import { msBetween } from '../domain/clock.ts';
import { localDate } from '../domain/dates.ts';
import type { AreaCode, ChatRef, Instant } from '../domain/ids.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { ClaimedRow, Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';

/** An answer that was refused says something for so long after it was written. */
const ANSWER_FRESH_MS = 3_600_000;
/** What could not be sent, as where its WhatsApp number is banned or paused, counts for as long as what arrives late does. */
const WAITING_MS = 14 * 86_400_000;

/**
 * Why a waiting message is not sent any more. A scheduled message counts on the local day on which it could first go out, and only
 * while its group is linked to the area that it is for, or while the person of its private chat leads that; an answer that was refused
 * counts for an hour, and what only waits for two weeks. No message goes out in a group that was linked to another area since.
 */
export function whyDropped(
  tx: Tx,
  row: Posted & Pick<ClaimedRow, 'linkedTo'>,
  now: Instant,
): 'over' | 'other-area' | undefined {
  const { area, linkedTo } = row;
  if (row.scheduled) {
    if (!area || (linkedTo !== area && !isLedFrom(tx, row.chat, area))) return 'other-area';
    const zone = timeZone(area);
    return localDate(now, zone) > localDate(quietUntil(row.at, zone) ?? row.at, zone) ? 'over' : undefined;
  }
  if (area && linkedTo && linkedTo !== area) return 'other-area';
  const counts = row.refusal === null ? WAITING_MS : ANSWER_FRESH_MS;
  return msBetween(row.at, now) > counts ? 'over' : undefined;
}

/** Whether a private chat is one in which somebody took up a role that they hold in an area. */
const isLedFrom = (tx: Tx, chat: ChatRef, area: AreaCode): boolean =>
  tx.chats.get(chat)?.kind !== 'group' && tx.people.heldIn(area).some((role) => role.chat === chat);
