import type { TimeZone } from '../../domain/areas.ts';
import type { ChatRef, Instant } from '../../domain/ids.ts';

/**
 * Remembers, by zone, which groups the schedule's last match was carried out for. Gives their set, empty after a new match.
 * A group that is linked later in the day is not in it.
 */
export function createGroupsDone(): (zone: TimeZone, fired: Instant) => Set<ChatRef> {
  const byZone = new Map<TimeZone, { readonly fired: Instant; readonly chats: Set<ChatRef> }>();
  return (zone, fired) => {
    const last = byZone.get(zone);
    if (last?.fired === fired) return last.chats;
    const chats = new Set<ChatRef>();
    byZone.set(zone, { fired, chats });
    return chats;
  };
}
