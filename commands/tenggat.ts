import { defineCommand } from '../src/bot/command.ts';
import type { UpperContext } from '../src/bot/context.ts';
import { sayDenied } from '../src/bot/denied.ts';
import { sayNotOpen } from '../src/bot/not-open.ts';
import { findScope, findUpperScope, inherited } from '../src/bot/scope.ts';
import { daysBetween, localDate, longDate, parseDate, plainDate } from '../src/domain/dates.ts';
import type { AreaCode, LocalDate } from '../src/domain/ids.ts';
import { mayCoordinate, mayHead, mayOversee } from '../src/domain/permissions.ts';
import { upperArea } from '../src/domain/upper-areas.ts';
import { noteAct, noteActAbove } from '../src/features/members/acts.ts';
import { headsOf } from '../src/features/members/appoint-above.ts';
import { areaOf, takePlace } from '../src/interpret/places.ts';
import { withoutFillers } from '../src/interpret/requests.ts';
import { DATED } from '../src/interpret/words/cues.ts';
import { wordSet } from '../src/interpret/words/tables.ts';
import type { MessageTx } from '../src/store/tx.ts';
import { sayAnonymous } from '../src/text/anonymous.ts';
import { literal, type Markup } from '../src/text/markup.ts';
import { areaName, daysAhead, kecamatan } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** A deadline that lies further ahead is taken for a typo. */
const FARTHEST_DAYS = 2 * 366;

/** The code of an area above the kecamatan is a day as well. */
const A_DAY = /^\d+(?:\.\d+)?$/;

/** What may stand before a date. */
const DATED_BY = new RegExp(`^(?:${[...wordSet(DATED)].join('|')})\\b\\.?`, 'i');

/** Says the deadline, or sets it. */
export const tenggat = defineCommand({
  name: 'tenggat',
  aliases: ['deadline'],
  anonymous: true,
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  above(words, context) {
    const { tx, actor, above, now } = context;
    const today = localDate(now, above.timeZone);
    const { deadline } = above.opened;
    if (words === '') {
      return {
        answer: { text: say('deadline-now', { district: areaName(above.area), ...dated(deadline, today) }) },
      };
    }
    const part = deadlineOfPart(words, context);
    if (part) return { answer: { text: part } };
    const { area } = above;
    if (!mayOversee(actor, area.code)) return { answer: { text: say('above-holders-only') } };
    if (!mayHead(actor, area.code))
      return { answer: { text: say('deadline-heads-only', { roles: headsOf(area), area: areaName(area) }) } };
    const date = readDeadline(words, today);
    if (typeof date !== 'string') return { answer: { text: date.refused } };
    const late = laterThanAbove(tx, above.area.code, date);
    if (late) return { answer: { text: late } };
    tx.chats.open(above.area.code, date, now);
    tx.chats.setDeadline(above.area.code, date, now);
    tx.chats.setDeadlineBelow(above.area.code, deadline, date, now);
    noteActAbove(context, 'deadline', date);
    return { answer: { text: lines(say('deadline-set', dated(date, today)), say('deadline-set-below')) } };
  },
  run(words, context) {
    const { tx, actor, here, message, now } = context;
    const today = localDate(now, here.timeZone);
    if (words === '') {
      const { deadline } = here.opened;
      return {
        answer: { text: say('deadline-now', { district: kecamatan(here.area), ...dated(deadline, today) }) },
      };
    }
    if (message.sender === 'anonymous') return { answer: { text: sayAnonymous(message) } };
    if (!mayCoordinate(actor, here.area.code))
      return { answer: { text: sayDenied('deadline-denied', context) } };
    const date = readDeadline(words, today);
    if (typeof date !== 'string') return { answer: { text: date.refused } };
    const late = laterThanAbove(tx, here.area.code, date);
    if (late) return { answer: { text: late } };
    tx.chats.setDeadline(here.area.code, date, now);
    noteAct(context, 'deadline', here.area.code, date);
    return { answer: { text: say('deadline-set', dated(date, today)) } };
  },
});

/**
 * The deadline of what the words name in an area: of a kecamatan that uses the bot, whose own people set it, or of what they name alone;
 * undefined where they name no place.
 */
function deadlineOfPart(words: string, { tx, above, actor, now }: UpperContext): Markup | undefined {
  const { found, name, rest } = takePlace(above.area.code, words);
  const [only] = found;
  if (found.length !== 1 || !only) return undefined;
  const code = areaOf(only.code);
  const isAlone = rest === '' && !A_DAY.test(name);
  const here = findScope(tx, code);
  const part = isAlone ? findUpperScope(tx, code) : undefined;
  const scope = here ?? part;
  if (!scope) return isAlone ? sayNotOpen(code, actor) : undefined;
  const district = here ? kecamatan(here.area) : areaName(part!.area);
  const deadline = dated(scope.opened.deadline, localDate(now, scope.timeZone));
  return lines(
    say('deadline-now', { district, ...deadline }),
    rest !== '' && say('deadline-of-part', { district }),
  );
}

/** A deadline as sentences name it. */
const dated = (deadline: LocalDate, today: LocalDate) => ({
  date: literal(longDate(deadline)),
  when: daysAhead(daysBetween(today, deadline)),
});

/** The deadline that words set, or why they set none. */
function readDeadline(words: string, today: LocalDate): LocalDate | { readonly refused: Markup } {
  const date = parseDate(withoutFillers(words).replace(DATED_BY, ''), today);
  if (!date) return { refused: say('deadline-unreadable') };
  if (date < today) return { refused: say('deadline-past', { date: literal(plainDate(date)) }) };
  return daysBetween(today, date) > FARTHEST_DAYS ? { refused: say('deadline-far') } : date;
}

/** Why a deadline cannot be set: it may be earlier than that of the area above, and not later. */
function laterThanAbove(tx: MessageTx, code: AreaCode, date: LocalDate): Markup | undefined {
  const above = inherited(tx, code);
  const found = above && date > above.deadline ? upperArea(above.code) : undefined;
  return found && say('deadline-later', { area: areaName(found), date: literal(plainDate(above!.deadline)) });
}
