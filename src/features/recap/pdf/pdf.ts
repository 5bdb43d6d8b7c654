import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { AreaRecap } from '../../../domain/area-recap.ts';
import { localDate, plainDate } from '../../../domain/dates.ts';
import type { RecapTable } from '../../../domain/progress.ts';
import { literal, plain } from '../../../text/markup.ts';
import { camatOffice, kecamatan } from '../../../text/phrases.ts';
import { areaLine, areaSums, reportingLine } from '../area-labels.ts';
import * as labels from '../labels.ts';
import { INK, MUTED, STATES } from '../theme.ts';
import { areaGrid } from './area-table.ts';
import { recapGrid, TEXT_SIZE, TILE, tile } from './table.ts';
import { writePdf } from './write.ts';

const { words } = labels;
const A4_WIDTH = 595.28;
const MARGIN = 42;

/**
 * Writes a recap as the report that a camat signs: one A4 page for most kecamatan, and more where there are many villages.
 * Each page has its number and the table's head. The same table gives the same bytes.
 */
export async function writeRecapPdf(recap: RecapTable): Promise<Uint8Array> {
  return writePdf(report(recap));
}

/** Writes the recap of an area above the kecamatan: its figures and a table of its parts. */
export const writeAreaPdf = (recap: AreaRecap): Promise<Uint8Array> => writePdf(areaReport(recap));

const areaReport = (recap: AreaRecap): TDocumentDefinitions => ({
  ...page(recap, words('recap-file-area-report')),
  content: [
    centered(areaLine(recap).toUpperCase(), 16),
    rule(),
    centered(words('recap-file-area-report').toUpperCase(), 12.5),
    { ...(centered(labels.asOfLine(recap), 9.5, false) as object), margin: [0, 3, 0, 9] } as Content,
    {
      columns: [
        { text: labels.deadlineLine(recap), bold: true, width: '*' },
        { text: areaDone(recap), width: 'auto' },
      ],
      margin: [0, 0, 0, 2],
    },
    { text: reportingLine(recap), margin: [0, 0, 0, 5] },
    areaGrid(recap),
  ],
});

const areaDone = (recap: AreaRecap): string => {
  const { established, of, percent } = areaSums(recap);
  return words('recap-file-done', { done: established, all: of, percent });
};

const report = (recap: RecapTable): TDocumentDefinitions => ({
  ...page(recap, title(recap)),
  content: [letterhead(recap), summary(recap), recapGrid(recap), closing(recap)],
});

/** A page of A4 whose foot has the moment and the page's number. */
const page = (
  recap: Pick<RecapTable, 'asOf' | 'timeZone' | 'deadline' | 'daysLeft'>,
  name: string,
): Omit<TDocumentDefinitions, 'content'> => ({
  pageSize: 'A4',
  pageMargins: [MARGIN, 40, MARGIN, 50],
  defaultStyle: { font: 'Inter', fontSize: TEXT_SIZE, color: INK },
  info: { title: name, creationDate: new Date(recap.asOf) },
  footer: (number, pages) => ({
    margin: [MARGIN, 14, MARGIN, 0],
    fontSize: 8,
    color: MUTED,
    columns: [
      { text: words('recap-file-printed', { at: literal(labels.asOf(recap)) }), width: '*' },
      { text: words('recap-file-page-of', { page: number, pages }), width: 'auto' },
    ],
  }),
});

const title = (recap: RecapTable): string =>
  words('recap-file-report', { cooperative: labels.cooperative(recap) });

const centered = (text: string, fontSize: number, bold = true): Content => ({
  text,
  fontSize,
  bold,
  alignment: 'center',
});

function letterhead({ district }: RecapTable): Content {
  return [
    centered(words('recap-file-government', { regency: literal(district.regency) }).toUpperCase(), 12),
    centered(plain(kecamatan(district)).toUpperCase(), 16),
    centered(words('recap-file-province', { province: literal(district.province) }), 10, false),
    rule(),
  ];
}

/** The double line below a letterhead. */
function rule(): Content {
  const line = (y: number, lineWidth: number) =>
    ({ type: 'line', x1: 0, y1: y, x2: A4_WIDTH - 2 * MARGIN, y2: y, lineWidth }) as const;
  return { canvas: [line(4, 2.2), line(7, 0.7)], margin: [0, 2, 0, 12] };
}

function summary(recap: RecapTable): Content {
  const { established, of, percent } = labels.sumsOf(recap);
  return [
    centered(title(recap).toUpperCase(), 12.5),
    { ...(centered(labels.asOfLine(recap), 9.5, false) as object), margin: [0, 3, 0, 9] },
    {
      columns: [
        { text: labels.deadlineLine(recap), bold: true, width: '*' },
        {
          text: `${words('recap-file-done', { done: established, all: of, percent })} · ${labels.silentLine(recap)}`,
          width: 'auto',
        },
      ],
      margin: [0, 0, 0, 5],
    },
  ] as Content;
}

/** The legend, and beside it the place for the signature; a page break never separates them. */
function closing(recap: RecapTable): Content {
  const { states } = labels.sumsOf(recap);
  const name = literal(recap.district.name);
  const date = literal(plainDate(localDate(recap.asOf, recap.timeZone)));
  const legend = STATES.map((state) => ({
    columns: [
      { ...tile(state), width: TILE.width + 8 },
      {
        text: `${labels.stateName(state)}: ${words('recap-file-units', { count: states[state] })}`,
        margin: [0, 2.5, 0, 0],
      },
    ],
    margin: [0, 0, 0, 3],
  }));
  const signature = [
    words('recap-file-place-date', { name, date }),
    words('recap-file-camat', { office: camatOffice(recap.district) }),
  ].map((text) => ({ text, alignment: 'center' }));
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [
      { width: '*', stack: legend },
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
