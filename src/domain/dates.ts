import type { Instant, LocalDate } from './ids.ts';

/** Indonesia's three zones, none with daylight saving: offset to UTC in hours, and what people call them. */
const ZONES: Readonly<Record<string, { readonly hours: number; readonly label: string }>> = {
  'Asia/Jakarta': { hours: 7, label: 'WIB' },
  'Asia/Makassar': { hours: 8, label: 'WITA' },
  'Asia/Jayapura': { hours: 9, label: 'WIT' },
};
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const zone = (timeZone: string) => {
  const found = ZONES[timeZone];
  if (!found) throw new RangeError(`no zone of Indonesia: ${timeZone}`);
  return found;
};

/** `WIB`, `WITA` or `WIT` for an IANA zone of Indonesia; throws RangeError for any other. */
export const zoneLabel = (timeZone: string): string => zone(timeZone).label;

/** The day and the minute of that day (0 to 1439) that the clocks of a zone show; `weekday` 0 is Sunday. */
export function localTime(at: Instant, timeZone: string) {
  const shifted = new Date(Date.parse(at) + zone(timeZone).hours * HOUR_MS);
  return {
    date: shifted.toISOString().slice(0, 10) as LocalDate,
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay(),
  };
}

/** The day that the calendars of a zone show. */
export const localDate = (at: Instant, timeZone: string): LocalDate => localTime(at, timeZone).date;

/** The moment at which a zone's clocks show `minute` (0 to 1439) of that day. */
export const instantAt = (date: LocalDate, minute: number, timeZone: string): Instant =>
  new Date(Date.parse(date) + minute * 60_000 - zone(timeZone).hours * HOUR_MS).toISOString() as Instant;

/** What is counted by day goes by the clocks of WIB for the whole country, so that it adds up to the nation's sums at every moment. */
const COUNTING_ZONE = 'Asia/Jakarta';

/** The number of a counted day since 1970. */
export const dayNumber = (at: Instant): number =>
  Math.floor((Date.parse(at) + zone(COUNTING_ZONE).hours * HOUR_MS) / DAY_MS);

/** The number of the counted day that a calendar shows as this date. */
export const dayNumberOf = (date: LocalDate): number => Date.parse(date) / DAY_MS;

/** The date of the counted day that it is. */
export const countedDate = (at: Instant): LocalDate => localDate(at, COUNTING_ZONE);

/** When a counted day begins, and its last minute. */
export const dayStart = (date: LocalDate): Instant => instantAt(date, 0, COUNTING_ZONE);
export const lastMinuteOf = (date: LocalDate): Instant => instantAt(date, DAY_MS / 60_000 - 1, COUNTING_ZONE);
/** When the counted day of a number ends. */
export const dayEnd = (day: number): Instant => dayStart(addDays('1970-01-01' as LocalDate, day + 1));

/** Whole days from one date to another, negative when it lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;

/** 0 is Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(Date.parse(date)).getUTCDay();

/** Writes a day as Indonesians do. An Intl format takes milliseconds to make, so that it is made at its first use. */
function writer(parts: Intl.DateTimeFormatOptions): (date: LocalDate) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (date) => {
    format ??= new Intl.DateTimeFormat('id-ID', { day: 'numeric', timeZone: 'UTC', ...parts });
    return format.format(Date.parse(date));
  };
}

/** "Sabtu, 15 Mei 2027" */
export const longDate = writer({ weekday: 'long', month: 'long', year: 'numeric' });
/** "15 Mei 2027" */
export const plainDate = writer({ month: 'long', year: 'numeric' });
/** "15 Mei" */
export const dayAndMonth = writer({ month: 'long' });
/** "23–29 November", "30 November–6 Desember" */
export const dateSpan = (from: LocalDate, to: LocalDate): string =>
  `${from.slice(0, 7) === to.slice(0, 7) ? Number(from.slice(8)) : dayAndMonth(from)}–${dayAndMonth(to)}`;
/** "23 Nov" */
export const shortDate = writer({ month: 'short' });

/** "16.05 WIB" */
function localClock(at: Instant, timeZone: string): string {
  const { minute } = localTime(at, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}.${two(minute % 60)} ${zoneLabel(timeZone)}`;
}

/** "23 Nov 16.05 WIB" */
export const localDateTime = (at: Instant, timeZone: string): string =>
  `${shortDate(localDate(at, timeZone))} ${localClock(at, timeZone)}`;

/** "Senin, 23 November 2026 · 16.05 WIB" */
export const longDateTime = (at: Instant, timeZone: string): string =>
  `${longDate(localDate(at, timeZone))} · ${localClock(at, timeZone)}`;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];

/** A leap day comes back after eight years at most. */
const LEAP_YEARS = 8;

/**
 * Reads `15 Mei 2027`, `15/5/2027`, `15/5/27`, `15-5-2027` or `2027-05-15`; undefined for anything else, an impossible day included. Without a year
 * (`15 Mei`, `15/5`) it is the next such day from `today` on, and undefined where that is not given.
 */
export function parseDate(text: string, today?: LocalDate): LocalDate | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .replaceAll(',', ' ')
    .split(/[\s/.-]+/)
    .filter(Boolean);
  if (parts.length === 2 && today) {
    const year = Number(today.slice(0, 4));
    const years = Array.from({ length: LEAP_YEARS + 1 }, (_, n) => dateOf([...parts, `${year + n}`]));
    return years.find((date) => date !== undefined && date >= today);
  }
  return parts.length === 3 ? dateOf(parts) : undefined;
}

function dateOf(parts: readonly string[]): LocalDate | undefined {
  const [day, month, year] = parts[0]!.length === 4 ? parts.toReversed() : parts;
  const named = MONTHS.indexOf(month!.slice(0, 3).replace('agt', 'agu')) + 1;
  // A year of two digits is of this century.
  const full = /^\d\d$/.test(year!) ? `20${year}` : year;
  const numbers = [Number(full), /^\d+$/.test(month!) ? Number(month) : named, Number(day)];
  const [y, m, d] = numbers.map((n) => (Number.isInteger(n) ? n : 0)) as [number, number, number];
  if (y < 2000 || y > 2999) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  const possible = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return possible ? (date.toISOString().slice(0, 10) as LocalDate) : undefined;
}
