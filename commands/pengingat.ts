import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext, UpperContext } from '../src/bot/context.ts';
import { refuse } from '../src/bot/refuse.ts';
import { coordinates, oversees } from '../src/bot/standing.ts';
import { addMs } from '../src/domain/clock.ts';
import { addDays, daysBetween, localDate, localTime, longDate } from '../src/domain/dates.ts';
import type { LocalDate } from '../src/domain/ids.ts';
import { mayCoordinate, mayHead, mayOversee } from '../src/domain/permissions.ts';
import { noteAct, noteActAbove } from '../src/features/members/acts.ts';
import { saySetByHeads } from '../src/features/members/appoint-above.ts';
import { areOvertaken, sayOvertaken } from '../src/features/members/overtaken.ts';
import { areaRecap } from '../src/features/recap/area-snapshot.ts';
import { ABOVE_DAYS, missingBefore } from '../src/features/reminders/above-message.ts';
import { recapAfterDeadline, reminderFor, slotsAhead } from '../src/features/reminders/message.ts';
import { ABOVE_MINUTE, areaSlots, type Slot } from '../src/features/reminders/slots.ts';
import type { Refused } from '../src/store/outbox.ts';
import { literal, type Markup } from '../src/text/markup.ts';
import { nameFrom } from '../src/text/names.ts';
import { villageWords } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

const SET = ['reminders-on', 'reminders-off'] as const;
const SHOWN = 8;
/** Messages that a group did not take are listed for so long. */
const REFUSED_MS = 7 * 86_400_000;

/** Lists the slots ahead and what the groups did not take; sends a reminder now; turns reminders off and on. */
export const pengingat = defineCommand({
  name: 'pengingat',
  menu: 'group',
  offered: (at) => coordinates(at) || oversees(at),
  requires: 'kecamatan',
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  denial: 'reminders-denied',
  above(words, context) {
    const { tx, actor, above } = context;
    const { code } = above.area;
    if (!mayOversee(actor, code)) return refuse(context, say('above-holders-only'));
    if (words.toLowerCase() === 'sekarang') return remindAboveNow(context);
    const on = words.toLowerCase() === 'nyala';
    if (on || words.toLowerCase() === 'mati') {
      if (!mayHead(actor, code)) return refuse(context, saySetByHeads(above.area));
      if (areOvertaken(context, code, SET)) return sayOvertaken(say('overtaken-reminders'));
      tx.chats.setReminders(code, on);
      noteActAbove(context, on ? 'reminders-on' : 'reminders-off');
    }
    const isOn = tx.chats.opened(code)!.reminders;
    const text = lines(
      say(isOn ? 'reminders-on' : 'reminders-off'),
      ...(isOn ? [say('reminders-ahead'), ...aheadAbove(context)] : []),
      say('reminders-above'),
      mayHead(actor, code) && say('reminders-above-set'),
    );
    return { answer: { text } };
  },
  run(words, context) {
    const { tx, here } = context;
    switch (words.toLowerCase()) {
      case 'sekarang':
        return remindNow(context);
      case 'mati':
      case 'nyala': {
        if (areOvertaken(context, here.area.code, SET)) return sayOvertaken(say('overtaken-reminders'));
        const on = words.toLowerCase() === 'nyala';
        tx.chats.setReminders(here.area.code, on);
        noteAct(context, on ? 'reminders-on' : 'reminders-off', here.area.code);
        return { answer: { text: say(on ? 'reminders-on' : 'reminders-off') } };
      }
      default:
        return overview(context);
    }
  },
});

/** The next messages of the clock to an area above the kecamatan: a Monday's recap, and the lists before the deadline. */
function aheadAbove({ above, now }: UpperContext): readonly Markup[] {
  const { deadline } = above.opened;
  const { date: today, minute } = localTime(now, above.timeZone);
  const from = minute < ABOVE_MINUTE ? today : addDays(today, 1);
  const inAWeek = addDays(from, 6);
  const slots = areaSlots(ABOVE_DAYS)(from, deadline > inAWeek ? deadline : inAWeek, deadline);
  const monday = slots.find(({ kind }) => kind === 'monday');
  return slots
    .filter((slot) => slot.kind === 'reminder' || slot === monday)
    .map((slot) => slotRow(slot, deadline));
}

function slotRow(slot: Slot, deadline: LocalDate): Markup {
  const days = daysBetween(slot.date, deadline);
  const before = days === 0 ? say('slot-deadline-day') : say('slot-before', { days });
  const name = slot.kind === 'monday' ? say('slot-monday') : before;
  return say('reminders-slot', { date: literal(longDate(slot.date)), name });
}

function remindNow({ tx, here, message, now }: DistrictContext): Reply {
  const reminder = reminderFor(tx, { ref: message.chat }, here, now);
  return reminder
    ? { answer: reminder.content, context: reminder.context }
    : { answer: { text: say('missing-none', { villages: villageWords(here.area.villages) }) } };
}

/** The list that goes out before the deadline. */
function remindAboveNow({ tx, above, now }: UpperContext): Reply {
  const { content, context } = missingBefore(tx, above, areaRecap(tx, above, now));
  return { answer: content, ...(context && { context }), awaitsAnswer: true };
}

function overview(context: DistrictContext): Reply {
  const { here, settings, now } = context;
  const slots = slotsAhead(here, settings.reminderDays, localDate(now, here.timeZone));
  const reminders = slots.filter((slot) => slot.kind === 'reminder');
  const mondays = slots.filter((slot) => slot.kind === 'monday');
  const shown = [...reminders, ...mondays.slice(0, 2)]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, SHOWN);
  const rows = shown.map((slot) => slotRow(slot, here.opened.deadline));
  const text = lines(
    say(here.opened.reminders ? 'reminders-on' : 'reminders-off'),
    ...(rows.length > 0 ? [say('reminders-ahead'), ...rows] : [sayRecapNext(context)]),
    ...refusedRows(context),
    say('reminders-usage'),
  );
  return { answer: { text } };
}

/** Says that no reminder is left before the deadline, and which recap comes next. */
function sayRecapNext({ here, now }: DistrictContext): Markup {
  const next = recapAfterDeadline(here, localDate(now, here.timeZone));
  return lines(say('reminders-none'), next && say('reminders-recap', { date: literal(longDate(next.date)) }));
}

/** The scheduled messages that the kecamatan's groups did not take, and why. */
function refusedRows({ tx, here, message, now }: DistrictContext): readonly Markup[] {
  const refused = tx.outbox.refused(here.area.code, addMs(now, -REFUSED_MS));
  const row = ({ at, refusal, waits, about, chat, title }: Refused) => {
    const what = say(`refused-${about}`);
    const day = localDate(at, here.timeZone);
    return say(
      waits && day === localDate(now, here.timeZone) ? 'reminders-refused-waits' : 'reminders-refused-over',
      {
        date: literal(longDate(day)),
        what:
          chat === message.chat ? what : say('refused-in-group', { what, group: literal(nameFrom(title)) }),
        why: say(`refusal-${refusal}`),
      },
    );
  };
  return refused.length > 0 ? [say('reminders-refused'), ...refused.map(row)] : [];
}
