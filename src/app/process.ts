import { commands } from '../../commands/index.ts';
import type { ChatAdapter } from '../adapters/adapter.ts';
import { createTelegram } from '../adapters/telegram/telegram.ts';
import { systemClock } from '../domain/clock.ts';
import { groupLink, type Ways } from '../features/members/letter.ts';
import { createLog, type Log } from '../log.ts';
import { isLarge } from '../store/files.ts';
import { inspect } from '../store/inspection.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import type { Store } from '../store/store.ts';
import { writeBackBeside } from '../store/write-back-thread.ts';
import { literal, plain } from '../text/markup.ts';
import { PLATFORMS } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import type { WebServer } from '../web/server.ts';
import { createApp } from './app.ts';
import { type Backups, createBackups, lastOfServer } from './backups.ts';
import type { Config } from './config.ts';
import { backupFolder, openAlone, warnOfOpenFiles } from './database.ts';
import { FAILED, listenOrExit } from './exit.ts';
import { numberFor } from './number-for.ts';
import type { OperatorOptions } from './operator.ts';
import { stopInOrder } from './shutdown.ts';
import { createSupervisor } from './supervisor.ts';
import type { WhatsAppPart } from './whatsapp.ts';

/** A platform that was not reached by then is named on stderr. */
const UNREACHED_MS = 10_000;
/** What a platform says of itself until it is reached; anything else is said by its own page and log. */
const UNREACHED: ReadonlySet<string | undefined> = new Set([undefined, 'connecting', 'waiting']);
const CLOCK = systemClock;

/** The bot on the platforms that are configured. `taken`: the server that another program of this process leaves to it. */
export async function run(config: Config, taken?: WebServer): Promise<void> {
  const log = createLog(config.LOG_LEVEL);
  const { DATABASE_URL: url, HTTP_HOST: host, HTTP_PORT: port } = config;
  const supervisor = createSupervisor(process.env, log);
  const standBy = () => {
    supervisor.ready();
    log.info('standing by: another process serves this database');
  };
  const { store, close: closeDatabase } = await openAlone(config, standBy);
  endWhenLost(store, log);
  store.unusedSpace.clean(true);
  const isFile = !isPostgres(url);
  const endWritingBack = isFile && isLarge(url) ? writeBackBeside(store, url, log) : undefined;
  if (isFile) warnOfOpenFiles(url, log);
  const platforms = await platformsFor(config, store, log);
  // Known once the platform is reached.
  let username: string | undefined;
  const ways: Ways = {
    ...(platforms.telegram && {
      groupAccount: () => username && `@${username}`,
      groupLink: (code) => username && groupLink(username, code),
    }),
    ...(platforms.whatsapp && { groupNumber: (area) => numberFor(store.whatsapp.numbers, area) }),
  };
  const app = createApp({
    store,
    platforms: platforms.all,
    commands,
    settings: { ...settingsOf(config), ...ways },
    clock: CLOCK,
    log,
  });
  // PostgreSQL is backed up by its own tools.
  const backups = isFile
    ? createBackups({ file: url, folder: backupFolder(config), store, clock: CLOCK, log })
    : undefined;
  const pages = pagesOf(config, { store, platforms, app, backups, ways, log });
  const web = taken ?? (await listenOrExit(pages, { host, port }));
  taken?.serve(pages);
  const { fail } = stopInOrder(async () => {
    supervisor.stopping();
    backups?.stop();
    await app.stop();
    await web.close();
    await endWritingBack?.();
    closeDatabase();
  }, log);

  void platforms.telegram?.failed.then(fail);
  platforms.whatsapp?.watch(
    app,
    config.WEB_PASSWORD && `http://${host}:${web.port}/whatsapp`,
    process.stdout,
  );
  backups?.start();
  supervisor.ready();
  nameUnreached(platforms.all);
  try {
    await app.start();
    const me = await platforms.telegram?.identity();
    username = me?.username;
    log.info({ ...(me && { bot: `@${me.username}`, privacyMode: !me.seesAll }), http: web.port }, 'ready');
    if (isFile) void inspect(store, url, log);
  } catch (error) {
    fail(error as Error);
  }
}

interface Platforms {
  readonly telegram: ReturnType<typeof createTelegram> | undefined;
  readonly whatsapp: WhatsAppPart | undefined;
  readonly all: readonly ChatAdapter[];
}

async function platformsFor(config: Config, store: Store, log: Log): Promise<Platforms> {
  const { TELEGRAM_BOT_TOKEN: token, WHATSAPP } = config;
  const telegram = token ? telegramFor(config, token, log) : undefined;
  // What speaks WhatsApp takes as much memory as all the rest: it is loaded when it is on.
  const whatsapp =
    WHATSAPP === 'on' ? (await import('./whatsapp.ts')).whatsappFor(config, store, CLOCK, log) : undefined;
  const all = [telegram, whatsapp?.platform].filter((platform) => platform !== undefined);
  return { telegram, whatsapp, all };
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
    clock: CLOCK,
    log,
  });

const settingsOf = ({ DEADLINE, REMINDER_DAYS, REMINDER_CRON }: Config) => ({
  deadline: DEADLINE,
  reminderDays: REMINDER_DAYS,
  reminderCron: REMINDER_CRON,
});

/** Without its connection nothing can be recorded, and another process may serve the database: it ends as if it was killed. */
function endWhenLost(store: Store, log: Log): void {
  void store.lost.then((error) => {
    log.fatal({ err: error }, 'the connection to the database is lost');
    process.exit(FAILED);
  });
}

interface SiteParts extends Pick<OperatorOptions, 'store' | 'app' | 'ways'> {
  readonly platforms: Platforms;
  readonly backups: Backups | undefined;
  readonly log: Log;
}

/** The pages, which are loaded with the first request. */
const pagesOf = (config: Config, parts: SiteParts) => async () => {
  const { store, platforms, backups, log } = parts;
  const { guardOf } = await import('./guard.ts');
  const { health } = await import('../web/health.ts');
  const { operatorPage } = await import('../web/operator.ts');
  const { site } = await import('../web/site.ts');
  const { createOperator } = await import('./operator.ts');
  const guard = guardOf(config, log);
  const watched = {
    store,
    platforms: platforms.all,
    clock: CLOCK,
    lastBackup: backups?.lastAt ?? lastOfServer(config.BACKUP_DIR),
  };
  const { telegram, whatsapp } = platforms;
  const operator = createOperator({ ...parts, telegram, whatsapp: whatsapp?.platform, clock: CLOCK });
  const pages = [health(watched, guard), operatorPage(operator, guard)];
  return site(whatsapp ? [...pages, whatsapp.page(guard)] : pages, log);
};

/** Says once which platforms are still out of reach: the log says it again and again, and to machines. */
function nameUnreached(platforms: readonly ChatAdapter[]): void {
  setTimeout(() => {
    for (const { name, lastContact, trouble } of platforms)
      if (lastContact() === undefined && UNREACHED.has(trouble?.()))
        process.stderr.write(`${plain(say('cli-unreached', { platform: literal(PLATFORMS[name]) }))}\n`);
  }, UNREACHED_MS).unref();
}
