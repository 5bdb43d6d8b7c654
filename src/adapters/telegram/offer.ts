import type { Update } from 'grammy/types';
import type { Clock } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { PlatformEvent, Receive } from '../adapter.ts';
import { botsNamedIn } from './addressing.ts';
import { decode } from './decode.ts';
import type { IdentityCache, Self } from './identity.ts';
import { createPressAnswer } from './press.ts';
import { pressTimes } from './press-times.ts';
import { type ApiClientContext, pause } from './retry.ts';

export interface OfferContext extends ApiClientContext {
  readonly identity: IdentityCache;
  readonly receive: Receive;
  /** Telegram's. */
  readonly clock: Clock;
  /** Called for an update that cannot be read. */
  readonly unreadable: () => void;
}

type Offer = () => Promise<unknown>;

/**
 * Offers the updates of a batch in their order, without waiting between them, so that many share one transaction. Those that were
 * not accepted are offered again until all are. False when the stop came first.
 */
export async function offerAll(
  updates: readonly Update[],
  answers: Set<Promise<void>>,
  context: OfferContext,
): Promise<boolean> {
  const membershipChanged = updates.some((update) => update?.my_chat_member);
  const self = await context.identity.for(membershipChanged, updates.flatMap(botsNamedIn));
  const pressedAt = pressTimes(updates, context.clock());
  let offers = updates.flatMap((update, i) => offerOf(update, self, pressedAt[i]!, answers, context) ?? []);
  for (let tries = 0; offers.length > 0; tries++) {
    if (tries > 0 && !(await pause(tries - 1, context))) return false;
    const results = await Promise.allSettled(offers.map((offer) => offer()));
    offers = offers.filter((_, i) => results[i]!.status === 'rejected');
    for (const result of results)
      if (result.status === 'rejected')
        context.log.error({ err: result.reason, tries }, 'event not accepted, will be offered again');
  }
  return true;
}

/** How to offer an update; undefined for one that means nothing to the bot. A press is answered when it is accepted. */
function offerOf(
  update: Update,
  self: Self,
  pressedAt: Instant,
  answers: Set<Promise<void>>,
  context: OfferContext,
): Offer | undefined {
  const event = read(update, self, pressedAt, context);
  if (!event) {
    context.log.debug({ update: update.update_id, kinds: Object.keys(update) }, 'update ignored');
    return undefined;
  }
  const press = update.callback_query?.id;
  if (press === undefined) return () => context.receive(event);
  const answer = createPressAnswer(press, answers, context);
  return async () => answer(await context.receive(event));
}

/** Decodes an update. One that cannot be read stops none of the others. */
function read(
  update: Update,
  self: Self,
  pressedAt: Instant,
  { log, unreadable }: OfferContext,
): PlatformEvent | undefined {
  try {
    return decode(update, self, pressedAt);
  } catch (error) {
    log.warn({ err: error, update: update?.update_id }, 'event not readable');
    unreadable();
    return undefined;
  }
}
