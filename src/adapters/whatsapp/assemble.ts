import type { WASocket } from '@whiskeysockets/baileys';
import type { Instant } from '../../domain/ids.ts';
import { type Log, placeOf } from '../../log.ts';
import { ownedBy } from '../../stray-errors.ts';
import type { Receive } from '../adapter.ts';
import type { InFlight } from '../in-flight.ts';
import { type Baileys, type Findings, loadAuth } from './auth.ts';
import { type Connection, createConnection } from './connection.ts';
import { createDecryption, type Decryption } from './decrypt.ts';
import type { DeviceSessions } from './device-sessions.ts';
import type { Groups } from './groups.ts';
import type { KeyReset } from './key-reset.ts';
import type { Memberships } from './memberships.ts';
import { createOffer, type Offer } from './offer.ts';
import type { WhatsAppLimits, WhatsAppOptions } from './options.ts';
import type { People } from './people.ts';
import { type Listener, listen } from './receive.ts';
import type { RecentMessages } from './recent-messages.ts';
import { addressOf, chatRef } from './refs.ts';
import { createResends } from './resends.ts';
import { createSender, type Sender } from './send.ts';
import type { SessionOptions } from './session.ts';

/** What outlives a socket and is there before Baileys is loaded. */
export interface Parts {
  readonly people: People;
  readonly keyReset: KeyReset;
  readonly groups: Groups;
  readonly memberships: Memberships;
  readonly sessions: DeviceSessions;
  readonly recent: RecentMessages;
  readonly inFlight: InFlight;
  readonly stop: AbortSignal;
  /** What the adapter has observed since it was made. */
  readonly observed: { unreadable: number; retryRequests: number; lastFrame?: Instant };
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
  const onStray = (error: unknown): void =>
    setAside(error, 'part of the work of a WhatsApp connection failed', parts, log);
  const offer = createOffer({ ...options, ...parts, receive, offerMs: limits.offerMs });
  const decryption = createDecryption(baileys, parts.sessions);
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
    onStray,
    auth: () => loadAuth(baileys, options.keys, findingsOf(parts, offer, log)),
    bind: (sock) => listen(baileys, sock, listenerOf(parts, offer, sender, decryption, options)),
    config: {
      ...configOf(baileys, parts, sender, createResends(limits.resends, clock)),
      makeSignalRepository: decryption.makeSignalRepository,
    },
  });
  return {
    connection,
    sender: { ...sender, send: (message, key) => ownedBy(onStray, () => sender.send(message, key)) },
  };
}

/** What Baileys asks of us while it works. */
function configOf(
  baileys: Baileys,
  { groups, sessions }: Parts,
  sender: Sender,
  mayResend: (asker: string) => boolean,
): SessionOptions['config'] {
  return {
    // After a message that cannot be read Baileys would let all others wait for a quarter of a second.
    retryRequestDelayMs: 0,
    // It is asked about stanzas without an address as well, which these take.
    shouldIgnoreJid: (jid) => baileys.isJidBroadcast(jid) || baileys.isJidNewsletter(jid),
    getMessage: async ({ id, participant, remoteJid }) => {
      const chat = addressOf(remoteJid ?? '');
      const message = id && chat && sender.messageIn(chat, id);
      return message && mayResend(addressOf(participant ?? '') ?? chat) ? message : undefined;
    },
    cachedGroupMetadata: async (jid) => {
      const group = await groups.get(jid).catch(() => undefined);
      return (
        group && { ...group, participants: group.participants.filter(({ id }) => sessions.isListed(id)) }
      );
    },
  };
}

function listenerOf(
  parts: Parts,
  offer: Offer,
  sender: Sender,
  decryption: Decryption,
  { clock, log, own, onLeft }: WhatsAppOptions,
): Listener {
  const { observed, recent } = parts;
  return {
    ...parts,
    secretOf: recent.secretOf,
    own,
    hasSent: sender.hasSent,
    hasSaid: sender.hasSaid,
    decryption,
    event: offer.message,
    frame: () => {
      observed.lastFrame = clock();
    },
    unreadable: (error) => setAside(error, 'event not readable', parts, log),
    retryRequest: () => {
      observed.retryRequests += 1;
    },
    left: (group, addresses) => onLeft?.(chatRef(group), addresses),
    acked: sender.acked,
    closed: sender.lost,
  };
}

function setAside(error: unknown, what: string, { observed }: Parts, log: Log): void {
  observed.unreadable += 1;
  log.error(placeOf(error), what);
}

const findingsOf = ({ observed, keyReset }: Parts, offer: Offer, log: Log): Findings => ({
  pair: offer.samePerson,
  newPhone: (jid) => keyReset.withoutGroupKeys([jid]),
  malformed: () => {
    observed.unreadable += 1;
    log.error('malformed key of the WhatsApp session, a new one will be made');
  },
});
