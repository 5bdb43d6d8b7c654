import type { Update } from 'grammy/types';
import { CLOCKS_DIFFER_MS, fromUnixSeconds } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';

/** Bot API, getUpdates: updates are kept for so long. What is dated earlier is dated wrongly. */
const KEPT_MS = 86_400_000;

/**
 * The moment at which each update of a batch was made, if it is a press, which has no date of its own; `fetched` by Telegram's clock. Updates
 * come in the order in which things happened: a press was made after the messages before it, and before the message behind it.
 */
export function pressTimes(updates: readonly Update[], fetched: Instant): readonly Instant[] {
  const dates = updates.map((update) => dateOf(update, fetched));
  return updates.map((_, at) => {
    const behind = dates.slice(at + 1).find((later) => later !== undefined);
    const made = behind && behind < fetched ? behind : fetched;
    return dates
      .slice(0, at)
      .reduce<Instant>((latest, each) => (each && each > latest ? each : latest), made);
  });
}

/** When a message was written or edited, by Telegram's clock. Edits are told of late too, of changes that nobody made: those date nothing. */
function dateOf(update: Update, now: Instant): Instant | undefined {
  const edited = update?.edited_message?.edit_date;
  const seconds = edited ?? update?.message?.date;
  const most = edited === undefined ? KEPT_MS : CLOCKS_DIFFER_MS;
  const isKnown = seconds !== undefined && Math.abs(seconds * 1000 - Date.parse(now)) < most;
  return isKnown ? fromUnixSeconds(seconds) : undefined;
}
