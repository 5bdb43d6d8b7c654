import type { Row } from 'write-excel-file/node';
import {
  type AreaRecap,
  hasReports,
  isUsing,
  type RecapPart,
  sumOfParts,
  unitsOf,
} from '../../../domain/area-recap.ts';
import { establishedIn, hasReported, type RecapTable, type RecapVillage } from '../../../domain/progress.ts';
import { ESTABLISHED_STATUSES, isEstablished, UNITS } from '../../../domain/units.ts';
import * as area from '../area-labels.ts';
import * as labels from '../labels.ts';
import {
  type Column,
  colors,
  columnLetter,
  count,
  countOf,
  formula,
  GRID,
  label,
  listSheet,
  literally,
  SUM,
} from './cells.ts';
import { HEAD_ROWS, titleRows } from './title-rows.ts';

const { words } = labels;

const numberColumns = (heads: readonly string[]): readonly Column[] =>
  heads.map((head) => ({ head, width: 15 }));
const UNIT_COLUMNS = numberColumns(UNITS.map(labels.unitName));
/** Where nothing was ever reported there is no number. */
const NO_REPORT = label(words('recap-file-no-count'), { ...GRID, align: 'center' });
const noteColumn = (): Column => ({ head: words('recap-file-note'), width: 24 });

/** A sheet with the values of its formulas, in their order. */
export interface Summed {
  readonly sheet: ReturnType<typeof titledSheet>;
  readonly sums: readonly number[];
}

/** The range of one of the columns of rows under a title and a head. */
const rangeOf = (column: number, rows: readonly Row[]): string =>
  `${columnLetter(column)}${HEAD_ROWS + 1}:${columnLetter(column)}${HEAD_ROWS + rows.length}`;

/** A sheet of rows under a head that stays in sight, below what it is a recap of. */
function titledSheet(recap: AreaRecap, ...list: Parameters<typeof listSheet>) {
  const sheet = listSheet(...list);
  return { ...sheet, data: [...titleRows(recap), ...sheet.data], stickyRowsCount: HEAD_ROWS };
}

/**
 * A row for each part of some areas of one level, and their sums; a part without any report has no numbers of one. `whole`: what the workbook
 * is of, where the areas are its parts.
 */
export function partsSheet(recaps: readonly AreaRecap[], whole = recaps[0]!): Summed {
  const isBelow = recaps[0] !== whole;
  const rows = recaps.flatMap((recap) =>
    recap.parts.map(
      (part): Row => [
        literally(part.code, GRID),
        ...(isBelow ? [literally(labels.areaLine(recap), GRID)] : []),
        literally(part.name, GRID),
        ...factsOf(part).map((n) => count(n, GRID)),
        ...reportedOf(part).map(({ n, isKnown }) => (isKnown ? count(n, GRID) : NO_REPORT)),
        label(area.withoutFigures(part) ?? '', GRID),
      ],
    ),
  );
  const names: readonly Column[] = [
    { head: words('recap-file-code'), width: 15 },
    ...(isBelow ? [{ head: words('recap-file-act-area'), width: 36 }] : []),
    { head: labels.rowsHead(recaps[0]!), width: 34 },
  ];
  const numbers = [...numberColumns(FACTS()), ...numberColumns(REPORTED(whole)), ...UNIT_COLUMNS];
  const parts = recaps.flatMap((recap) => recap.parts);
  return {
    sheet: titledSheet(
      whole,
      labels.rowsHead(recaps[0]!).replace('/', ' '),
      [...names, ...numbers, noteColumn()],
      [
        ...rows,
        sumRow(
          words('recap-file-total'),
          names.length,
          numbers.map((_, i) => `SUM(${rangeOf(names.length + i, rows)})`),
        ),
      ],
    ),
    sums: numbers.map((_, i) =>
      parts.reduce((sum, part) => sum + [...factsOf(part), ...reportedOf(part).map(({ n }) => n)][i]!, 0),
    ),
  };
}

/** What is known of every part. */
const FACTS = () => [
  words('recap-file-villages-count'),
  words('recap-file-open'),
  words('recap-file-units-count'),
];
const factsOf = (part: RecapPart) => [part.villages, part.districts.open, unitsOf(part)];

