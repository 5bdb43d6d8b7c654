import { MENTION_PLACEHOLDER } from '../adapter.ts';

/** The fields of RichText, RichBlock and their parts (Bot API 10.1) that contain text. */
interface Part {
  readonly type?: unknown;
  readonly username?: unknown;
  readonly text?: unknown;
  readonly alternative_text?: unknown;
  readonly expression?: unknown;
  readonly summary?: unknown;
  readonly blocks?: unknown;
  readonly items?: unknown;
  readonly cells?: unknown;
  readonly caption?: unknown;
  readonly label?: unknown;
  readonly has_checkbox?: unknown;
  readonly is_checked?: unknown;
}

/** Bot API, Rich Message Limits: up to 16 levels. A list counts as two here. */
const MOST_LEVELS = 40;

const QUOTATIONS: readonly unknown[] = ['blockquote', 'expandable_blockquote', 'pullquote'];

/**
 * The sender's own words in a rich message as plain text: a line for each paragraph, list item and row, without quotations, the
 * names of mentioned people and what is struck out. `names` are the bot's own, which stay. `whole`: with the quotations and names.
 */
export function plainText(blocks: unknown, names: readonly string[], whole = false): string {
  return linesOf(blocks, 0).join('\n');

  function linesOf(node: unknown, level: number): readonly string[] {
    if (level > MOST_LEVELS) return [];
    if (Array.isArray(node)) return node.flatMap((each) => linesOf(each, level + 1));
    if (typeof node !== 'object' || node === null) return [];
    const { blocks, items, cells, summary, caption, ...part } = node as Part;
    if (!whole && QUOTATIONS.includes(part.type)) return [];
    const inner = [...linesOf(blocks, level + 1), ...linesOf(items, level + 1)];
    const [first = '', ...more] = inner;
    const sign = signOf(part);
    return [
      inlineIn(summary, level),
      inlineIn(part, level),
      ...(Array.isArray(cells) ? cells.map((row) => rowOf(row, level)) : []),
      ...(sign ? [`${sign} ${first}`, ...more] : inner),
      inlineIn(caption, level),
    ].filter((line) => line.trim() !== '');
  }

  function rowOf(row: unknown, level: number): string {
    return Array.isArray(row) ? row.map((cell) => inlineIn(cell, level + 1)).join(' ') : '';
  }

  /** Joins a text whose styles are nested texts. */
  function inlineIn(node: unknown, level: number): string {
    if (typeof node === 'string') return node;
    if (level > MOST_LEVELS || typeof node !== 'object' || node === null) return '';
    if (Array.isArray(node)) return node.map((each) => inlineIn(each, level + 1)).join('');
    const { type, username, text, alternative_text, expression } = node as Part;
    if (!whole && type === 'strikethrough') return ' ';
    if (!whole && (type === 'text_mention' || (type === 'mention' && !isOwn(username))))
      return MENTION_PLACEHOLDER;
    return inlineIn(text ?? alternative_text ?? expression, level + 1);
  }

  function isOwn(username: unknown): boolean {
    const called = typeof username === 'string' ? username.replace(/^@/, '').toLowerCase() : '';
    return names.some((name) => name.toLowerCase() === called);
  }
}

/** The sign before an item of a list: its number, a dot, or its box. */
function signOf({ label, has_checkbox, is_checked }: Part): string {
  if (has_checkbox) return is_checked ? '☑' : '☐';
  return typeof label === 'string' ? label : '';
}
