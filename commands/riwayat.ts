import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand } from '../src/bot/command.ts';
import { localDateTime } from '../src/domain/dates.ts';
import { villageOf } from '../src/domain/district.ts';
import { actName, actorName } from '../src/features/members/acts.ts';
import type { Act } from '../src/store/acts.ts';
import { literal } from '../src/text/markup.ts';
import { kecamatan, roleName, statusName, unitName, villageLabel } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** As many rows as fit one message on a phone. */
const ROWS = 20;

/** The ledger of a village or of the kecamatan, newest first, reversals shown; a village's with what was decided about it. */
export const riwayat = defineCommand({
  name: 'riwayat',
  aliases: ['history'],
  anonymous: true,
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
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
    return resolveVillage(context, words, 'riwayat', say('status-which'), (village) =>
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
