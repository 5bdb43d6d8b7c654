import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { isPlaced } from '../src/bot/standing.ts';
import { localDateTime } from '../src/domain/dates.ts';
import { type DistrictScope, villageOf } from '../src/domain/district.ts';
import type { DistrictCode, Instant, VillageCode } from '../src/domain/ids.ts';
import { actName, actorName } from '../src/features/members/acts.ts';
import type { Act } from '../src/store/acts.ts';
import type { Report } from '../src/store/ledger.ts';
import { literal, type Markup } from '../src/text/markup.ts';
import {
  kecamatan,
  partsExample,
  roleName,
  statusName,
  unitName,
  villageLabel,
} from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** As many rows as fit one message on a phone. */
const ROWS = 20;

/** Lists the ledger of a village or of the kecamatan, newest first, with reversals; a village's with the acts about it. */
export const riwayat = defineCommand({
  name: 'riwayat',
  aliases: ['history'],
  anonymous: true,
  menu: 'anywhere',
  offered: isPlaced,
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  above: (words, { above: { area } }) =>
    words === ''
      ? {
          answer: { text: say('history-which', partsExample(area)) },
          context: { area: area.code, drill: 'riwayat' },
          awaitsAnswer: true,
        }
      : undefined,
  run(words, context) {
    const { area } = context.here;
    if (words === '') return show(context, area.code, kecamatan(area));
    return resolveVillage(context, words, 'riwayat', say('status-which'), (village) =>
      show(context, village.code, villageLabel(village)),
    );
  },
});

interface Entry {
  readonly at: Instant;
  readonly row: Markup;
}

function show(context: DistrictContext, code: VillageCode | DistrictCode, title: Markup): Reply {
  const { tx, here } = context;
  const isVillage = code !== here.area.code;
  const workbook = context.above ? `/rekap ${here.area.name} xlsx` : '/rekap xlsx';
  const reports = tx.ledger.history(code, ROWS + 1).map((report) => reportEntry(here, report, isVillage));
  // The acts of a whole kecamatan are many; they stand beside its ledger in the workbook.
  const acts = isVillage ? tx.acts.within(code, ROWS + 1) : [];
  const entries = [...reports, ...acts.map((act) => actEntry(here, act))].sort(newestFirst);
  const rows = entries.slice(0, ROWS).map(({ row }) => row);
  const text = lines(
    say('history-head', { area: title }),
    ...(rows.length > 0 ? rows : [say('history-empty')]),
    entries.length > ROWS && say('history-more', { n: ROWS, command: literal(workbook) }),
  );
  return { answer: { text } };
}

const newestFirst = (a: Entry, b: Entry): number => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1);

/** `isVillage`: the list is of one village, which its head names. */
function reportEntry(here: DistrictScope, report: Report, isVillage: boolean): Entry {
  const facts = {
    at: literal(localDateTime(report.recordedAt, here.timeZone)),
    unit: unitName(report.unit),
    status: statusName(report.status),
    role: roleName(report.role, report.village),
  };
  const village = literal(villageOf(here, report.village)?.name ?? report.village);
  const row = isVillage ? say('history-row', facts) : say('history-row-village', { ...facts, village });
  return { at: report.recordedAt, row: report.reversedAt ? say('history-row-reversed', { row }) : row };
}

const actEntry = ({ timeZone }: DistrictScope, act: Act): Entry => ({
  at: act.at,
  row: say('act-row', {
    at: literal(localDateTime(act.at, timeZone)),
    what: actName(act),
    by: actorName(act),
  }),
});
