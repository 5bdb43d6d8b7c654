import type { AuthenticationCreds, SignalKeyStore } from '@whiskeysockets/baileys';

export type Baileys = typeof import('@whiskeysockets/baileys');

/** Where the session's keys are kept: JSON by type and id. Synchronous, so that nothing can come between. */
export interface KeyStore {
  get(type: string, id: string): string | undefined;
  ids(type: string): readonly string[];
  /** All changes or none, on the disk when this returns; a value of null deletes. */
  set(changes: readonly KeyChange[]): void;
  /** Drops everything but these types. */
  clear(kept: readonly string[]): void;
}

/** What outlives a session: who is who is true for the next one as well. */
const FACTS = ['lid-mapping', 'recycled-number', 'push-name', 'private-chat'];

export interface KeyChange {
  readonly type: string;
  readonly id: string;
  readonly value: string | null;
}

export interface Auth {
  readonly creds: AuthenticationCreds;
  readonly keys: SignalKeyStore;
  save(): void;
  /** The session is over: what its socket still writes is dropped, and the next one starts from nothing. */
  wipe(): void;
}

/** What the session's keys tell, for others to act on. */
export interface Findings {
  /** A pair of LID and number. */
  readonly pair: (lid: string, phone: string) => void;
  /** Somebody writes from a new phone; gives what changes with that. */
  readonly newPhone: (jid: string) => readonly KeyChange[];
  /** A row that cannot be read. */
  readonly malformed: () => void;
}

/** What Baileys knows about its account, over our store. */
export function loadAuth(
  { BufferJSON, initAuthCreds, proto }: Baileys,
  store: KeyStore,
  findings: Findings,
): Auth {
  const encode = (value: unknown) => JSON.stringify(value, BufferJSON.replacer);
  /** Baileys writes the keys of groups in a form in which it cannot read those of messages that come out of order. */
  const readable = (record: Uint8Array) =>
    Buffer.from(JSON.stringify(JSON.parse(Buffer.from(record).toString()), BufferJSON.replacer));
  /** A row that is no JSON is as good as none: Baileys makes or asks for what it misses, and the others are read. */
  function decode(text: string | undefined) {
    try {
      return text && JSON.parse(text, BufferJSON.reviver);
    } catch {
      findings.malformed();
      return undefined;
    }
  }
  let over = false;

  /**
   * Those who write under other identities than until now, as far as it was known: what was sent before their first message
   * went to a phone that may have been changed since. The name of an identity is that of a session.
   */
  const newPhones = (changes: readonly KeyChange[]): readonly KeyChange[] =>
    changes.flatMap(({ type, id, value }) => {
      const isNew = type === 'identity-key' && value !== null && value !== store.get(type, id);
      const [, user, domain] = /^(\d+)(?:_(\d+))?\./.exec(id) ?? [];
      if (!isNew || !user) return [];
      return findings.newPhone(`${user}@${domain ? 'lid' : 's.whatsapp.net'}`);
    });

  const kept = decode(store.get('creds', 'me')) as AuthenticationCreds | undefined;
  // A pairing code that nobody typed leaves a number without an account: with it, no new pairing would begin.
  const creds = kept?.me && !kept.account ? initAuthCreds() : (kept ?? initAuthCreds());

  return {
    creds,
    keys: {
      get: (type, ids) => {
        const found: Record<string, never> = {};
        for (const id of ids) {
          const value = decode(store.get(type, id));
          if (value === undefined) continue;
          const key =
            type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value;
          found[id] = key as never;
        }
        return found;
      },
      set: (data) => {
        if (over) return;
        const changes = Object.entries(data).flatMap(([type, values]) =>
          Object.entries(values ?? {}).map(([id, value]) => ({
            type,
            id,
            value:
              value === null || value === undefined
                ? null
                : encode(type === 'sender-key' ? readable(value as Uint8Array) : value),
          })),
        );
        const pairs = Object.entries(data['lid-mapping'] ?? {}).filter(([id]) => id.endsWith('_reverse'));
        for (const [id, phone] of pairs) if (phone) findings.pair(id.slice(0, -'_reverse'.length), phone);
        store.set([...changes, ...newPhones(changes)]);
      },
    },
    save: () => {
      if (!over) store.set([{ type: 'creds', id: 'me', value: encode(creds) }]);
    },
    wipe: () => {
      over = true;
      store.clear(FACTS);
    },
  };
}
