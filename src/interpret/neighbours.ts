import type { Sign, SignKind } from './sign.ts';

/** What stands around a sign: a few signs on either side, the nearest last in `before` and first in `after`. */
export interface Neighbours {
  readonly before: readonly Sign[];
  readonly after: readonly Sign[];
}

/** What a sign is among its neighbours; `undefined` leaves it as it is. */
export type Rule = (sign: Sign, neighbours: Neighbours) => SignKind | undefined;

const BREAKS: ReadonlySet<SignKind> = new Set([
  ...(['comma', 'stop', 'asks', 'line', 'but', 'close', 'open', 'because', 'correction'] as const),
]);
const EMPTY: ReadonlySet<SignKind> = new Set([
  ...([
    'courtesy',
    'filler',
    'title',
    'office',
    'own',
    'now',
    'reports',
    'bullet',
    'village',
    'desa',
    'area',
  ] as const),
]);
const UNIT_LIKE: ReadonlySet<SignKind> = new Set(['unit', 'shop', 'all', 'rest', 'counted']);
/** True where a breath ends. */
export const isBreak = (sign: Sign | undefined): boolean => sign === undefined || BREAKS.has(sign.is);
/** True for words around a report. */
export const saysNothing = (sign: Sign): boolean => EMPTY.has(sign.is);
/** True for what names units, plainly. */
export const isUnitLike = (sign: Sign | undefined): boolean => sign !== undefined && UNIT_LIKE.has(sign.is);
/** True for a unit called by its name. */
export const isName = (sign: Sign | undefined): boolean => sign?.is === 'unit' && !sign.numbered;

/** The last sign before that says something, within the same breath. */
export const lastSaid = (before: readonly Sign[]): Sign | undefined => {
  const last = before.findLast((sign) => !saysNothing(sign));
  return isBreak(last) ? undefined : last;
};
