import { createHmac, randomBytes } from 'node:crypto';
import type { KeyRows } from './whatsapp-key-rows.ts';

/** Keys of people's devices, without which their next message could not be read: each under a pseudonym of its owner. */
const PSEUDONYMOUS: ReadonlySet<string> = new Set([
  'session',
  'sender-key',
  'identity-key',
  'tctoken',
  'private-chat',
]);
const PSEUDONYM = /^#[\w-]{22}:/;
const PSEUDONYM_LETTERS = 24;
const SECRET_BYTES = 32;
const SECRET = ['pseudonym', 'secret'] as const;

/** By what keys go in the file: people's addresses in their ids give way to pseudonyms. */
export interface Pseudonyms {
  /** Whether keys of this type go by pseudonyms. */
  has(type: string): boolean;
  /** Makes what pseudonyms are made with, where it is not there. */
  begin(): void;
  /** As `begin`, but only where it is there and damaged: true then. What went by the pseudonyms of before is dropped. */
  mend(): boolean;
  /** By what an id goes in the file. */
  nameOf(type: string, id: string): string;
  /** The id that goes by this name in the file, as far as it was met since the start. */
  idOf(type: string, name: string): string;
}

/** `rename` is called once, when the secret is made, in a transaction: rows of earlier versions go by the addresses themselves. */
export function createPseudonyms(
  rows: KeyRows,
  transaction: (work: () => void) => void,
  rename: () => void,
): Pseudonyms {
  /** Who goes by a pseudonym, of those who were met since the start. */
  const met = new Map<string, string>();
  let kept: Buffer | undefined;

  /** What pseudonyms are made with. It is kept in memory once it is on the disk, and made when it is first needed or damaged. */
  function secret(): Buffer {
    kept ??= readSecret(rows) ?? makeSecret();
    return kept;
  }

  function makeSecret(): Buffer {
    const made = randomBytes(SECRET_BYTES);
    transaction(() => {
      rows.put(...SECRET, JSON.stringify(made.toString('base64')));
      for (const type of PSEUDONYMOUS)
        for (const id of rows.names(type)) {
          // By a pseudonym of a secret that is lost nobody finds it again.
          if (!PSEUDONYM.test(id)) rows.put(type, named(type, id, made), rows.get(type, id)!);
          rows.remove(type, id);
        }
      rename();
    });
    return made;
  }

  function named(type: string, id: string, by: Buffer): string {
    const { before, user, after } = partsOf(type, id);
    const hash = createHmac('sha256', by).update(user).digest('base64url');
    const pseudonym = `#${hash.slice(0, PSEUDONYM_LETTERS - 2)}:`;
    met.set(pseudonym, user);
    return `${pseudonym}${before}${after}`;
  }

  return {
    has: (type) => PSEUDONYMOUS.has(type),
    begin: () => {
      secret();
    },
    mend() {
      const isDamaged = rows.get(...SECRET) !== undefined && readSecret(rows) === undefined;
      if (isDamaged) kept = makeSecret();
      return isDamaged;
    },
    nameOf: (type, id) => (PSEUDONYMOUS.has(type) && !PSEUDONYM.test(id) ? named(type, id, secret()) : id),
    idOf(type, name) {
      const user = met.get(name.slice(0, PSEUDONYM_LETTERS));
      if (user === undefined) return name;
      const rest = name.slice(PSEUDONYM_LETTERS);
      const at = userAt(type, rest);
      return `${rest.slice(0, at)}${user}${rest.slice(at)}`;
    },
  };
}

/** Undefined where it is missing or damaged. */
function readSecret(rows: KeyRows): Buffer | undefined {
  const row = rows.get(...SECRET);
  try {
    const secret = row === undefined ? undefined : Buffer.from(JSON.parse(row) as string, 'base64');
    return secret?.length === SECRET_BYTES ? secret : undefined;
  } catch {
    return undefined;
  }
}

/** Where the user begins in an id: behind the group, where it names one. */
const userAt = (type: string, id: string): number => (type === 'sender-key' ? id.indexOf('::') + 2 : 0);

function partsOf(type: string, id: string) {
  const at = userAt(type, id);
  const user = /^[^._:@]*/.exec(id.slice(at))![0];
  return { before: id.slice(0, at), user, after: id.slice(at + user.length) };
}
