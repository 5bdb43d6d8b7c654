import { actName, actorName } from '../src/act.ts';
import { defineCommand, villageOf } from '../src/command.ts';
import { literal } from '../src/content.ts';
import { localDateTime } from '../src/dates.ts';
import { kecamatan, roleName, statusName, unitName, villageLabel } from '../src/phrases.ts';
import type { Act } from '../src/store/acts.ts';
import { lines, say } from '../src/text.ts';
import { whichVillage } from '../src/which-village.ts';

/** As many rows as fit one message on a phone. */
const ROWS = 20;

/** The ledger of a village or of the kecamatan, newest first, reversals shown; a village's with what was decided about it. */
export const riwayat = defineCommand({
  name: 'riwayat',
  menu: 'anywhere',
  needs: 'kecamatan',
  who: () => true,
  run(words, context) {
    const { store, here } = context;
    const show = (code: Parameters<typeof store.ledger.history>[0], title: ReturnType<typeof say>) => {
      const reports = store.ledger.history(code, ROWS + 1).map((report) => {
        const row = say('history-row', {
          at: literal(localDateTime(report.recordedAt, here.timeZone)),
          village: literal(villageOf(here, report.village)?.name ?? report.village),
          unit: unitName(report.unit),
          status: statusName(report.status),
          role: roleName(report.role),
        });
        const shown = report.reversedAt ? say('history-row-reversed', { row }) : row;
        return { at: report.recordedAt, row: shown };
      });
      // A kecamatan's are many, and stand beside its ledger in the workbook.
      const acts = code === here.area.code ? [] : store.acts.within(code, ROWS + 1);
      const all = [...reports, ...acts.map((act) => ({ at: act.at, row: actRow(act, here.timeZone) }))].sort(
        (a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1),
      );
      const rows = all.slice(0, ROWS).map(({ row }) => row);
      const text = lines(
        say('history-head', { area: title }),
        ...(rows.length > 0 ? rows : [say('history-empty')]),
        all.length > ROWS && say('history-more', { n: ROWS }),
      );
      return { answer: { text } };
    };
    if (words === '') return show(here.area.code, kecamatan(here.area));
    return whichVillage(context, words, 'riwayat', say('status-which'), (village) =>
      show(village.code, villageLabel(village)),
    );
  },
});

const actRow = (act: Act, timeZone: string) =>
  say('act-row', {
    at: literal(localDateTime(act.at, timeZone)),
    what: actName(act),
    by: actorName(act),
  });
