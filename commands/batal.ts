import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { addMs } from '../src/domain/clock.ts';
import { villageOf } from '../src/domain/district.ts';
import type { MessageRef, VillageCode } from '../src/domain/ids.ts';
import { noteAct } from '../src/features/members/acts.ts';
import { OWN_REVERSAL_MS } from '../src/features/reports/record.ts';
import type { Report } from '../src/store/ledger.ts';
import type { Markup } from '../src/text/markup.ts';
import { capital, statusName, unitName, villageLabel } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** Takes back what one message reported: the one whose echo is replied to, or the last of one's own within a day. */
export const batal = defineCommand({
  name: 'batal',
  aliases: ['batalkan', 'undo'],
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  run(_words, context) {
    const { tx, reports, actor, here, prompt, message, now } = context;
    const meant = prompt?.answers ?? (message.quotes && !prompt ? message.quotes.ref : undefined);
    const messages = meant ? [meant, ...(prompt?.context.answersToo ?? [])] : lastOwn(context);
    const reversal = reports.reverse(actor, messages, here.area.code, now);
    switch (reversal.kind) {
      case 'nothing':
        return answer(say(meant && tx.ledger.recordedBy(meant) ? 'undo-already' : 'undo-nothing'));
      case 'elsewhere':
        return answer(say('not-this-kecamatan'));
      case 'denied':
        return answer(say('undo-denied'));
      case 'reversed': {
        const rows = oncePerUnit(reversal.rows);
        if (reversal.byOffice) noteReversal(context, rows);
        return answer(statusesNow(context, rows));
      }
    }
  },
});

const answer = (text: Markup): Reply => ({ answer: { text } });

const villagesOf = (rows: readonly Report[]): readonly VillageCode[] => [
  ...new Set(rows.map(({ village }) => village)),
];

/** Several messages may have reported one unit: the last of them counts. */
const oncePerUnit = (rows: readonly Report[]): readonly Report[] => [
  ...new Map(rows.map((row) => [`${row.village} ${row.unit}`, row])).values(),
];

function noteReversal(context: DistrictContext, rows: readonly Report[]): void {
  for (const village of villagesOf(rows)) {
    const units = rows.filter((row) => row.village === village).map(({ unit }) => unit);
    noteAct(context, 'reversed', village, units.join());
  }
}

function lastOwn({ tx, actor, here, now }: DistrictContext): readonly MessageRef[] {
  if (actor.person === undefined) return [];
  const last = tx.ledger.lastOf(actor.person, here.area.code, addMs(now, -OWN_REVERSAL_MS));
  return last ? [last.message] : [];
}

/** How the units stand, now that these rows are taken back. */
function statusesNow(context: DistrictContext, rows: readonly Report[]): Markup {
  const villages = villagesOf(rows).flatMap((code) => villageOf(context.here, code) ?? []);
  const text = villages.flatMap((village) => [
    say('undo-head', { village: villageLabel(village) }),
    ...rows.filter((row) => row.village === village.code).map((row) => statusNow(context, row)),
  ]);
  return lines(...text);
}

function statusNow({ tx }: DistrictContext, row: Report): Markup {
  const unit = capital(unitName(row.unit));
  const status = tx.ledger.current(row.village, row.unit)?.status;
  if (!status) return say('undo-row-none', { unit });
  return say(status === row.status ? 'undo-row-same' : 'undo-row', { unit, status: statusName(status) });
}
