import { existsSync } from 'node:fs';
import { validate } from 'node-cron';
import * as z from 'zod/mini';
import type { Rate } from '../adapters/adapter.ts';
import { parseDate } from '../domain/dates.ts';
import { isWithinTypos } from '../domain/typos.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { serversOf } from '../store/postgres/servers.ts';
import { literal, plain } from '../text/markup.ts';
import { lines, say } from '../text/say.ts';
import { exitWith, NEEDS_OWNER } from './exit.ts';
import { readSaved, settingsFile } from './saved-settings.ts';

const matching = (pattern: RegExp) => z.string().check(z.regex(pattern));
const numbers = (text: string) => text.split(',').map(Number);

const DATE = z.pipe(
  matching(/^\d{4}-\d\d-\d\d$/),
  z.transform((text, context) => {
    const date = parseDate(text);
    if (date) return date;
    context.issues.push({ code: 'custom', message: 'no such day', input: text });
    return z.NEVER;
  }),
);

const RATE = z.union([
  z.pipe(
    z.literal('off'),
    z.transform(() => 'unlimited' as const),
  ),
  z.pipe(
    matching(/^[1-9]\d{0,3},[1-9]\d{0,3}$/),
    z.transform((text): Rate => {
      const [perSecond, perMinuteInGroup] = numbers(text) as [number, number];
      return { perSecond, perMinuteInGroup };
    }),
  ),
]);

const VERSION = z.pipe(
  matching(/^\d+([.,])\d+\1\d+$/),
  z.transform((text) => numbers(text.replaceAll('.', ',')) as [number, number, number]),
);
const DAYS = z.pipe(matching(/^\d{1,3}(,\d{1,3})*$/), z.transform(numbers));
const CRON = z.string().check(z.refine((text) => text.trim().split(/\s+/).length === 5 && validate(text)));
const PORT = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65535));
/** A file, whose name has no scheme but perhaps the letter of a disk; or servers whose addresses can be read. */
const isDatabase = (text: string): boolean =>
  isPostgres(text)
    ? serversOf(text).every((server) => URL.canParse(server))
    : text.trim() !== '' && !/^[a-z][a-z\d+.-]+:/i.test(text);
const DATABASE = z.string().check(z.refine(isDatabase));
const DEFAULT_DATABASE = 'data/kopdes.sqlite';
const FILLED = z.string().check(z.minLength(1));

/** What each variable must be; the sentence `setting-<name>` says it to the person who wrote it wrong. */
const SHAPE = {
  TELEGRAM_BOT_TOKEN: z.optional(matching(/^\d+:[\w-]{30,}$/)),
  TELEGRAM_API_ROOT: z._default(z.url({ protocol: /^https?$/ }), 'https://api.telegram.org'),
  TELEGRAM_RATE: z._default(RATE, { perSecond: 30, perMinuteInGroup: 20 }),
  TELEGRAM_REACTIONS: z._default(z.enum(['on', 'off']), 'on'),
  WHATSAPP: z._default(z.enum(['on', 'off']), 'off'),
  WHATSAPP_RATE: z._default(RATE, { perSecond: 1, perMinuteInGroup: 12 }),
  WHATSAPP_PHONE: z.optional(matching(/^\d{8,15}$/)),
  WHATSAPP_WEB_SOCKET_URL: z.optional(z.url({ protocol: /^wss?$/ })),
  WHATSAPP_VERSION: z.optional(VERSION),
  DATABASE_URL: z._default(DATABASE, DEFAULT_DATABASE),
  BACKUP_DIR: z.optional(FILLED),
  DEADLINE: z.optional(DATE),
  REMINDER_CRON: z._default(CRON, '0 8 * * *'),
  REMINDER_DAYS: z._default(DAYS, [30, 14, 7, 3, 1, 0]),
  HTTP_HOST: z._default(FILLED, '127.0.0.1'),
  HTTP_PORT: z._default(PORT, 3000),
  // A browser sends it with every request: a much longer one does not fit in what Node takes as headers.
  WEB_PASSWORD: z.optional(z.string().check(z.minLength(8), z.maxLength(200))),
  LOG_LEVEL: z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
} as const;

/** How many letters a name may be away from the setting's that is meant. */
const NEAR = 2;
type Name = keyof typeof SHAPE;
const NAMES = Object.keys(SHAPE) as readonly Name[];

export type Config = Readonly<z.infer<z.ZodMiniObject<typeof SHAPE>>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be used; its message names each one and what was expected, never the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The configuration from environment variables; an empty one counts as not set. Throws ConfigError, also for a name that is
 * nearly one of the settings: it would do nothing, and nobody would notice.
 */
export function readConfig(environment: Environment): Config {
  const set = filled(environment);
  const read = z.object(SHAPE).safeParse(set);
  const wrong = new Set((read.error?.issues ?? []).map((issue) => issue.path[0] as Name));
  const faults = [
    ...[...wrong].map((name) =>
      say('cli-setting', { name: literal(name), expected: say(`setting-${name}`) }),
    ),
    ...misspelt(set).map(([name, meant]) =>
      say('cli-setting-unknown', { name: literal(name), meant: literal(meant) }),
    ),
  ];
  if (faults.length > 0) throw new ConfigError(plain(lines(...faults)));
  return read.data as Config;
}

const filled = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));

/** Names that are nearly a setting's, which is not set itself: a letter or two away, or with a part left out. */
const misspelt = (set: Environment): readonly (readonly [name: string, meant: Name])[] =>
  Object.keys(set)
    .filter((name) => !Object.hasOwn(SHAPE, name))
    .flatMap((name) => {
      const meant = NAMES.find((known) => set[known] === undefined && isNearly(known, name));
      return meant ? [[name, meant] as const] : [];
    });

function isNearly(known: Name, name: string): boolean {
  const parts = name.split('_');
  const isPartOf = parts.length > 1 && parts.every((part) => known.split('_').includes(part));
  return isPartOf || (name.length > 2 * NEAR && isWithinTypos(known, name.toUpperCase(), NEAR));
}

/**
 * For programs: the configuration. The environment wins over `.env`, and both over what the page of the first start saved. A wrong
 * setting is named on stderr and ends the process with 2.
 */
export function loadConfig(): Config {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
  } catch {
    return exitWith(NEEDS_OWNER, plain(say('cli-env-unreadable')));
  }
  const environment = filled(process.env);
  const file = settingsFile(environment.DATABASE_URL ?? DEFAULT_DATABASE);
  try {
    return readConfig({ ...readSaved(file), ...environment });
  } catch (error) {
    if (!(error instanceof ConfigError))
      return exitWith(NEEDS_OWNER, plain(say('cli-settings-unreadable', { file: literal(file) })));
    return exitWith(NEEDS_OWNER, `${plain(say('cli-config'))}\n${error.message}`);
  }
}
