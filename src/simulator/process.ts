import { Hono } from 'hono';
import type { Config } from '../app/config.ts';
import { exitWith, FAILED, listenOrExit, NEEDS_OWNER, openOrExit } from '../app/exit.ts';
import { guardOf } from '../app/guard.ts';
import { stopInOrder } from '../app/shutdown.ts';
import { createSupervisor } from '../app/supervisor.ts';
import { createLog } from '../log.ts';
import { holdAlone } from '../store/lock.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { isLoopback } from '../web/guard.ts';
import { health } from '../web/health.ts';
import type { WebServer } from '../web/server.ts';
import { startingPage } from '../web/setup.ts';
import { site } from '../web/site.ts';
import { isReal, SIMULATOR_FILE } from './file.ts';
import { openPlayground } from './playground.ts';
import { simulatorPage } from './web/routes.ts';

/** What the simulator shows beside itself until the bot is set up. */
interface Setup {
  readonly page: Hono;
  readonly path: string;
}

interface Running {
  /** Ends the simulator, and leaves its server to another program of this process. */
  handOver(): Promise<WebServer>;
}

/** Runs the simulator and its page until the process is told to stop. */
export async function run(config: Config, setup?: Setup): Promise<Running> {
  const { HTTP_HOST: host, HTTP_PORT: port, WEB_PASSWORD: password } = config;
  const isShown = isLoopback(host) || password !== undefined;
  if (!isShown && !setup) exitWith(NEEDS_OWNER, plain(say('cli-simulator-password')));
  // The terminal shows the page's address only, unless LOG_LEVEL asks for more.
  const log = createLog(config.LOG_LEVEL === 'info' ? 'error' : config.LOG_LEVEL);
  const release =
    openOrExit(SIMULATOR_FILE, () => holdAlone(SIMULATOR_FILE)) ??
    exitWith(FAILED, plain(say('cli-simulator-twice')));
  if (openOrExit(SIMULATOR_FILE, () => isReal(SIMULATOR_FILE)))
    exitWith(FAILED, plain(say('cli-simulator-real', { file: literal(SIMULATOR_FILE) })));
  const settings = {
    deadline: config.DEADLINE,
    reminderDays: config.REMINDER_DAYS,
    reminderCron: config.REMINDER_CRON,
  };
  const playground = openOrExit(SIMULATOR_FILE, () =>
    openPlayground({ file: SIMULATOR_FILE, settings, log }),
  );
  const guard = guardOf(config, log);
  const figures = new Hono();
  for (const path of ['/healthz', '/readyz', '/metrics'])
    figures.get(path, async (context) => {
      const { store, simulator, now } = await playground.world();
      return health({ store, platforms: [simulator], clock: now }, guard).fetch(context.req.raw, context.env);
    });
  const pages = [figures, ...(setup ? [setup.page] : []), simulatorPage(playground, guard)];
  const web = await listenOrExit(async () => site(pages, log), { host, port });
  const supervisor = createSupervisor(process.env, log);
  const shutdown = stopInOrder(async () => {
    supervisor.stopping();
    await web.close();
    await playground.stop();
    release();
  }, log);
  supervisor.ready();
  const address = addressOf(host, web.port);
  const isLocked = password !== undefined;
  if (isShown) print(say(isLocked ? 'cli-simulator-locked' : 'cli-simulator', { address: literal(address) }));
  if (setup) print(say('cli-setup', { address: literal(`${address}${setup.path}`) }));
  return {
    async handOver() {
      shutdown.leave();
      web.serve(async () => site([startingPage()], log));
      await playground.stop();
      release();
      print(say('cli-setup-done', { address: literal(address) }));
      return web;
    },
  };
}

/** What to type into a browser on this machine. */
function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const print = (text: Markup): unknown => process.stdout.write(`${plain(text)}\n`);
