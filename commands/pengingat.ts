import { defineCommand, type InDistrict, type Reply } from '../src/command.ts';
import { literal } from '../src/content.ts';
import { daysBetween, localDate, longDate } from '../src/dates.ts';
import { mayCoordinate } from '../src/permissions.ts';
import type { Slot } from '../src/schedule/reminder.ts';
import { reminderFor, slotsAhead } from '../src/schedule/scheduled.ts';
import { lines, say } from '../src/text.ts';

const SHOWN = 8;

/** The slots ahead; sends a reminder now; turns them off and on. */
export const pengingat = defineCommand({
  name: 'pengingat',
  menu: 'group',
  needs: 'kecamatan',
  who: (actor, here) => mayCoordinate(actor, here.area.code),
  run(words, context) {
    const { store, here } = context;
    switch (words.toLowerCase()) {
      case 'sekarang':
        return now(context);
      case 'mati':
      case 'nyala': {
        const on = words.toLowerCase() === 'nyala';
        store.chats.setReminders(here.area.code, on);
        return { answer: { text: say(on ? 'reminders-on' : 'reminders-off') } };
      }
      default:
        return overview(context);
    }
  },
});

function now({ store, here, message, now }: InDistrict): Reply {
  const reminder = reminderFor(store, { ref: message.chat }, here, now);
  return reminder
    ? { answer: reminder.content, context: reminder.context }
    : { answer: { text: say('missing-none') } };
}

function overview({ here, settings, now }: InDistrict): Reply {
  const slots = slotsAhead(here, settings.reminderDays, localDate(now, here.timeZone));
  const reminders = slots.filter((slot) => slot.kind === 'reminder');
  const mondays = slots.filter((slot) => slot.kind === 'monday');
  const shown = [...reminders, ...mondays.slice(0, 2)]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, SHOWN);
  const name = (slot: Slot) => {
    const days = daysBetween(slot.date, here.district.deadline);
    if (slot.kind === 'monday') return say('slot-monday');
    return days === 0 ? say('slot-deadline-day') : say('slot-before', { days });
  };
  const rows = shown.map((slot) =>
    say('reminders-slot', { date: literal(longDate(slot.date)), name: name(slot) }),
  );
  const text = lines(
    say(here.district.reminders ? 'reminders-on' : 'reminders-off'),
    rows.length > 0 ? say('reminders-ahead') : say('reminders-none'),
    ...rows,
    say('reminders-usage'),
  );
  return { answer: { text } };
}
