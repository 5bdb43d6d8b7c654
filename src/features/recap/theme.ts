import { STATUSES, type Status } from '../../domain/units.ts';

/** What a cell of the recap shows: a status, or `silent` where a unit was never reported. */
export type State = Status | 'silent';
/** In the order of the legend: from the best state to silence. */
export const STATES = [...STATUSES.toReversed(), 'silent'] as const satisfies readonly State[];

/**
 * Fill, ink and border of each state. The more advanced a unit is, the darker its tile, so that states can be told apart
 * without hue: by colour-blind people, on a grey print, and on a phone in the sun.
 */
export const COLORS: Readonly<Record<State, { fill: string; ink: string; border: string }>> = {
  beroperasi: { fill: '#0b5d4b', ink: '#ffffff', border: '#0b5d4b' },
  berdiri: { fill: '#8fdcb8', ink: '#07382c', border: '#8fdcb8' },
  proses: { fill: '#ffd978', ink: '#6b4300', border: '#ffd978' },
  belum: { fill: '#fdebe4', ink: '#b3300f', border: '#f4c9ba' },
  silent: { fill: '#ffffff', ink: '#6b7686', border: '#a9b4c2' },
};
/** From none to all: the more villages have a unit, the darker its tile. */
const SHADES = [
  { from: 100, fill: '#0b5d4b', ink: '#ffffff' },
  { from: 75, fill: '#4fb58e', ink: '#06281f' },
  { from: 50, fill: '#8fdcb8', ink: '#07382c' },
  { from: 25, fill: '#ffd978', ink: '#6b4300' },
  { from: 1, fill: '#ffe9b8', ink: '#6b4300' },
  { from: 0, fill: '#fdebe4', ink: '#b3300f' },
] as const;
/** The bounds of the shades, of a hundred, the highest first. */
export const SHADE_BOUNDS = SHADES.map(({ from }) => from);

/** Fill and ink of a share of a hundred. */
export const shadeOf = (percent: number): { readonly fill: string; readonly ink: string } =>
  SHADES.find(({ from }) => percent >= from)!;

export const RED = '#981b1e';
export const INK = '#0f172a';
export const MUTED = '#4b5768';
export const LINE = '#dbe2ea';
/** The background of every other row, of heads and of sums. */
export const STRIPE = '#f7f9fb';

type Point = readonly [x: number, y: number];
interface Stroke {
  readonly points: readonly Point[];
  readonly closed?: true;
  readonly filled?: true;
}

/** Points on a circle in the middle of the box, clockwise from the top, in steps of ten degrees. */
const arc = (degrees: number): Point[] =>
  Array.from({ length: degrees / 10 + 1 }, (_, i) => {
    const angle = (i * 10 * Math.PI) / 180;
    return [12 + 8 * Math.sin(angle), 12 - 8 * Math.cos(angle)].map((n) => Math.round(n * 100) / 100) as [
      number,
      number,
    ];
  });

/**
 * Two ticks, one tick, a half-filled circle, a cross, a dash: each symbol is told apart without its colour. They are
 * strokes in a box of 24 × 24, because the fonts lack these symbols.
 */
export const SYMBOLS: Readonly<Record<State, readonly Stroke[]>> = {
  beroperasi: [
    {
      points: [
        [1.5, 12.5],
        [6.5, 17.5],
        [16, 6.5],
      ],
    },
    {
      points: [
        [11.5, 16.2],
        [12.7, 17.5],
        [22.5, 6.5],
      ],
    },
  ],
  berdiri: [
    {
      points: [
        [4.5, 12.5],
        [9.5, 17.5],
        [19.5, 6.5],
      ],
    },
  ],
  proses: [
    { points: arc(350), closed: true },
    { points: arc(180), closed: true, filled: true },
  ],
  belum: [
    {
      points: [
        [6, 6],
        [18, 18],
      ],
    },
    {
      points: [
        [18, 6],
        [6, 18],
      ],
    },
  ],
  silent: [
    {
      points: [
        [8, 12],
        [16, 12],
      ],
    },
  ],
};
export const STROKE_WIDTH = 2.6;

/** The tile of a state as an SVG picture. */
export function tileSvg(
  state: State,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const { fill, ink, border } = COLORS[state];
  const dash = state === 'silent' ? ' stroke-dasharray="7 6"' : '';
  const scale = (height * 0.74) / 24;
  const place = `translate(${width / 2 - 12 * scale} ${height / 2 - 12 * scale}) scale(${scale})`;
  const strokes = SYMBOLS[state].map(
    ({ points, closed, filled }) =>
      `<${closed ? 'polygon' : 'polyline'} points="${points.join(' ')}" fill="${filled ? ink : 'none'}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="10"
  fill="${fill}" stroke="${border}" stroke-width="2"${dash}/>
<g transform="${place}" stroke="${ink}" stroke-width="${STROKE_WIDTH}"
  stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g></svg>`;
}
