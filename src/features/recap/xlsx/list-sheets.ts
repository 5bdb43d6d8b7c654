import type { CellObject } from 'write-excel-file/node';
import { zoneLabel } from '../../../domain/dates.ts';
import type { Instant } from '../../../domain/ids.ts';
import { hasReported, lacking, type RecapTable } from '../../../domain/progress.ts';
import { literal } from '../../../text/markup.ts';
import * as labels from '../labels.ts';
import { MUTED } from '../theme.ts';
import { colors, count, GRID, label, listSheet, literally, local } from './cells.ts';

const { words } = labels;

const timeHead = (timeZone: string): string =>
  words('recap-file-time-in', { zone: literal(zoneLabel(timeZone)) });
const timeCell = (at: Instant, timeZone: string, style: object): CellObject => ({
  value: local(at, timeZone),
  type: Date,
  format: 'dd/mm/yyyy hh"."mm',
  align: 'left',
  ...style,
});

/** The ledger. A report that was taken back stays in it, struck through. */
export function historySheet(recap: RecapTable) {
  const { history = [], timeZone } = recap;
  return listSheet(
    words('recap-file-sheet-history'),
    [
      { head: timeHead(timeZone), width: 19 },
      { head: labels.rowsHead(recap), width: 30 },
      { head: words('recap-file-unit'), width: 16 },
      { head: words('recap-file-status'), width: 14 },
      { head: words('recap-file-by'), width: 22 },
      { head: words('recap-file-note'), width: 16 },
    ],
    history.map(({ at, village, unit, status, by, reversed }) => {
      const style = reversed ? { ...GRID, textColor: MUTED, textDecoration: { strikethrough: true } } : GRID;
      return [
        timeCell(at, timeZone, style),
        literally(village, style),
        label(labels.unitName(unit), style),
        label(labels.stateName(status), { ...style, ...colors(status) }),
        literally(by, style),
        label(reversed ? words('recap-file-reversed') : '', GRID),
      ];
    }),
  );
}

/** What was decided, and by which role. */
export const actsSheet = ({ acts = [], timeZone }: RecapTable) =>
  listSheet(
    words('recap-file-sheet-acts'),
    [
      { head: timeHead(timeZone), width: 19 },
      { head: words('recap-file-act-area'), width: 30 },
      { head: words('recap-file-act'), width: 44 },
      { head: words('recap-file-act-by'), width: 22 },
    ],
    acts.map(({ at, area, what, by }) => [
      timeCell(at, timeZone, GRID),
      literally(area, GRID),
      literally(what, GRID),
      literally(by, GRID),
    ]),
  );

/** What each village lacks, and which villages have never reported. */
export function missingSheet(recap: RecapTable) {
  const behind = recap.villages.filter((village) => lacking(village.units).length > 0);
  const rows = behind.map((village) => {
    const units = lacking(village.units);
    return [
      literally(village.code, GRID),
      literally(labels.nameOf(recap, village), GRID),
      count(units.length, GRID),
      label(units.map(labels.unitName).join(', '), { ...GRID, wrap: true }),
      label(hasReported(village) ? '' : words('recap-file-never'), GRID),
    ];
  });
  return listSheet(
    words('recap-file-sheet-missing'),
    [
      { head: words('recap-file-code'), width: 15 },
      { head: labels.rowsHead(recap), width: 28 },
      { head: words('recap-file-count'), width: 9 },
      { head: words('recap-file-lacks'), width: 62 },
      { head: words('recap-file-note'), width: 20 },
    ],
    rows.length > 0 ? rows : [[label(words('recap-file-nothing-missing'))]],
  );
}
