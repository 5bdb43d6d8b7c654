import type { Row } from 'write-excel-file/node';
import { type AreaRecap, isUsing, type RecapPart, unitsOf } from '../../../domain/area-recap.ts';
import type { RecapTable, RecapVillage } from '../../../domain/progress.ts';
import { establishedIn } from '../../../domain/progress.ts';
import { UNITS } from '../../../domain/units.ts';
import * as area from '../area-labels.ts';
import * as labels from '../labels.ts';
import { colors, count, GRID, HEAD, label, literally } from './cells.ts';

const { words } = labels;

const UNIT_HEADS = UNITS.map(labels.unitName);
const PART_HEADS = () => [
  words('recap-file-villages-count'),
  words('recap-file-open'),
  words('recap-file-units-count'),
  words('recap-file-established'),
  words('recap-file-established-before'),
  words('recap-file-reporting'),
  words('recap-file-reporting-before'),
  ...UNIT_HEADS,
];

const filtered = (
  sheet: string,
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly Row[],
) => ({
  sheet,
  data: [heads.map((head) => label(head, HEAD)), ...rows],
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  orientation: 'landscape' as const,
});

/** A row for each part of some areas of one level; a part without the bot has no numbers. */
export function partsSheet(recaps: readonly AreaRecap[]) {
  const within = recaps.length > 1 ? [words('recap-file-act-area')] : [];
  const rows = recaps.flatMap((recap) =>
    recap.parts.map(
      (part): Row => [
        literally(part.code, GRID),
        ...(within.length > 0 ? [literally(area.areaLine(recap), GRID)] : []),
        literally(part.name, GRID),
        count(part.villages, GRID),
        count(part.districts.open, GRID),
        ...(isUsing(part) ? numbersOf(part) : [label(words('recap-file-not-using'), GRID)]),
      ],
    ),
  );
  const heads = [words('recap-file-code'), ...within, area.partWord(recaps[0]!), ...PART_HEADS()];
  return filtered(
    area.partWord(recaps[0]!).replace('/', ' '),
    heads,
    [15, ...within.map(() => 28), 28, ...PART_HEADS().map(() => 13)],
    rows,
  );
}

const numbersOf = (part: RecapPart) =>
  [
    unitsOf(part),
    part.established,
    part.establishedBefore,
    part.recent,
    part.recentBefore,
    ...UNITS.map((unit) => area.unitOf(part, unit).count),
  ].map((n) => count(n, GRID));

/** A row for each village of some kecamatan, with the status of each unit. */
export function villagesSheet(recaps: readonly RecapTable[]) {
  const rows = recaps.flatMap((recap) => recap.villages.map((village) => villageRow(recap, village)));
  const heads = [
    words('recap-file-code'),
    words('recap-file-kecamatan'),
    words('recap-file-villages-count'),
    ...UNIT_HEADS,
    words('recap-file-total'),
  ];
  return filtered(
    words('recap-file-villages-count').replace('/', ' '),
    heads,
    [15, 24, 28, ...UNITS.map(() => 13), 11],
    rows,
  );
}

const villageRow = (recap: RecapTable, village: RecapVillage): Row => [
  literally(village.code, GRID),
  literally(recap.district.name, GRID),
  literally(labels.nameOf(recap, village), GRID),
  ...UNITS.map((unit) => {
    const state = labels.stateOf(village, unit);
    return label(labels.stateName(state), { ...GRID, ...colors(state), align: 'center' });
  }),
  count(establishedIn(village.units), GRID),
];

/** Lets the rows below the head of every sheet be filtered. */
export const autoFilter = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) => {
          const rows = xml.match(/<row /g)?.length ?? 1;
          const columns = /<row [\s\S]*?<\/row>/.exec(xml)?.[0].match(/<c /g)?.length ?? 1;
          const ref = `A1:${String.fromCharCode(64 + columns)}${rows}`;
          return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ref}"/>`);
        },
      },
    },
  },
};
