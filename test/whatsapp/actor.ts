import {
  addTransactionCapability,
  type BinaryNode,
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  encodeBigEndian,
  encodeWAMessage,
  generateSignalPubKey,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  initAuthCreds,
  proto,
  type SignalKeyStore,
  unpadRandomMax16,
  xmppPreKey,
  xmppSignedPreKey,
} from '@whiskeysockets/baileys';

const silent = () => {};
const logger = {
  level: 'silent',
  child: () => logger,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
};

/** A person's phone: keys, sessions with the bot, and what it could read of the bot's messages. */
export interface Actor {
  readonly name: string;
  readonly lid: string;
  readonly phone: string;
  /** Keys for somebody who wants to write to this phone. */
  bundle(): BinaryNode;
  /** Encrypts for a group: the message, and once for each reader the key to it. */
  writeToGroup(group: string, reader: Reader, message: proto.IMessage): Promise<BinaryNode[]>;
  writeTo(reader: Reader, message: proto.IMessage): Promise<BinaryNode[]>;
  /** Reads a message of that sender; throws where it cannot. */
  read(chat: string, sender: string, parts: readonly BinaryNode[]): Promise<proto.Message | undefined>;
  /** Loses its keys, as a new phone would have: it can read nothing until it is sent the keys again. */
  forgetSessions(): void;
  /** Loses the keys of groups alone. */
  forgetGroups(): void;
  /** Loses all but these: it writes under new keys from then on. */
  renewSessions(): void;
  /** Becomes a new phone with the same number: another identity, and nothing that the old one knew. */
  changePhone(): void;
}

/** Who is written to: an address with its device, and the keys that it left with the server. */
export interface Reader {
  readonly jid: string;
  readonly keys: () => Keys;
}

export interface Keys {
  readonly registrationId: number;
  readonly identity: Uint8Array;
  readonly signed: { readonly id: number; readonly key: Uint8Array; readonly signature: Uint8Array };
  readonly preKey: { readonly id: number; readonly key: Uint8Array } | undefined;
}

function memoryKeys() {
  const all = new Map<string, unknown>();
  const keys: SignalKeyStore = {
    get: (type, ids) =>
      Object.fromEntries(
        ids.flatMap((id) => (all.has(`${type} ${id}`) ? [[id, all.get(`${type} ${id}`)]] : [])),
      ) as never,
    set: (data) => {
      for (const [type, values] of Object.entries(data))
        for (const [id, value] of Object.entries(values ?? {}))
          if (value === null) all.delete(`${type} ${id}`);
          else all.set(`${type} ${id}`, value);
    },
  };
  /** Everything but what others were given to write with. */
  const forget = () => {
    for (const key of all.keys()) if (!key.startsWith('pre-key')) all.delete(key);
  };
  const forgetAll = (type: string) => {
    for (const key of all.keys()) if (key.startsWith(`${type} `)) all.delete(key);
  };
  return { keys, forget, forgetAll };
}

