/** The server answers within a second; a device that it hangs on must not hold up the others for longer. */
const QUERY_MS = 10_000;

export interface Bisected<T> {
  readonly answers: readonly T[];
  readonly refused: readonly { readonly jid: string; readonly error: unknown }[];
}

/** Queries many at once. Where that is refused, queries each half, down to the single ones that are refused. */
export async function bisectQuery<T>(
  jids: readonly string[],
  query: (jids: string[]) => Promise<T>,
): Promise<Bisected<T>> {
  if (jids.length === 0) return { answers: [], refused: [] };
  try {
    return { answers: [await within(QUERY_MS, query([...jids]))], refused: [] };
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    const [jid] = jids;
    if (jids.length === 1) return { answers: [], refused: [{ jid: jid!, error }] };
    const middle = Math.ceil(jids.length / 2);
    const one = await bisectQuery(jids.slice(0, middle), query);
    const other = await bisectQuery(jids.slice(middle), query);
    return {
      answers: [...one.answers, ...other.answers],
      refused: [...one.refused, ...other.refused],
    };
  }
}

/** WhatsApp's codes for devices without keys (Baileys#2521): not found, not acceptable, internal error. */
const WITHOUT_KEYS = [404, 406, 500];

/** Why the server refuses these devices; undefined for an error that is not about them, a lost connection for example. */
export function refusalOf(error: unknown): string | undefined {
  const { data, output, isBoom, code } = error as Partial<CodedError>;
  // The error is neither the server's nor the store's: the keys that are kept of one of the devices are unusable.
  if (!isBoom && code === undefined && !(error instanceof QueryTimeout)) return 'unusable';
  if (error instanceof QueryTimeout || output?.statusCode === 408) return 'no answer';
  return WITHOUT_KEYS.includes(data as number) ? `error ${data as number}` : undefined;
}

/** An error of Baileys, or one with a code: of the network, of the store. */
interface CodedError {
  readonly isBoom: boolean;
  readonly data: unknown;
  readonly output: { readonly statusCode?: number };
  readonly code: string;
}

class QueryTimeout extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueryTimeout('no answer')), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
