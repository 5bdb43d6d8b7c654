import type { Update } from 'grammy/types';
import { addMs, CLOCKS_DIFFER_MS, fromUnixSeconds, msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';

/** Bot API, getUpdates: updates are kept for so long. What is dated earlier is dated wrongly. */
const KEPT_MS = 86_400_000;

/** Gives for each update of a batch the moment at which it was made, if it is a press. */
export type PressTimes = (updates: readonly Update[], now: Instant) => readonly Instant[];

/**
 * Dates presses, which have no date of their own. Updates come in the order in which things happened: a press was made after the messages
 * before it, though the machine's clock may be ahead of Telegram's, and before the message behind it, though both may be fetched late.
 */
export function createPressTimes(): PressTimes {
  /** By how much the last message came later than its date. */
  let lag = 0;
  return (updates, now) => {
    const dates = updates.map((update) => dateOf(update, now));
    return updates.map((update, at) => {
      const date = dates[at];
      if (date && update.message) lag = msBetween(date, now);
      const fetched = Math.abs(lag) <= CLOCKS_DIFFER_MS ? addMs(now, -lag) : now;
      const behind = dates.slice(at + 1).find((later) => later !== undefined);
      const made = behind && behind < fetched ? behind : fetched;
      return dates
        .slice(0, at)
        .reduce<Instant>((latest, each) => (each && each > latest ? each : latest), made);
    });
  };
}

/** When a message was written or edited, by Telegram's clock. Edits are told of late too, of changes that nobody made: those date nothing. */
function dateOf(update: Update, now: Instant): Instant | undefined {
  const edited = update?.edited_message?.edit_date;
  const seconds = edited ?? update?.message?.date;
  const most = edited === undefined ? KEPT_MS : CLOCKS_DIFFER_MS;
  const isKnown = seconds !== undefined && Math.abs(seconds * 1000 - Date.parse(now)) < most;
  return isKnown ? fromUnixSeconds(seconds) : undefined;
}
