import type {
  BaileysEventMap,
  BinaryNode,
  GroupMetadata,
  GroupParticipant,
  WAMessage,
  WASocket,
} from '@whiskeysockets/baileys';
import type { PlatformEvent } from '../adapter.ts';
import type { Baileys } from './auth.ts';
import { createDecoder } from './decode.ts';
import type { IsSelf, SecretOf } from './decode-content.ts';
import type { Decryption } from './decrypt.ts';
import type { Groups } from './groups.ts';
import type { KeyReset } from './key-reset.ts';
import type { Memberships } from './memberships.ts';
import type { OwnAddresses } from './options.ts';
import type { People } from './people.ts';
import { addressOf, bare } from './refs.ts';

export interface Listener {
  readonly people: People;
  readonly groups: Groups;
  readonly memberships: Memberships;
  readonly keyReset: KeyReset;
  readonly secretOf: SecretOf;
  readonly own: OwnAddresses;
  readonly hasSent: (chat: string, id: string) => boolean;
  readonly hasSaid: (chat: string, id: string) => boolean;
  readonly decryption: Decryption;
  /** Resolves when the event is on the disk. */
  readonly event: (event: PlatformEvent, message: WAMessage) => Promise<void>;
  /** Called for every frame from the server. */
  readonly frame: () => void;
  /** Called for everything that cannot be read, with why. */
  readonly unreadable: (error: unknown) => void;
  /** Called when a phone could not read a message of the bot and asks for it again, which Baileys answers. */
  readonly retryRequest: () => void;
  /** Called when members are no longer in a group. */
  readonly left: (group: string, addresses: readonly string[]) => void;
  readonly acked: (node: BinaryNode) => void;
  readonly closed: () => void;
}

/** Runs work on what the server sent. What cannot be read is set aside, and stops neither the rest nor Baileys. */
type Attempt = <T>(work: () => T) => T | undefined;

/** Passes on what happens on a socket. To be called before the socket connects. */
export function listen(baileys: Baileys, sock: WASocket, listener: Listener): void {
  const { unreadable } = listener;
  keepNothing(sock);
  readEach(sock, unreadable);
  const attempt: Attempt = (work) => {
    try {
      return work();
    } catch (error) {
      unreadable(error);
      return undefined;
    }
  };
  listenToMessages(baileys, sock, listener, attempt);
  listenToGroups(sock, listener, attempt);
  listenToNewPhones(sock, listener.keyReset, attempt);
  sock.ev.on('connection.update', ({ connection }) => {
    if (connection === 'open') listener.own.set(addressesOf(sock));
    if (connection === 'close') listener.closed();
  });
  sock.ws.on('frame', listener.frame);
  sock.ws.on('CB:ack,class:message', listener.acked);
  sock.ws.on('CB:receipt,type:retry', listener.retryRequest);
}

/**
 * Baileys would keep what was said in the last minutes, by anybody, and send it again to whoever asks for it: without limit, and what
 * others wrote in the bot's name. What is asked for comes from `getMessage` alone.
 */
function keepNothing({ messageRetryManager }: WASocket): void {
  if (messageRetryManager) messageRetryManager.addRecentMessage = () => {};
}

const NOTHING = Buffer.alloc(0);

/**
 * Of a frame that it cannot decode, or stumbles over, Baileys lets the error go, and leaves what came behind it until more comes. Here it
 * is set aside, and the others are read.
 */
function readEach({ ws }: WASocket, unreadable: Listener['unreadable']): void {
  const [read] = ws.listeners('message') as ((bytes: Uint8Array) => Promise<void>)[];
  const readOn = (bytes: Uint8Array): Promise<void> =>
    read!(bytes).catch((error) => {
      unreadable(error);
      return readOn(NOTHING);
    });
  ws.removeAllListeners('message').on('message', (bytes: Uint8Array) => void readOn(bytes));
}

