import type { ImageSource, Node } from '@takumi-rs/core';
import { daysBetween, longDateTime } from '../../../domain/dates.ts';
import type { LocalDate } from '../../../domain/ids.ts';
import type { Pace } from '../../../domain/pace.ts';
import { literal } from '../../../text/markup.ts';
import { words } from '../labels.ts';
import { LINE, MUTED, RED } from '../theme.ts';
import { dateAxis } from './date-axis.ts';
import { block, box, image, page, text } from './nodes.ts';

const HEIGHT = 900;
const HEADER = 150;
const CHART = { left: 110, top: HEADER + 40, width: 920, height: 540 } as const;
/** So much stays free around the chart, so that the dot of today is whole at its edges. */
const MARGIN = 14;
const REACHED = '#178a63';
const NEEDED = '#b3300f';
const BAND = '#8fdcb8';
const IMAGE = { width: CHART.width + 2 * MARGIN, height: CHART.height + 2 * MARGIN } as const;

/** Burn-up: what was reached, what is needed to the deadline, and the band of the forecast. */
export function composePace(pace: Pace): {
  readonly node: Node;
  readonly height: number;
  readonly images: readonly ImageSource[];
} {
  const { reached, of, today, deadline, forecast } = pace;
  const first = reached[0]!.day;
  const last = [deadline, today, ...(forecast.kind === 'band' ? [forecast.to] : [])].reduce((a, b) =>
    b > a ? b : a,
  );
  const span = Math.max(1, daysBetween(first, last));
  const x = (day: LocalDate) => Math.round((CHART.width * daysBetween(first, day)) / span);
  const y = (units: number) => Math.round(CHART.height * (1 - units / of));
  const current = reached.at(-1)!.units;
  const at = (...points: readonly (readonly [number, number])[]) =>
    points.map((point) => point.join()).join(' ');
  const band =
    forecast.kind === 'band'
      ? `<polygon points="${at([x(today), y(current)], [x(forecast.from), 0], [x(forecast.to), 0])}" fill="${BAND}"/>`
      : '';
  const needed =
    deadline > today
      ? `<polyline points="${at([x(today), y(current)], [x(deadline), 0])}" fill="none" stroke="${NEEDED}" stroke-width="5" stroke-dasharray="16 12"/>`
      : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${IMAGE.width}" height="${IMAGE.height}" viewBox="${-MARGIN} ${-MARGIN} ${IMAGE.width} ${IMAGE.height}">
<path d="M0 0H${CHART.width}M0 ${CHART.height / 2}H${CHART.width}M0 ${CHART.height}H${CHART.width}" stroke="${LINE}" stroke-width="3"/>${band}${needed}
<polyline points="${at(...reached.map(({ day, units }) => [x(day), y(units)] as const))}" fill="none" stroke="${REACHED}" stroke-width="9" stroke-linejoin="round" stroke-linecap="round"/>
<circle cx="${x(today)}" cy="${y(current)}" r="12" fill="${REACHED}"/></svg>`;
  const node = page(
    HEIGHT,
    block(
      { top: 0, height: HEADER },
      {
        backgroundColor: RED,
        color: '#ffffff',
        flexDirection: 'column',
        justifyContent: 'center',
        padding: '0 24px',
      },
      text(words('pace-file-title', { area: literal(pace.name) }), 38),
      text(words('recap-file-as-of', { at: literal(longDateTime(pace.asOf, pace.timeZone)) }), 27, {
        fontWeight: 400,
      }),
    ),
    image('pace', IMAGE, { position: 'absolute', left: CHART.left - MARGIN, top: CHART.top - MARGIN }),
    ...[of, Math.round(of / 2), 0].map((units) => axisLabel(units, CHART.top + y(units))),
    ...dateAxis(pace, first, last, { left: CHART.left, top: CHART.top + CHART.height + 12, x }),
    legend({ isNeeded: needed !== '', hasBand: forecast.kind === 'band' }),
  );
  return { node, height: HEIGHT, images: [{ src: 'pace', data: Buffer.from(svg) }] };
}

const axisLabel = (units: number, top: number): Node =>
  box(
    { position: 'absolute', left: 0, top: top - 18, width: CHART.left - 14, justifyContent: 'flex-end' },
    text(words('pace-file-units', { units }), 26, { color: MUTED, fontWeight: 400 }),
  );

/** Names the lines that the picture has. */
function legend({ isNeeded, hasBand }: { isNeeded: boolean; hasBand: boolean }): Node {
  const items = [
    [REACHED, words('pace-file-reached')],
    ...(isNeeded ? [[NEEDED, words('pace-file-needed')]] : []),
    ...(hasBand ? [[BAND, words('pace-file-band')]] : []),
  ] as const;
  return block(
    { top: HEIGHT - 84, height: 60 },
    { alignItems: 'center', justifyContent: 'center' },
    ...items.map(([color, label]) =>
      box(
        { alignItems: 'center', marginRight: 36 },
        box({ width: 40, height: 18, borderRadius: 6, backgroundColor: color!, marginRight: 10 }),
        text(label!, 25, { fontWeight: 400 }),
      ),
    ),
  );
}
