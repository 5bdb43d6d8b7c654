import { createTelegram } from '../adapters/telegram/telegram.ts';
import { type Config, loadConfig } from '../app/config.ts';
import { openOrExit } from '../app/exit.ts';
import { systemClock } from '../domain/clock.ts';
import { invite } from '../features/members/invitations.ts';
import { createLog } from '../log.ts';
import { openStore } from '../store/store.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { resolveDistrictArgument } from './shared/district-argument.ts';

/** How long to wait for Telegram to tell the bot's name. */
const NAME_TIMEOUT_MS = 10_000;

/** Prints a code that opens a kecamatan, with a text to pass on. */
export async function run(args: readonly string[]): Promise<void> {
  const config = loadConfig();
  const district = resolveDistrictArgument('undang', args);
  const store = openOrExit(config.DATABASE_URL, () => openStore(config.DATABASE_URL));
  const code = store.transaction((tx) => invite(tx, district.code, systemClock()));
  store.close();
  const username = await botName(config);

  const names = { district: literal(district.name), regency: literal(district.regency) };
  const link = username && `https://t.me/${username}?startgroup=${code}`;
  process.stdout.write(`${plain(say('cli-code', { code: literal(code) }))}\n`);
  if (link) process.stdout.write(`${plain(say('cli-link', { link: literal(link) }))}\n`);
  process.stdout.write(`\n${plain(say('cli-invitation', { ...names, code: literal(code) }))}\n`);
  if (link) process.stdout.write(`${plain(say('cli-invitation-link', { link: literal(link) }))}\n`);
  process.exit(0);
}

async function botName(config: Config): Promise<string | undefined> {
  if (!config.TELEGRAM_BOT_TOKEN) return undefined;
  const telegram = createTelegram({
    token: config.TELEGRAM_BOT_TOKEN,
    apiRoot: config.TELEGRAM_API_ROOT,
    pace: 'unlimited',
    commands: [],
    clock: systemClock,
    log: createLog('silent'),
  });
  const timeout = new Promise<undefined>((resolve) =>
    setTimeout(resolve, NAME_TIMEOUT_MS, undefined).unref(),
  );
  return Promise.race([
    telegram.identity().then(
      (me) => me.username,
      () => undefined,
    ),
    timeout,
  ]);
}
