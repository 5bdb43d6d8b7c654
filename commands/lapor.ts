import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import type { Village } from '../src/domain/areas.ts';
import { villageOf } from '../src/domain/district.ts';
import { mayCoordinate, mayReport, ownVillages } from '../src/domain/permissions.ts';
import { establishedIn } from '../src/domain/progress.ts';
import { exactCommand, STATUS_LETTERS } from '../src/domain/report-command.ts';
import { isEstablished, numberOf, STATUSES, type Status, UNITS } from '../src/domain/units.ts';
import { villageNamed } from '../src/domain/village-search.ts';
import { readReport, refuse, writeReport } from '../src/features/reports/free-text.ts';
import { reportedVillage } from '../src/features/reports/held.ts';
import type { Wanted } from '../src/features/reports/record.ts';
import { interpret } from '../src/interpret/interpret.ts';
import type { Choice } from '../src/text/content.ts';
import { literal, plain } from '../src/text/markup.ts';
import { statusMark, statusName, unitName, villageLabel } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** With words: a report. With a village alone, or nothing: that village's checklist. */
export const lapor = defineCommand({
  name: 'lapor',
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  run(words, context) {
    const [first = '', ...rest] = words.split(/\s+/);
    const village = villageOf(context.here, first);
    if (village) return exact(context, village, rest);
    if (words === '') return ownChecklist(context);
    const named = villageNamed(context.here.area, words);
    return named && !reads(context, named, words) ? checklist(context, named) : readReport(context, words);
  },
});

/** Villages are called Gudang or Jadi too: what is a report in words is one. */
const reads = ({ here }: DistrictContext, { code }: Village, text: string): boolean =>
  reportedVillage(interpret({ text, mode: 'addressed', villages: here.area.villages, own: [code] })) !==
  undefined;

const letterOf = (letter: string): Status | undefined =>
  STATUSES.find((status) => STATUS_LETTERS[status] === letter.toLowerCase());

/** What buttons stand for: `1b 4p` reports, `4bx` is the yes to lowering, `p` and `tetap` lead on. */
function exact(context: DistrictContext, village: Village, words: readonly string[]): Reply {
  const [word = ''] = words;
  const kept = context.message.pressedOn && context.prompt?.context.words;
  if (words.length === 0 && kept) return chosen(context, kept, village);
  if (words.length === 0) return checklist(context, village);
  if (word === 'tetap')
    return mayReport(context.actor, village.code)
      ? { answer: { text: say('lower-kept', { village: villageLabel(village) }) }, edits: true }
      : refuse(context, village.code);
  const picked = words.length === 1 && word.length === 1 ? letterOf(word) : undefined;
  if (picked) return checklist(context, village, picked);
  const rows = words.map((each) => exactRow(village, each));
  if (rows.some((row) => row === undefined)) return readReport(context, words.join(' '), village.code);
  const reply = writeReport(context, rows as Wanted[], context.message.text);
  return context.message.pressedOn ? pressed(context, village, rows as Wanted[], reply) : reply;
}

/** The village that a report in words was for: it is read again, and what it says takes the place of the question. */
function chosen(context: DistrictContext, words: string, village: Village): Reply {
  if (!mayReport(context.actor, village.code)) return refuse(context, village.code);
  const reply = readReport(context, words, village.code);
  return reply.answer && !isQuestion(reply) ? { ...reply, edits: true } : reply;
}

function exactRow(village: Village, word: string): Wanted | undefined {
  const [, number, letters] = /^([1-7])([xpbo]{1,2})$/i.exec(word) ?? [];
  if (!number || !letters) return undefined;
  const unit = UNITS[Number(number) - 1]!;
  const status = letterOf(letters.slice(-1))!;
  const from = letters.length === 2 ? letterOf(letters[0]!) : undefined;
  // One tap on "berdiri" is a mere mention of the unit: it lowers nothing.
  return {
    village: village.code,
    unit,
    status,
    ...(from ? { from } : status === 'berdiri' && { bare: true }),
  };
}

/** A tap on a checklist brings the checklist up to date; any other button is answered in the place of its message. */
function pressed(context: DistrictContext, village: Village, rows: readonly Wanted[], reply: Reply): Reply {
  if (reply.alert || rows.length !== 1 || rows[0]?.from || !isChecklist(context)) {
    return reply.context && !isQuestion(reply) ? { ...reply, edits: true } : reply;
  }
  if (isQuestion(reply)) return { ...reply, toast: plain(reply.answer!.text) };
  const { status } = rows[0]!;
  return { ...reply, ...checklist(context, village, status === 'berdiri' ? undefined : status) };
}

const isQuestion = (reply: Reply): boolean => reply.answer?.choices !== undefined;
const isChecklist = ({ prompt }: DistrictContext): boolean => prompt?.context.checklist === true;

function ownChecklist(context: DistrictContext): Reply {
  const { actor, here } = context;
  const own = ownVillages(actor, here.area.code);
  const villages = mayCoordinate(actor, here.area.code) ? here.area.villages.map(({ code }) => code) : own;
  if (villages.length === 0) return { answer: { text: say('not-registered') } };
  if (villages.length === 1) return checklist(context, villageOf(here, villages[0]!)!);
  const choices = villages.map((code) => ({ label: villageOf(here, code)!.name, command: `/lapor ${code}` }));
  return { answer: { text: say('lapor-which'), choices } };
}

/** The seven units with today's status; `picked` makes every tap say that status instead of `berdiri`. */
function checklist(context: DistrictContext, village: Village, picked?: Status): Reply {
  if (!mayReport(context.actor, village.code)) return refuse(context, village.code);
  const now = Object.fromEntries(
    context.store.ledger.village(village.code).map(({ unit, status }) => [unit, status]),
  ) as Partial<Record<(typeof UNITS)[number], Status>>;
  const rows = UNITS.map((unit) =>
    say('checklist-row', {
      number: numberOf(unit),
      mark: statusMark(now[unit]),
      unit: unitName(unit),
      status: statusName(now[unit]),
    }),
  );
  const text = lines(
    say('checklist-head', { village: villageLabel(village), established: establishedIn(now) }),
    ...rows,
    picked ? say('checklist-pick', { status: statusName(picked) }) : say('checklist-reply'),
  );
  const tap = picked ?? 'berdiri';
  const units = UNITS.filter((unit) => (picked ? now[unit] !== picked : !isEstablished(now[unit])));
  const key = picked ? 'checklist-button-plain' : 'checklist-button';
  const taps = units.map((unit) => ({
    label: plain(say(key, { number: numberOf(unit), unit: literal(plain(say(`unit-short-${unit}`))) })),
    command: exactCommand(village.code, [{ unit, status: tap }]),
  }));
  const others: Choice[] = picked
    ? [{ label: plain(say('checklist-back')), command: `/lapor ${village.code}` }]
    : (['x', 'p', 'o'] as const).map((letter) => ({
        label: plain(say(`checklist-${letter}`)),
        command: `/lapor ${village.code} ${letter}`,
      }));
  return {
    answer: { text, choices: [...taps, ...others] },
    context: { about: village.code, checklist: true, ...(picked && { picked }) },
    ...(context.message.pressedOn && isChecklist(context) && { edits: true as const }),
  };
}
