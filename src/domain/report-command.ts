import type { VillageCode } from './ids.ts';
import { numberOf, type Status, type Unit } from './units.ts';

/** The letters of the exact grammar: unit number, then status, as in `/lapor 14.03.16.2001 1b 4p`. */
export const STATUS_LETTERS = {
  belum: 'x',
  proses: 'p',
  berdiri: 'b',
  beroperasi: 'o',
} as const satisfies Record<Status, string>;

/** The exact command for some rows of one village; with `from`, it is the yes to lowering them. */
export const exactCommand = (
  village: VillageCode,
  rows: readonly { readonly unit: Unit; readonly status: Status; readonly from?: Status }[],
): string =>
  `/lapor ${village} ${rows
    .map(
      ({ unit, status, from }) =>
        `${numberOf(unit)}${from ? STATUS_LETTERS[from] : ''}${STATUS_LETTERS[status]}`,
    )
    .join(' ')}`;
