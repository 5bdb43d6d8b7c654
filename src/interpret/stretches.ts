import { isStatusSign } from './heads.ts';
import type { Line } from './lines.ts';
import type { Sign, SignKind } from './signs.ts';

/** How a stretch goes on from what was said before. */
export type Lead = 'but' | 'correction';

/** A piece of a line that holds one thought: nothing in it divides but commas. */
export interface Stretch {
  readonly signs: readonly Sign[];
  readonly lead?: Lead;
}

const UNIT_SIGNS: readonly SignKind[] = [
  'unit',
  'shop',
  'all',
  'rest',
  'bad number',
  'counted',
  'none of them',
  'lookalike',
];

export const isUnitSign = (sign: Sign | undefined): boolean =>
  sign !== undefined && UNIT_SIGNS.includes(sign.is) && !(sign.is === 'counted' && sign.value === undefined);

const DIVIDES: readonly SignKind[] = ['stop', 'asks', 'but', 'because', 'correction'];
const PAUSES: readonly SignKind[] = ['comma', 'open', 'close'];

const BETWEEN_NAMES: readonly SignKind[] = ['and', 'comma', 'desa', 'at', 'filler'];

const saysSomething = (signs: readonly Sign[]): boolean =>
  signs.some((sign) => isUnitSign(sign) || isStatusSign(sign));
const namesVillage = (signs: readonly Sign[]): boolean => signs.some(({ is }) => is === 'village');

/** Whether a second village begins a thought of its own, and how many of the last signs belong to it already. */
const takenBy = (village: Sign, signs: readonly Sign[]): number | undefined => {
  if (village.is !== 'village' || !namesVillage(signs) || !saysSomething(signs)) return undefined;
  // "Di Petani dan Bumbung": two villages of one thought.
  if (signs.findLast(({ is }) => !BETWEEN_NAMES.includes(is))?.is === 'village') return undefined;
  const chunk = signs.slice(signs.findLastIndex(({ is }) => PAUSES.includes(is)) + 1);
  return saysSomething(chunk) && !namesVillage(chunk) ? chunk.length : 0;
};

/** Cuts a line where a new thought begins: at full stops, "tapi", "ralat", "untuk klinik …", at another village. */
export const stretchesOf = ({ signs }: Line): Stretch[] => {
  const cut: { signs: Sign[]; lead?: Lead }[] = [{ signs: [] }];
  for (const [at, sign] of signs.entries()) {
    const current = cut.at(-1)!;
    const taken = takenBy(sign, current.signs);
    if (taken !== undefined) {
      cut.push({ signs: [...current.signs.splice(current.signs.length - taken), sign] });
    } else if (sign.is === 'topic' && isUnitSign(signs[at + 1]) && saysSomething(current.signs)) {
      cut.push({ signs: [] });
    } else if (sign.is === 'colon' && !saysSomething(current.signs) && !namesVillage(current.signs)) {
      current.signs.push({ ...sign, is: 'comma' });
    } else if (DIVIDES.includes(sign.is)) {
      if (sign.is === 'asks') current.signs.push(sign);
      const lead = sign.is === 'but' || sign.is === 'correction' ? sign.is : undefined;
      cut.push(lead ? { signs: [], lead } : { signs: [] });
    } else current.signs.push(sign);
  }
  return withLeads(cut);
};

/** Drops empty stretches; the lead of one ("maaf salah, …", "ralat: …") is that of the next. */
const withLeads = (cut: readonly Stretch[]): Stretch[] => {
  const stretches: Stretch[] = [];
  let waiting: Lead | undefined;
  for (const { signs, lead: own } of cut) {
    const lead = own ?? waiting;
    waiting = undefined;
    if (saysSomething(signs) || namesVillage(signs) || signs.some(({ is }) => is === 'unknown')) {
      stretches.push(lead ? { signs, lead } : { signs });
    } else waiting = lead;
  }
  if (waiting === 'correction') stretches.push({ signs: [], lead: waiting });
  return stretches;
};

/** The chunks of a stretch, between its commas and brackets. */
export const chunksOf = ({ signs }: Stretch): (readonly Sign[])[] => {
  const chunks: Sign[][] = [[]];
  for (const sign of signs) {
    if (sign.is === 'comma' || sign.is === 'close') chunks.push([]);
    else chunks.at(-1)!.push(sign);
  }
  return chunks.filter((chunk) => chunk.length > 0);
};
