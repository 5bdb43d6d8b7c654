/** A mention stands in the text as an `@` and the digits of an address; the spaces before it go with it. */
const MENTION = /(?<![ \t])[ \t]*@(\d{1,20})(?!\d)[,:]?/g;

/** What stands before the `@` of an address, without the device; undefined for what no mention can hold. */
const digitsOf = (jid: string): string | undefined => /^(\d{1,20})(?=[@:_.])/.exec(jid)?.[1];

/**
 * Replaces the mentions of a text, in one pass over it: addresses are looked up, never searched for, so that whatever
 * stands in one is only compared. `show` gives what is read in the place of a mention.
 */
export function replaceMentions(
  text: string,
  jids: readonly string[],
  show: (jid: string) => string,
): string {
  const byDigits = new Map<string, string>();
  for (const jid of jids) {
    const digits = digitsOf(jid);
    if (digits !== undefined) byDigits.set(digits, jid);
  }
  return text.replace(MENTION, (sign, digits: string) => {
    const jid = byDigits.get(digits);
    return jid === undefined ? sign : show(jid);
  });
}
