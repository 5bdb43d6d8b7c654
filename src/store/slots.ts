import type { Instant } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** What became of a slot of the schedule. */
export type SlotOutcome = 'sent' | 'missed' | 'off';

/** The slots that are closed: what is due at a moment of the schedule happens once. */
export interface Slots {
  /**
   * What became of a slot; undefined while it is open. One that was passed over at a moment that is still to come was so by a clock that
   * was ahead, and is open; what was sent stays sent.
   */
  outcome(key: string, now: Instant): SlotOutcome | undefined;
  /** Closes a slot; false when it was closed before. */
  close(key: string, outcome: SlotOutcome, at: Instant): boolean;
}

export function slots(db: Db): Slots {
  const outcome = db.value<[string, Instant], SlotOutcome>(
    `SELECT outcome FROM slot WHERE key = ? AND (outcome = 'sent' OR at <= ?)`,
  );
  const close = db.prepare<[string, Instant, SlotOutcome]>(
    `INSERT INTO slot (key, at, outcome) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET at = excluded.at, outcome = excluded.outcome
     WHERE slot.outcome <> 'sent' AND slot.at > excluded.at`,
  );

  return {
    outcome: (key, now) => outcome.get(key, now),
    close: (key, outcome, at) => close.run(key, at, outcome).changes === 1,
  };
}
