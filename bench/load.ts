import { performance } from 'node:perf_hooks';
import type { Update } from 'grammy/types';
import type { ApiDouble } from '../test/telegram/api-double.ts';
import type { Group } from './town.ts';

/** What somebody writes in a group, and what kind of message that is to the measurement. */
export interface Line {
  readonly group: Group;
  readonly text: string;
}

/** How long each message took from when it was offered until the bot's answer reached the server, ms. */
export type Latencies = readonly number[];

let lastMessage = 1_000_000;

/** Sends messages and notes when each is answered. Answers name the message that they are for. */
function conversation(api: ApiDouble) {
  const offered = new Map<number, { readonly line: Line; readonly at: number }>();
  let looked = api.calls.length;

  return {
    say(line: Line): void {
      const message_id = ++lastMessage;
      offered.set(message_id, { line, at: performance.now() });
      api.queue(update(line, message_id));
    },
    /** The messages that were answered since it was last asked. */
    answered(): readonly { readonly line: Line; readonly ms: number }[] {
      const now = performance.now();
      const found = [];
      for (; looked < api.calls.length; looked += 1) {
        const to = api.calls[looked]!.payload.reply_parameters?.message_id;
        const asked = offered.get(to);
        if (!asked) continue;
        offered.delete(to);
        found.push({ line: asked.line, ms: now - asked.at });
      }
      return found;
    },
    waiting: () => offered.size,
  };
}

const update = ({ group, text }: Line, message_id: number): Omit<Update, 'update_id'> => ({
  message: {
    message_id,
    date: Math.floor(Date.now() / 1000),
    chat: { id: group.chat, type: 'supergroup', title: 'KDMP' },
    from: { id: group.user, is_bot: false, first_name: 'Kades' },
    text,
  },
});

/** Keeps so many messages unanswered at any time until `count` were answered; gives how long that took in all, and each. */
export async function keepBusy(
  api: ApiDouble,
  count: number,
  outstanding: number,
  next: (i: number) => Line,
): Promise<{ readonly ms: number; readonly latencies: Latencies }> {
  const talk = conversation(api);
  const latencies: number[] = [];
  let said = 0;
  const started = performance.now();
  const sayMore = (): boolean => {
    for (const { ms } of talk.answered()) latencies.push(ms);
    while (said < count && talk.waiting() < outstanding) talk.say(next(said++));
    return latencies.length === count;
  };
  await api.until(sayMore);
  const ms = performance.now() - started;
  forget(api);
  return { ms, latencies };
}

/** Says a message every `everyMs`, however long the answers take; gives each message with its time. */
export async function keepPace(
  api: ApiDouble,
  count: number,
  everyMs: number,
  next: (i: number) => Line,
): Promise<readonly { readonly line: Line; readonly ms: number }[]> {
  const talk = conversation(api);
  const answers: { readonly line: Line; readonly ms: number }[] = [];
  let said = 0;
  const started = performance.now();
  const timer = setInterval(() => {
    while (said < count && performance.now() - started >= said * everyMs) talk.say(next(said++));
    if (said === count) clearInterval(timer);
  }, 1);
  await api.until(() => {
    answers.push(...talk.answered());
    return answers.length === count;
  });
  return answers;
}

/** What was said so far is of no more use, and would fill this process's memory. */
function forget(api: ApiDouble): void {
  api.calls.length = 0;
  api.messages.length = 0;
}

/** Reports over the groups in turn, each of which changes the ledger: a unit is begun, and taken back again. */
export function reports(towns: readonly Group[]): (i: number) => Line {
  const turns = new Map<Group, number>();
  return (i) => {
    const group = towns[i % towns.length]!;
    const turn = turns.get(group) ?? 0;
    turns.set(group, turn + 1);
    const status = turn === 0 ? '1b' : turn % 2 ? '1bx' : '1xb';
    return { group, text: `/lapor ${group.village} ${status}` };
  };
}
