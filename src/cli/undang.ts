import { createTelegram } from '../adapters/telegram/telegram.ts';
import { type Config, loadConfig } from '../app/config.ts';
import { openShared } from '../app/database.ts';
import { findDistricts } from '../domain/areas.ts';
import { systemClock } from '../domain/clock.ts';
import { invite } from '../features/members/invitations.ts';
import { createLog } from '../log.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { upperRoleName } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import { type AreaArgument, resolveAreaArgument } from './shared/area-argument.ts';

/** How long to wait for Telegram to tell the bot's name. */
const NAME_TIMEOUT_MS = 10_000;

/**
 * Prints a code that opens a kecamatan, with a text to pass on; or a kabupaten, a province or the nation, whose role may stand behind
 * the name.
 */
export async function run(args: readonly string[]): Promise<void> {
  const config = loadConfig();
  const { area, role } = resolveAreaArgument(args);
  const store = openShared(config);
  const code = store.transaction((tx) => invite(tx, area.code, systemClock(), { role }));
  store.close();
  const bot = config.TELEGRAM_BOT_TOKEN ? await nameOfBot(config.TELEGRAM_BOT_TOKEN, config) : undefined;

  const link = bot?.username && `https://t.me/${bot.username}?startgroup=${code}`;
  process.stdout.write(`${plain(say('cli-code', { code: literal(code) }))}\n`);
  if (link) process.stdout.write(`${plain(say('cli-link', { link: literal(link) }))}\n`);
  process.stdout.write(`\n${plain(invitation({ area, role }, code))}\n`);
  if (link) process.stdout.write(`${plain(say('cli-invitation-link', { link: literal(link) }))}\n`);
  if (bot?.unknown) process.stderr.write(`\n${plain(say(bot.unknown))}\n`);
  process.exit(0);
}

function invitation({ area, role }: AreaArgument, code: string): Markup {
  const [found] = findDistricts(area.code);
  if (!found) {
    const names = { area: literal(area.name), role: upperRoleName(role!), code: literal(code) };
    return say('cli-invitation-above', names);
  }
  const names = { district: literal(found.name), regency: literal(found.regency) };
  return say('cli-invitation', { ...names, code: literal(code) });
}

type NameOfBot =
  | { readonly username: string; readonly unknown?: never }
  | { readonly username?: never; readonly unknown: 'cli-no-link' | 'cli-no-link-token' };

/** The bot's user name, or why it is not known. */
function nameOfBot(token: string, { TELEGRAM_API_ROOT: apiRoot }: Config): Promise<NameOfBot> {
  const telegram = createTelegram({
    token,
    apiRoot,
    pace: 'unlimited',
    commands: [],
    clock: systemClock,
    log: createLog('silent'),
  });
  const timeout = new Promise<NameOfBot>((resolve) =>
    setTimeout(resolve, NAME_TIMEOUT_MS, { unknown: 'cli-no-link' }).unref(),
  );
  // It asks until Telegram answers, and fails only where that does not know the token.
  const asked = telegram.identity().catch((): NameOfBot => ({ unknown: 'cli-no-link-token' }));
  return Promise.race([asked, timeout]);
}
