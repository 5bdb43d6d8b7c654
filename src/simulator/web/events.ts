import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Playground } from '../playground.ts';
import { messageView, viewOf } from '../view.ts';
import type { World } from '../world.ts';

/** Less than the silence after which proxies close a connection. */
const HEARTBEAT_MS = 20_000;

export interface EventStreams {
  /** Answers with the server-sent events of one page. */
  readonly stream: (context: Context) => Response;
  /** Has every page's stream look for changes. */
  readonly refreshAll: () => void;
}

/** What one page has been sent. */
interface Page {
  readonly stream: SSEStreamingApi;
  readonly world: World;
  seq: number;
  view: string;
}

/**
 * The changes of a world as server-sent events. `message` events come in the order of their numbers, so that a page that
 * lost its connection continues where it was; `view` events come whenever the view differs; `restarted` says that the page
 * shows a world that was replaced.
 */
export function createEventStreams(playground: Playground): EventStreams {
  const signals = new Set<Signal>();
  const refreshAll = (): void => {
    for (const signal of signals) signal.raise();
  };
  playground.onWorld((world) => {
    refreshAll();
    world.transcript.onChange(refreshAll);
  });

  async function serve(stream: SSEStreamingApi, worldId: string | undefined, since: number): Promise<void> {
    const signal = createSignal();
    signals.add(signal);
    stream.onAbort(signal.raise);
    try {
      await sendChanges(playground, stream, signal, worldId, since);
    } finally {
      signals.delete(signal);
    }
  }

  return {
    refreshAll,
    stream(context) {
      const since = context.req.header('last-event-id') ?? context.req.query('since');
      return streamSSE(context, (stream) => serve(stream, context.req.query('world'), Number(since) || 0));
    },
  };
}

/** Sends changes until the page is gone or its world is replaced. */
async function sendChanges(
  playground: Playground,
  stream: SSEStreamingApi,
  signal: Signal,
  worldId: string | undefined,
  since: number,
): Promise<void> {
  const world = await playground.world();
  const page: Page = { stream, world, seq: since, view: '' };
  while (!stream.aborted) {
    if (world.id !== worldId || (await playground.world()) !== world)
      return await stream.writeSSE({ event: 'restarted', data: '' });
    if (world.stopped()) return;
    await sendNews(page).catch((error) => {
      if (!world.stopped()) throw error;
    });
    if (!(await signal.raisedWithin(HEARTBEAT_MS))) await stream.writeSSE({ event: 'alive', data: '' });
  }
}

async function sendNews(page: Page): Promise<void> {
  const { stream, world } = page;
  for (const changed of world.transcript.changedSince(page.seq).toSorted((a, b) => a.seq - b.seq)) {
    const data = JSON.stringify(messageView(changed));
    await stream.writeSSE({ event: 'message', id: `${changed.seq}`, data });
    page.seq = changed.seq;
  }
  const view = JSON.stringify(viewOf(world));
  if (view === page.view) return;
  page.view = view;
  await stream.writeSSE({ event: 'view', data: `{"now":"${world.now()}","view":${view}}` });
}

type Signal = ReturnType<typeof createSignal>;

/** Says that something changed; a signal that is raised while nobody waits is kept for who waits next. */
function createSignal() {
  let raised = false;
  let wake = (): void => {};
  return {
    raise(): void {
      raised = true;
      wake();
    },
    /** Resolves with true when the signal is raised, or with false after so many milliseconds. */
    async raisedWithin(ms: number): Promise<boolean> {
      if (!raised)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      const wasRaised = raised;
      raised = false;
      return wasRaised;
    },
  };
}
