import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import type { Village } from '../src/domain/areas.ts';
import { villageOf } from '../src/domain/district.ts';
import { mayCoordinate, mayReport, ownVillages } from '../src/domain/permissions.ts';
import { establishedIn } from '../src/domain/progress.ts';
import {
  decodeReport,
  encodeChecklist,
  encodeReport,
  type UnitReport,
} from '../src/domain/report-command.ts';
import {
  isEstablished,
  MENTIONED_STATUS,
  numberOf,
  STATUS_LETTERS,
  STATUSES,
  type Status,
  UNITS,
} from '../src/domain/units.ts';
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
  aliases: ['laporan', 'laporkan'],
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  run(words, context) {
    const [first = '', ...rest] = words.split(/\s+/);
    const village = villageOf(context.here, first);
    if (village) return aboutVillage(context, village, rest.join(' '));
    if (words === '') return ownChecklist(context);
    const named = villageNamed(context.here.area, words);
    return named && !reads(context, named, words) ? checklist(context, named) : readReport(context, words);
  },
});

/** Villages are called Gudang or Jadi too: what is a report in words is one. */
const reads = ({ here }: DistrictContext, { code }: Village, text: string): boolean =>
  reportedVillage(interpret({ text, mode: 'addressed', villages: here.area.villages, own: [code] })) !==
  undefined;

/** Words behind the code of a village: those of a button, or somebody's own. */
function aboutVillage(context: DistrictContext, village: Village, words: string): Reply {
  const { actor, message, prompt } = context;
  const kept = message.pressedOn && prompt?.context.words;
  if (words === '' && kept) return chosen(context, kept, village);
  const asked = decodeReport(words);
  switch (asked?.kind) {
    case undefined:
      return readReport(context, words, village.code);
    case 'checklist':
      return checklist(context, village, asked.picked);
    case 'keep':
      return mayReport(actor, village.code)
        ? { answer: { text: say('lower-kept', { village: villageLabel(village) }) }, edits: true }
        : refuse(context, village.code);
    case 'report': {
      const rows = asked.rows.map((row) => wanted(village, row));
      const reply = writeReport(context, rows, message.text);
      return message.pressedOn ? pressed(context, village, rows, reply) : reply;
    }
  }
}

/** The village that a report in words was for: it is read again, and what it says takes the place of the question. */
function chosen(context: DistrictContext, words: string, village: Village): Reply {
  if (!mayReport(context.actor, village.code)) return refuse(context, village.code);
  const reply = readReport(context, words, village.code);
  return reply.answer && !isQuestion(reply) ? { ...reply, edits: true } : reply;
}

/** One tap that says no more than that the unit is there is a mere mention: it lowers nothing. */
const wanted = (village: Village, row: UnitReport): Wanted => ({
  village: village.code,
  ...row,
  ...(!row.from && row.status === MENTIONED_STATUS && { bare: true }),
});

/** A tap on a checklist brings the checklist up to date; any other button is answered in the place of its message. */
function pressed(context: DistrictContext, village: Village, rows: readonly Wanted[], reply: Reply): Reply {
  if (reply.alert || rows.length !== 1 || rows[0]?.from || !isChecklist(context)) {
    return reply.context && !isQuestion(reply) ? { ...reply, edits: true } : reply;
  }
  if (isQuestion(reply)) return { ...reply, toast: plain(reply.answer!.text) };
  const { status } = rows[0]!;
  return { ...reply, ...checklist(context, village, status === MENTIONED_STATUS ? undefined : status) };
}

const isQuestion = (reply: Reply): boolean => reply.answer?.choices !== undefined;
const isChecklist = ({ prompt }: DistrictContext): boolean => prompt?.context.checklist === true;

function ownChecklist(context: DistrictContext): Reply {
  const { actor, here } = context;
  const own = ownVillages(actor, here.area.code);
  const villages = mayCoordinate(actor, here.area.code) ? here.area.villages.map(({ code }) => code) : own;
  if (villages.length === 0) return { answer: { text: say('not-registered') } };
  if (villages.length === 1) return checklist(context, villageOf(here, villages[0]!)!);
  const choices = villages.map((code) => ({
    label: villageOf(here, code)!.name,
    command: encodeChecklist(code),
  }));
  return { answer: { text: say('lapor-which'), choices } };
}

/** A village's units with today's status; `picked` makes every tap say that status. */
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
  const tap = picked ?? MENTIONED_STATUS;
  const units = UNITS.filter((unit) => (picked ? now[unit] !== picked : !isEstablished(now[unit])));
  const key = picked ? 'checklist-button-plain' : 'checklist-button';
  const taps = units.map((unit) => ({
    label: plain(say(key, { number: numberOf(unit), unit: literal(plain(say(`unit-short-${unit}`))) })),
    command: encodeReport(village.code, [{ unit, status: tap }]),
  }));
  const others: Choice[] = picked
    ? [{ label: plain(say('checklist-back')), command: encodeChecklist(village.code) }]
    : STATUSES.filter((status) => status !== MENTIONED_STATUS).map((status) => ({
        label: plain(say(`checklist-${STATUS_LETTERS[status]}`)),
        command: encodeChecklist(village.code, status),
      }));
  return {
    answer: { text, choices: [...taps, ...others] },
    context: { about: village.code, checklist: true, ...(picked && { picked }) },
    ...(context.message.pressedOn && isChecklist(context) && { edits: true as const }),
  };
}
