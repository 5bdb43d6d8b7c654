import type { Chat } from 'grammy/types';
import { fromUnixSeconds } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { IncomingMessage } from '../adapter.ts';
import { digits } from './refs.ts';

/** A field that the Bot API declares as a text; throws for anything else. */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
}

/** A field that it declares as a date; throws for anything else. */
export const moment = (seconds: number): Instant => fromUnixSeconds(Number(digits(seconds)));

/** Undefined for a channel and for its direct messages, which have the form of a group and are talks with its admins. */
export function kindOf(chat: Chat): IncomingMessage['chatKind'] | undefined {
  if (chat.type === 'private') return 'private';
  return chat.type.endsWith('group') && !chat.is_direct_messages ? 'group' : undefined;
}
