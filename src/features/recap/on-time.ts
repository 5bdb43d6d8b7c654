import type { OnTime } from '../../domain/area-recap.ts';
import { addDays, dayNumberOf, localDate } from '../../domain/dates.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { Instant } from '../../domain/ids.ts';
import { weekBefore } from '../../domain/weeks.ts';
import type { MessageTx } from '../../store/tx.ts';

/**
 * On time for the latest reminder of the last seven days since an area's deadline was set: who reported in the week before its day, counted as
 * a recap counts who reported in a week. Undefined where there was no such reminder, and where no village had reported anything then.
 * `reminderDays` are days before the deadline.
 */
export function onTimeOf(
  tx: MessageTx,
  { area, opened, timeZone }: UpperScope,
  reminderDays: readonly number[],
  now: Instant,
): OnTime | undefined {
  const today = localDate(now, timeZone);
  const weekAgo = addDays(today, -7);
  const setOn = localDate(opened.deadlineSetAt, timeZone);
  const reminder = reminderDays
    .map((days) => addDays(opened.deadline, -days))
    .filter((date) => setOn < date && weekAgo < date && date <= today)
    .sort()
    .at(-1);
  if (!reminder) return undefined;
  const week = weekBefore(reminder);
  const rows = tx.counters.days(area.code, area.code.length, dayNumberOf(week.to));
  const sum = (key: 'recent' | 'reporting') => rows.reduce((total, row) => total + row[key], 0);
  return sum('reporting') > 0 ? { reminder, villages: sum('recent'), ...week } : undefined;
}
