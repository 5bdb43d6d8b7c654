import { Hono } from 'hono';
import type { Config } from '../app/config.ts';
import { exitWith, FAILED, listenOrExit, NEEDS_OWNER, openOrExit } from '../app/exit.ts';
import { stopInOrder } from '../app/shutdown.ts';
import { createSupervisor } from '../app/supervisor.ts';
import { createLog } from '../log.ts';
import { holdAlone } from '../store/lock.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { createGuard, isLoopback } from '../web/guard.ts';
import { health } from '../web/health.ts';
import { isReal, SIMULATOR_FILE } from './file.ts';
import { openPlayground } from './playground.ts';
import { simulatorPage } from './web/routes.ts';

/** Runs the simulator and its page until the process is told to stop. */
export async function run(config: Config): Promise<void> {
  const { HTTP_HOST: host, HTTP_PORT: port, WEB_PASSWORD: password } = config;
  if (!isLoopback(host) && password === undefined)
    exitWith(NEEDS_OWNER, plain(say('cli-simulator-password')));
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
  const guard = createGuard({ host, password, elapsed: () => performance.now(), log });
  const site = new Hono();
  for (const path of ['/healthz', '/readyz', '/metrics'])
    site.get(path, async (context) => {
      const { store, simulator, now } = await playground.world();
      return health({ store, platforms: [simulator], clock: now }, guard).fetch(context.req.raw, context.env);
    });
  site.route('/', simulatorPage(playground, guard));
  const web = await listenOrExit(async () => site, { host, port });
  const supervisor = createSupervisor(process.env, log);
  stopInOrder(async () => {
    supervisor.stopping();
    await web.close();
    await playground.stop();
    release();
  }, log);
  supervisor.ready();
  const shown = host.includes(':') ? `[${host}]` : host;
  process.stdout.write(
    `${plain(say('cli-simulator', { address: literal(`http://${shown}:${web.port}`) }))}\n`,
  );
}
