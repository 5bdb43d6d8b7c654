import { defineCommand, type Reply } from '../src/bot/command.ts';
import { type MessageContext, saidAt, type UpperContext } from '../src/bot/context.ts';
import { sayDenied } from '../src/bot/denied.ts';
import { sayNotOpen } from '../src/bot/not-open.ts';
import { refuse } from '../src/bot/refuse.ts';
import { findScope, findUpperScope, inherited } from '../src/bot/scope.ts';
import { isPlaced } from '../src/bot/standing.ts';
import { localDate } from '../src/domain/dates.ts';
import type { DistrictScope } from '../src/domain/district.ts';
import type { AreaCode, LocalDate } from '../src/domain/ids.ts';
import { mayCoordinate, mayHead, mayOversee } from '../src/domain/permissions.ts';
import { noteAct, noteActAbove } from '../src/features/members/acts.ts';
import { headsOf } from '../src/features/members/appoint-above.ts';
import { isSaidBefore } from '../src/features/members/overtaken.ts';
import { tellDeadline } from '../src/features/members/told-deadline.ts';
import { deadlinesBelow, ownDeadlinesBelow } from '../src/features/reminders/deadlines-below.ts';
import {
  datedFrom,
  deadlineMeant,
  deadlineTopic,
  type Move,
  sayDeadlineSet,
} from '../src/features/reminders/move-deadline.ts';
import { movedTooOften } from '../src/features/reminders/wide-moves.ts';
import { readDay } from '../src/interpret/days.ts';
import { areaOf, takeParts, takePlace, takeShownIn } from '../src/interpret/places.ts';
import { withoutFillers } from '../src/interpret/requests.ts';
import { sayAnonymous } from '../src/text/anonymous.ts';
import type { Markup } from '../src/text/markup.ts';
import { areaName, kecamatan } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** The code of an area above the kecamatan is a day as well. */
const A_DAY = /^\d+(?:\.\d+)?$/;

/** The words that confirm a move. */
const CONFIRMED = /^(\d{4}-\d\d-\d\d) ya$/i;

/** The deadline that words set, or what is answered where they set none yet. "Two weeks from now" counts from when that was said. */
function deadlineIn(
  words: string,
  context: MessageContext,
  { opened, timeZone }: Pick<DistrictScope, 'opened' | 'timeZone'>,
  area: Pick<Move, 'code' | 'name'>,
): LocalDate | Reply {
  const { tx, now } = context;
  const said = saidAt(context);
  const [, confirmed] = CONFIRMED.exec(words) ?? [];
  const date = readDay(confirmed ?? words, localDate(said, timeZone));
  const isOvertaken = isSaidBefore(context, opened.deadlineSetAt);
  const move = { tx, ...area, opened, today: localDate(now, timeZone), isOvertaken };
  return deadlineMeant(date, confirmed !== undefined, move);
}

