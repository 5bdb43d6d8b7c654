import type { Chunk } from './chunks.ts';
import { UNCLEAR } from './draft.ts';
import { isStatusSign } from './heads.ts';
import type { Sign } from './sign.ts';
import type { AskReason } from './types.ts';

/** A sign with what stands around it in its chunk. */
export interface Spot {
  readonly sign: Sign;
  readonly before: Sign | undefined;
  readonly after: Sign | undefined;
  readonly chunk: Chunk;
  readonly at: number;
  readonly next: Chunk | undefined;
}

/** How far from a sign another still belongs to it. */
export const SIGHT = 8;

/** The signs just before one, in its chunk. */
export const signsBehind = ({ signs }: Chunk, at: number): readonly Sign[] =>
  signs.slice(Math.max(0, at - SIGHT), at);

const isByName = ({ is, numbered }: Sign): boolean => is === 'unit' && !numbered;

/**
 * A number that perhaps counts: "dua lagi belum", "kantor sudah ada dua", "yang sudah 2, kantor dan klinik". It may be
 * an index too: "kantor sudah 3. gudang …".
 */
const isPerhapsCount = ({ sign, before, after, chunk, at, next }: Spot): boolean => {
  if (!sign.numbered || sign.units!.length > 1) return false;
  if (after?.is === 'lagi' && /^\p{L}/u.test(sign.text) && before?.is !== 'number') return true;
  if (!isStatusSign(before)) return false;
  if (before!.is === 'ada' || before!.is === 'jadi') return chunk.signs.some(isByName);
  if (chunk.signs.slice(at + 1).some((one) => one.numbered || isStatusSign(one))) return false;
  const isListNext = next?.signs.some(isByName) === true && !next.signs.some(isStatusSign);
  return isListNext || signsBehind(chunk, at).some(isByName);
};

/** Why it cannot be told which units a sign means. */
export const doubtOf = (spot: Spot): AskReason | undefined => {
  const { sign, before, chunk, at } = spot;
  if (sign.is === 'bad number') return { kind: 'number', number: sign.value! };
  if (sign.is === 'shop') return { kind: 'which-unit', word: sign.text, units: sign.units! };
  // "Wifi kantor", "mobil logistik": not the unit, but something of it.
  const isOf =
    before?.is === 'unknown' ||
    before?.is === 'matter' ||
    (before?.is === 'measure' && sign.is === 'unit' && chunk.signs[at - 2]?.is !== 'quantity');
  return sign.is === 'lookalike' || isOf || isPerhapsCount(spot) ? UNCLEAR : undefined;
};
