import type { BinaryNode, GroupMetadata, WAMessage, WASocket } from '@whiskeysockets/baileys';
import type { Log } from '../../log.ts';
import type { PlatformEvent } from '../adapter.ts';
import type { Baileys } from './auth.ts';
import { createDecoder, type IsSelf, type SecretOf } from './decode.ts';
import type { Decryption } from './decrypt.ts';
import type { Groups } from './groups.ts';
import type { KeyReset } from './key-reset.ts';
import type { People } from './people.ts';
import { addressOf, bare } from './refs.ts';

export interface Listener {
  readonly people: People;
  readonly groups: Groups;
  readonly keyReset: KeyReset;
  readonly secretOf: SecretOf;
  readonly log: Log;
  readonly decryption: Decryption;
  /** Resolves when the event is on the disk. */
  readonly event: (event: PlatformEvent, message: WAMessage) => Promise<void>;
  /** Any sign of life of the server. */
  readonly frame: () => void;
  /** Something that came cannot be read. */
  readonly unreadable: () => void;
  readonly acked: (node: BinaryNode) => void;
  readonly closed: () => void;
}

/** Hears what happens on a socket. */
export function listen(baileys: Baileys, sock: WASocket, listener: Listener): void {
  const { people, groups, keyReset, log } = listener;
  const { EPHEMERAL_SETTING } = baileys.proto.Message.ProtocolMessage.Type;
  const isSelf: IsSelf = (jid) => {
    const { id, lid } = sock.authState.creds.me ?? {};
    const address = jid ? addressOf(jid) : undefined;
    return address !== undefined && [id, lid].some((own) => own && bare(own) === address);
  };
  const read = createDecoder(baileys, people, groups, isSelf, listener.secretOf);

  /** What cannot be read stops neither the others nor Baileys, which calls us in its work. */
  function attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      log.error({ err: error }, 'something from WhatsApp could not be read');
      listener.unreadable();
      return undefined;
    }
  }
  const each =
    <Item>(take: (item: Item) => void) =>
    (items: readonly Item[]): void => {
      for (const item of items) attempt(() => take(item));
    };

  function hear(message: WAMessage): PlatformEvent | undefined {
    const { remoteJid, participant, participantAlt } = message.key;
    if (remoteJid && participant)
      groups.heard(
        remoteJid,
        [participant, participantAlt].flatMap((jid) => (jid ? bare(jid) : [])),
      );
    if (remoteJid && message.message?.protocolMessage?.type === EPHEMERAL_SETTING) groups.forget(remoteJid);
    return read(message);
  }

  async function take(message: WAMessage): Promise<void> {
    const event = attempt(() => hear(message));
    if (event) await listener.event(event, message);
  }

  /** Messages that were taken and that Baileys has yet to hand over. */
  const taken = new Set<unknown>();
  listener.decryption.listen(sock, (message) => {
    taken.add(message.key.id);
    return take(message);
  });

  // Both kinds of it: `append` is what came while we were away.
  sock.ev.on('messages.upsert', ({ messages }) => {
    for (const message of messages) if (!taken.delete(message.key.id)) void take(message);
  });
  const putAll = each(groups.put);
  sock.ev.on('groups.upsert', putAll);
  sock.ev.on(
    'groups.update',
    each((change) => {
      if (!change.id) return;
      if (change.participants) groups.put(change as GroupMetadata);
      else groups.forget(change.id);
      if (change.subject) groups.rename(change.id, change.subject);
    }),
  );
  sock.ev.on('group-participants.update', ({ id }) => groups.forget(id));
  sock.ev.on('connection.update', ({ connection }) => {
    if (connection === 'open') void learnGroups();
    if (connection === 'close') listener.closed();
  });
  sock.ws.on('frame', listener.frame);
  sock.ws.on('CB:ack,class:message', listener.acked);
  sock.ws.on('CB:notification,type:encrypt', ({ attrs, content }: BinaryNode) => {
    const changed = Array.isArray(content) && content.some(({ tag }) => tag === 'identity');
    // They have a new phone, which can read nothing that is meant for the old one.
    if (changed && attrs.from) attempt(() => keyReset.renew([attrs.from!]));
  });

  /** The titles of all groups and who is in them, in one question. */
  const learnGroups = (): Promise<void> =>
    groups
      .question(async () => putAll(Object.values(await sock.groupFetchAllParticipating())))
      .catch(() => {});
}

/** Has these groups' keys sent to each member with the next message. */
export const forgetKeys = async (sock: WASocket, ...all: readonly string[]): Promise<void> =>
  sock.authState.keys.set({ 'sender-key-memory': Object.fromEntries(all.map((jid) => [jid, null])) });