function listenToMessages(baileys: Baileys, sock: WASocket, listener: Listener, attempt: Attempt): void {
  const { groups } = listener;
  const isThisNumber = selfOf(sock);
  const isSelf: IsSelf = (jid) => isThisNumber(jid) || isKnownIn(listener.own, jid);
  const decode = createDecoder({ ...listener, baileys, isThisNumber, isSelf });
  const { EPHEMERAL_SETTING } = baileys.proto.Message.ProtocolMessage.Type;

  function hear(message: WAMessage): PlatformEvent | undefined {
    const { remoteJid, participant, participantAlt } = message.key;
    if (remoteJid && participant) {
      listener.memberships.joined(remoteJid);
      groups.heard(remoteJid, [bare(participant), ...(participantAlt ? [bare(participantAlt)] : [])]);
    }
    return decode(message);
  }

  async function take(message: WAMessage): Promise<void> {
    const event = attempt(() => hear(message));
    if (event) await listener.event(event, message);
  }

  /** Ids of messages that were taken at decryption and that Baileys has yet to emit. */
  const taken = new Set<unknown>();
  listener.decryption.listen(sock, (message) => {
    taken.add(message.key.id);
    return take(message);
  });
  // Both of its types: `append` is for messages that came while the bot was offline.
  sock.ev.on('messages.upsert', ({ messages }) => {
    for (const message of messages) {
      if (taken.delete(message.key.id)) continue;
      const { remoteJid } = message.key;
      const change = message.message?.protocolMessage;
      // Only the server's notices are not decrypted: what a member says of the timer is not true.
      if (remoteJid && change?.type === EPHEMERAL_SETTING)
        groups.update(remoteJid, { ephemeralDuration: change.ephemeralExpiration ?? 0 });
      void take(message);
    }
  });
}

/** The addresses of the number that is linked. */
function addressesOf(sock: WASocket): readonly string[] {
  const { id, lid } = sock.authState.creds.me ?? {};
  return [id, lid].flatMap((jid) => (jid ? bare(jid) : []));
}

const selfOf =
  (sock: WASocket): IsSelf =>
  (jid) => {
    const address = jid ? addressOf(jid) : undefined;
    return address !== undefined && addressesOf(sock).includes(address);
  };

function isKnownIn(own: OwnAddresses, jid: string | null | undefined): boolean {
  const address = jid ? addressOf(jid) : undefined;
  return address !== undefined && own.has(address);
}

/** The addresses that the server gives a member. */
const addressesIn = ({ id, phoneNumber, lid }: GroupParticipant): readonly string[] =>
  [id, phoneNumber, lid].flatMap((jid) => (jid ? bare(jid) : []));

/** Keeps what is known about groups up to date. */
function listenToGroups(sock: WASocket, { groups, memberships, left }: Listener, attempt: Attempt): void {
  const isThisNumber = selfOf(sock);
  memberships.connects();
  const put = (group: GroupMetadata): void => {
    memberships.joined(group.id);
    groups.put(group);
  };
  const putAll = (all: readonly GroupMetadata[]): void => {
    for (const group of all) attempt(() => put(group));
  };
  const update = (change: Partial<GroupMetadata>): void => {
    if (!change.id) return;
    if (change.participants) groups.told(change as GroupMetadata);
    else groups.update(change.id, change);
    if (change.subject) groups.rename(change.id, change.subject);
  };
  /** One query gives the titles and members of all groups. */
  const learnAll = (): Promise<void> =>
    groups
      .question(async () => {
        const all = Object.values(await sock.groupFetchAllParticipating());
        memberships.list(all.map(({ id }) => id));
        putAll(all);
      })
      .catch(() => {})
      .finally(memberships.hasListed);

  sock.ev.on('groups.upsert', putAll);
  sock.ev.on('groups.update', (changes) => {
    for (const change of changes) attempt(() => update(change));
  });
  const change = ({ id, participants, action }: BaileysEventMap['group-participants.update']): void => {
    if (action === 'promote' || action === 'demote') return;
    if (action === 'remove') attempt(() => left(id, participants.flatMap(addressesIn)));
    const isKnown = action !== 'modify' && !participants.some((member) => isThisNumber(member.id));
    if (isKnown) (action === 'add' ? groups.joined : groups.left)(id, participants);
    else groups.forget(id);
  };
  sock.ev.on('group-participants.update', (changed) => attempt(() => change(changed)));
  // Of a number that was changed Baileys tells nobody: it takes an address in the notice for JSON.
  sock.ws.on('CB:notification,,modify', ({ attrs }: BinaryNode) => {
    if (attrs.from) attempt(() => groups.forget(attrs.from!));
  });
  sock.ev.on('connection.update', ({ connection }) => {
    if (connection === 'open') void learnAll();
  });
}

/** Renews the keys of people who have a new phone, which can read nothing that is meant for the old one. */
function listenToNewPhones(sock: WASocket, keyReset: KeyReset, attempt: Attempt): void {
  sock.ws.on('CB:notification,type:encrypt', ({ attrs, content }: BinaryNode) => {
    const changed = Array.isArray(content) && content.some(({ tag }) => tag === 'identity');
    if (changed && attrs.from) attempt(() => keyReset.renew([attrs.from!]));
  });
}
