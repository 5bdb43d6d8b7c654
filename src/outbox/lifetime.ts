import { timeZone } from '../domain/areas.ts';
import { msBetween } from '../domain/clock.ts';
import { localDate } from '../domain/dates.ts';
import type { Instant } from '../domain/ids.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { Chat } from '../store/chats.ts';
import type { Posted } from '../store/outbox.ts';

/** An answer that was refused says something for so long after it was written. */
const ANSWER_FRESH_MS = 3_600_000;

/**
 * True when a waiting message has expired: a scheduled message counts on the local day on which it could first go out, and
 * only while its group is linked; an answer that was refused counts for an hour.
 */
export function isPast(row: Posted, chat: Chat | undefined, now: Instant): boolean {
  if (!row.scheduled) return row.refusal !== null && msBetween(row.at, now) > ANSWER_FRESH_MS;
  if (!chat?.area) return true;
  const zone = timeZone(chat.area);
  return localDate(now, zone) > localDate(quietUntil(row.at, zone) ?? row.at, zone);
}
