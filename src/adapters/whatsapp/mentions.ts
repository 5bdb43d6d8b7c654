import { MENTION_PLACEHOLDER } from '../adapter.ts';
import type { IsSelf } from './decode-content.ts';

/** A mention is an `@` and the digits of an address in the text. The match includes the spaces before it. */
const MENTION = /(?<![ \t])[ \t]*@(\d{1,20})(?!\d)[,:]?/g;

/** A mention of a whole group shows its address, and one of everybody a word. */
const OF_MANY = /(?<![ \t])[ \t]*@(?:[\d-]{5,40}@g\.us|(?:all|everyone|semua)(?![\p{L}\p{N}_]))[,:]?/giu;

/** The digits of an address that a mention shows; undefined for an address that cannot be mentioned. */
const digitsOf = (jid: string): string | undefined => /^(\d{1,20})(?=[@:_.])/.exec(jid)?.[1];

/**
 * Replaces the mentions of people in a text by `MENTION_PLACEHOLDER`, and removes those of the bot. The addresses come from outside:
 * they are only looked up by their digits and never used as a pattern.
 */
export function takeMentionsOut(text: string, jids: readonly string[], isSelf: IsSelf): string {
  const byDigits = new Map<string, string>();
  for (const jid of jids) {
    const digits = digitsOf(jid);
    if (digits !== undefined) byDigits.set(digits, isSelf(jid) ? '' : ` ${MENTION_PLACEHOLDER}`);
  }
  return text
    .replace(OF_MANY, ` ${MENTION_PLACEHOLDER}`)
    .replace(MENTION, (sign, digits: string) => byDigits.get(digits) ?? sign)
    .trim();
}
