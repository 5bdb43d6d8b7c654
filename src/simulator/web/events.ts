import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Playground } from '../playground.ts';
import { messageView, viewOf } from '../view.ts';
import type { World } from '../world.ts';

/** Shorter than the silence after which proxies hang up. */
const HEARTBEAT_MS = 20_000;

export interface EventStreams {
  /** A page's stream of what changes. */
  readonly stream: (context: Context) => Response;
  /** Has every page look again. */
  readonly refreshAll: () => void;
}

/**
 * What changes, as server-sent events: `message`s in the order of their numbers, so that a page which lost its
 * connection goes on where it was, and the `view` beside them whenever it differs. `restarted`: all of it is another's.
 */
export function createEventStreams(playground: Playground): EventStreams {
  const wakes = new Set<() => void>();
  const wake = (): void => {
    for (const each of wakes) each();
  };
  playground.onWorld((world) => {
    wake();
    world.transcript.onChange(wake);
  });

  async function run(stream: SSEStreamingApi, known: string | undefined, since: number): Promise<void> {
    const world = await playground.world();
    const page = { stream, world, seq: since, shown: '' };
    let changed = true;
    let rouse = (): void => {};
    const look = (): void => {
      changed = true;
      rouse();
    };
    wakes.add(look);
    stream.onAbort(look);
    try {
      while (!stream.aborted) {
        changed = false;
        if (world.id !== known || (await playground.world()) !== world)
          return await stream.writeSSE({ event: 'restarted', data: '' });
        await tell(page).catch((error) => {
          if (!world.stopped()) throw error;
        });
        if (changed) continue;
        const quiet = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(resolve, HEARTBEAT_MS, true);
          rouse = () => {
            clearTimeout(timer);
            resolve(false);
          };
        });
        if (quiet) await stream.writeSSE({ event: 'alive', data: '' });
      }
    } finally {
      wakes.delete(look);
    }
  }

  return {
    refreshAll: wake,
    stream(context) {
      const since = context.req.header('last-event-id') ?? context.req.query('since');
      return streamSSE(context, (stream) => run(stream, context.req.query('world'), Number(since) || 0));
    },
  };
}

async function tell(page: { stream: SSEStreamingApi; world: World; seq: number; shown: string }) {
  const { stream, world } = page;
  for (const each of world.transcript.changedSince(page.seq).toSorted((a, b) => a.seq - b.seq)) {
    const data = JSON.stringify(messageView(each));
    await stream.writeSSE({ event: 'message', id: `${each.seq}`, data });
    page.seq = each.seq;
  }
  const view = JSON.stringify(viewOf(world));
  if (view === page.shown) return;
  page.shown = view;
  await stream.writeSSE({ event: 'view', data: `{"now":"${world.now()}","view":${view}}` });
}
