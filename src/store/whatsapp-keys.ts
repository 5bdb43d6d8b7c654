import type { Db } from './db.ts';
import { keyRows } from './whatsapp-key-rows.ts';
import { createPseudonyms } from './whatsapp-pseudonyms.ts';

export interface KeyChange {
  readonly type: string;
  readonly id: string;
  readonly value: string | null;
}

/** What is known of people's addresses, names and devices, and the keys that they were given: the next process learns or makes it again. */
const IN_MEMORY: readonly string[] = [
  'lid-mapping',
  'recycled-number',
  'push-name',
  'device-list',
  'sender-key-memory',
  'own-sender-key',
];
/** Baileys' list of addresses that it has a token of. */
const INDEX = '__index';

/**
 * The keys of one number's session, JSON by type and id. Most belong to members of a group who never spoke to the bot, so
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
  /** Where the kept keys cannot be found any more, drops them, so that others are made: true then. */
  mend(): boolean;
}

export function whatsappKeys(db: Db, number: number): WhatsAppKeys {
  const rows = keyRows(db, number);
  const known = acquaintances(db);
  const memory = new Map<string, Map<string, string>>([...IN_MEMORY, INDEX].map((type) => [type, new Map()]));
  const memoryOf = (type: string, id: string) => memory.get(id === INDEX ? INDEX : type);
  const pseudonyms = createPseudonyms(rows, db.transaction, () => {
    // What an earlier version kept in the file.
    for (const type of IN_MEMORY) for (const id of rows.names(type)) rows.remove(type, id);
    rows.remove('tctoken', INDEX);
  });

  function change({ type, id, value }: KeyChange): void {
    const name = pseudonyms.nameOf(type, id);
    if (value === null) rows.remove(type, name);
    else rows.put(type, name, value);
  }

  return {
    get(type, id) {
      const inMemory = memoryOf(type, id);
      if (!inMemory) return rows.get(type, pseudonyms.nameOf(type, id));
      const found = inMemory.get(id) ?? known(type, id);
      return inMemory.has(id) || found === undefined ? found : JSON.stringify(found);
    },
    ids(type) {
      const inMemory = memory.get(type);
      return inMemory ? [...inMemory.keys()] : rows.names(type).map((name) => pseudonyms.idOf(type, name));
    },
    set(changes) {
      const lasting = changes.filter(({ type, id }) => !memoryOf(type, id));
      // Made before, so that it stays where these changes are undone.
      if (lasting.some(({ type }) => pseudonyms.has(type))) pseudonyms.begin();
      if (lasting.length > 0) db.transaction(() => lasting.forEach(change));
      for (const { type, id, value } of changes)
        if (value === null) memoryOf(type, id)?.delete(id);
        else memoryOf(type, id)?.set(id, value);
    },
    clear(kept) {
      rows.clear((type) => type !== 'pseudonym' && !kept.includes(type));
      for (const [type, values] of memory) if (!kept.includes(type)) values.clear();
    },
    mend: pseudonyms.mend,
  };
}

/** What `person` tells of somebody whom this process has not heard of yet. */
function acquaintances(db: Db): (type: string, id: string) => string | undefined {
  const otherAccount = db.value<[string, string], string>(
    `SELECT other.ref FROM person_ref own JOIN person_ref other USING (person)
     WHERE own.ref = ? AND other.ref LIKE ? ORDER BY other.rowid`,
  );
  const nameOf = db.value<[string], string>(
    'SELECT name FROM person JOIN person_ref ON person = id WHERE ref = ?',
  );
  return (type, id) => {
    if (type === 'push-name') return nameOf.get(`whatsapp:${id}`);
    if (type !== 'lid-mapping') return undefined;
    const lid = /^(.*)_reverse$/.exec(id)?.[1];
    const other = lid
      ? otherAccount.get(`whatsapp:${lid}@lid`, 'whatsapp:%@s.whatsapp.net')
      : otherAccount.get(`whatsapp:${id}@s.whatsapp.net`, 'whatsapp:%@lid');
    return other?.slice('whatsapp:'.length, other.indexOf('@'));
  };
}
