import type { WASocket } from '@whiskeysockets/baileys';
import type { Instant } from '../../domain/ids.ts';
import type { Receive } from '../adapter.ts';
import type { InFlight } from '../in-flight.ts';
import { type Baileys, loadAuth } from './auth.ts';
import { type Connection, createConnection } from './connection.ts';
import { createDecryption } from './decrypt.ts';
import type { DeviceSessions } from './device-sessions.ts';
import type { Groups } from './groups.ts';
import type { KeyReset } from './key-reset.ts';
import { createOffer } from './offer.ts';
import type { People } from './people.ts';
import { listen } from './receive.ts';
import type { RecentMessages } from './recent-messages.ts';
import { createSender, type Sender } from './send.ts';
import type { SessionOptions } from './session.ts';
import type { WhatsAppLimits, WhatsAppOptions } from './whatsapp.ts';

/** What outlives a socket and is there before Baileys is loaded. */
export interface Parts {
  readonly people: People;
  readonly keyReset: KeyReset;
  readonly groups: Groups;
  readonly sessions: DeviceSessions;
  readonly recent: RecentMessages;
  readonly inFlight: InFlight;
  readonly stop: AbortSignal;
  /** What the adapter has observed since it was made. */
  readonly observed: { unreadable: number; lastFrame?: Instant };
}

/** The adapter at work. */
export interface Running {
  readonly connection: Connection;
  readonly sender: Sender;
}

/** Connects the parts with each other over Baileys. Nothing happens before the connection's `run`. */
export function assemble(
  baileys: Baileys,
  options: WhatsAppOptions & { readonly random: () => number; readonly limits: WhatsAppLimits },
  parts: Parts,
  receive: Receive,
): Running {
  const { limits, random, clock, log } = options;
  const { observed } = parts;
  const sender = createSender({
    ...parts,
    baileys,
    socket: (): WASocket | undefined => connection.socket(),
    sent: options.sent,
    recall: parts.recent.get,
    limits,
    random,
    clock,
    log,
  });
  const offer = createOffer({ ...options, ...parts, receive, sender, offerMs: limits.offerMs });
  const decryption = createDecryption(baileys, parts.sessions);
  const listener = {
    ...parts,
    secretOf: parts.recent.secretOf,
    decryption,
    log,
    event: offer.message,
    frame: () => {
      observed.lastFrame = clock();
    },
    unreadable: () => {
      observed.unreadable += 1;
    },
    acked: sender.acked,
    closed: sender.lost,
  };
  const findings = {
    pair: offer.samePerson,
    newPhone: (jid: string) => parts.keyReset.withoutGroupKeys([jid]),
    malformed: () => {
      observed.unreadable += 1;
      log.error('malformed key of the WhatsApp session, a new one will be made');
    },
  };
  const connection: Connection = createConnection({
    baileys,
    limits,
    random,
    clock,
    log,
    webSocketUrl: options.webSocketUrl,
    version: options.version,
    fetchAgent: options.fetchAgent,
    phone: options.phone,
    onState: options.onState ?? (() => {}),
    auth: () => loadAuth(baileys, options.keys, findings),
    bind: (sock) => listen(baileys, sock, listener),
    config: {
      ...configOf(parts, sender),
      makeSignalRepository: decryption.makeSignalRepository,
    },
  });
  return { connection, sender };
}

/** What Baileys asks of us while it works. */
function configOf({ groups, sessions }: Parts, sender: Sender): SessionOptions['config'] {
  return {
    shouldIgnoreJid: (jid) => jid.endsWith('@broadcast') || jid.endsWith('@newsletter'),
    getMessage: async ({ id }) => (id ? sender.message(id) : undefined),
    cachedGroupMetadata: async (jid) => {
      const group = await groups.get(jid).catch(() => undefined);
      return (
        group && { ...group, participants: group.participants.filter(({ id }) => sessions.isListed(id)) }
      );
    },
  };
}
