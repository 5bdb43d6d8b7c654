import { randomBytes } from 'node:crypto';
import type { Agent } from 'node:https';
import type { BinaryNode, ConnectionState, WASocket, WAVersion } from '@whiskeysockets/baileys';
import type { Log } from '../../log.ts';
import type { Auth, Baileys } from './auth.ts';
import { baileysLog } from './signal-log.ts';

export interface SessionOptions {
  readonly baileys: Baileys;
  readonly auth: Auth;
  readonly config: Partial<Parameters<Baileys['makeWASocket']>[0]>;
  readonly webSocketUrl: string | undefined;
  readonly version: WAVersion | undefined;
  /** For uploads. */
  readonly fetchAgent: Agent | undefined;
  /** The bot's own number, to be paired by a code as well. */
  readonly phone: string | undefined;
  /** An attempt that has led to nothing by then is given up. */
  readonly connectMs: number;
  readonly log: Log;
  /** What is to be done with the new socket before anything happens on it. */
  readonly bind: (sock: WASocket) => void;
  readonly onPairing: (qr: string, code: string | undefined) => void;
  readonly onOpen: () => void;
  readonly onRestriction: (restriction: NonNullable<ConnectionState['reachoutTimeLock']>) => void;
}

/** As much as is read of Baileys' error: `data` are the attributes of the server's `failure`. */
interface Refusal {
  readonly output?: { readonly statusCode?: number };
  readonly data?: { readonly expire?: unknown };
}

export interface End {
  /** Baileys' reason (`DisconnectReason`); 0 for none. */
  readonly code: number;
  readonly opened: boolean;
  /** Of a temporary ban, as the server gave it. */
  readonly expire?: unknown;
}

/** One socket from its making to its end; a closed one is never used again. */
export function runSession(options: SessionOptions): Promise<End> {
  const { baileys, auth, phone, log, connectMs } = options;
  const sock = baileys.makeWASocket({
    ...options.config,
    auth,
    logger: baileysLog(log),
    browser: baileys.Browsers.ubuntu('Chrome'),
    // Else the phone's own notifications fall silent.
    markOnlineOnConnect: false,
    syncFullHistory: false,
    emitOwnEvents: false,
    ...(options.version && { version: options.version }),
    ...(options.webSocketUrl && { waWebSocketUrl: options.webSocketUrl }),
    ...(options.fetchAgent && { fetchAgent: options.fetchAgent }),
  });
  let opened = false;
  let qr: string | undefined;
  let code: string | undefined;

  /** The QR's fourth field is a secret that the server may have had renewed since Baileys made the QR. */
  function showPairing(): void {
    if (!qr) return;
    const fields = qr.split(',');
    fields[3] = auth.creds.advSecretKey;
    options.onPairing(fields.join(','), code);
  }

  async function askForCode(number: string): Promise<void> {
    code = await sock.requestPairingCode(number).catch(() => undefined);
    if (code) showPairing();
  }

  /** Baileys leaves this unanswered, and the QR goes dead: the server wants a fresh secret before anyone may pair. */
  function renewSecret({ attrs: { id = '', from = '', type = '' } }: BinaryNode): void {
    sock.ev.emit('creds.update', { advSecretKey: randomBytes(32).toString('base64') });
    const attrs = { id, to: from, class: 'notification', type };
    sock.sendNode({ tag: 'ack', attrs }).catch(() => {});
    showPairing();
  }

  return new Promise((resolve) => {
    // An HTTP error on the upgrade is told to nobody; should the end of the attempt be told to nobody either, so be it.
    const watchdog = setTimeout(() => {
      log.warn('WhatsApp does not answer, trying anew');
      void sock.end(new Error('no answer'));
      setTimeout(() => resolve({ code: 408, opened }), connectMs).unref();
    }, connectMs);

    sock.ev.on('creds.update', () => auth.save());
    sock.ev.on('connection.update', (update) => {
      const { connection, lastDisconnect, reachoutTimeLock } = update;
      if (update.qr) {
        clearTimeout(watchdog);
        const first = qr === undefined;
        qr = update.qr;
        showPairing();
        if (phone && first) void askForCode(phone);
      }
      if (reachoutTimeLock) options.onRestriction(reachoutTimeLock);
      if (connection === 'open') {
        clearTimeout(watchdog);
        opened = true;
        options.onOpen();
      }
      if (connection === 'close') {
        clearTimeout(watchdog);
        const error = lastDisconnect?.error as Refusal | undefined;
        resolve({ code: error?.output?.statusCode ?? 0, opened, expire: error?.data?.expire });
      }
    });
    sock.ws.on('CB:notification,type:companion_reg_refresh', renewSecret);
    options.bind(sock);
  });
}
