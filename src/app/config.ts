import { existsSync } from 'node:fs';
import { validate } from 'node-cron';
import * as z from 'zod/mini';
import type { Rate } from '../adapters/adapter.ts';
import { parseDate } from '../domain/dates.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { exitWith } from './exit.ts';

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
/** A file's name has no scheme; the letter of a disk is none. */
const DATABASE = z
  .string()
  .check(z.refine((text) => text.trim() !== '' && (isPostgres(text) || !/^[a-z][a-z\d+.-]+:/i.test(text))));
const FILLED = z.string().check(z.minLength(1));

/** Each variable: what it must be, and how that is said to whoever wrote it wrong. */
const VARIABLES = {
  TELEGRAM_BOT_TOKEN: [z.optional(matching(/^\d+:[\w-]{30,}$/)), 'a bot token as @BotFather gives it'],
  TELEGRAM_API_ROOT: [
    z._default(z.url({ protocol: /^https?$/ }), 'https://api.telegram.org'),
    'an http(s) address',
  ],
  TELEGRAM_RATE: [
    z._default(RATE, { perSecond: 30, perMinuteInGroup: 20 }),
    '"per second,per minute in a group" such as 30,20, or off',
  ],
  TELEGRAM_REACTIONS: [z._default(z.enum(['on', 'off']), 'on'), 'on or off'],
  WHATSAPP: [z._default(z.enum(['on', 'off']), 'off'), 'on or off'],
  WHATSAPP_RATE: [
    z._default(RATE, { perSecond: 1, perMinuteInGroup: 12 }),
    '"per second,per minute in a group" such as 1,12, or off',
  ],
  WHATSAPP_PHONE: [
    z.optional(matching(/^\d{8,15}$/)),
    "the bot's own number, digits only, with country code",
  ],
  WHATSAPP_WEB_SOCKET_URL: [z.optional(z.url({ protocol: /^wss?$/ })), 'a ws(s) address'],
  WHATSAPP_VERSION: [z.optional(VERSION), 'three numbers such as 2.3000.1043857760'],
  DATABASE_URL: [
    z._default(DATABASE, 'data/kopdes.sqlite'),
    'the path of a SQLite file, or postgresql://user:password@host/database',
  ],
  DEADLINE: [z.optional(DATE), 'a day as YYYY-MM-DD'],
  REMINDER_CRON: [z._default(CRON, '0 8 * * *'), 'a cron expression of five fields such as 0 8 * * *'],
  REMINDER_DAYS: [z._default(DAYS, [30, 14, 7, 3, 1, 0]), 'days before the deadline such as 30,14,7,3,1,0'],
  HTTP_HOST: [z._default(FILLED, '127.0.0.1'), 'an address to listen on'],
  HTTP_PORT: [z._default(PORT, 3000), 'a port, 0 to 65535'],
  WEB_PASSWORD: [z.optional(z.string().check(z.minLength(8))), 'at least 8 characters'],
  LOG_LEVEL: [
    z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
    'fatal, error, warn, info, debug, trace or silent',
  ],
} as const;

type Shape = { [Name in keyof typeof VARIABLES]: (typeof VARIABLES)[Name][0] };
const SHAPE = Object.fromEntries(
  Object.entries(VARIABLES).map(([name, [type]]) => [name, type]),
) as unknown as Shape;

export type Config = Readonly<z.infer<z.ZodMiniObject<Shape>>>;

/** A setting that cannot be used; its message names each one and what was expected, never the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The configuration from environment variables; an empty one counts as not set. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = z.object(SHAPE).safeParse(set);
  if (read.success) return read.data as Config;
  const names = new Set(read.error.issues.map((issue) => String(issue.path[0]) as keyof typeof VARIABLES));
  throw new ConfigError([...names].map((name) => `${name}: expected ${VARIABLES[name][1]}`).join('\n'));
}

/** For programs: the configuration from `.env` and the environment; a wrong one is named on stderr and ends the process with 2. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return exitWith(2, `${plain(say('cli-config'))}\n${error.message}`);
  }
}
