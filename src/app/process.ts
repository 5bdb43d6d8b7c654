import { commands } from '../../commands/index.ts';
import type { ChatAdapter } from '../adapters/adapter.ts';
import { createTelegram } from '../adapters/telegram/telegram.ts';
import { systemClock } from '../domain/clock.ts';
import { createLog, type Log } from '../log.ts';
import { openToOthers } from '../store/files.ts';
import { inspect } from '../store/inspection.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { takeTenure } from '../store/tenure.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { type App, createApp } from './app.ts';
import type { Config } from './config.ts';
import { exitWith, exitWithoutDatabase, listenOrExit } from './exit.ts';
import { stopInOrder } from './shutdown.ts';

/** The bot on the platforms that are configured. */
export async function run(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL);
  const clock = systemClock;
  const url = config.DATABASE_URL;
  const standBy = () => log.info('standing by: another process serves this database');
  const { store, release } =
    (await takeTenure(url, standBy).catch((error) => exitWithoutDatabase(url, error))) ??
    exitWith(1, plain(say('cli-database-twice', { file: literal(url) })));
  void store.lost.then((error) => {
    // Nothing can be recorded any more, and another process may serve the database: as if it was killed.
    log.fatal({ err: error }, 'the connection to the database is lost');
    process.exit(1);
  });
  store.unusedSpace.clean(true);
  const isFile = !isPostgres(url);
  for (const open of isFile ? openToOthers(url, '.env') : [])
    log.warn({ file: open }, 'others on this machine may read this file: chmod 600 keeps them out');
  const telegram = config.TELEGRAM_BOT_TOKEN
    ? telegramFor(config, config.TELEGRAM_BOT_TOKEN, log)
    : undefined;
  // What speaks WhatsApp takes as much memory as all the rest: it is loaded when it is on.
  const whatsapp =
    config.WHATSAPP === 'on'
      ? (await import('./whatsapp.ts')).whatsappFor(config, store, clock, log)
      : undefined;
  const platforms: ChatAdapter[] = [telegram, whatsapp?.platform].filter(
    (platform) => platform !== undefined,
  );
  // Known once the platform is reached.
  let username: string | undefined;
  const app: App = createApp({
    store,
    platforms,
    commands,
    settings: {
      deadline: config.DEADLINE,
      reminderDays: config.REMINDER_DAYS,
      reminderCron: config.REMINDER_CRON,
      groupLink: (code) => username && `https://t.me/${username}?startgroup=${code}`,
    },
    clock,
    log,
  });
  const { HTTP_HOST: host, HTTP_PORT: port, WEB_PASSWORD: password } = config;
  const site = async () => {
    const { createGuard } = await import('../web/guard.ts');
    const { health } = await import('../web/health.ts');
    const guard = createGuard({ host, password, elapsed: () => performance.now(), log });
    const pages = health(store, platforms, clock, guard);
    return whatsapp ? pages.route('/', whatsapp.page(guard)) : pages;
  };
  const web = await listenOrExit(site, { host, port });
  const fail = stopInOrder(async () => {
    await app.stop();
    await web.close();
    store.close();
    release();
  }, log);

  void telegram?.failed.then(fail);
  whatsapp?.watch(app, password === undefined ? undefined : `http://${host}:${web.port}/whatsapp`);
  try {
    await app.start();
    const me = await telegram?.identity();
    username = me?.username;
    log.info({ ...(me && { bot: `@${me.username}`, privacyMode: !me.seesAll }), http: web.port }, 'ready');
    if (isFile) void inspect(store, url, log);
  } catch (error) {
    fail(error as Error);
  }
}

const telegramFor = (config: Config, token: string, log: Log) =>
  createTelegram({
    token,
    apiRoot: config.TELEGRAM_API_ROOT,
    pace: config.TELEGRAM_RATE,
    reactions: config.TELEGRAM_REACTIONS === 'on',
    commands: commands.flatMap(({ name, menu }) =>
      menu === 'none' ? [] : [{ name, description: plain(say(`menu-${name}` as 'menu-lapor')), where: menu }],
    ),
    clock: systemClock,
    log,
  });
