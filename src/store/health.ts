import { isDamage, isStorageError } from './errors.ts';

/**
 * How long after an error of writing the database still counts as ill: longer than what it kept from being written waits until it is
 * tried again (30 s). A commit in between says little, for it may have written nothing, or elsewhere.
 */
const ILL_MS = 45_000;

export interface Health {
  /** Notes what an error says about the database itself. */
  noteFault(error: unknown): void;
  /** Notes that the file was found to be damaged. */
  noteDamage(): void;
  /** Something was committed. */
  committed(): void;
  /** Undefined while all is well. */
  trouble(): string | undefined;
}

/**
 * What errors have told about the database. Damage lasts until a restore, a fault of writing until a commit succeeds and none has come
 * for a while. `elapsed` gives monotonic milliseconds.
 */
export function createHealth(elapsed: () => number = () => performance.now()): Health {
  let damaged: string | undefined;
  let unwritable: { readonly what: string; readonly at: number; hasCommitted: boolean } | undefined;

  function noteDamage(): void {
    damaged = 'damaged, see the log: restore a backup';
  }

  return {
    noteDamage,
    noteFault(error) {
      const what = `cannot be written: ${(error as Error).message}`;
      if (isDamage(error)) noteDamage();
      else if (isStorageError(error)) unwritable = { what, at: elapsed(), hasCommitted: false };
    },
    committed() {
      if (unwritable) unwritable.hasCommitted = true;
    },
    trouble() {
      if (unwritable?.hasCommitted && elapsed() - unwritable.at >= ILL_MS) unwritable = undefined;
      return damaged ?? unwritable?.what;
    },
  };
}
