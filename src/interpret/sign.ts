import type { Unit } from '../domain/units.ts';
import type { Meaning } from './words.ts';

/** A mark that divides or joins. */
export type Mark =
  | 'comma'
  | 'stop'
  | 'asks'
  | 'colon'
  | 'dash'
  | 'slash'
  | 'open'
  | 'close'
  | 'line'
  | 'bullet';

/** What a sign is: a meaning of the vocabulary, a mark, or what numbers and names come to. */
export type SignKind =
  | Exclude<Meaning, Unit>
  | Mark
  | 'unit' // a unit, by name or by number
  | 'digits' // a number not yet read
  | 'bad number' // a number that no unit has
  | 'quantity' // a number that counts or dates something
  | 'share' // a percentage
  | 'village'
  | 'place' // a name that only says where
  | 'link'
  | 'unknown';

/** What a sign can mean besides its kind. */
export interface Meant {
  readonly units?: readonly Unit[] | undefined;
  /** The units are meant by number, not by name. */
  readonly numbered?: true | undefined;
  readonly value?: number | undefined;
  /** Codes of the villages that the name fits; none: a village of nowhere here. */
  readonly villages?: readonly string[] | undefined;
}

/** A word, phrase or mark of a message together with its meaning. */
export interface Sign extends Meant {
  readonly is: SignKind;
  readonly text: string;
  readonly glued: boolean;
}

const NOTHING: Meant = {};

/** Makes a sign. All have the same fields in the same order: what reads them runs a third faster for it. */
export const signOf = (is: SignKind, text: string, glued: boolean, meant: Meant = NOTHING): Sign => {
  const { units, numbered, value, villages } = meant;
  return { is, text, glued, units, numbered, value, villages };
};

/** Several kinds of signs. */
export type Kinds = ReadonlySet<SignKind>;

/** A set of kinds. */
export const kinds = (...some: readonly SignKind[]): Kinds => new Set(some);

/** True if one of the signs is of these kinds. */
export const holds = (signs: readonly Sign[], some: Kinds): boolean => signs.some(({ is }) => some.has(is));
