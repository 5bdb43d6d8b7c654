import type { KeyChange, KeyStore } from './auth.ts';
import type { People } from './people.ts';
import { userOf } from './refs.ts';

export type KeyReset = ReturnType<typeof createKeyReset>;

/** Which devices have the key of a group, by their addresses. */
type Memory = Readonly<Record<string, boolean>>;

/** What is kept so that people's devices can read what the bot writes: a session with each, and who has a group's key. */
export function createKeyReset(keys: KeyStore, people: People) {
  /** A row that cannot be read is as good as none. */
  function memoryOf(group: string): Memory | undefined {
    try {
      return JSON.parse(keys.get('sender-key-memory', group) ?? '{}') as Memory;
    } catch {
      return undefined;
    }
  }

  const forgotten = (type: string, ids: readonly string[]): readonly KeyChange[] =>
    ids.map((id) => ({ type, id, value: null }));

  const usersOf = (jids: readonly string[]): ReadonlySet<string> =>
    new Set(jids.flatMap((jid) => people.addresses(jid)).map(userOf));

  /** The user in an address, `123:4@lid`, or in the name of a session: `123_1.4` is that device too. */
  const userIn = (name: string): string => /^[^@:._]*/.exec(name)![0];

  /** Has the keys of all groups sent to these people again. */
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
    /** What has to change when these people write from new phones, with whom sessions are made already. */
    withoutGroupKeys,
    /** They have new phones: new sessions are made with them. */
    renew(jids: readonly string[]): void {
      const users = usersOf(jids);
      const sessions = keys.ids('session').filter((id) => users.has(userIn(id)));
      keys.set([...forgotten('session', sessions), ...withoutGroupKeys(jids)]);
    },
    /** New sessions with everybody but the devices of the bot's own account. */
    renewAll(own: readonly string[]): void {
      const users = usersOf(own);
      const sessions = keys.ids('session').filter((id) => !users.has(userIn(id)));
      keys.set([
        ...forgotten('session', sessions),
        ...forgotten('sender-key-memory', keys.ids('sender-key-memory')),
      ]);
    },
  };
}
