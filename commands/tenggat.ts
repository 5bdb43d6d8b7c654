import { defineCommand } from '../src/bot/command.ts';
import { daysBetween, localDate, longDate, parseDate, plainDate } from '../src/domain/dates.ts';
import { mayCoordinate } from '../src/domain/permissions.ts';
import { noteAct } from '../src/features/members/acts.ts';
import { sayAnonymous } from '../src/text/anonymous.ts';
import { literal } from '../src/text/markup.ts';
import { daysLeft, kecamatan } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** A deadline that lies further ahead is taken for a typo. */
const FARTHEST_DAYS = 2 * 366;

/** Says the deadline, or sets it. */
export const tenggat = defineCommand({
  name: 'tenggat',
  aliases: ['deadline'],
  anonymous: true,
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  run(words, context) {
    const { tx, actor, here, message, now } = context;
    const today = localDate(now, here.timeZone);
    if (words === '') {
      const { deadline } = here.district;
      const text = lines(
        say('deadline-now', { district: kecamatan(here.area), date: literal(longDate(deadline)) }),
        daysLeft(deadline, daysBetween(today, deadline)),
      );
      return { answer: { text } };
    }
    if (message.sender === 'anonymous') return { answer: { text: sayAnonymous(message) } };
    if (!mayCoordinate(actor, here.area.code)) return { answer: { text: say('deadline-denied') } };
    const date = parseDate(words);
    if (!date) return { answer: { text: say('deadline-unreadable') } };
    if (date < today) return { answer: { text: say('deadline-past', { date: literal(plainDate(date)) }) } };
    if (daysBetween(today, date) > FARTHEST_DAYS) return { answer: { text: say('deadline-far') } };
    tx.chats.setDeadline(here.area.code, date, now);
    noteAct(context, 'deadline', here.area.code, date);
    const set = say('deadline-set', { date: literal(longDate(date)) });
    return { answer: { text: lines(set, daysLeft(date, daysBetween(today, date))) } };
  },
});
