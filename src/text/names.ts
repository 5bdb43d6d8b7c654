import { plain } from './markup.ts';
import { say } from './say.ts';

/** In UTF-16 units, so that no other way of counting characters gives more. */
const MAX_LENGTH = 40;
/** The rest of a longer name is not read, so that the work is bounded. */
const MAX_READ = 400;
/** Most names are like this and need no cleaning: "Drs. H. Ali, S. Sos., M. Si", "Nur'aini Al-Banjari". */
const SIMPLE = /^[A-Za-z]+(?:['-][A-Za-z]+)*[.,]{0,2}(?: [A-Za-z]+(?:['-][A-Za-z]+)*[.,]{0,2})*$/;
/** Zero-width and direction marks, fillers and blanks that look like nothing; they join what they stand between. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]+/gu;
/**
 * All but letters, digits, signs like ★ and what stands in names: `Dr. Ali, S. Pd. (Pj)`. Without `@ / # : * _ ~ < >`
 * and the like there is no mention, command, link, tag or mark of any platform.
 */
const FOREIGN = /[^\p{L}\p{M}\p{Nd}\p{So}\p{Emoji_Modifier}.,'’()&-]+/gu;
/** One or two marks belong to a letter; stacked higher they cover the lines around. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;
/** Phones turn such a number into a link, and it is nobody's name: its last digits are enough. */
const PHONE_NUMBER = /\d(?:[ .,()-]{0,3}\d){6,}/g;
/** A phone takes `S.Ag` for an address, and leaves `S. Ag` alone. */
const DOT = /\.(?=[\p{L}\p{M}\p{N}])/gu;
/** Beginnings that a platform takes for those of a list item. */
const LIST_MARK = /^(?:[^\p{L}\p{Nd}\p{So}(]|\d{1,6}[.)] )+/u;
const SOMETHING = /[\p{L}\p{Nd}\p{So}]/u;

/**
 * Turns a name or title from outside into one that the bot may say: one line of at most 40 characters, cut between whole
 * ones, without control and direction marks, and without anything that a platform reads as markup, link, mention or
 * command. "tanpa nama" where nothing is left. Applied to its own result it changes nothing.
 */
export function nameFrom(outside: string | null | undefined): string {
  if (outside && outside.length <= MAX_LENGTH && SIMPLE.test(outside)) return outside;
  const shown = (outside ?? '')
    .slice(0, MAX_READ)
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(FOREIGN, ' ')
    .replace(STACKED_MARKS, '$1')
    .replace(PHONE_NUMBER, (digits) => digits.replace(/\D/g, '').slice(-4))
    .replace(DOT, '. ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(LIST_MARK, '');
  const cut = withinLimit(shown);
  return SOMETHING.test(cut) ? cut : plain(say('no-name'));
}

/** The code of an area as people type it, which no platform takes for a link: `14.03.16`, `14.03.16.2001`. */
const AREA_CODE = /^\d{2}(?:\.\d{2}){1,2}(?:\.\d{4})?(?=\s|$)/;

/** What somebody typed for a place, as the bot may say it: an area's code with all of its digits, anything else as a name. */
export function placeFrom(typed: string): string {
  const words = typed.trim();
  const [code = ''] = AREA_CODE.exec(words) ?? [];
  const rest = words.slice(code.length).replace(/(?<=\d)\.(?=\d)/g, ' ');
  return [code, code !== '' && rest === '' ? '' : nameFrom(rest)].filter(Boolean).join(' ');
}

/** Made for the first long name: it takes ten milliseconds and three megabytes to make. */
let graphemes: Intl.Segmenter | undefined;

function withinLimit(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  graphemes ??= new Intl.Segmenter('id', { granularity: 'grapheme' });
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > MAX_LENGTH) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trim();
}
