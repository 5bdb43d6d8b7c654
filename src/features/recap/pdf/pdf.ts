import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { localDate, plainDate } from '../../../domain/dates.ts';
import { literal } from '../../../text/markup.ts';
import * as labels from '../labels.ts';
import { INK, MUTED } from '../theme.ts';
import { areaReport } from './area-report.ts';
import { districtReport } from './district-report.ts';
import { type Grid, gridOf, letterheadLine, TEXT_SIZE } from './table.ts';
import { writePdf } from './write.ts';

const { words } = labels;
const A4_WIDTH = 595.28;
const MARGIN = 42;

/** What the report shows of a kecamatan by its villages, and of an area above by its parts. */
export interface ReportOfLevel {
  /** Lines above the double line, each with its size. */
  readonly letterhead: readonly Content[];
  /** Behind how much is established, beside the deadline. */
  readonly done?: string;
  readonly rows: Grid['rows'];
  readonly totals: Grid['totals'];
  readonly legend: readonly Content[];
  /** Where it is signed, and by which office. */
  readonly place: string;
  readonly office: readonly string[];
}

/**
 * Writes the recap of an area of any level as the report that its head signs: one A4 page for most kecamatan, and more where there are many
 * villages or parts. Each page has its number and the table's head. The same table gives the same bytes.
 */
export const writeRecapPdf = (recap: labels.Recap): Promise<Uint8Array> =>
  writePdf(page(recap, labels.isDistrict(recap) ? districtReport(recap) : areaReport(recap)));

const page = (recap: labels.Recap, report: ReportOfLevel): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [MARGIN, 40, MARGIN, 50],
  defaultStyle: { font: 'Inter', fontSize: TEXT_SIZE, color: INK },
  info: { title: labels.reportTitle(recap), creationDate: new Date(recap.asOf) },
  footer: (number, pages) => ({
    margin: [MARGIN, 14, MARGIN, 0],
    fontSize: 8,
    color: MUTED,
    columns: [
      { text: words('recap-file-printed', { at: literal(labels.asOf(recap)) }), width: '*' },
      { text: words('recap-file-page-of', { page: number, pages }), width: 'auto' },
    ],
  }),
  content: [
    [...report.letterhead, rule()],
    summary(recap, report),
    gridOf({ ...report, rowsHead: labels.rowsHead(recap), sums: labels.sumsOf(recap) }),
    closing(recap, report),
  ],
});

/** The double line below a letterhead. */
function rule(): Content {
  const line = (y: number, lineWidth: number) =>
    ({ type: 'line', x1: 0, y1: y, x2: A4_WIDTH - 2 * MARGIN, y2: y, lineWidth }) as const;
  return { canvas: [line(4, 2.2), line(7, 0.7)], margin: [0, 2, 0, 12] };
}

function summary(recap: labels.Recap, report: ReportOfLevel): Content {
  const moment = [...labels.weekLine(recap), labels.asOfLine(recap)].join(' · ');
  const done = [labels.doneLine(labels.sumsOf(recap)), ...(report.done ? [report.done] : [])].join(' · ');
  const notes = labels.reportingLine(recap);
  return [
    letterheadLine(labels.reportTitle(recap).toUpperCase(), 12.5),
    { ...(letterheadLine(moment, 9.5, false) as object), margin: [0, 3, 0, 9] },
    {
      columns: [
        { text: labels.deadlineLine(recap), bold: true, width: '*' },
        { text: done, width: 'auto' },
      ],
      margin: [0, 0, 0, notes.length > 0 ? 2 : 5],
    },
    ...notes.map((text) => ({ text, margin: [0, 0, 0, 5] })),
  ] as Content;
}

/** The legend, and beside it the place for the signature; a page break never separates them. */
function closing({ asOf, timeZone }: labels.Dated, { legend, place, office }: ReportOfLevel): Content {
  const date = literal(plainDate(localDate(asOf, timeZone)));
  const signature = [words('recap-file-place-date', { name: literal(place), date }), ...office].map(
    (text) => ({
      text,
      alignment: 'center',
    }),
  );
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [
      { width: '*', stack: [...legend] },
      {
        width: 240,
        stack: [
          ...signature,
          { canvas: [{ type: 'line', x1: 20, y1: 66, x2: 220, y2: 66, lineWidth: 0.8 }] },
          { text: words('recap-file-nip'), margin: [20, 3, 0, 0] },
        ],
      },
    ],
  } as Content;
}
