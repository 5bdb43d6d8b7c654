import type { Row } from 'write-excel-file/node';
import { zoneLabel } from '../../../domain/dates.ts';
import * as labels from '../labels.ts';
import { RED } from '../theme.ts';
import { dated, LONG_DATE, label, local } from './cells.ts';

const { words } = labels;

/** How many rows stand above the first row of a sheet: its title, and the head of its columns. */
export const HEAD_ROWS = 5;

/** What a recap of any level is, of which week, at which moment, and its deadline: the rows above the head of its columns. */
export const titleRows = (recap: labels.Recap): readonly Row[] => [
  [label(labels.titleLine(recap), { fontWeight: 'bold', fontSize: 16, height: 26, textColor: RED })],
  [label([labels.placeLine(recap), ...labels.weekLine(recap)].join(' · '), { fontWeight: 'bold' })],
  dated(
    words('recap-file-as-of-label'),
    local(recap.asOf, recap.timeZone),
    `${LONG_DATE} hh"."mm "${zoneLabel(recap.timeZone)}"`,
  ),
  [
    ...dated(words('recap-file-deadline-label'), new Date(recap.deadline), LONG_DATE),
    { value: recap.daysLeft, type: Number, format: words('recap-file-days-format'), align: 'left' },
  ],
];