/** What is known from reports: now and in the last seven days, or in the week that is told of. */
const REPORTED = ({ week }: AreaRecap) => [
  words('recap-file-established'),
  words(week ? 'recap-file-established-before-week' : 'recap-file-established-before'),
  words(week ? 'recap-file-reporting-week' : 'recap-file-reporting'),
  words(week ? 'recap-file-reporting-before-week' : 'recap-file-reporting-before'),
];
const reportedOf = (part: RecapPart): readonly { readonly n: number; readonly isKnown: boolean }[] => {
  const now = (n: number) => ({ n, isKnown: hasReports(part) });
  // What had never been reported by then has no number of then.
  const before = (n: number) => ({ n, isKnown: part.reportingBefore > 0 });
  return [
    now(part.established),
    before(part.establishedBefore),
    now(part.recent),
    before(part.recentBefore),
    ...UNITS.map((unit) => now(area.unitOf(part, unit).count)),
  ];
};

/** The sums below a list. */
const sumRow = (name: string, names: number, formulas: readonly string[]): Row => [
  label(name, SUM),
  ...Array.from({ length: names - 1 }, () => label('', SUM)),
  ...formulas.map((each) => formula(each, SUM)),
  label('', SUM),
];

/** A row for each village of an area, with the status of each unit, and how many villages have each unit. */
export function villagesSheet(recap: AreaRecap, districts: readonly RecapTable[]): Summed {
  const using = new Set(recap.parts.filter(isUsing).map(({ code }) => code as string));
  const rows = districts.flatMap((district) =>
    district.villages.map((village) => villageRow(district, village, using.has(district.district.code))),
  );
  const names: readonly Column[] = [
    { head: words('recap-file-code'), width: 15 },
    { head: words('recap-file-kecamatan'), width: 24 },
    { head: words('recap-file-villages-count'), width: 28 },
  ];
  const villages = districts.flatMap((district) => district.villages);
  const total = { head: words('recap-file-sum-both'), width: 13 };
  return {
    sheet: titledSheet(
      recap,
      words('recap-file-villages-count').replace('/', ' '),
      [...names, ...UNIT_COLUMNS, total, noteColumn()],
      [
        ...rows,
        sumRow(words('recap-file-sum-both'), names.length, [
          ...UNITS.map((_, i) => countOf(rangeOf(names.length + i, rows), ...ESTABLISHED_STATUSES)),
          `SUM(${rangeOf(names.length + UNITS.length, rows)})`,
        ]),
      ],
    ),
    sums: [
      ...UNITS.map((unit) => villages.filter(({ units }) => isEstablished(units[unit])).length),
      sumOfParts(recap.parts).established,
    ],
  };
}

/** Of a village without any report nothing is known. */
function villageRow(recap: RecapTable, village: RecapVillage, isInUse: boolean): Row {
  const names = [
    literally(village.code, GRID),
    literally(recap.district.name, GRID),
    literally(labels.nameOf(recap, village), GRID),
  ];
  if (!hasReported(village))
    return [
      ...names,
      ...[...UNITS, 'total'].map(() => NO_REPORT),
      label(words(isInUse ? 'recap-file-never' : 'recap-file-not-using'), GRID),
    ];
  const states = UNITS.map((unit) => {
    const state = labels.stateOf(village, unit);
    return label(labels.stateName(state), { ...GRID, ...colors(state), align: 'center' });
  });
  return [...names, ...states, count(establishedIn(village.units), GRID), label('', GRID)];
}

/** Lets the rows between the head and the sums of every sheet be filtered. */
export const autoFilter = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) => {
          const rows = xml.match(/<row [\s\S]*?<\/row>/g) ?? [];
          const columns = rows[HEAD_ROWS - 1]?.match(/<c /g)?.length ?? 1;
          const ref = `A${HEAD_ROWS}:${columnLetter(columns - 1)}${rows.length - 1}`;
          return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ref}"/>`);
        },
      },
    },
  },
};
