import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { whoIs } from '../adapters/telegram/who-is.ts';
import type { Markup } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { type SetupFaults, type SetupForm, setupPage } from '../web/setup.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { type SavedSettings, save, settingsFile } from './saved-settings.ts';

/** How long Telegram may take to tell whose a token is. */
const ASK_MS = 10_000;

export interface Setup {
  readonly page: Hono;
  /** Anybody who knows it may set the bot up, once. */
  readonly path: string;
  /** Resolves when the settings are saved. */
  readonly done: Promise<void>;
}

/** The page of the first start, under a path that nobody can guess. */
export function createSetup(config: Config): Setup {
  const path = `/siapkan/${randomBytes(16).toString('base64url')}`;
  let finish = (): void => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const hasPassword = config.WEB_PASSWORD !== undefined;

  async function apply(form: SetupForm): Promise<SetupFaults | undefined> {
    const password = hasPassword ? {} : passwordFaults(form);
    const platforms = form.token || form.whatsapp ? {} : { platform: say('setup-no-platform') };
    const token = form.token ? await tokenFault(form.token, config.TELEGRAM_API_ROOT) : undefined;
    const faults = { ...password, ...platforms, ...(token && { token }) };
    if (Object.keys(faults).length > 0) return faults;
    try {
      save(settingsFile(config.DATABASE_URL), settingsOf(form, hasPassword));
    } catch {
      return { file: say('setup-not-saved') };
    }
    finish();
    return undefined;
  }

  return { page: setupPage({ path, hasPassword, apply }), path, done };
}

const settingsOf = ({ token, whatsapp, password }: SetupForm, hasPassword: boolean): SavedSettings => ({
  ...(token && { TELEGRAM_BOT_TOKEN: token }),
  ...(whatsapp && { WHATSAPP: 'on' as const }),
  ...(!hasPassword && { WEB_PASSWORD: password }),
});

function passwordFaults({ password, repeated }: SetupForm): SetupFaults {
  if (!isValid('WEB_PASSWORD', password)) return { password: say('setup-password-length') };
  return password === repeated ? {} : { repeated: say('setup-password-differs') };
}

async function tokenFault(token: string, apiRoot: string): Promise<Markup | undefined> {
  if (!isValid('TELEGRAM_BOT_TOKEN', token)) return say('setup-token-shape');
  const who = await whoIs(token, apiRoot, ASK_MS);
  return typeof who === 'string' ? say(`setup-token-${who}`) : undefined;
}

/** Whether the configuration takes that value. */
function isValid(name: keyof SavedSettings, value: string): boolean {
  try {
    return readConfig({ [name]: value })[name] === value;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}
