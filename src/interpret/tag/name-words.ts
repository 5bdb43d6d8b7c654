import { WATER } from '../words/cues/places.ts';
import { LANDFORMS } from '../words/others.ts';
import { STATUS_WORDS } from '../words/statuses.ts';
import { wordSet } from '../words/tables.ts';
import type { Finder, Named } from './gazetteer.ts';
import type { Match } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** No name has more words. */
const LONGEST = 3;

const water = wordSet(WATER);
const landforms = wordSet(LANDFORMS);
const isStatus = (match: Match | undefined): boolean => match !== undefined && match.means in STATUS_WORDS;

/** Tells how far the name of a place goes that is none of this kecamatan. */
export const nameWords = (
  tokens: readonly Token[],
  meaningAt: (at: number) => Match | undefined,
  villageAt: Finder,
) => {
  /** A word that a name goes on with, known or not: "Harapan Baru"; "baru dibangun" is how something stands. */
  const goesOn = (at: number): boolean => {
    const token = tokens[at];
    if (token?.kind !== 'word' || villageAt(at)) return false;
    const match = meaningAt(at);
    if (!match) return true;
    const next = tokens[at + 1] && meaningAt(at + 1);
    return match.length === 1 && landforms.has(token.text) && !isStatus(next);
  };

  /** How many words the name has that begins at a token. */
  const lengthFrom = (at: number): number => {
    let length = 1;
    while (length < LONGEST && goesOn(at + length)) length++;
    return length;
  };

  /**
   * "Desa Simpang Baru", "desa Air Jamban": one word of a name that goes on otherwise is not that village's. Water is laid on to a unit; as a
   * village's name it stands before a mark ("Air: kantor sudah").
   */
  const isOther = ({ by, length }: Named, at: number, afterDesa: boolean): boolean => {
    const next = at + length;
    if (by !== 'part' || tokens[next]?.kind !== 'word') return false;
    if (!afterDesa && water.has(tokens[at]!.text)) return true;
    return goesOn(next) && (afterDesa || meaningAt(next) !== undefined);
  };

  return { isOther, lengthFrom };
};
