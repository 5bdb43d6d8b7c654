import type { OpenArea } from '../domain/district.ts';
import { type AreaCode, below, type Instant, type LocalDate } from '../domain/ids.ts';
import type { Db } from './db.ts';

const OPEN_AREA = `SELECT code, deadline, deadline_set_at AS "deadlineSetAt", reminders,
  shown_below AS "shownBelow" FROM district`;

interface OpenAreaRow extends Omit<OpenArea, 'reminders' | 'shownBelow'> {
  readonly reminders: 0 | 1;
  readonly shownBelow: 0 | 1;
}
const openAreaOf = (row: OpenAreaRow): OpenArea => ({
  ...row,
  reminders: row.reminders === 1,
  shownBelow: row.shownBelow === 1,
});

/** An area and its deadline. */
export type AreaDeadline = Pick<OpenArea, 'code' | 'deadline'>;

/** The areas of any level that were opened. */
export interface OpenAreas {
  opened(code: AreaCode): OpenArea | undefined;
  /** Opens an area with its deadline; one that is open stays as it is. */
  open(code: AreaCode, deadline: LocalDate, at: Instant): void;
  /** Sets the deadline; `at` is when it was decided. `isOwn`: it is another than that of the area above, and holds while it is the earlier one. */
  setDeadline(code: AreaCode, deadline: LocalDate, at: Instant, isOwn: boolean): void;
  setReminders(code: AreaCode, on: boolean): void;
  /** Whether the camat of an area's kecamatan may see its recap. */
  showBelow(code: AreaCode, on: boolean): void;
  /**
   * Sets the deadline of all that lies in an area where it was the area's own until now, or would be later than the new one. Where
   * somebody in between has set an earlier one of their own, it is that. Gives those where it is another than before, and what it is now.
   */
  setDeadlineBelow(
    code: AreaCode,
    before: LocalDate,
    deadline: LocalDate,
    at: Instant,
  ): readonly AreaDeadline[];
}

export function openAreas(db: Db): OpenAreas {
  const open = db.prepare<[AreaCode, LocalDate, Instant, Instant]>(
    'INSERT INTO district (code, deadline, deadline_set_at, opened_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const opened = db.prepare<[AreaCode], OpenAreaRow>(`${OPEN_AREA} WHERE code = ?`);
  const setDeadline = db.prepare<[LocalDate, Instant, LocalDate | null, AreaCode]>(
    'UPDATE district SET deadline = ?, deadline_set_at = ?, own_deadline = ? WHERE code = ?',
  );
  const setReminders = db.prepare<[0 | 1, AreaCode]>('UPDATE district SET reminders = ? WHERE code = ?');
  const showBelow = db.prepare<[0 | 1, AreaCode]>('UPDATE district SET shown_below = ? WHERE code = ?');
  // The area's own one and those of the areas between it and the one where the deadline is set.
  const earliest = `(SELECT coalesce(min(own.own_deadline), :deadline) FROM district AS own
    WHERE own.code IN (substr(district.code, 1, 2), substr(district.code, 1, 5), district.code)
    AND own.code >= :from AND own.code < :to AND own.code <> :code AND own.own_deadline < :deadline)`;
  const setDeadlineBelow = db.prepare<
    { from: string; to: string; code: AreaCode; before: LocalDate; deadline: LocalDate; at: Instant },
    AreaDeadline
  >(
    `UPDATE district SET deadline = ${earliest}, deadline_set_at = :at
     WHERE code >= :from AND code < :to AND code <> :code AND deadline <> ${earliest}
     AND (deadline = :before OR deadline > :deadline) RETURNING code, deadline`,
  );

  return {
    opened(code) {
      const row = opened.get(code);
      return row && openAreaOf(row);
    },
    open: (code, deadline, at) => {
      open.run(code, deadline, at, at);
    },
    setDeadline: (code, deadline, at, isOwn) => {
      setDeadline.run(deadline, at, isOwn ? deadline : null, code);
    },
    showBelow: (code, on) => {
      showBelow.run(on ? 1 : 0, code);
    },
    setDeadlineBelow: (code, before, deadline, at) =>
      setDeadlineBelow.all({ ...below(code), code, before, deadline, at }),
    setReminders: (code, on) => {
      setReminders.run(on ? 1 : 0, code);
    },
  };
}
