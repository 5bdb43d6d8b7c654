import { randomBytes } from 'node:crypto';
import type { Agent } from 'node:https';
import type { BinaryNode, ConnectionState, WASocket, WAVersion } from '@whiskeysockets/baileys';
import type { Log } from '../../log.ts';
import { ownedBy } from '../../stray-errors.ts';
import type { Auth, Baileys } from './auth.ts';
import { baileysLog } from './signal-log.ts';

export interface SessionOptions {
  readonly baileys: Baileys;
  readonly auth: Auth;
  readonly config: Partial<Parameters<Baileys['makeWASocket']>[0]>;
  readonly webSocketUrl: string | undefined;
  readonly version: WAVersion | undefined;
  /** The agent that uploads go through. */
  readonly fetchAgent: Agent | undefined;
  /** The bot's own number: where it is given, a pairing code is asked for as well. */
  readonly phone: string | undefined;
  /** An attempt that has led to nothing by then is given up. */
  readonly connectMs: number;
  readonly log: Log;
  /** Called with the new socket before anything happens on it. */
  readonly bind: (sock: WASocket) => void;
  /** Called with each error that Baileys lets go: it concerns this connection alone. */
  readonly onStray: (error: unknown) => void;
  readonly onPairing: (qr: string, code: string | undefined) => void;
  readonly onOpen: () => void;
  readonly onRestriction: (restriction: NonNullable<ConnectionState['reachoutTimeLock']>) => void;
}

/** The part of Baileys' error that is read here: `data` are the attributes of the server's `failure`. */
interface Refusal {
  readonly output?: { readonly statusCode?: number };
  readonly data?: { readonly expire?: unknown };
}

export interface End {
  /** Baileys' reason (`DisconnectReason`); 0 for none. */
  readonly code: number;
  /** The connection was open before it ended. */
  readonly opened: boolean;
  /** When a temporary ban ends, as the server gave it. */
  readonly expire?: unknown;
}

/** Runs one socket until it closes; a closed one is never used again. */
export function runSession(options: SessionOptions): Promise<End> {
  const { auth, log, connectMs } = options;
  const sock = ownedBy(options.onStray, () => makeSocket(options));
  const pairing = createPairing(sock, options);
  let opened = false;

  return new Promise((resolve) => {
    // Baileys reports an HTTP error on the upgrade to nobody, and may not report the end of the attempt either.
    const watchdog = setTimeout(() => {
      log.warn('WhatsApp does not answer, will connect again');
      void sock.end(new Error('no answer'));
      setTimeout(() => resolve({ code: 408, opened }), connectMs).unref();
    }, connectMs);

    sock.ev.on('creds.update', () => auth.save());
    sock.ev.on('connection.update', (update) => {
      const { connection, qr, lastDisconnect, reachoutTimeLock } = update;
      if (qr || connection === 'open' || connection === 'close') clearTimeout(watchdog);
      if (qr) pairing.offer(qr);
      if (reachoutTimeLock) options.onRestriction(reachoutTimeLock);
      if (connection === 'open') {
        opened = true;
        options.onOpen();
      }
      if (connection === 'close') {
        const error = lastDisconnect?.error as Refusal | undefined;
        resolve({ code: error?.output?.statusCode ?? 0, opened, expire: error?.data?.expire });
      }
    });
    sock.ws.on('CB:notification,type:companion_reg_refresh', pairing.renewSecret);
    options.bind(sock);
  });
}

function makeSocket(options: SessionOptions): WASocket {
  const { baileys, auth, log } = options;
  return baileys.makeWASocket({
    ...options.config,
    auth,
    logger: baileysLog(log),
    browser: baileys.Browsers.ubuntu('Chrome'),
    // A device that is online silences the phone's own notifications.
    markOnlineOnConnect: false,
    syncFullHistory: false,
    emitOwnEvents: false,
    ...(options.version && { version: options.version }),
    ...(options.webSocketUrl && { waWebSocketUrl: options.webSocketUrl }),
    ...(options.fetchAgent && { fetchAgent: options.fetchAgent }),
  });
}

/** Shows what the phone has to scan or to be told, while the session is not paired. */
function createPairing(sock: WASocket, { auth, phone, onPairing }: SessionOptions) {
  let qr: string | undefined;
  let code: string | undefined;

  /** The QR's fourth field is a secret that may have been renewed since Baileys made the QR. */
  function show(): void {
    if (!qr) return;
    const fields = qr.split(',');
    fields[3] = auth.creds.advSecretKey;
    onPairing(fields.join(','), code);
  }

  async function askForCode(number: string): Promise<void> {
    code = await sock.requestPairingCode(number).catch(() => undefined);
    if (code) show();
  }

  return {
    offer(next: string): void {
      const isFirst = qr === undefined;
      qr = next;
      show();
      if (phone && isFirst) void askForCode(phone);
    },
    /** The server wants a fresh secret before anyone may pair. Baileys leaves this unanswered, and the QR would go dead. */
    renewSecret({ attrs: { id = '', from = '', type = '' } }: BinaryNode): void {
      sock.ev.emit('creds.update', { advSecretKey: randomBytes(32).toString('base64') });
      const attrs = { id, to: from, class: 'notification', type };
      sock.sendNode({ tag: 'ack', attrs }).catch(() => {});
      show();
    },
  };
}
