import type { Message, MessageEntity } from 'grammy/types';
import { MENTION_PLACEHOLDER } from '../adapter.ts';

/** A range of a text, in UTF-16 units as entities and JavaScript count, and its replacement. */
interface Foreign {
  readonly from: number;
  readonly to: number;
  readonly reads: string;
}

/** Bot API: forwarded, or written by another bot that the sender used inline. */
export const isForwarded = ({ forward_origin, via_bot }: Message): boolean =>
  forward_origin !== undefined || via_bot !== undefined;

/**
 * A text without what its entities mark as others' words: quotations, and the names of mentioned people. A mention of the bot
 * itself, by any of its `names`, stays. Empty where nothing is left.
 */
export function ownWords(
  text: string,
  entities: readonly MessageEntity[] | undefined,
  names: readonly string[],
): string {
  if (!Array.isArray(entities)) return text;
  const foreign = (entities as readonly MessageEntity[])
    .flatMap((entity) => foreignIn(text, entity, names) ?? [])
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  let own = '';
  let end = 0;
  for (const { from, to, reads } of foreign) {
    if (from < end) continue; // a mention in a quotation
    own += text.slice(end, from) + reads;
    end = to;
  }
  return end === 0 ? text : (own + text.slice(end)).trim();
}

function foreignIn(text: string, entity: MessageEntity, names: readonly string[]): Foreign | undefined {
  const { type, offset, length } = entity ?? {};
  const to = offset + length;
  if (!Number.isInteger(offset) || !Number.isInteger(to) || offset < 0 || to <= offset || to > text.length)
    return undefined;
  switch (type) {
    case 'blockquote':
    case 'expandable_blockquote':
      return { from: offset, to, reads: '\n' };
    case 'text_mention':
      return { from: offset, to, reads: MENTION_PLACEHOLDER };
    case 'mention': {
      const called = text.slice(offset + 1, to).toLowerCase();
      const toBot = names.some((name) => name.toLowerCase() === called);
      return toBot ? undefined : { from: offset, to, reads: MENTION_PLACEHOLDER };
    }
    default:
      return undefined;
  }
}

/** Where the links in a text lead, which readers see too. */
export const linksIn = (entities: readonly MessageEntity[] | undefined): readonly string[] =>
  Array.isArray(entities)
    ? (entities as readonly MessageEntity[]).flatMap((entity) =>
        entity?.type === 'text_link' && typeof entity.url === 'string' ? [entity.url] : [],
      )
    : [];
