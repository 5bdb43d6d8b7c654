import type { Clock } from '../domain/clock.ts';
import type { Log } from '../log.ts';
import type { DeadLetterKind } from './dead-letters.ts';
import type { Store } from './store.ts';

/** Sets one thing aside that cannot be dealt with, so that the others go on: `fields` name it in the log, `why` says what failed. */
export type SetAside = (kind: DeadLetterKind, fields: object, error: unknown, why: string) => void;

export const createSetAside =
  (store: Store, clock: Clock, log: Log): SetAside =>
  (kind, fields, error, why) => {
    log.error({ ...fields, err: error }, why);
    store.deadLetters.add(kind, clock());
  };
