import type { Reply } from '../../bot/command.ts';
import { inherited } from '../../bot/scope.ts';
import { yesOrNo } from '../../bot/yes-or-no.ts';
import { daysBetween, longDate, plainDate } from '../../domain/dates.ts';
import type { OpenArea } from '../../domain/district.ts';
import type { AreaCode, LocalDate } from '../../domain/ids.ts';
import { upperArea } from '../../domain/upper-areas.ts';
import type { MessageTx } from '../../store/tx.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, daysAhead } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

/** A deadline that lies further ahead is taken for a typo. */
const FARTHEST_DAYS = 2 * 366;
/** A move by more days is asked about: "31 des" said in January is eleven months ahead. */
const FAR_DAYS = 60;
/** So is an earlier one that is as near as this: reminders are due at once. */
const NEAR_DAYS = 7;

/** An area whose deadline is to be moved. */
export interface Move {
  readonly tx: MessageTx;
  readonly code: AreaCode;
  readonly name: Markup;
  /** What was decided so far. */
  readonly opened: Pick<OpenArea, 'deadline'>;
  readonly today: LocalDate;
  /** Something was decided about it since that was said. */
  readonly isOvertaken: boolean;
}

/** What a question about a deadline is about. */
export const deadlineTopic = (code: AreaCode): string => `deadline ${code}`;

/** A deadline as sentences name it. */
export const datedFrom = (today: LocalDate, deadline: LocalDate) => ({
  date: literal(longDate(deadline)),
  when: daysAhead(daysBetween(today, deadline)),
});

/** Says what deadline was set, and which one before; or that it was that one already. */
export const sayDeadlineSet = (area: Markup, before: LocalDate, set: LocalDate, today: LocalDate): Markup => {
  const facts = { area, ...datedFrom(today, set) };
  return set === before
    ? say('deadline-same', facts)
    : say('deadline-set', { ...facts, before: literal(plainDate(before)) });
};

/**
 * The deadline that a date sets; or what is answered where there is none, where it cannot be set, or, unless that was confirmed, where it
 * is asked first whether it is meant.
 */
export function deadlineMeant(
  date: LocalDate | undefined,
  isConfirmed: boolean,
  move: Move,
): LocalDate | Reply {
  const { tx, code, opened, today } = move;
  const { deadline } = opened;
  if (move.isOvertaken)
    return answer(say('deadline-overtaken', { area: move.name, ...datedFrom(today, deadline) }));
  if (!date) return answer(say('deadline-unreadable'));
  if (date < today) return answer(say('deadline-past', { date: literal(plainDate(date)) }));
  if (daysBetween(today, date) > FARTHEST_DAYS) return answer(say('deadline-far'));
  const late = laterThanAbove(tx, code, date);
  if (late) return answer(late);
  return isConfirmed || !isSurprising(move, date) ? date : ask(move, date, daysBetween(deadline, date));
}

const answer = (text: Markup): Reply => ({ answer: { text } });

function isSurprising({ opened: { deadline }, today }: Move, date: LocalDate): boolean {
  const isNear = date < deadline && daysBetween(today, date) < NEAR_DAYS;
  return isNear || Math.abs(daysBetween(deadline, date)) > FAR_DAYS;
}

/** Asks whether a date is meant that lies far from the deadline so far. */
function ask({ code, name, opened: { deadline }, today }: Move, date: LocalDate, by: number): Reply {
  const facts = { area: name, before: literal(longDate(deadline)), ...datedFrom(today, date) };
  const text =
    by > 0
      ? say('deadline-ask-later', { ...facts, n: by })
      : say('deadline-ask-earlier', { ...facts, n: -by });
  const choices = yesOrNo(say('yes-deadline'), `/tenggat ${date} ya`);
  return { answer: { text, choices }, senderOnly: true, context: { topics: [deadlineTopic(code)] } };
}

/** Why a deadline cannot be set: it may be earlier than that of the area above, and not later. */
function laterThanAbove(tx: MessageTx, code: AreaCode, date: LocalDate): Markup | undefined {
  const above = inherited(tx, code);
  const found = above && date > above.deadline ? upperArea(above.code) : undefined;
  if (!found) return undefined;
  const [asked, latest] = [date, above!.deadline].map((day) => literal(plainDate(day)));
  return say('deadline-later', { asked: asked!, area: areaName(found), date: latest! });
}
