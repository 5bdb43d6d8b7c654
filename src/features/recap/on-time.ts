import type { OnTime } from '../../domain/area-recap.ts';
import { addDays, dayNumber, instantAt, localDate } from '../../domain/dates.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { Instant } from '../../domain/ids.ts';
import type { MessageTx } from '../../store/tx.ts';

/**
 * On time for the latest reminder of an area's deadline; undefined before the first, and where no village had reported anything then.
 * `reminderDays` are days before the deadline.
 */
export function onTimeOf(
  tx: MessageTx,
  { area, opened, timeZone }: UpperScope,
  reminderDays: readonly number[],
  now: Instant,
): OnTime | undefined {
  const today = localDate(now, timeZone);
  const reminder = reminderDays
    .map((days) => addDays(opened.deadline, -days))
    .filter((date) => date <= today)
    .sort()
    .at(-1);
  if (!reminder) return undefined;
  const dayBefore = dayNumber(instantAt(reminder, 0, timeZone)) - 1;
  const rows = tx.counters.days(area.code, area.code.length, dayBefore);
  const sum = (key: 'recent' | 'reporting') => rows.reduce((total, row) => total + row[key], 0);
  return sum('reporting') > 0 ? { reminder, villages: sum('recent') } : undefined;
}
