import { setTimeout as sleep } from 'node:timers/promises';
import type { WASocket, WAVersion } from '@whiskeysockets/baileys';
import { type Clock, msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Auth } from './auth.ts';
import { nextAfter, type Stopped, suspendedUntil } from './disconnect-reasons.ts';
import { type End, runSession, type SessionOptions } from './session.ts';

/** Where the connection stands, for people: a page, the terminal, the health check. */
export interface WhatsAppState {
  /** `suspended`: banned for a time; what is in `Stopped` stays so until a restart. */
  readonly phase: 'connecting' | 'pairing' | 'open' | 'waiting' | 'suspended' | Stopped | 'stopped';
  /** When a suspension ends, and the next attempt is made. */
  readonly until?: Instant;
  /** What the phone has to scan. */
  readonly qr?: string;
  /** What can be typed into the phone instead. */
  readonly code?: string;
  /** The phone ended the session then; it has to be paired anew. */
  readonly lostAt?: Instant;
  /** WhatsApp does not let the account write to strangers until then. */
  readonly restrictedUntil?: Instant;
}

export interface ConnectionLimits {
  /** An attempt that has led to nothing by then is given up. */
  readonly connectMs: number;
  /** First and longest pause between attempts. */
  readonly backoffMs: readonly [number, number];
}

type PassedOn = 'baileys' | 'config' | 'webSocketUrl' | 'version' | 'fetchAgent' | 'phone' | 'log' | 'bind';

export interface ConnectionOptions extends Pick<SessionOptions, PassedOn> {
  readonly auth: () => Auth;
  readonly limits: ConnectionLimits;
  readonly random: () => number;
  readonly clock: Clock;
  readonly onState: (state: WhatsAppState) => void;
}

/** How long a server may take to agree to a close. */
const STOP_MS = 3000;
const VERSION_MS = 10_000;
/** A timer takes no more than 24 days. */
const LONGEST_SLEEP_MS = 86_400_000;

/** What the log says of an end that stays. */
const STOPPED: Readonly<Record<Stopped, string>> = {
  replaced: 'another process uses this WhatsApp session: this one leaves it alone',
  locked: 'WhatsApp has locked this account, or its phone was logged out: its phone says more',
  banned: 'WhatsApp has banned this account: its phone says more',
  rejected:
    'WhatsApp does not accept this client: the bot needs an update, or WHATSAPP_VERSION a newer version',
};

/** Keeps one socket open, pairs where there is no session, and comes back after every end that allows it. */
export function createConnection(options: ConnectionOptions) {
  const { baileys, limits, log, clock } = options;
  const stopping = new AbortController();
  let socket: WASocket | undefined;
  let open = false;
  let version = options.version;
  let state: WhatsAppState = { phase: 'connecting' };
  /** Those who wait for the attempt under way to lead to something. */
  const waiting = new Set<() => void>();

  function release(): void {
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  /** A new phase; a loss is shown until it is made good, a restriction until it is lifted. */
  function show(next: WhatsAppState): void {
    const { lostAt, restrictedUntil } = state;
    const loss = lostAt && next.phase !== 'open' ? { lostAt } : {};
    state = { ...loss, ...(restrictedUntil && { restrictedUntil }), ...next };
    if (next.phase !== 'connecting') release();
    options.onState(state);
  }

  async function session(auth: Auth): Promise<End> {
    try {
      return await runSession({
        ...options,
        auth,
        version,
        connectMs: limits.connectMs,
        bind: (sock) => {
          socket = sock;
          options.bind(sock);
        },
        onPairing: (qr, code) => show({ phase: 'pairing', qr, ...(code && { code }) }),
        onOpen: () => {
          open = true;
          show({ phase: 'open' });
        },
        onRestriction: ({ isActive, timeEnforcementEnds }) => {
          const until = isActive ? timeEnforcementEnds?.toISOString() : undefined;
          if (until) log.warn({ until }, 'WhatsApp restricts this account: it must not write to strangers');
          const { restrictedUntil: _, ...rest } = state;
          state = rest;
          show({ ...rest, ...(until && { restrictedUntil: until as Instant }) });
        },
      });
    } finally {
      open = false;
    }
  }

  /** Milliseconds to wait before the next socket; undefined: there is none. */
  async function after(end: End, auth: Auth, failures: number): Promise<number | undefined> {
    const { code, opened } = end;
    const next = nextAfter(code);
    switch (next) {
      case 'at-once':
        return 0;
      case 'pair-anew':
        if (opened || auth.creds.account) state = { ...state, lostAt: clock() };
        auth.wipe();
        log.error('the phone has ended the WhatsApp session: it has to be paired anew');
        return failures > 1 ? backoff(failures) : 0;
      case 'newer-version':
        version = options.version ?? (await latestVersion());
        log.warn({ version: version.join('.') }, 'WhatsApp wants a newer version');
        return backoff(failures);
      case 'later':
        log.info({ code }, 'the connection to WhatsApp has ended');
        return backoff(failures);
      case 'suspended':
        await waitOut(suspendedUntil(end.expire, clock()));
        return 0;
      default:
        log.error({ code }, STOPPED[next]);
        show({ phase: next });
        return undefined;
    }
  }

  async function waitOut(until: Instant): Promise<void> {
    log.error({ until }, 'WhatsApp has banned this account for a time: no attempt is made until then');
    show({ phase: 'suspended', until });
    for (
      let left = msBetween(clock(), until);
      left > 0 && !stopping.signal.aborted;
      left = msBetween(clock(), until)
    )
      await sleep(Math.min(left, LONGEST_SLEEP_MS), undefined, { signal: stopping.signal }).catch(() => {});
  }

  /** The one that WhatsApp's own page uses, or where that cannot be read the one that Baileys came with. */
  const latestVersion = async (): Promise<WAVersion> =>
    (await baileys.fetchLatestWaWebVersion({ signal: AbortSignal.timeout(VERSION_MS) })).version;

  function backoff(failures: number): number {
    const [first, most] = limits.backoffMs;
    return Math.min(most, first * 2 ** Math.min(failures, 20)) * (0.5 + options.random() / 2);
  }

  return {
    /** Ends when there is nothing more to try; rejects where the session's keys cannot be read or written. */
    async run(): Promise<void> {
      let failures = 0;
      while (!stopping.signal.aborted) {
        show({ phase: 'connecting' });
        const auth = options.auth();
        const end = await session(auth);
        if (stopping.signal.aborted) break;
        failures = end.opened || state.phase === 'pairing' ? 0 : failures + 1;
        const pause = await after(end, auth, failures);
        if (pause === undefined) return;
        if (pause > 0) show({ phase: 'waiting' });
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      }
      show({ phase: 'stopped' });
    },
    state(): WhatsAppState {
      const { restrictedUntil, ...rest } = state;
      return restrictedUntil && restrictedUntil < clock() ? rest : state;
    },
    /** The socket, while messages can go out over it. */
    socket: (): WASocket | undefined => (open ? socket : undefined),
    /** Resolves when the attempt to connect that is under way has led to something, or is given up. */
    attempted: (): Promise<void> =>
      state.phase === 'connecting' && !stopping.signal.aborted
        ? new Promise((resolve) => waiting.add(resolve))
        : Promise.resolve(),
    /** Makes no more attempts; what is open stays so. */
    giveUp(): void {
      stopping.abort();
      release();
    },
    async stop(): Promise<void> {
      this.giveUp();
      await Promise.race([socket?.end(undefined), sleep(STOP_MS, undefined, { ref: false })]);
    },
  };
}
