import type { Acknowledgement, PlatformEvent } from '../adapters/adapter.ts';
import type { Instant } from '../domain/ids.ts';
import type { Tx } from '../store/tx.ts';
import { plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { correctable, createMessageHandler, type MessageOptions } from './handle-message.ts';
import { handleMembership } from './membership.ts';
import { withNames } from './names.ts';

export interface Dispatcher {
  /** Handles one event inside an open transaction: everything that it changes and answers is written by that commit. */
  handle(tx: Tx, event: PlatformEvent, now: Instant): Acknowledgement;
  /** Notes an event that cannot be handled as seen, so that it is not offered again, and says so to its sender. */
  giveUp(tx: Tx, event: PlatformEvent, now: Instant): Acknowledgement;
}

/** Takes each event to the code that handles it, once. */
export function createDispatcher(options: MessageOptions): Dispatcher {
  const { enqueue } = options;
  const handleMessage = createMessageHandler(options);

  function handle(tx: Tx, received: PlatformEvent, now: Instant): Acknowledgement {
    if (tx.inbox.seen(received.ref)) return received.kind === 'message' ? correctable(tx, received) : {};
    const event = withNames(received);
    if (event.kind === 'message') return handleMessage(tx, event, now);
    handleMembership(tx, enqueue, event, now);
    return {};
  }

  function giveUp(tx: Tx, event: PlatformEvent, now: Instant): Acknowledgement {
    if (!tx.inbox.take(event.ref, now) || event.kind !== 'message' || !event.addressed) return {};
    if (event.pressedOn) return { alert: plain(say('fault')) };
    const sender = event.sender === 'anonymous' ? undefined : event.sender.refs[0];
    const content = { text: say('fault') };
    enqueue(tx, { to: event.chat, thread: event.thread, content, sender, quotes: event.ref }, now);
    return {};
  }

  return { handle, giveUp };
}
