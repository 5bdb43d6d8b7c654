import type { Message, MessageEntity } from 'grammy/types';
import { MENTION_PLACEHOLDER } from '../adapter.ts';

/** A range of a text, in UTF-16 units as entities and JavaScript count. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** A range and what is read in its place. */
interface Replaced extends Range {
  readonly reads: string;
}

/** Bot API: forwarded, or written by another bot that the sender used inline. */
export const isForwarded = ({ forward_origin, via_bot }: Message): boolean =>
  forward_origin !== undefined || via_bot !== undefined;

/**
 * A text without what its entities mark as others' words: quotations, and the names of mentioned people; and without what its
 * sender struck out. A mention of the bot itself, by any of its `names`, stays. Empty where nothing is left.
 */
export const ownWords = (
  text: string,
  entities: readonly MessageEntity[] | undefined,
  names: readonly string[],
): string => without(text, entities, (entity, range) => foreignIn(text, entity, range, names));

/** A text without the words that its sender struck out: they are not said. */
export const withoutStruck = (text: string, entities: readonly MessageEntity[] | undefined): string =>
  without(text, entities, ({ type }) => (type === 'strikethrough' ? ' ' : undefined));

/** Puts what `readsAs` gives in the place of each entity that it gives something for. */
function without(
  text: string,
  entities: readonly MessageEntity[] | undefined,
  readsAs: (entity: MessageEntity, range: Range) => string | undefined,
): string {
  if (!Array.isArray(entities)) return text;
  const replaced = (entities as readonly MessageEntity[])
    .flatMap((entity): readonly Replaced[] => {
      const range = rangeOf(entity, text);
      const reads = range && readsAs(entity, range);
      return range && reads !== undefined ? [{ ...range, reads }] : [];
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  let left = '';
  let end = 0;
  for (const { from, to, reads } of replaced) {
    // One may lie in another, a mention in a quotation, or begin in it.
    if (from >= end) left += text.slice(end, from) + reads;
    end = Math.max(end, to);
  }
  return end === 0 ? text : (left + text.slice(end)).trim();
}

function foreignIn(
  text: string,
  { type }: MessageEntity,
  { from, to }: Range,
  names: readonly string[],
): string | undefined {
  switch (type) {
    case 'blockquote':
    case 'expandable_blockquote':
      return '\n';
    case 'strikethrough':
      return ' ';
    case 'text_mention':
      return MENTION_PLACEHOLDER;
    case 'mention': {
      const called = text.slice(from + 1, to).toLowerCase();
      return names.some((name) => name.toLowerCase() === called) ? undefined : MENTION_PLACEHOLDER;
    }
    default:
      return undefined;
  }
}

/** Where an entity lies in a text; undefined where it is not in it. */
function rangeOf(entity: MessageEntity, text: string): Range | undefined {
  const { offset: from, length } = entity ?? {};
  const to = from + length;
  const isIn = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to > from && to <= text.length;
  return isIn ? { from, to } : undefined;
}
