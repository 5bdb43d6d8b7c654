import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatRef } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { PlatformEvent, Receive } from '../adapter.ts';
import type { KnownNumbers } from './known-numbers.ts';
import type { NumberBook, OwnNumber } from './number-book.ts';
import type { NumberSessions } from './number-sessions.ts';
import { createServedChats } from './served-chats.ts';
import { createUnheard } from './unheard.ts';
import type { WhatsApp } from './whatsapp.ts';

/** For so long it is waited after a start until the numbers know in which groups they are. */
const LISTED_MS = 30_000;

/**
 * Which number speaks and listens in a chat. A group is served by the number that heard from it first, for as long as that is in it and
 * may serve, then by another that is; others of ours in the same group are silent. A private chat is served by the number that was last
 * written to.
 */
export function createServing(book: NumberBook, known: KnownNumbers, sessions: NumberSessions, log: Log) {
  const mayServe = (chat: ChatRef, number: number): boolean =>
    known.mayServe(number) && !sessions.of(number).isOutOf(chat);
  const served = createServedChats(
    book,
    (chat) => known.all().find(({ id }) => sessions.of(id).wroteFirst(chat))?.id,
    mayServe,
  );
  const unheard = createUnheard(() => performance.now());
  const memberOf = (chat: ChatRef): number | undefined => memberIn(chat, known.all(), sessions);
  /** The sessions of numbers that WhatsApp lets in. */
  const letIn = (): readonly WhatsApp[] =>
    known.all().flatMap(({ id, barred }) => (barred ? [] : (sessions.running(id) ?? [])));
  const numberOf = (chat: ChatRef): number | undefined =>
    [served.by(chat)].find((number) => number !== undefined && mayServe(chat, number)) ??
    memberOf(chat) ??
    served.by(chat) ??
    known.all().find(({ paused }) => !paused)?.id;

  /** Whether a number hears what is said in its groups: it is connected, or paused, and will be told all when it goes on. */
  const hears = (chat: ChatRef, number: number): boolean =>
    known.all().some(({ id, paused }) => id === number && paused) || sessions.of(number).hears(chat);

  const memberOnceListed = async (chat: ChatRef): Promise<number | undefined> =>
    memberOf(chat) ?? (await groupsListed(letIn()).then(() => memberOf(chat)));

  /** Leaves what the number that serves a group hears as well, or will be told of its own place there; unless it turns out to be deaf. */
  function leave(event: PlatformEvent, to: number, accept: Receive): void {
    const failed = (error: unknown) => {
      log.error({ err: error }, 'what another WhatsApp number did not hear could not be taken');
      leave(event, to, accept);
    };
    if (event.kind === 'message') unheard.leave(to, event.ref, () => void accept(event).catch(failed));
  }

  /** Takes what one number hears, as far as that number serves the chat. */
  const hearing =
    (number: number, accept: Receive): Receive =>
    async (event) => {
      if (!('chat' in event)) return await accept(event);
      unheard.heard(number, event.ref);
      await sessions.attempted(served.byOther(event.chat, number));
      const other = served.byOther(event.chat, number);
      if (other !== undefined && (event.kind !== 'message' || hears(event.chat, other))) {
        leave(event, other, accept);
        return {};
      }
      // Until it is open again another takes what is said there, under the same ref: it counts once, and its answer waits.
      if (other !== undefined) return await accept(event);
      served.claim(event.chat, number);
      // Put out of a group that another number is in, the bot is still there.
      if (event.kind === 'removed' && (await served.pass(event.chat, memberOnceListed))) return {};
      return await accept(event);
    };

  return { numberOf, hearing, ended: unheard.ended, forget: served.forget };
}

/** Resolves when numbers have been told in which groups they are, which takes a moment after a start, or are not soon. */
async function groupsListed(active: readonly WhatsApp[]): Promise<void> {
  const listed = Promise.all(active.map((session) => session.groupsListed));
  await Promise.race([listed, sleep(LISTED_MS, undefined, { ref: false })]);
}

/** A number that is in a group; where there is such a one, one that is connected. */
function memberIn(chat: ChatRef, known: readonly OwnNumber[], sessions: NumberSessions): number | undefined {
  const members = known.filter(({ id, paused }) => !paused && sessions.of(id).isIn(chat));
  return (members.find(({ id }) => sessions.of(id).state().phase === 'open') ?? members[0])?.id;
}
