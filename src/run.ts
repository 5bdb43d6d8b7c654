import { commands } from '../commands/index.ts';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { plain } from './content.ts';
import { listenOrExit, openOrExit, stopInOrder } from './lifecycle.ts';
import { createLog } from './log.ts';
import { createTelegram } from './platform/telegram.ts';
import { openStore } from './store/store.ts';
import { say } from './text.ts';
import { health } from './web/health.ts';

/** The bot on the platforms that are configured. */
export async function run(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL);
  const clock = systemClock;
  const store = openOrExit(config.DATABASE_URL, () => openStore(config.DATABASE_URL));
  const telegram = createTelegram({
    token: config.TELEGRAM_BOT_TOKEN!,
    apiRoot: config.TELEGRAM_API_ROOT,
    pace: config.TELEGRAM_RATE,
    commands: commands.flatMap(({ name, menu }) =>
      menu === 'none' ? [] : [{ name, description: plain(say(`menu-${name}` as 'menu-lapor')), where: menu }],
    ),
    clock,
    log,
  });
  const platforms = [telegram];
  const app = createApp({
    store,
    platforms,
    commands,
    settings: {
      deadline: config.DEADLINE,
      reminderDays: config.REMINDER_DAYS,
      reminderCron: config.REMINDER_CRON,
    },
    clock,
    log,
  });
  const guarded = { host: config.HTTP_HOST, port: config.HTTP_PORT, password: config.WEB_PASSWORD };
  const web = await listenOrExit(health(store, platforms, clock, guarded), guarded);
  const fail = stopInOrder(async () => {
    await app.stop();
    await web.close();
    store.close();
  }, log);

  void telegram.failed.then(fail);
  try {
    await app.start();
    const { username, seesAll } = await telegram.identity();
    log.info({ bot: `@${username}`, privacyMode: !seesAll, http: web.port }, 'ready');
  } catch (error) {
    fail(error as Error);
  }
}
