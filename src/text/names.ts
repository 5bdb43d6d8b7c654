import { plain } from './markup.ts';
import { say } from './say.ts';

/** In UTF-16 units, so that no way of counting gives more. */
const MOST = 40;
/** More is not looked at: whatever comes in, the work is small. */
const READ = 400;
/** Most names are such, and need no second look. */
const USUAL = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
/** Zero-width and direction marks, fillers and blanks that look like nothing; they join what they stand between. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]+/gu;
/**
 * All but letters, digits, signs like ★ and what stands in names: `Dr. Ali, S. Pd. (Pj)`. Without `@ / # : * _ ~ < >`
 * and the like there is no mention, command, link, tag or mark of any platform.
 */
const FOREIGN = /[^\p{L}\p{M}\p{Nd}\p{So}\p{Emoji_Modifier}.,'’()&-]+/gu;
/** A mark or two belong to a letter; towers of them cover the lines around. */
const TOWER = /(\p{M}{2})\p{M}+/gu;
/** Phones make such a number a link, and it is nobody's name: its end is enough. */
const NUMBER = /\d(?:[ .,()-]{0,3}\d){6,}/g;
/** `S.Ag` is an address to a phone, `S. Ag` is not. */
const DOT = /\.(?=[\p{L}\p{M}\p{N}])/gu;
/** What makes a list of a line that begins with it. */
const BEGINNING = /^(?:[^\p{L}\p{Nd}\p{So}(]|\d{1,6}[.)] )+/u;
const SOMETHING = /[\p{L}\p{Nd}\p{So}]/u;

/**
 * A name or title as the bot may say it, whatever it was outside: one line of at most 40 characters, cut between whole
 * ones, without control and direction marks, and nothing that a platform reads as markup, link, mention or command.
 * "tanpa nama" where nothing is left. The same again for what it gave.
 */
export function nameFrom(outside: string | null | undefined): string {
  if (outside && outside.length <= MOST && USUAL.test(outside)) return outside;
  const shown = (outside ?? '')
    .slice(0, READ)
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(FOREIGN, ' ')
    .replace(TOWER, '$1')
    .replace(NUMBER, (digits) => digits.replace(/\D/g, '').slice(-4))
    .replace(DOT, '. ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(BEGINNING, '');
  const cut = withinLimit(shown);
  return SOMETHING.test(cut) ? cut : plain(say('no-name'));
}

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' });

function withinLimit(text: string): string {
  if (text.length <= MOST) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > MOST) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trim();
}
