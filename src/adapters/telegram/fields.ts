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

/** Undefined for a channel. */
export const kindOf = (chat: Chat): IncomingMessage['chatKind'] | undefined =>
  chat.type === 'private' ? 'private' : chat.type.endsWith('group') ? 'group' : undefined;
