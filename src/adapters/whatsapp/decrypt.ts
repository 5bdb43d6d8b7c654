import { AsyncResource } from 'node:async_hooks';
import type { BinaryNode, UserFacingSocketConfig, WAMessage, WASocket } from '@whiskeysockets/baileys';
import type { Baileys } from './auth.ts';
import type { DeviceSessions } from './device-sessions.ts';

type MakeSignalRepository = NonNullable<UserFacingSocketConfig['makeSignalRepository']>;
/** Resolves when the message is on the disk. */
type Take = (message: WAMessage) => Promise<void>;

export type Decryption = ReturnType<typeof createDecryption>;

/**
 * Takes messages at the moment of decryption. Baileys confirms a message to the server before it emits it, so that a process that is
 * killed in between would lose it. Here a message is first written to the disk, then the key that opened it is used up (both in one
 * transaction of Baileys), then the server gets its confirmation. After a kill the message is delivered and can be decrypted again.
 */
export function createDecryption(baileys: Baileys, sessions: DeviceSessions) {
  const { DEFAULT_CONNECTION_CONFIG, decodeMessageNode, proto, unpadRandomMax16 } = baileys;
  /** Called with the plain bytes of a cipher text. */
  const expected = new WeakMap<Uint8Array, (plain: Uint8Array) => Promise<void>>();

  const makeSignalRepository: MakeSignalRepository = (auth, logger, findLids) => {
    const repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, findLids);
    const { transaction } = auth.keys as typeof auth.keys & Transactions;
    const decrypt = (cipher: Uint8Array, key: string, open: () => Promise<Uint8Array>) =>
      transaction(async () => {
        const plain = await open();
        await expected.get(cipher)?.(plain);
        return plain;
      }, key);
    return {
      ...repository,
      // Baileys asks for keys where there is no session. For a device that has none there is nothing to ask.
      validateSession: async (jid) => {
        const known = await repository.validateSession(jid);
        if (known.exists) sessions.found(jid);
        return known.exists || !sessions.isKeyless(jid) ? known : { exists: true };
      },
      decryptMessage: (given) => decrypt(given.ciphertext, given.jid, () => repository.decryptMessage(given)),
      decryptGroupMessage: (given) =>
        decrypt(given.msg, given.group, () => repository.decryptGroupMessage(given)),
    };
  };

  return {
    makeSignalRepository,
    /** Calls `take` for every message of a socket. The work that `take` starts does not join Baileys' transaction. */
    listen(sock: WASocket, take: Take): void {
      const takeOutside = AsyncResource.bind(take);
      sock.ws.on('CB:message', (node: BinaryNode) => {
        for (const { tag, content } of Array.isArray(node.content) ? node.content : [])
          if (tag === 'enc' && content instanceof Uint8Array)
            expected.set(content, (plain) => {
              const { id, lid } = sock.authState.creds.me!;
              const { fullMessage } = decodeMessageNode(node, id, lid ?? '');
              const message = proto.Message.decode(unpadRandomMax16(plain));
              return takeOutside({ ...fullMessage, message: message.deviceSentMessage?.message ?? message });
            });
      });
    },
  };
}

interface Transactions {
  transaction<T>(work: () => Promise<T>, key: string): Promise<T>;
}
