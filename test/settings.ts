import type { LocalDate } from '../src/domain/ids.ts';

/** What the operator has set, where a test is about nothing that is set. */
export const SETTINGS = {
  deadline: '2027-05-15' as LocalDate,
  reminderDays: [30, 14, 7, 3, 1, 0],
  reminderCron: '0 8 * * *',
};
