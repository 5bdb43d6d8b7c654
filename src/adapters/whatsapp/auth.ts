import type {
  AuthenticationCreds,
  SignalDataSet,
  SignalDataTypeMap,
  SignalKeyStore,
} from '@whiskeysockets/baileys';

export type Baileys = typeof import('@whiskeysockets/baileys');

/** Where the session's keys are kept: JSON by type and id. Synchronous, so that no other write can come between. */
export interface KeyStore {
  get(type: string, id: string): string | undefined;
  ids(type: string): readonly string[];
  /** All changes or none, on the disk when this returns; a value of null deletes. */
  set(changes: readonly KeyChange[]): void;
  /** Deletes everything but these types. */
  clear(kept: readonly string[]): void;
  /** Where the kept keys cannot be found any more, drops them, so that others are made: true then. */
  mend(): boolean;
}

/**
 * The type of the bot's own keys to groups. Its rows are to live as long as those of `sender-key-memory`, which say who was given such
 * a key: a store keeps neither on the disk. A process that starts makes new keys, so that a database that was put back to an
 * earlier state repeats none: phones drop what is encrypted with a key that they have seen used.
 */
export const OWN_SENDER_KEY = 'own-sender-key';

/** Types that outlive a session: which addresses are one person stays true for the next session. */
const KEPT_TYPES = ['lid-mapping', 'recycled-number', 'push-name', 'private-chat'];

export interface KeyChange {
  readonly type: string;
  readonly id: string;
  readonly value: string | null;
}

export interface Auth {
  readonly creds: AuthenticationCreds;
  readonly keys: SignalKeyStore;
  save(): void;
  /** Ends the session: what its socket still writes is dropped, and the next session starts without keys. */
  wipe(): void;
}

/** What the session's keys reveal. */
export interface Findings {
  /** A LID and a number belong together. */
  readonly pair: (lid: string, phone: string) => void;
  /** Somebody writes from a new phone; gives the changes that follow from that. */
  readonly newPhone: (jid: string) => readonly KeyChange[];
  /** A row cannot be read. */
  readonly malformed: () => void;
}

/** Baileys' credentials and keys, over our store. */
export function loadAuth(baileys: Baileys, store: KeyStore, findings: Findings): Auth {
  const { initAuthCreds } = baileys;
  const codec = createCodec(baileys, findings.malformed);
  if (store.mend()) findings.malformed();
  const kept = keptCreds(store, codec, findings);
  // A pairing code that nobody typed leaves a number without an account, with which Baileys would not begin a new pairing.
  const creds = kept?.me && !kept.account ? initAuthCreds() : (kept ?? initAuthCreds());
  const rows = withOwnSenderKeys(store, creds);
  let over = false;
  return {
    creds,
    keys: {
      get: (type, ids) => readKeys(type, ids, rows, codec),
      set: (data) => {
        if (!over) writeKeys(data, rows, codec, findings);
      },
    },
    save: () => {
      if (!over) store.set([{ type: 'creds', id: 'me', value: codec.encode(creds) }]);
    },
    wipe: () => {
      over = true;
      store.clear(KEPT_TYPES);
    },
  };
}

/** Undefined where none are kept, or what is kept is none: the number is then to be linked again. */
function keptCreds(store: KeyStore, codec: Codec, findings: Findings): AuthenticationCreds | undefined {
  const kept = codec.decode(store.get('creds', 'me')) as Partial<AuthenticationCreds> | null | undefined;
  if (kept === undefined || (kept?.noiseKey && kept.signedIdentityKey && kept.signedPreKey))
    return kept as AuthenticationCreds | undefined;
  findings.malformed();
  return undefined;
}

type Rows = Pick<KeyStore, 'get' | 'set'>;

/** The store, with the keys of this very device to groups under a type of their own. */
function withOwnSenderKeys(store: KeyStore, creds: AuthenticationCreds): Rows {
  /** An id is `<group>::<user>::<device>`; a LID's user ends with `_1`. */
  const isOwn = (id: string): boolean =>
    [creds.me?.id, creds.me?.lid].some((jid) => {
      const [, user, device = '0', server] = /^(\d+)(?::(\d+))?@(.*)/.exec(jid ?? '') ?? [];
      return user !== undefined && id.endsWith(`::${user}${server === 'lid' ? '_1' : ''}::${device}`);
    });
  const typeOf = (type: string, id: string): string =>
    type === 'sender-key' && isOwn(id) ? OWN_SENDER_KEY : type;
  return {
    get: (type, id) => store.get(typeOf(type, id), id),
    set: (changes) =>
      store.set(changes.map((change) => ({ ...change, type: typeOf(change.type, change.id) }))),
  };
}

type Codec = ReturnType<typeof createCodec>;

function createCodec({ BufferJSON, proto }: Baileys, malformed: () => void) {
  const encode = (value: unknown) => JSON.stringify(value, BufferJSON.replacer);
  /** Rewrites a group's keys: in the form that Baileys writes it cannot read those of messages that come out of order. */
  const readable = (record: Uint8Array) =>
    Buffer.from(JSON.stringify(JSON.parse(Buffer.from(record).toString()), BufferJSON.replacer));
  /** A row that is not JSON counts as missing: Baileys makes or asks for it, and the other rows are read. */
  function decode(text: string | undefined) {
    try {
      return text === undefined ? undefined : JSON.parse(text, BufferJSON.reviver);
    } catch {
      malformed();
      return undefined;
    }
  }
  return {
    encode,
    decode,
    encodeKey: (type: string, value: unknown): string =>
      encode(type === 'sender-key' ? readable(value as Uint8Array) : value),
    decodeKey(type: string, text: string | undefined) {
      const value = decode(text);
      return value !== undefined && type === 'app-state-sync-key'
        ? proto.Message.AppStateSyncKeyData.fromObject(value)
        : value;
    },
  };
}

function readKeys<T extends keyof SignalDataTypeMap>(
  type: T,
  ids: readonly string[],
  store: Rows,
  codec: Codec,
): Record<string, SignalDataTypeMap[T]> {
  const found: Record<string, SignalDataTypeMap[T]> = {};
  for (const id of ids) {
    const value = codec.decodeKey(type, store.get(type, id));
    if (value !== undefined) found[id] = value as SignalDataTypeMap[T];
  }
  return found;
}

function writeKeys(data: SignalDataSet, store: Rows, codec: Codec, findings: Findings): void {
  const changes = Object.entries(data).flatMap(([type, values]) =>
    Object.entries(values ?? {}).map(([id, value]) => ({
      type,
      id,
      value: value === null || value === undefined ? null : codec.encodeKey(type, value),
    })),
  );
  const pairs = Object.entries(data['lid-mapping'] ?? {}).filter(([id]) => id.endsWith('_reverse'));
  for (const [id, phone] of pairs) if (phone) findings.pair(id.slice(0, -'_reverse'.length), phone);
  store.set([...changes, ...newPhones(changes, store, findings)]);
}

/**
 * The changes for people whose identity key is new. Messages that were sent before their first message under it went to a phone
 * that they may no longer have. An identity key has the id of a session: `123_1.4`.
 */
const newPhones = (changes: readonly KeyChange[], store: Rows, findings: Findings): readonly KeyChange[] =>
  changes.flatMap(({ type, id, value }) => {
    const isNew = type === 'identity-key' && value !== null && value !== store.get(type, id);
    const [, user, domain] = /^(\d+)(?:_(\d+))?\./.exec(id) ?? [];
    if (!isNew || !user) return [];
    return findings.newPhone(`${user}@${domain ? 'lid' : 's.whatsapp.net'}`);
  });
