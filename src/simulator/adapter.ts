import type { Acknowledgement, ChatAdapter } from '../adapters/adapter.ts';
import type { Clock } from '../domain/clock.ts';
import type { MessageRef, UserRef } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { TypedMessage } from './decode.ts';
import { createEventQueue } from './event-queue.ts';
import { press, say } from './input.ts';
import { send } from './send.ts';
import type { Transcript } from './transcript.ts';

export interface Simulator extends ChatAdapter {
  /**
   * Writes a message, or a new version of one; resolves with its ref once the bot has accepted it.
   * Throws RangeError if it names a person or a message that does not exist.
   */
  say(message: TypedMessage): Promise<MessageRef>;
  /** Presses a button of a message; resolves with what the bot acknowledges it with. Throws RangeError as `say` does. */
  press(by: UserRef, on: MessageRef, command: string): Promise<Acknowledgement>;
}

/** A chat platform without a network: people write through `say` and `press`, and read in the transcript. */
export function createSimulator(transcript: Transcript, clock: Clock, log: Log): Simulator {
  const events = createEventQueue(transcript, log);
  const { deliver } = events;
  return {
    name: 'simulator',
    pace: 'unlimited',
    say: (message) => say({ transcript, deliver, now: clock() }, message),
    press: (by, on, command) => press({ transcript, deliver, now: clock() }, by, on, command),
    async start(receive) {
      events.start(receive);
    },
    split: (content) => [content],
    send: async (message, key) => send(transcript, message, key, clock()),
    lastContact: clock,
    stop: () => events.stop(),
  };
}
