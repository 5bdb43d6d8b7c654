/** Kills until the next day comes: what was due and killed goes out the same day. Inbox rows live 30 days. */
const KILLS_A_DAY = 8;
const FIRST_DAY = Date.parse('2027-04-01T02:00:00Z');
const DAY_MS = 86_400_000;

/** A reminder is due every day. */
export const REMINDERS = {
  DEADLINE: '2027-06-15',
  REMINDER_DAYS: Array.from({ length: 80 }, (_, days) => days).join(','),
};

export const FIRST_MORNING = new Date(FIRST_DAY).toISOString();

/** The morning that comes with a kill; undefined where the day goes on. */
export const morningOf = (kill: number): string | undefined =>
  kill % KILLS_A_DAY === 0
    ? new Date(FIRST_DAY + (1 + kill / KILLS_A_DAY) * DAY_MS).toISOString()
    : undefined;

/** A morning after all that come with so many kills. */
export const morningAfter = (kills: number): string =>
  new Date(FIRST_DAY + (2 + Math.ceil(kills / KILLS_A_DAY)) * DAY_MS).toISOString();