/** A phone with that LID and number. */
export function makeActor(name: string, lid: string, phone: string): Actor {
  let creds = initAuthCreds();
  let memory = memoryKeys();
  let signal = makeSignal();
  const handedOut = new Set<string>();
  const sessions = new Set<string>();
  let lastPreKey = 0;

  function makeSignal() {
    const keys = addTransactionCapability(memory.keys, logger, {
      maxCommitRetries: 1,
      delayBetweenTriesMs: 1,
    });
    return DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys }, logger, async () => undefined);
  }

  async function meet({ jid, keys: keysOf }: Reader): Promise<void> {
    if (sessions.has(jid)) return;
    sessions.add(jid);
    const { registrationId, identity, signed, preKey } = keysOf();
    await signal.injectE2ESession({
      jid,
      session: {
        registrationId,
        identityKey: generateSignalPubKey(identity),
        signedPreKey: {
          keyId: signed.id,
          publicKey: generateSignalPubKey(signed.key),
          signature: signed.signature,
        },
        ...(preKey && { preKey: { keyId: preKey.id, publicKey: generateSignalPubKey(preKey.key) } }),
      } as never,
    });
  }

  async function direct(reader: Reader, message: proto.IMessage): Promise<BinaryNode> {
    await meet(reader);
    const { type, ciphertext } = await signal.encryptMessage({
      jid: reader.jid,
      data: encodeWAMessage(message),
    });
    return { tag: 'enc', attrs: { v: '2', type }, content: ciphertext };
  }

  return {
    name,
    lid,
    phone,
    bundle() {
      const pair = Curve.generateKeyPair();
      const id = ++lastPreKey;
      void memory.keys.set({ 'pre-key': { [id]: pair } });
      return {
        tag: 'user',
        attrs: { jid: lid },
        content: [
          { tag: 'registration', attrs: {}, content: encodeBigEndian(creds.registrationId) },
          { tag: 'type', attrs: {}, content: Buffer.from([5]) },
          { tag: 'identity', attrs: {}, content: creds.signedIdentityKey.public },
          xmppSignedPreKey(creds.signedPreKey),
          xmppPreKey(pair, id),
        ],
      };
    },
    async writeToGroup(group, reader, message) {
      const { ciphertext, senderKeyDistributionMessage } = await signal.encryptGroupMessage({
        group,
        meId: lid,
        data: encodeWAMessage(message),
      });
      const written: BinaryNode = { tag: 'enc', attrs: { v: '2', type: 'skmsg' }, content: ciphertext };
      const first = `${group} ${reader.jid}`;
      if (handedOut.has(first)) return [written];
      handedOut.add(first);
      const key = { groupId: group, axolotlSenderKeyDistributionMessage: senderKeyDistributionMessage };
      return [await direct(reader, { senderKeyDistributionMessage: key }), written];
    },
    writeTo: async (reader, message) => [await direct(reader, message)],
    async read(chat, sender, parts) {
      let read: proto.Message | undefined;
      for (const { attrs, content } of parts) {
        const sealed = content as Uint8Array;
        const opened =
          attrs.type === 'skmsg'
            ? await signal.decryptGroupMessage({ group: chat, authorJid: sender, msg: sealed })
            : await signal.decryptMessage({ jid: sender, type: attrs.type as 'msg', ciphertext: sealed });
        sessions.add(sender);
        const message = proto.Message.decode(unpadRandomMax16(opened));
        const item = message.senderKeyDistributionMessage;
        if (item) await signal.processSenderKeyDistributionMessage({ authorJid: sender, item });
        const { senderKeyDistributionMessage: _, messageContextInfo: __, ...rest } = message;
        if (Object.keys(rest).length > 0) read = message;
      }
      return read;
    },
    forgetGroups: () => memory.forgetAll('sender-key'),
    renewSessions() {
      memory.forgetAll('session');
      sessions.clear();
      handedOut.clear();
    },
    changePhone() {
      creds = initAuthCreds();
      memory = memoryKeys();
      signal = makeSignal();
      sessions.clear();
      handedOut.clear();
    },
    forgetSessions() {
      memory.forget();
      sessions.clear();
      handedOut.clear();
    },
  };
}

/** The keys that the bot left with the server when it uploaded them. */
export function keysIn(node: BinaryNode): {
  readonly base: Omit<Keys, 'preKey'>;
  readonly preKeys: Keys['preKey'][];
} {
  const number = (parent: BinaryNode, tag: string) =>
    Buffer.from(getBinaryNodeChildBuffer(parent, tag)!).readUIntBE(
      0,
      getBinaryNodeChildBuffer(parent, tag)!.length,
    );
  const signed = getBinaryNodeChild(node, 'skey')!;
  const list = getBinaryNodeChild(node, 'list')!.content as BinaryNode[];
  return {
    base: {
      registrationId: number(node, 'registration'),
      identity: getBinaryNodeChildBuffer(node, 'identity')!,
      signed: {
        id: number(signed, 'id'),
        key: getBinaryNodeChildBuffer(signed, 'value')!,
        signature: getBinaryNodeChildBuffer(signed, 'signature')!,
      },
    },
    preKeys: list.map((each) => ({ id: number(each, 'id'), key: getBinaryNodeChildBuffer(each, 'value')! })),
  };
}