/** Says the deadline, or sets it. */
export const tenggat = defineCommand({
  name: 'tenggat',
  aliases: ['deadline'],
  anonymous: true,
  menu: 'anywhere',
  offered: isPlaced,
  requires: 'kecamatan',
  authorize: () => true,
  yes: { words: CONFIRMED, typed: false },
  above(words, context) {
    const { tx, actor, above, now } = context;
    const today = localDate(now, above.timeZone);
    const { deadline } = above.opened;
    if (asksWhenAlone(above.area.code, words, today)) {
      return {
        answer: {
          text: lines(
            say('deadline-now', { district: areaName(above.area), ...datedFrom(today, deadline) }),
            deadlinesBelow(tx, above, today),
            mayHead(actor, above.area.code) && say('deadline-how'),
          ),
        },
      };
    }
    const part = deadlinesOfParts(words, context) ?? deadlineOfPart(words, context);
    if (part) return { answer: { text: part } };
    const { area } = above;
    if (!mayOversee(actor, area.code)) return refuse(context, say('above-holders-only'));
    if (!mayHead(actor, area.code))
      return refuse(context, say('deadline-heads-only', { roles: headsOf(area), area: areaName(area) }));
    const name = areaName(area);
    const date = deadlineIn(words, context, above, { code: area.code, name });
    if (typeof date !== 'string') return date;
    const often = date !== deadline && movedTooOften(context);
    if (often) return { answer: { text: often } };
    const said = saidAt(context);
    tx.chats.open(area.code, date, said);
    tx.chats.setDeadline(area.code, date, said, date !== inherited(tx, area.code)?.deadline);
    const moved = date === deadline ? [] : [{ code: area.code, deadline: date }];
    const followers = tx.chats.setDeadlineBelow(area.code, deadline, date, said);
    noteActAbove(context, 'deadline', date);
    return {
      answer: {
        text: lines(
          sayDeadlineSet(name, deadline, date, today),
          date !== deadline && say('deadline-set-below'),
          ownDeadlinesBelow(tx, { ...above, opened: { ...above.opened, deadline: date } }, today),
        ),
      },
      overtakes: [area.code, ...followers.map(({ code }) => code)].map(deadlineTopic),
      followUps: tellDeadline(context, area.code, [...moved, ...followers], date),
    };
  },
  run(words, context) {
    const { tx, actor, here, message, now } = context;
    const today = localDate(now, here.timeZone);
    const { deadline } = here.opened;
    if (words === '') {
      return {
        answer: {
          text: say('deadline-now', { district: kecamatan(here.area), ...datedFrom(today, deadline) }),
        },
      };
    }
    if (message.sender === 'anonymous') return refuse(context, sayAnonymous(message));
    const { code } = here.area;
    if (!mayCoordinate(actor, code)) return refuse(context, sayDenied('deadline-denied', context));
    const name = kecamatan(here.area);
    const date = deadlineIn(words, context, here, { code, name });
    if (typeof date !== 'string') return date;
    tx.chats.setDeadline(code, date, saidAt(context), date !== inherited(tx, code)?.deadline);
    noteAct(context, 'deadline', code, date);
    const moved = date === deadline ? [] : [{ code, deadline: date }];
    return {
      answer: {
        text: sayDeadlineSet(name, deadline, date, today),
      },
      overtakes: [deadlineTopic(code)],
      followUps: tellDeadline(context, code, moved, date),
    };
  },
});

/** Whether words ask for the deadlines of an area and of its parts, and name neither a day nor a place: "tiap kecamatan", "yang beda". */
function asksWhenAlone(code: AreaCode, words: string, today: LocalDate): boolean {
  if (words === '') return true;
  const isDay = /\d/.test(words) || readDay(words, today) !== undefined;
  return !isDay && withoutFillers(takeShownIn(code, words).rest) === '';
}

/** The deadlines of several parts of an area, where words name them and no day. */
function deadlinesOfParts(words: string, context: UpperContext): Markup | undefined {
  const { found, rest } = takeParts(context.above.area.code, words);
  const isAlone = withoutFillers(takeShownIn(context.above.area.code, rest).rest) === '';
  return found.length > 1 && isAlone
    ? lines(...found.map((code) => deadlineOfPart(code, context)))
    : undefined;
}

/**
 * The deadline of what the words name in an area: of a kecamatan that uses the bot, whose own people set it, or of what they name alone;
 * undefined where they name no place.
 */
function deadlineOfPart(words: string, { tx, above, actor, now }: UpperContext): Markup | undefined {
  const { found, name, rest: beside } = takePlace(above.area.code, words);
  const rest = withoutFillers(takeShownIn(above.area.code, beside).rest);
  const [only] = found;
  if (found.length !== 1 || !only) return undefined;
  const code = areaOf(only.code);
  const isAlone = rest === '' && !A_DAY.test(name);
  const here = findScope(tx, code);
  const part = isAlone ? findUpperScope(tx, code) : undefined;
  const scope = here ?? part;
  if (!scope) return isAlone ? sayNotOpen(code, actor) : undefined;
  const district = here ? kecamatan(here.area) : areaName(part!.area);
  const deadline = datedFrom(localDate(now, scope.timeZone), scope.opened.deadline);
  return lines(
    say('deadline-now', { district, ...deadline }),
    rest !== '' && say('deadline-of-part', { district }),
  );
}
