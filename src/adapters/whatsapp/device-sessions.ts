import type { WASocket } from '@whiskeysockets/baileys';
import type { Log } from '../../log.ts';
import { bisectQuery, refusalOf } from './bisect-query.ts';
import type { Groups } from './groups.ts';
import { isGroup } from './refs.ts';

/** A device without keys is asked about again after this. Its owner's next message brings keys sooner. */
const LEFT_OUT_MS = 3_600_000;

export type DeviceSessions = ReturnType<typeof createDeviceSessions>;

/**
 * Makes the sessions with the devices that a message goes to. Baileys asks for all of them at once and gives up when the server
 * refuses one: a single retired tablet would silence its whole group (Baileys#2521). Here those devices are found and left out.
 * `elapsed`: monotonic ms.
 */
export function createDeviceSessions(groups: Groups, elapsed: () => number, log: Log) {
  const keyless = createLeftOut(elapsed, log);
  /** People whose devices the server does not list. */
  const unlisted = createLeftOut(elapsed, log);
  return {
    /**
     * Makes sessions with all devices that a message to this chat goes to, as far as there are keys. `fresh`: the server is asked
     * again for everybody's devices. A device that is left out asks for the message itself once it sees it.
     */
    async prepare(sock: WASocket, chat: string, fresh: boolean): Promise<void> {
      const people = (await members(sock, chat, groups)).filter((jid) => !unlisted.has(jid));
      const lists = await unlisted.query(people, (jids) => sock.getUSyncDevices(jids, !fresh, false));
      const given = await withGroupKey(sock, chat);
      const devices = lists.flat().map(({ jid }) => jid);
      const targets = devices.filter((jid) => !given[jid] && !isHosted(jid) && !isOwn(sock, jid));
      await keyless.query(targets, (jids) => sock.assertSessions(jids));
      for (const jid of targets)
        if (!(await sock.signalRepository.validateSession(jid)).exists) keyless.add(jid, 'none');
      await markGiven(sock, chat, targets.filter(keyless.has));
    },
    isKeyless: keyless.has,
    isListed: (jid: string): boolean => !unlisted.has(jid),
    /** The keys of a device that was left out have come. */
    found: keyless.delete,
    /** How many were left out since the start. */
    count: (): number => keyless.count() + unlisted.count(),
  };
}

/** Addresses that messages pass over for an hour. */
function createLeftOut(elapsed: () => number, log: Log) {
  const until = new Map<string, number>();
  let count = 0;
  const has = (jid: string): boolean => (until.get(jid) ?? 0) > elapsed();

  function add(jid: string, why: string): void {
    if (has(jid)) return;
    until.set(jid, elapsed() + LEFT_OUT_MS);
    count += 1;
    log.warn({ device: ending(jid), why }, 'WhatsApp gives no keys for a device: it is left out');
  }

  return {
    has,
    add,
    delete: (jid: string): void => {
      until.delete(jid);
    },
    count: (): number => count,
    /** The answers of a query about many. Those whom the server refuses are left out. */
    async query<T>(jids: readonly string[], query: (jids: string[]) => Promise<T>): Promise<readonly T[]> {
      const { answers, refused } = await bisectQuery(jids, query);
      // A refusal for everybody is a transient fault of the server.
      const [first] = refused;
      if (first && refused.length > 1 && refused.length === jids.length) throw first.error;
      for (const { jid, error } of refused) add(jid, refusalOf(error)!);
      return answers;
    },
  };
}

/** The people whom a message to a chat goes to; in a private chat also the bot's own account, for its other devices. */
async function members(sock: WASocket, chat: string, groups: Groups): Promise<readonly string[]> {
  if (isGroup(chat)) return (await groups.get(chat)).participants.map(({ id }) => id);
  const { id, lid } = sock.authState.creds.me!;
  const own = chat.endsWith('@lid') && lid ? lid : id;
  return [own.replace(/:\d+(?=@)/, ''), chat];
}

/** The devices that were given the key of a group, by address; empty in a private chat. */
async function withGroupKey(sock: WASocket, chat: string): Promise<Readonly<Record<string, boolean>>> {
  if (!isGroup(chat)) return {};
  return (await sock.authState.keys.get('sender-key-memory', [chat]))[chat] ?? {};
}

/** Notes devices as given the group's key, so that they are not asked about again until that is forgotten. */
async function markGiven(sock: WASocket, chat: string, jids: readonly string[]): Promise<void> {
  if (!isGroup(chat) || jids.length === 0) return;
  const given = Object.fromEntries(jids.map((jid) => [jid, true]));
  const before = await withGroupKey(sock, chat);
  await sock.authState.keys.set({ 'sender-key-memory': { [chat]: { ...before, ...given } } });
}

/** Cloud devices of companies, which Baileys leaves out too. */
const isHosted = (jid: string): boolean => /:99@|@hosted/.test(jid);

const isOwn = (sock: WASocket, jid: string): boolean => {
  const { id, lid } = sock.authState.creds.me!;
  return jid === id || jid === lid;
};

/** The last digits of an address: enough to find the device, too few to show whose it is. */
const ending = (jid: string): string => `…${jid.replace(/@.*/, '').replace(/^.*(?=.{4}(:|$))/, '')}`;
