import { type KeyChange, type KeyStore, OWN_SENDER_KEY } from './auth.ts';
import type { People } from './people.ts';
import { userOf } from './refs.ts';

export type KeyReset = ReturnType<typeof createKeyReset>;

/** The devices that were given the key of a group, by address (Baileys' `sender-key-memory`). */
type Memory = Readonly<Record<string, boolean>>;

/** Deletes sessions with people's devices and notes of who has a group's key, so that Baileys makes and sends new ones. */
export function createKeyReset(keys: KeyStore, people: People) {
  /** Undefined for a row that cannot be read. */
  function memoryOf(group: string): Memory | undefined {
    try {
      return JSON.parse(keys.get('sender-key-memory', group) ?? '{}') as Memory;
    } catch {
      return undefined;
    }
  }

  const usersOf = (jids: readonly string[]): ReadonlySet<string> =>
    new Set(jids.flatMap((jid) => people.addresses(jid)).map(userOf));

  /** The changes after which the keys of all groups are sent to these people again. */
  function withoutGroupKeys(jids: readonly string[]): readonly KeyChange[] {
    const users = usersOf(jids);
    return keys.ids('sender-key-memory').flatMap((group) => {
      const memory = memoryOf(group);
      if (!memory) return forgotten('sender-key-memory', [group]);
      const left = Object.entries(memory).filter(([jid]) => !users.has(userIn(jid)));
      return left.length < Object.keys(memory).length
        ? [{ type: 'sender-key-memory', id: group, value: JSON.stringify(Object.fromEntries(left)) }]
        : [];
    });
  }

  return {
    /** For people who write from new phones: the sessions with these exist already and stay. */
    withoutGroupKeys,
    /** For people who have new phones: the sessions with the old ones are deleted too. */
    renew(jids: readonly string[]): void {
      const users = usersOf(jids);
      const sessions = keys.ids('session').filter((id) => users.has(userIn(id)));
      keys.set([...forgotten('session', sessions), ...withoutGroupKeys(jids)]);
    },
    /** For everybody but the devices of the bot's own account. */
    renewAll(own: readonly string[]): void {
      const users = usersOf(own);
      const sessions = keys.ids('session').filter((id) => !users.has(userIn(id)));
      keys.set([
        ...forgotten('session', sessions),
        ...forgotten('sender-key-memory', keys.ids('sender-key-memory')),
        ...forgotten(OWN_SENDER_KEY, keys.ids(OWN_SENDER_KEY)),
      ]);
    },
  };
}

const forgotten = (type: string, ids: readonly string[]): readonly KeyChange[] =>
  ids.map((id) => ({ type, id, value: null }));

/** The user in an address (`123:4@lid`) or in the id of a session (`123_1.4`). */
const userIn = (name: string): string => /^[^@:._]*/.exec(name)![0];
