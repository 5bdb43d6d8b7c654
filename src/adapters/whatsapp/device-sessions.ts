import type { WASocket } from '@whiskeysockets/baileys';
import type { Log } from '../../log.ts';
import type { Groups } from './groups.ts';
import { isGroup } from './refs.ts';

/** A device without keys is asked about again after so long. Its owner's next message brings keys sooner. */
const LEFT_OUT_MS = 3_600_000;
/** The server answers within a second; a device that it hangs on must not hold up the others for longer. */
const QUERY_MS = 10_000;

export type DeviceSessions = ReturnType<typeof createDeviceSessions>;

/**
 * Which devices a message can reach. Baileys asks for all of them at once and gives up when the server refuses one: a single
 * retired tablet would silence its whole group (Baileys#2521). Here those are found and left out. `elapsed`: monotonic ms.
 */
export function createDeviceSessions(groups: Groups, elapsed: () => number, log: Log) {
  /** Devices without keys, and people whose devices the server does not tell: left out until then. */
  const keyless = new Map<string, number>();
  const unlisted = new Map<string, number>();
  let count = 0;

  const among = (leftOut: ReadonlyMap<string, number>, jid: string): boolean =>
    (leftOut.get(jid) ?? 0) > elapsed();
  const isKeyless = (jid: string): boolean => among(keyless, jid);
  const isListed = (jid: string): boolean => !among(unlisted, jid);

  function leaveOut(leftOut: Map<string, number>, jid: string, why: string): void {
    if (among(leftOut, jid)) return;
    leftOut.set(jid, elapsed() + LEFT_OUT_MS);
    count += 1;
    log.warn({ device: ending(jid), why }, 'WhatsApp gives no keys for a device: it is left out');
  }

  /** What `query` gives for many at once; those that the server refuses are left out. */
  async function ask<T>(
    leftOut: Map<string, number>,
    jids: readonly string[],
    query: (jids: string[]) => Promise<T>,
  ): Promise<readonly T[]> {
    const { answers, refused } = await askHalves(jids, query);
    // Refused for everybody it is the server's own trouble, which passes.
    const [first] = refused;
    if (first && refused.length > 1 && refused.length === jids.length) throw first.error;
    for (const { jid, error } of refused) leaveOut(leftOut, jid, refusalOf(error)!);
    return answers;
  }

  /** The people whom a message to a chat goes to, oneself with further devices included. */
  async function members(sock: WASocket, chat: string): Promise<readonly string[]> {
    if (isGroup(chat)) return (await groups.get(chat)).participants.map(({ id }) => id);
    const { id, lid } = sock.authState.creds.me!;
    const own = chat.endsWith('@lid') && lid ? lid : id;
    return [own.replace(/:\d+(?=@)/, ''), chat];
  }

  /** Devices that were given the key of a group are not asked about again, until it is forgotten. */
  async function markGiven(sock: WASocket, chat: string, jids: readonly string[]): Promise<void> {
    if (!isGroup(chat) || jids.length === 0) return;
    const given = Object.fromEntries(jids.map((jid) => [jid, true]));
    const { keys } = sock.authState;
    const known = (await keys.get('sender-key-memory', [chat]))[chat];
    await keys.set({ 'sender-key-memory': { [chat]: { ...known, ...given } } });
  }

  return {
    /**
     * Has sessions with all devices that a message to this chat goes to, as far as there are keys; `fresh`: whatever was known
     * about people's devices is asked for again. One that is left out asks for the message itself once it sees it.
     */
    async prepare(sock: WASocket, chat: string, fresh: boolean): Promise<void> {
      const listed = (await members(sock, chat)).filter(isListed);
      const lists = await ask(unlisted, listed, (jids) => sock.getUSyncDevices(jids, !fresh, false));
      const known = isGroup(chat)
        ? (await sock.authState.keys.get('sender-key-memory', [chat]))[chat]
        : undefined;
      const devices = lists.flat().map(({ jid }) => jid);
      const targets = devices.filter((jid) => !known?.[jid] && !isHosted(jid) && !isOwn(sock, jid));
      await ask(keyless, targets, (jids) => sock.assertSessions(jids));
      for (const jid of targets)
        if (!(await sock.signalRepository.validateSession(jid)).exists) leaveOut(keyless, jid, 'none');
      await markGiven(sock, chat, targets.filter(isKeyless));
    },
    isKeyless,
    isListed,
    /** Its keys came after all. */
    found: (jid: string): void => {
      keyless.delete(jid);
    },
    /** How many were left out since the start. */
    count: (): number => count,
  };
}

/** Cloud devices of companies, which Baileys passes over. */
const isHosted = (jid: string): boolean => /:99@|@hosted/.test(jid);

const isOwn = (sock: WASocket, jid: string): boolean => {
  const { id, lid } = sock.authState.creds.me!;
  return jid === id || jid === lid;
};

interface Halves<T> {
  readonly answers: readonly T[];
  readonly refused: readonly { readonly jid: string; readonly error: unknown }[];
}

/** Asks about many at once; where that is refused about halves of them, down to the ones that are at fault. */
async function askHalves<T>(
  jids: readonly string[],
  query: (jids: string[]) => Promise<T>,
): Promise<Halves<T>> {
  if (jids.length === 0) return { answers: [], refused: [] };
  try {
    return { answers: [await within(QUERY_MS, query([...jids]))], refused: [] };
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    const [jid] = jids;
    if (jids.length === 1) return { answers: [], refused: [{ jid: jid!, error }] };
    const middle = Math.ceil(jids.length / 2);
    const one = await askHalves(jids.slice(0, middle), query);
    const other = await askHalves(jids.slice(middle), query);
    return {
      answers: [...one.answers, ...other.answers],
      refused: [...one.refused, ...other.refused],
    };
  }
}

/** Enough to find it, too little to know whose it is. */
const ending = (jid: string): string => `…${jid.replace(/@.*/, '').replace(/^.*(?=.{4}(:|$))/, '')}`;

/** What WhatsApp says of devices without keys (Baileys#2521): not found, not acceptable, a fault in looking. */
const WITHOUT_KEYS = [404, 406, 500];

/** The server's word against those asked about; undefined for what says nothing about them: a lost connection, say. */
function refusalOf(error: unknown): string | undefined {
  const { data, output, isBoom, code } = error as Partial<Boom>;
  // Neither the server's nor the store's: what is kept of one of them cannot be used.
  if (!isBoom && code === undefined && !(error instanceof TooLong)) return 'unusable';
  if (error instanceof TooLong || output?.statusCode === 408) return 'no answer';
  return WITHOUT_KEYS.includes(data as number) ? `error ${data as number}` : undefined;
}

/** An error of Baileys', or one with a code: of the network, of the store. */
interface Boom {
  readonly isBoom: boolean;
  readonly data: unknown;
  readonly output: { readonly statusCode?: number };
  readonly code: string;
}

class TooLong extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLong('no answer')), ms);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
