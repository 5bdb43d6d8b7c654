import type { Db } from './db.ts';

/** The addresses of the accounts that are linked to the numbers of this installation, or were linked last: what they say is the bot's. */
export interface OwnAddresses {
  has(address: string): boolean;
  /** The addresses of the account that is linked to a number now: those of another that was linked before are somebody's own. */
  set(number: number, addresses: readonly string[]): void;
  /** A number is gone, and its addresses with it. */
  drop(number: number): void;
}

export function ownAddresses(db: Db): OwnAddresses {
  const all = db.prepare<[], { address: string; number: number }>('SELECT address, number FROM whatsapp_own');
  const drop = db.prepare<[number]>('DELETE FROM whatsapp_own WHERE number = ?');
  const add = db.prepare<[string, number]>(
    `INSERT INTO whatsapp_own (address, number) VALUES (?, ?)
     ON CONFLICT (address) DO UPDATE SET number = excluded.number`,
  );
  let known: ReadonlyMap<string, number> | undefined;
  const read = () => (known ??= new Map(all.all().map(({ address, number }) => [address, number])));
  const of = (number: number) => [...read()].flatMap(([address, whose]) => (whose === number ? address : []));

  /** Other processes take numbers away: what is kept in memory is read again. */
  function change(work: () => void): void {
    known = undefined;
    db.transaction(work);
  }

  return {
    has: (address) => read().has(address),
    set(number, addresses) {
      const before = of(number);
      if (before.length === addresses.length && addresses.every((address) => before.includes(address)))
        return;
      change(() => {
        drop.run(number);
        for (const address of addresses) add.run(address, number);
      });
    },
    drop: (number) => change(() => drop.run(number)),
  };
}
