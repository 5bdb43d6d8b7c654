import type { UserRef } from '../domain/ids.ts';

/**
 * Text as the bot says it: plain text with `&amp; &lt; &gt;` escaped and the tags `<b>`, `<i>` and
 * `<mention ref="…">name</mention>`. A tag never spans a line, so that a text may be split at any line end.
 */
export type Markup = string & { readonly markup: unique symbol };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes any text, such as a name or a title, so that it is shown as it is. */
export const literal = (text: string): Markup => text.replace(/[&<>]/g, (c) => ENTITIES[c]!) as Markup;

/** A mention that notifies that person where the platform can. `ref` belongs to the platform of the chat. */
export const mention = (ref: UserRef, name: string): Markup =>
  /["<>]/.test(ref)
    ? literal(name)
    : (`<mention ref="${ref}">${literal(name.replace(/\s+/g, ' '))}</mention>` as Markup);

export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly italic: boolean }
  | { readonly kind: 'mention'; readonly ref: UserRef; readonly text: string };

/** Splits markup into spans of plain, unescaped text; every adapter's encoder starts from these. */
export function parseMarkup(markup: Markup): readonly Span[] {
  const spans: Span[] = [];
  let bold = false;
  let italic = false;
  let ref: UserRef | undefined;
  for (const part of markup.split(/(<\/?(?:b|i|mention)(?: ref="[^"<>]*")?>)/)) {
    if (part === '<b>' || part === '</b>') bold = part === '<b>';
    else if (part === '<i>' || part === '</i>') italic = part === '<i>';
    else if (part === '</mention>') ref = undefined;
    else if (part.startsWith('<mention ')) ref = part.slice('<mention ref="'.length, -2) as UserRef;
    else if (part !== '') {
      const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      spans.push(ref ? { kind: 'mention', ref, text } : { kind: 'text', text, bold, italic });
    }
  }
  return spans;
}

/** Markup without its tags, as people see it on a platform that shows none. */
export const plain = (markup: Markup): string =>
  parseMarkup(markup)
    .map((span) => span.text)
    .join('');
