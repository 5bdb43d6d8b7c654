import type { Db } from './db.ts';

/** The addresses of every number that this installation has or had: what they said stays the bot's own words in its chats. */
export interface OwnAddresses {
  has(address: string): boolean;
  /** Each call is a transaction of its own. */
  add(addresses: readonly string[]): void;
}

export function ownAddresses(db: Db): OwnAddresses {
  const all = db.value<[], string>('SELECT address FROM whatsapp_own');
  const add = db.prepare<[string]>('INSERT INTO whatsapp_own (address) VALUES (?) ON CONFLICT DO NOTHING');
  let known: Set<string> | undefined;
  const addresses = (): Set<string> => {
    known ??= new Set(all.all());
    return known;
  };
  return {
    has: (address) => addresses().has(address),
    add(given) {
      const fresh = given.filter((address) => !addresses().has(address));
      if (fresh.length === 0) return;
      db.transaction(() => {
        for (const address of fresh) add.run(address);
      });
      for (const address of fresh) addresses().add(address);
    },
  };
}
