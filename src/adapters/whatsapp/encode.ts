import type { UserRef } from '../../domain/ids.ts';
import { letteredText } from '../../text/choice-letters.ts';
import type { Choice, Content } from '../../text/content.ts';
import { literal, type Markup, mention, parseMarkup, plain, type Span } from '../../text/markup.ts';
import { jidOf, userOf } from './refs.ts';

/** WhatsApp accepts far more, but folds longer messages behind "read more", where nobody reads them. */
const TEXT_LETTERS = 4000;
const CAPTION_LETTERS = 1000;

export interface Encoded {
  readonly text: string;
  /** The addresses that are notified. */
  readonly mentions: readonly string[];
}

/**
 * Encodes markup and choices as WhatsApp's text: `*bold*`, `_italic_`, `@digits`, with the choices in lettered lines. `address` gives the
 * address by which the chat knows a person.
 */
export function encode(
  markup: Markup,
  choices: readonly Choice[],
  address: (jid: string) => string,
): Encoded {
  const mentions: string[] = [];
  const written = parseMarkup(markup)
    .map((span) => {
      if (span.kind === 'text') return marked(span);
      const jid = jidOf(span.ref);
      if (!jid) return span.text;
      const known = address(jid);
      mentions.push(known);
      return `@${userOf(known)}`;
    })
    .join('');
  return { text: [written, letteredText(choices)].filter(Boolean).join('\n\n'), mentions };
}

/** WhatsApp reads the signs only where they touch the words, so that spaces stay outside. */
function marked({ text, bold, italic }: Span & { kind: 'text' }): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text;
  const inner = bold ? `*${words}*` : words;
  return `${before}${italic ? `_${inner}_` : inner}${after}`;
}

/** Splits content into messages of a readable length, between lines. The file and the choices go with the last. */
export function split(content: Content): readonly Content[] {
  const { text, file, choices } = content;
  const texts = pack(text.split('\n') as Markup[], TEXT_LETTERS);
  if (file && plain(texts.at(-1)!).length > CAPTION_LETTERS) {
    const pieces = pack(texts.pop()!.split('\n') as Markup[], CAPTION_LETTERS);
    texts.push(...pack(pieces.slice(0, -1), TEXT_LETTERS), pieces.at(-1)!);
  }
  return texts.map((piece, i) =>
    i < texts.length - 1
      ? { text: piece }
      : { text: piece, ...(file && { file }), ...(choices && { choices }) },
  );
}

/** Packs lines into few pieces of at most so many letters. A longer line is cut between words, and loses bold and italic. */
function pack(lines: readonly Markup[], letters: number): Markup[] {
  const pieces: string[][] = [[]];
  let length = 0;
  for (const line of lines.flatMap((each) => (plain(each).length > letters ? cut(each, letters) : [each]))) {
    const more = plain(line).length + 1;
    if (length + more > letters + 1 && pieces.at(-1)!.length > 0) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)!.push(line);
    length += more;
  }
  return pieces.map((piece) => piece.join('\n') as Markup);
}

function cut(line: Markup, letters: number): Markup[] {
  const pieces: string[] = [''];
  let length = 0;
  for (const span of parseMarkup(line)) {
    const words = span.kind === 'mention' ? [span.text] : (span.text.match(/\s*\S{1,500}/gu) ?? []);
    for (const word of words) {
      if (length + word.length > letters) {
        pieces.push('');
        length = 0;
      }
      const written = span.kind === 'mention' ? mention(span.ref as UserRef, word) : literal(word);
      pieces[pieces.length - 1] += written;
      length += word.length;
    }
  }
  return pieces as Markup[];
}
