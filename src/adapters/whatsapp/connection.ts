import { setTimeout as sleep } from 'node:timers/promises';
import type { WASocket, WAVersion } from '@whiskeysockets/baileys';
import { type Clock, msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Auth } from './auth.ts';
import { type ConnectionState, createConnectionState, type WhatsAppState } from './connection-state.ts';
import { nextAfter, type Stopped, suspendedUntil } from './disconnect-reasons.ts';
import { type End, runSession, type SessionOptions } from './session.ts';

export interface ConnectionLimits {
  /** An attempt that has led to nothing by then is given up. */
  readonly connectMs: number;
  /** First and longest pause between attempts. */
  readonly backoffMs: readonly [number, number];
}

type PassedOn =
  | 'baileys'
  | 'config'
  | 'webSocketUrl'
  | 'version'
  | 'fetchAgent'
  | 'phone'
  | 'log'
  | 'bind'
  | 'onStray';

export interface ConnectionOptions extends Pick<SessionOptions, PassedOn> {
  /** Loads the session's keys before each attempt. */
  readonly auth: () => Auth;
  readonly limits: ConnectionLimits;
  readonly random: () => number;
  readonly clock: Clock;
  readonly onState: (state: WhatsAppState) => void;
}

interface Context extends ConnectionOptions {
  readonly state: ConnectionState;
  readonly stop: AbortSignal;
  readonly current: Current;
}

/** What changes from one attempt to the next. */
interface Current {
  socket: WASocket | undefined;
  open: boolean;
  version: WAVersion | undefined;
}

export interface Connection {
  /** Resolves when there is nothing more to try; rejects where the session's keys cannot be read or written. */
  run(): Promise<void>;
  state(): WhatsAppState;
  /** The socket, while messages can go out over it. */
  socket(): WASocket | undefined;
  /** Resolves when the current attempt to connect has led to something, or is given up. */
  attempted(): Promise<void>;
  /** Makes no more attempts; an open socket stays open. */
  giveUp(): void;
  stop(): Promise<void>;
}

/** How long a server may take to agree to a close. */
const STOP_MS = 3000;
const VERSION_MS = 10_000;
/** A timer takes no more than 24 days. */
const LONGEST_SLEEP_MS = 86_400_000;

/** The log message for each reason that ends all attempts. */
const STOPPED: Readonly<Record<Stopped, string>> = {
  replaced: 'another process uses this WhatsApp session: this one leaves it alone',
  locked: 'WhatsApp has locked this account, or its phone was logged out: its phone says more',
  banned: 'WhatsApp has banned this account: its phone says more',
  rejected:
    'WhatsApp does not accept this client: the bot needs an update, or WHATSAPP_VERSION a newer version',
};

/** Keeps one socket open, pairs where there is no session, and reconnects after every end that allows it. */
export function createConnection(options: ConnectionOptions): Connection {
  const stopping = new AbortController();
  const state = createConnectionState(options.clock, options.onState);
  const current: Current = { socket: undefined, open: false, version: options.version };
  const context: Context = { ...options, state, current, stop: stopping.signal };
  const giveUp = () => {
    stopping.abort();
    state.release();
  };
  return {
    run: () => keepConnected(context),
    state: state.read,
    socket: () => (current.open ? current.socket : undefined),
    attempted: async () => {
      if (!stopping.signal.aborted) await state.attempted();
    },
    giveUp,
    async stop() {
      giveUp();
      await Promise.race([current.socket?.end(undefined), sleep(STOP_MS, undefined, { ref: false })]);
    },
  };
}

async function keepConnected(context: Context): Promise<void> {
  const { state, stop } = context;
  let failures = 0;
  while (!stop.aborted) {
    state.enter({ phase: 'connecting' });
    const auth = context.auth();
    const end = await runOnce(context, auth);
    if (stop.aborted) break;
    failures = end.opened || state.read().phase === 'pairing' ? 0 : failures + 1;
    const pause = await recover(context, end, auth, failures);
    if (pause === undefined) return;
    if (pause > 0) state.enter({ phase: 'waiting' });
    await sleep(pause, undefined, { signal: stop }).catch(() => {});
  }
  state.enter({ phase: 'stopped' });
}

async function runOnce(context: Context, auth: Auth): Promise<End> {
  const { state, current, limits, log } = context;
  try {
    return await runSession({
      ...context,
      auth,
      version: current.version,
      connectMs: limits.connectMs,
      bind: (sock) => {
        current.socket = sock;
        context.bind(sock);
      },
      onPairing: (qr, code) => state.enter({ phase: 'pairing', qr, ...(code && { code }) }),
      onOpen: () => {
        current.open = true;
        state.enter({ phase: 'open' });
      },
      onRestriction: ({ isActive, timeEnforcementEnds }) => {
        const until = isActive ? (timeEnforcementEnds?.toISOString() as Instant | undefined) : undefined;
        if (until) log.warn({ until }, 'WhatsApp restricts this account: it must not write to strangers');
        state.restrict(until);
      },
    });
  } finally {
    current.open = false;
  }
}

/** Does what the end of a socket asks for. Gives the ms to wait before the next one; undefined: there is none. */
async function recover(
  context: Context,
  { code, opened, expire }: End,
  auth: Auth,
  failures: number,
): Promise<number | undefined> {
  const { state, current, clock, log } = context;
  const next = nextAfter(code);
  switch (next) {
    case 'at-once':
      return 0;
    case 'pair-again':
      if (opened || auth.creds.account) state.sessionLost();
      auth.wipe();
      log.error('the phone has ended the WhatsApp session: it has to be paired again');
      return failures > 1 ? backoff(context, failures) : 0;
    case 'newer-version':
      current.version = context.version ?? (await latestVersion(context));
      log.warn({ version: current.version.join('.') }, 'WhatsApp wants a newer version');
      return backoff(context, failures);
    case 'later':
      log.info({ code }, 'the connection to WhatsApp has ended');
      return backoff(context, failures);
    case 'suspended':
      await waitOut(context, suspendedUntil(expire, clock()));
      return 0;
    default:
      log.error({ code }, STOPPED[next]);
      state.enter({ phase: next });
      return undefined;
  }
}

async function waitOut({ state, clock, stop, log }: Context, until: Instant): Promise<void> {
  log.error({ until }, 'WhatsApp has banned this account for a time: no attempt is made until then');
  state.enter({ phase: 'suspended', until });
  while (!stop.aborted) {
    const left = msBetween(clock(), until);
    if (left <= 0) return;
    await sleep(Math.min(left, LONGEST_SLEEP_MS), undefined, { signal: stop }).catch(() => {});
  }
}

/** The version that WhatsApp's own page uses; where that cannot be read, the one that Baileys came with. */
const latestVersion = async ({ baileys }: Context): Promise<WAVersion> =>
  (await baileys.fetchLatestWaWebVersion({ signal: AbortSignal.timeout(VERSION_MS) })).version;

/** Exponential, with jitter: half to all of the pause. */
function backoff({ limits, random }: Context, failures: number): number {
  const [first, most] = limits.backoffMs;
  return Math.min(most, first * 2 ** Math.min(failures, 20)) * (0.5 + random() / 2);
}
