import { expect, test } from 'vitest';
import { UNITS } from '../../src/domain/units.ts';
import { stateOf } from '../../src/features/recap/labels.ts';
import { composeSheet, sheetOf } from '../../src/features/recap/png/compose.ts';
import {
  BAND_HEIGHT,
  balanced,
  fitText,
  TILE,
  tileAt,
  UNITS_X,
} from '../../src/features/recap/png/layout.ts';
import { drawRecap } from '../../src/features/recap/png/png.ts';
import { COLORS, STATES, type State } from '../../src/features/recap/theme.ts';
import { readPng } from './read-files.ts';
import { named, sample, uniform } from './sample.ts';

const PAGE_MAX_BYTES = 300_000;
/** About as wide as the font's words are: enough to know where the rows of short names stand. */
const roughly = (word: string) => word.length * 55;

test('every cell shows the colours of its state, and each sign has its own shape', async () => {
  const recap = sample(13);
  const [page] = await drawRecap(recap);
  const picture = readPng(page!);
  const { rows } = composeSheet(sheetOf(recap), roughly).next().value!;
  const shapes = new Map<State, string>();
  recap.villages.forEach((village, i) => {
    UNITS.forEach((unit, j) => {
      const state = stateOf(village, unit);
      const tile = tileAt(rows[i]!.height, j);
      const [left, top] = [tile.left, rows[i]!.top + tile.top];
      expect(picture.at(left + 12, top + 8), `${village.name} ${unit}`).toBe(COLORS[state].fill);
      let shape = '';
      for (let y = 8; y < TILE.height - 8; y += 2) {
        for (let x = 16; x < TILE.width - 16; x += 2) {
          shape += picture.at(left + x, top + y) === COLORS[state].ink ? '#' : '.';
        }
      }
      expect(shape).toContain('###');
      shapes.set(state, shape);
    });
  });
  expect(new Set(shapes.values()).size).toBe(STATES.length);
});

test('fills stay apart without red and green, and without any hue', () => {
  // Linear colour seen by people who lack one kind of cone (Viénot 1999), and its lightness alone.
  const eyes: Record<string, number[][]> = {
    protan: [
      [0.11238, 0.88762, 0],
      [0.11238, 0.88762, 0],
      [0.00401, -0.00401, 1],
    ],
    deutan: [
      [0.29275, 0.70725, 0],
      [0.29275, 0.70725, 0],
      [-0.02234, 0.02234, 1],
    ],
    none: [
      [0.2126, 0.7152, 0.0722],
      [0.2126, 0.7152, 0.0722],
      [0.2126, 0.7152, 0.0722],
    ],
  };
  const light = (hex: string) =>
    [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
  for (const [eye, matrix] of Object.entries(eyes)) {
    const seen = (hex: string) => {
      const color = light(hex);
      return matrix.map((row) => row.reduce((sum, n, i) => sum + n * color[i]!, 0) ** (1 / 2.2) * 255);
    };
    for (const [i, a] of STATES.entries()) {
      for (const b of STATES.slice(i + 1)) {
        const [one, other] = [seen(COLORS[a].fill), seen(COLORS[b].fill)];
        const distance = Math.hypot(...one.map((n, k) => n - other[k]!));
        expect(distance, `${a} and ${b}, ${eye}`).toBeGreaterThan(25);
      }
    }
  }
});

test.each([
  [1, 1],
  [13, 1],
  [20, 1],
  [21, 2],
  [108, 6],
])('%i villages take %i pages', async (villages, pages) => {
  const drawn = await drawRecap(sample(villages));
  expect(drawn).toHaveLength(pages);
  for (const page of drawn) {
    expect(readPng(page).width).toBe(1080);
    expect(page.length).toBeLessThan(PAGE_MAX_BYTES);
  }
});

test('pages are of nearly equal length', () => {
  const lengths = (count: number) => balanced(Array(count).fill(0), 20).map((page) => page.length);
  expect(lengths(0)).toEqual([0]);
  expect(lengths(21)).toEqual([11, 10]);
  expect(lengths(108)).toEqual([18, 18, 18, 18, 18, 18]);
});

const LONG = [
  'Tambusai Batang Dui',
  'Pagar Gading Hilir Sungai Rumbai Barat',
  'Bumiayukertanegarasaribanget',
];

test('a long name is made smaller or put on two lines, never cut', () => {
  for (const name of LONG) {
    const { size, lines } = fitText(name, 270, 31, 27, roughly);
    expect(lines.join(' ')).toBe(name);
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const line of lines)
      expect((roughly(line.replaceAll(' ', 'i')) * size) / 100).toBeLessThanOrEqual(280);
  }
});

test('no name reaches the tiles', async () => {
  const recap = named(LONG, ['desa', 'kelurahan']);
  const [page] = await drawRecap(recap);
  const picture = readPng(page!);
  // From below the table's head to above the sums, the strip between names and tiles is only paper and lines.
  const papers = new Set(['#ffffff', '#f7f9fb', '#dbe2ea']);
  for (let y = 420; y < picture.height - 260; y++) {
    for (let x = UNITS_X - 3; x < UNITS_X + 4; x++) expect(papers, `${x}, ${y}`).toContain(picture.at(x, y));
  }
});

test('the band tells when the deadline has passed', async () => {
  const bandColor = async (daysLeft: number) => {
    const [page] = await drawRecap(sample(1, { daysLeft }));
    return readPng(page!).at(
      4,
      composeSheet(sheetOf(sample(1)), roughly).next().value!.bandTop + BAND_HEIGHT / 2,
    );
  };
  expect(await bandColor(0)).toBe(await bandColor(173));
  expect(await bandColor(-12)).not.toBe(await bandColor(173));
});

test('the bar is empty with nothing established and full with all', async () => {
  const bar = async (status: 'belum' | 'beroperasi') => {
    const recap = uniform(1, status);
    const [page] = await drawRecap(recap);
    const { rows } = composeSheet(sheetOf(recap), roughly).next().value!;
    const picture = readPng(page!);
    const seen = Array.from({ length: rows[0]!.height }, (_, y) => picture.at(100, rows[0]!.top + y));
    return seen.includes('#178a63');
  };
  expect(await bar('belum')).toBe(false);
  expect(await bar('beroperasi')).toBe(true);
});

test('the same table gives the same bytes', async () => {
  expect(await drawRecap(sample(13))).toEqual(await drawRecap(sample(13)));
});
