import type { Agent } from 'node:https';
import type { WAVersion } from '@whiskeysockets/baileys';
import type { Clock } from '../../domain/clock.ts';
import type { ChatRef } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { Rate } from '../adapter.ts';
import type { KeyStore } from './auth.ts';
import type { ConnectionLimits } from './connection.ts';
import type { WhatsAppState } from './connection-state.ts';
import type { MessageSecrets } from './recent-messages.ts';
import type { ResendLimits } from './resends.ts';
import type { SendLimits } from './send.ts';
import type { SentMessages } from './sent-messages.ts';

/** The addresses of the accounts that are linked to the bot's numbers, or were linked last, on the disk when a call returns. */
export interface OwnAddresses {
  has(address: string): boolean;
  /** Those of the account that is linked to this number now, in place of what it had before. */
  set(addresses: readonly string[]): void;
}

export interface WhatsAppOptions {
  readonly keys: KeyStore;
  readonly own: OwnAddresses;
  readonly sent: SentMessages;
  readonly secrets: MessageSecrets;
  readonly webSocketUrl?: string | undefined;
  readonly version?: WAVersion | undefined;
  /** The bot's own number, digits only, to be paired by a code that is typed into the phone. */
  readonly phone?: string | undefined;
  readonly pace: Rate | 'unlimited';
  readonly limits?: Partial<WhatsAppLimits>;
  readonly random?: () => number;
  readonly clock: Clock;
  readonly log: Log;
  /** Called whenever there is something new to show: a QR to scan, a session lost, a connection open. */
  readonly onState?: (state: WhatsAppState) => void;
  /** Called when this number hears that members are no longer in a group: one of them may be another number of the bot. */
  readonly onLeft?: (chat: ChatRef, addresses: readonly string[]) => void;
  /** The agent that uploads go through. */
  readonly fetchAgent?: Agent | undefined;
}

export interface WhatsAppLimits extends ConnectionLimits, SendLimits {
  /** First and longest pause before an event that was not accepted is offered again. */
  readonly offerMs: readonly [number, number];
  readonly resends: ResendLimits;
}

export const LIMITS: WhatsAppLimits = {
  connectMs: 60_000,
  backoffMs: [1_000, 60_000],
  perDay: { groups: 700, strangers: 300 },
  ackMs: 20_000,
  uploadMs: 60_000,
  offerMs: [1_000, 30_000],
  // A phone that was away may have some tens to ask for.
  resends: {
    ofOne: { burst: 60, everyMs: 10 * 60_000 },
    ofAll: { burst: 300, everyMs: 5 * 60_000 },
  },
};

/** Shortest and longest pause before a message: WhatsApp finds out bots that answer at once. */
const PAUSE_MS = [700, 2_500] as const;

/** A rate with a random pause before each message. */
export function withPauses(rate: Rate | 'unlimited', random = Math.random): Rate | 'unlimited' {
  const [least, most] = PAUSE_MS;
  return rate === 'unlimited' ? rate : { ...rate, pause: () => least + (most - least) * random() };
}
