import { setTimeout as sleep } from 'node:timers/promises';
import type { WAMessage } from '@whiskeysockets/baileys';
import type { Clock } from '../../domain/clock.ts';
import type { MessageRef } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { IncomingMessage, PlatformEvent, Receive } from '../adapter.ts';
import type { InFlight } from '../in-flight.ts';
import { contextIn, unwrap } from './content.ts';
import type { People } from './people.ts';
import type { MessageSecrets, RecentMessages } from './recent-messages.ts';
import { jidOf } from './refs.ts';

export interface OfferOptions {
  readonly receive: Receive;
  readonly people: People;
  readonly recent: RecentMessages;
  readonly secrets: MessageSecrets;
  readonly inFlight: InFlight;
  /** First and longest pause before an event that was not accepted is offered again. */
  readonly offerMs: readonly [number, number];
  readonly stop: AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
}

export type Offer = ReturnType<typeof createOffer>;

/** Hands events to the bot until it accepts them. WhatsApp has no presses, and so nothing to show at once. */
export function createOffer(options: OfferOptions) {
  const { people, recent, inFlight, clock } = options;
  return {
    /**
     * Resolves when the event is committed. It stays pending where the stop comes first: the message is then not confirmed to the
     * server, which delivers it again.
     */
    message(event: PlatformEvent, message: WAMessage): Promise<void> {
      if (event.kind === 'message') remember(event, message, people, recent);
      const secret = unwrap(message.message)?.secret;
      return inFlight.track(offer(event, options, secret)).catch(() => new Promise<void>(() => {}));
    },
    /** Tells the bot that a LID and a number are one account, unless the number has changed hands. */
    samePerson(lid: string, phone: string): void {
      const refs = people.pair(lid, phone);
      const ref = `whatsapp:pair:${lid}:${phone}` as MessageRef;
      if (refs)
        inFlight.track(offer({ kind: 'same-person', ref, refs, at: clock() }, options)).catch(() => {});
    },
  };
}

/** Keeps what a later answer needs to know of a message: its content, and that its sender wrote privately. */
function remember(
  event: IncomingMessage,
  { message: content }: WAMessage,
  people: People,
  recent: RecentMessages,
): void {
  const shown = unwrap(content)?.content;
  if (event.chatKind === 'private')
    people.noteWriter(jidOf(event.chat)!, (shown && contextIn(shown)?.expiration) ?? 0);
  if (content) recent.add(event.ref, content);
}

/** Offers an event until it is accepted. */
async function offer(event: PlatformEvent, options: OfferOptions, secret?: Uint8Array): Promise<void> {
  const { receive, secrets, offerMs, stop, clock, log } = options;
  for (let wait = offerMs[0]; ; wait = Math.min(wait * 2, offerMs[1])) {
    try {
      const { correctable } = await receive(event);
      if (secret && correctable) secrets.put(event.ref, Buffer.from(secret).toString('base64'), clock());
      return;
    } catch (error) {
      if (stop.aborted) throw error;
      log.error({ err: error, kind: event.kind }, 'event not accepted, will be offered again');
      await sleep(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
}
