import { MENTION_PLACEHOLDER } from '../adapter.ts';
import type { IsSelf } from './decode-content.ts';

/** A mention stands in the text as an `@` and the digits of an address; the spaces before it go with it. */
const MENTION = /(?<![ \t])[ \t]*@(\d{1,20})(?!\d)[,:]?/g;

/** What stands before the `@` of an address, without the device; undefined for what no mention can hold. */
const digitsOf = (jid: string): string | undefined => /^(\d{1,20})(?=[@:_.])/.exec(jid)?.[1];

/**
 * Takes the mentions out of a text, in one pass over it: addresses are looked up, never searched for, so that whatever
 * stands in one is only compared. Of a person one fixed word is left and never the name, which is theirs to choose and no
 * word of the sender's; of the bot nothing.
 */
export function takeMentionsOut(text: string, jids: readonly string[], isSelf: IsSelf): string {
  const byDigits = new Map<string, string>();
  for (const jid of jids) {
    const digits = digitsOf(jid);
    if (digits !== undefined) byDigits.set(digits, isSelf(jid) ? '' : ` ${MENTION_PLACEHOLDER}`);
  }
  return text.replace(MENTION, (sign, digits: string) => byDigits.get(digits) ?? sign).trim();
}
