import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import type { Wanted } from '../src/bot/report-writer.ts';
import { reports } from '../src/bot/standing.ts';
import type { Village } from '../src/domain/areas.ts';
import { villageOf } from '../src/domain/district.ts';
import { mayReport } from '../src/domain/permissions.ts';
import { decodeReport, type UnitReport } from '../src/domain/report-command.ts';
import { MENTIONED_STATUS } from '../src/domain/units.ts';
import { villageNamed } from '../src/domain/village-search.ts';
import { refuseVillage, writeReport } from '../src/features/reports/answer-report.ts';
import { answersChecklist, checklist, ownChecklist } from '../src/features/reports/checklist.ts';
import { villageMeant } from '../src/features/reports/edit.ts';
import { sayNotUnderstood } from '../src/features/reports/hint.ts';
import { chosenOf } from '../src/features/reports/offered.ts';
import { isReport, readReport } from '../src/features/reports/read-report.ts';
import { plain } from '../src/text/markup.ts';
import { villageLabel } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Reads a report in words; shows the checklist of a village where only that is named, or nothing. */
export const lapor = defineCommand({
  name: 'lapor',
  slashless: 'text',
  aliases: ['laporan', 'laporkan'],
  menu: 'anywhere',
  offered: reports,
  always: 'known',
  requires: 'kecamatan',
  authorize: () => true,
  run(words, context) {
    const reply = answerWords(words, context);
    return Object.keys(reply).length === 0 && isAsked(context) ? sayNotUnderstood(context) : reply;
  },
});

/** Thanks and greetings get no answer where the command's name only begins a sentence: "Laporan sudah saya kirim, terima kasih". */
const isAsked = ({ message }: DistrictContext): boolean =>
  message.pressedOn !== undefined || message.text.trimStart().startsWith('/');

function answerWords(words: string, context: DistrictContext): Reply {
  const [first = '', ...rest] = words.split(/\s+/);
  const village = villageOf(context.here, first);
  if (village) return aboutVillage(context, village, rest.join(' '));
  if (words === '') return ownChecklist(context);
  // Some villages are called Gudang or Jadi, which may as well be a report.
  const named = villageNamed(context.here.area, words);
  return named && !isReport(context.here, named.code, words)
    ? checklist(context, named)
    : readReport(context, words, villageMeant(context));
}

/** Answers the words behind a village's code, which are those of a button or somebody's own. */
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
        ? keepAsIs(context, village)
        : refuseVillage(context, village.code);
    case 'report': {
      const rows = chosenOf(
        message.pressedOn ? prompt : undefined,
        asked.rows.map((row) => wanted(village, row)),
      );
      const reply = writeReport(context, rows, message.text);
      return message.pressedOn ? pressed(context, village, rows, reply) : reply;
    }
  }
}

/** Changes nothing; a yes that an edit has made a no is taken back. */
function keepAsIs(context: DistrictContext, village: Village): Reply {
  const { tx, message } = context;
  const isTakenBack = message.edits !== undefined && tx.ledger.ofMessage(message.edits).length > 0;
  return isTakenBack
    ? writeReport(context, [], message.text)
    : { answer: { text: say('lower-kept', { village: villageLabel(village) }) }, edits: true };
}

/** Reads a report again for the village that was chosen for it; its echo takes the place of the question. */
function chosen(context: DistrictContext, words: string, village: Village): Reply {
  if (!mayReport(context.actor, village.code)) return refuseVillage(context, village.code);
  const reply = readReport(context, words, village.code);
  return reply.answer && !isQuestion(reply) ? { ...reply, edits: true } : reply;
}

/** A single tap only mentions a unit: it never lowers it. */
const wanted = (village: Village, row: UnitReport): Wanted => ({
  village: village.code,
  ...row,
  ...(!row.from && row.status === MENTIONED_STATUS && { bare: true }),
});

/** A tap on a checklist brings the checklist up to date; any other button is answered in the place of its message. */
function pressed(context: DistrictContext, village: Village, rows: readonly Wanted[], reply: Reply): Reply {
  if (reply.refused || rows.length !== 1 || rows[0]?.from || !answersChecklist(context)) {
    return reply.context && !isQuestion(reply) ? { ...reply, edits: true } : reply;
  }
  if (isQuestion(reply)) return { ...reply, toast: plain(reply.answer!.text) };
  const { status } = rows[0]!;
  return {
    ...reply,
    ...checklist(context, village, status === MENTIONED_STATUS ? undefined : status),
    // The list puts its question in its own text: the notice says what became of the tap.
    toast: reply.toast ?? plain(reply.answer!.text),
  };
}

const isQuestion = (reply: Reply): boolean => reply.answer?.choices !== undefined;
