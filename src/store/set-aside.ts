import type { Clock } from '../domain/clock.ts';
import type { Log } from '../log.ts';
import type { DeadLetterKind } from './dead-letters.ts';
import type { Store } from './store.ts';

/** Sets aside one thing that cannot be processed, so that the rest goes on. `fields` name it in the log, `why` is the log's constant phrase. */
export type SetAside = (kind: DeadLetterKind, fields: object, error: unknown, why: string) => void;

export const createSetAside =
  (store: Store, clock: Clock, log: Log): SetAside =>
  (kind, fields, error, why) => {
    log.error({ ...fields, err: error }, why);
    store.deadLetters.add(kind, clock());
  };
