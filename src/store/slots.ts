import type { Instant } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** What became of a slot of the schedule. */
export type SlotOutcome = 'sent' | 'missed' | 'off';

/** The slots that are closed: what is due at a moment of the schedule happens once. */
export interface Slots {
  /** What became of a slot; undefined while it is open. */
  outcome(key: string): SlotOutcome | undefined;
  /** Closes a slot; false when it was closed before. */
  close(key: string, outcome: SlotOutcome, at: Instant): boolean;
}

export function slots(db: Db): Slots {
  const outcome = db.value<[string], SlotOutcome>('SELECT outcome FROM slot WHERE key = ?');
  const close = db.prepare<[string, Instant, SlotOutcome]>(
    'INSERT INTO slot (key, at, outcome) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );

  return {
    outcome: (key) => outcome.get(key),
    close: (key, outcome, at) => close.run(key, at, outcome).changes === 1,
  };
}
