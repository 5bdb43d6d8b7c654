import { addDays, countedDate } from '../domain/dates.ts';
import type { LocalDate } from '../domain/ids.ts';
import { isOver, type Span, type Week, weekBefore, weekStart } from '../domain/weeks.ts';
import { namesPlace } from '../interpret/places.ts';
import { type Shown, takeShown } from '../interpret/requests.ts';
import { takeTime } from '../interpret/times.ts';
import { takeNoDate } from '../interpret/weeks.ts';
import { literal, type Markup } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { spanDates } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import type { Reply } from './command.ts';
import type { MessageContext } from './context.ts';

/** The time that a command is asked to show, the words without it, and what has to be said of it. */
interface AskedTime {
  readonly words: string;
  /** Days other than a week; the week is then their last seven, where they are over. */
  readonly span?: Span | undefined;
  readonly week: Week | undefined;
  /** The times that are to be compared, where words name several. */
  readonly compared?: readonly Span[];
  readonly note?: Markup | undefined;
  /** Nothing is shown of that time. */
  readonly refusal?: Markup;
}

/**
 * The full week, or the days, that words name or that the message tells of to which they reply; none where they name the present. Of a week
 * that is not over, and of a day that no calendar has, the present is shown, which the note says.
 */
export function askedTime(words: string, context: MessageContext): AskedTime {
  const { prompt, now } = context;
  const today = countedDate(now);
  const shown = prompt?.context;
  const isName = namesPlace(areaAt(context), words);
  const { when, span, isUnread, rest } = takeTime(words, today, shown?.week, isName);
  if (isUnread) return { words: rest, week: undefined, refusal: say('time-unread') };
  const first = span ?? (when === 'now' ? undefined : when);
  const next = first && takeTime(rest, today, undefined, isName);
  const second = next && (next.span ?? (next.when === 'now' ? undefined : next.when));
  if (second) {
    const compared = [first, second].map(({ from, to }) => ({ from, to: to < today ? to : today }));
    return { words: next.rest, week: undefined, compared };
  }
  if (span && (when !== 'now' || asksOfDays(rest))) return ofSpan(rest, span, today);
  const missing = when === undefined ? takeNoDate(rest) : undefined;
  if (missing) {
    const note = say('week-no-date', { date: literal(placeFrom(missing.words)) });
    return { words: missing.rest, week: undefined, note };
  }
  if (when === undefined && shown?.span) return { ...ofSpan(rest, shown.span, today), words: rest };
  return ofWeek(rest, when === 'now' ? undefined : (when ?? shown?.week), context);
}

const areaAt = ({ here, above }: MessageContext) => (here ?? above)?.area.code;

const OF_DAYS: readonly Shown[] = ['change', 'fall', 'reporting'];

/** Whether words ask for what is told of any days, today included. */
const asksOfDays = (words: string): boolean => takeShown(words).shown.some((each) => OF_DAYS.includes(each));

function ofWeek(words: string, week: Week | undefined, { now }: MessageContext): AskedTime {
  if (!week || isOver(week, now)) return { words, week };
  const isAhead = weekStart(week) > now;
  const note = say(isAhead ? 'week-ahead' : 'week-not-over', { week: spanDates(week) });
  return { words, week: undefined, note };
}

/** Days up to today; what lies ahead of it is left out, and said of none. */
function ofSpan(words: string, { from, to }: Span, today: LocalDate): AskedTime {
  if (from > today)
    return { words, week: undefined, refusal: say('time-ahead', { span: spanDates({ from, to }) }) };
  const span = { from, to: to < today ? to : today };
  // The last seven days are told of anyway.
  if (from === addDays(today, -6) && span.to === today) return { words, week: undefined };
  return { words, span, week: span.to < today ? weekBefore(addDays(span.to, 1)) : undefined };
}

/** A reply under something that has to be said of it. */
export const noted = (note: Markup | undefined, reply: Reply): Reply =>
  note && reply.answer
    ? { ...reply, answer: { ...reply.answer, text: lines(note, reply.answer.text) } }
    : reply;
