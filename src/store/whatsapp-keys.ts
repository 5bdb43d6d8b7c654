import { createHmac, randomBytes } from 'node:crypto';
import type { Db } from './db.ts';

export interface KeyChange {
  readonly type: string;
  readonly id: string;
  readonly value: string | null;
}

/** What is known of people's addresses, names and devices: true for this process, learnt again by the next one. */
const IN_MEMORY: ReadonlySet<string> = new Set([
  'lid-mapping',
  'recycled-number',
  'push-name',
  'device-list',
  'sender-key-memory',
]);
/** Keys of people's devices, without which their next message could not be read: each under a pseudonym of its owner. */
const PSEUDONYMOUS: ReadonlySet<string> = new Set([
  'session',
  'sender-key',
  'identity-key',
  'tctoken',
  'private-chat',
]);
/** Baileys' list of addresses that it has a token of. */
const INDEX = '__index';
const PSEUDONYM = /^#[\w-]{22}:/;
const PSEUDONYM_LETTERS = 24;

/**
 * The keys of the WhatsApp session, JSON by type and id. Most belong to members of a group who never spoke to the bot, so
 * nothing readable of people gets to the disk here: who is who and what they are called is taken from `person` for those whom
 * the bot knows, and is kept in memory otherwise. Somebody who has the file can still test whether a number is in it.
 */
export interface WhatsAppKeys {
  /** The value under a type and an id, as JSON. */
  get(type: string, id: string): string | undefined;
  /** All ids of a type; of somebody not met since the start by the name in the file, which does as well. */
  ids(type: string): readonly string[];
  /** All changes or none, on the disk when this returns where they go there; a value of null deletes. */
  set(rows: readonly KeyChange[]): void;
  /** Drops everything but these types. */
  clear(kept: readonly string[]): void;
}

export function whatsappKeys(db: Db): WhatsAppKeys {
  const get = db.value<[string, string], string>('SELECT value FROM whatsapp_key WHERE type = ? AND id = ?');
  const put = db.prepare<[string, string, string]>(
    `INSERT INTO whatsapp_key (type, id, value) VALUES (?, ?, ?)
     ON CONFLICT (type, id) DO UPDATE SET value = excluded.value`,
  );
  const remove = db.prepare<[string, string]>('DELETE FROM whatsapp_key WHERE type = ? AND id = ?');
  const clear = db.prepare<[string]>(
    `DELETE FROM whatsapp_key WHERE type <> 'pseudonym' AND type NOT IN (SELECT value FROM json_each(?))`,
  );
  const all = db.value<[string], string>('SELECT id FROM whatsapp_key WHERE type = ?');
  const otherAccount = db.value<[string, string], string>(
    `SELECT other.ref FROM person_ref own JOIN person_ref other USING (person)
       WHERE own.ref = ? AND other.ref LIKE ? ORDER BY other.rowid`,
  );
  const nameOf = db.value<[string], string>(
    'SELECT name FROM person JOIN person_ref ON person = id WHERE ref = ?',
  );

  const memory = new Map<string, Map<string, string>>([...IN_MEMORY, INDEX].map((type) => [type, new Map()]));
  const memoryOf = (type: string, id: string) => memory.get(id === INDEX ? INDEX : type);

  let kept: Buffer | undefined;
  /** What pseudonyms are made with. It is kept in memory once it is on the disk, and made when it is first needed. */
  function secret(): Buffer {
    kept ??= readSecret() ?? makeSecret();
    return kept;
  }

  function readSecret(): Buffer | undefined {
    const row = get.get('pseudonym', 'secret');
    return row === undefined ? undefined : Buffer.from(JSON.parse(row) as string, 'base64');
  }

  /** Files of earlier versions have their keys under the addresses themselves. */
  function makeSecret(): Buffer {
    const made = randomBytes(32);
    db.transaction(() => {
      put.run('pseudonym', 'secret', JSON.stringify(made.toString('base64')));
      for (const type of PSEUDONYMOUS)
        for (const id of all.all(type)) {
          put.run(type, fileName(type, id, made), get.get(type, id)!);
          remove.run(type, id);
        }
      for (const [type, id] of [
        ...[...IN_MEMORY].flatMap((type) => all.all(type).map((id) => [type, id])),
        ['tctoken', INDEX],
      ])
        remove.run(type!, id!);
    });
    return made;
  }

  /** Who goes by a pseudonym, of those who were met since the start. */
  const met = new Map<string, string>();
  function pseudonymOf(user: string, by: Buffer): string {
    const hash = createHmac('sha256', by).update(user).digest('base64url');
    const pseudonym = `#${hash.slice(0, PSEUDONYM_LETTERS - 2)}:`;
    met.set(pseudonym, user);
    return pseudonym;
  }

  /** By what a key goes in the file: the user in its id gives way to a pseudonym. */
  function fileName(type: string, id: string, by?: Buffer): string {
    if (!PSEUDONYMOUS.has(type) || PSEUDONYM.test(id)) return id;
    const at = type === 'sender-key' ? id.indexOf('::') + 2 : 0;
    const user = /^[^._:@]*/.exec(id.slice(at))![0];
    return `${pseudonymOf(user, by ?? secret())}${id.slice(0, at)}${id.slice(at + user.length)}`;
  }

  /** The id that goes by this name in the file, as far as it is known. */
  function idOf(type: string, name: string): string {
    const user = met.get(name.slice(0, PSEUDONYM_LETTERS));
    if (user === undefined) return name;
    const rest = name.slice(PSEUDONYM_LETTERS);
    const at = type === 'sender-key' ? rest.indexOf('::') + 2 : 0;
    return `${rest.slice(0, at)}${user}${rest.slice(at)}`;
  }

  /** What `person` tells of somebody whom this process has not heard of yet. */
  function known(type: string, id: string): string | undefined {
    if (type === 'push-name') return nameOf.get(`whatsapp:${id}`);
    if (type !== 'lid-mapping') return undefined;
    const lid = /^(.*)_reverse$/.exec(id)?.[1];
    const other = lid
      ? otherAccount.get(`whatsapp:${lid}@lid`, 'whatsapp:%@s.whatsapp.net')
      : otherAccount.get(`whatsapp:${id}@s.whatsapp.net`, 'whatsapp:%@lid');
    return other?.slice('whatsapp:'.length, other.indexOf('@'));
  }

  function change({ type, id, value }: KeyChange): void {
    if (value === null) remove.run(type, fileName(type, id));
    else put.run(type, fileName(type, id), value);
  }

  return {
    get(type, id) {
      const inMemory = memoryOf(type, id);
      if (!inMemory) return get.get(type, fileName(type, id));
      const found = inMemory.get(id) ?? known(type, id);
      return inMemory.has(id) || found === undefined ? found : JSON.stringify(found);
    },
    ids: (type) => {
      const inMemory = memory.get(type);
      return inMemory ? [...inMemory.keys()] : all.all(type).map((name) => idOf(type, name));
    },
    set(rows) {
      const lasting = rows.filter(({ type, id }) => !memoryOf(type, id));
      // Made before, so that it stays where these changes are undone.
      if (lasting.some(({ type }) => PSEUDONYMOUS.has(type))) secret();
      if (lasting.length > 0) db.transaction(() => lasting.forEach(change));
      for (const { type, id, value } of rows)
        if (value === null) memoryOf(type, id)?.delete(id);
        else memoryOf(type, id)?.set(id, value);
    },
    clear(kept) {
      clear.run(JSON.stringify(kept));
      for (const [type, values] of memory) if (!kept.includes(type)) values.clear();
    },
  };
}
