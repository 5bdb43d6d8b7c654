import { addDays, countedDate } from '../domain/dates.ts';
import type { LocalDate } from '../domain/ids.ts';
import { isOver, type Week, weekStart } from '../domain/weeks.ts';
import { takeDay } from '../interpret/one-day.ts';
import { takeForms } from '../interpret/requests.ts';
import { takeUnreadTime, takeWeek } from '../interpret/weeks.ts';
import { literal, type Markup } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { weekDates } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import type { Reply } from './command.ts';
import type { MessageContext } from './context.ts';

/** The full week, or the day, that a command is asked to show, the words without it, and what has to be said of it. */
interface AskedWeek {
  readonly words: string;
  /** The day whose changes are asked for. */
  readonly day?: LocalDate | undefined;
  readonly week: Week | undefined;
  readonly note: Markup | undefined;
}

/**
 * The full week that words name or that the message tells of to which they reply; none where they name the present. Of a week that is not
 * over, and of a time that is none, the present is shown, which the note says.
 */
export function askedWeek(words: string, { prompt, now }: MessageContext): AskedWeek {
  const { day, rest: ofDay } = takeDay(words);
  if (day && takeForms(ofDay).forms.some((form) => form === 'change' || form === 'fall'))
    return { words: ofDay, week: undefined, day: addDays(countedDate(now), DAYS_AGO[day]), note: undefined };
  const shown = prompt?.context.week;
  const { when, rest } = takeWeek(words, countedDate(now), shown);
  const unread = when === undefined ? takeUnreadTime(rest) : undefined;
  if (unread) return { words: unread.rest, week: undefined, note: NOTES[unread.why](unread.words) };
  const week = when === 'now' ? undefined : (when ?? shown);
  if (!week || isOver(week, now)) return { words: rest, week, note: undefined };
  const isAhead = weekStart(week) > now;
  const note = say(isAhead ? 'week-ahead' : 'week-not-over', { week: weekDates(week) });
  return { words: rest, week: undefined, note };
}

const DAYS_AGO = { today: 0, yesterday: -1 } as const;

const NOTES = {
  'no-date': (words: string) => say('week-no-date', { date: literal(placeFrom(words)) }),
  month: () => say('week-month'),
} as const;

/** A reply under something that has to be said of it. */
export const noted = (note: Markup | undefined, reply: Reply): Reply =>
  note && reply.answer
    ? { ...reply, answer: { ...reply.answer, text: lines(note, reply.answer.text) } }
    : reply;
