import type { Clock } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Stopped } from './disconnect-reasons.ts';

/** The state of the connection as a page, the terminal and the health check show it. */
export interface WhatsAppState {
  /** `suspended`: banned for a time. A phase of `Stopped` lasts until a restart. */
  readonly phase: 'connecting' | 'pairing' | 'open' | 'waiting' | 'suspended' | Stopped | 'stopped';
  /** When a suspension ends, and the next attempt is made. */
  readonly until?: Instant;
  /** What the phone has to scan. */
  readonly qr?: string;
  /** What can be typed into the phone instead. */
  readonly code?: string;
  /** When the phone ended the session; it has to be paired again. */
  readonly lostAt?: Instant;
  /** WhatsApp does not let the account write to strangers until then. */
  readonly restrictedUntil?: Instant;
}

export type ConnectionState = ReturnType<typeof createConnectionState>;

/** Holds the state and tells `onState` of every change. */
export function createConnectionState(clock: Clock, onState: (state: WhatsAppState) => void) {
  let state: WhatsAppState = { phase: 'connecting' };
  /** Callers who wait for the current attempt to connect. */
  const waiting = new Set<() => void>();

  function release(): void {
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  /** A loss is shown until the connection is open again, a restriction until it is lifted. */
  function enter(next: WhatsAppState): void {
    const { lostAt, restrictedUntil } = state;
    const loss = lostAt && next.phase !== 'open' ? { lostAt } : {};
    state = { ...loss, ...(restrictedUntil && { restrictedUntil }), ...next };
    if (next.phase !== 'connecting') release();
    onState(state);
  }

  return {
    enter,
    release,
    /** Shown with the next phase. */
    sessionLost(): void {
      state = { ...state, lostAt: clock() };
    },
    restrict(until: Instant | undefined): void {
      const { restrictedUntil: _, ...rest } = state;
      state = rest;
      enter({ ...rest, ...(until && { restrictedUntil: until }) });
    },
    read(): WhatsAppState {
      const { restrictedUntil, ...rest } = state;
      return restrictedUntil && restrictedUntil < clock() ? rest : state;
    },
    /** Resolves when the phase is no longer `connecting`, or on `release`. */
    attempted: (): Promise<void> =>
      state.phase === 'connecting' ? new Promise((resolve) => waiting.add(resolve)) : Promise.resolve(),
  };
}
