import { validate } from 'node-cron';
import * as z from 'zod';
import { parseDate } from './dates.ts';
import type { Pace } from './platform/platform.ts';

const DATE = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .transform((text, context) => {
    const date = parseDate(text);
    if (date) return date;
    context.addIssue({ code: 'custom', message: 'no such day' });
    return z.NEVER;
  });

const RATE = z.union([
  z.literal('off').transform(() => 'unlimited' as const),
  z
    .string()
    .regex(/^[1-9]\d{0,3},[1-9]\d{0,3}$/)
    .transform((text): Pace => {
      const [perSecond, perMinuteInGroup] = text.split(',').map(Number) as [number, number];
      return { perSecond, perMinuteInGroup };
    }),
]);

const VERSION = z
  .string()
  .regex(/^\d+([.,])\d+\1\d+$/)
  .transform((text) => text.split(/[.,]/).map(Number) as [number, number, number]);

const DAYS = z
  .string()
  .regex(/^\d{1,3}(,\d{1,3})*$/)
  .transform((text) => text.split(',').map(Number));

const isCron = (text: string): boolean => text.trim().split(/\s+/).length === 5 && validate(text);

/** Each variable: what it must be, and how that is said to whoever wrote it wrong. */
const VARIABLES = {
  TELEGRAM_BOT_TOKEN: [
    z
      .string()
      .regex(/^\d+:[\w-]{30,}$/)
      .optional(),
    'a bot token as @BotFather gives it',
  ],
  TELEGRAM_API_ROOT: [
    z.url({ protocol: /^https?$/ }).default('https://api.telegram.org'),
    'an http(s) address',
  ],
  TELEGRAM_RATE: [
    RATE.default({ perSecond: 30, perMinuteInGroup: 20 }),
    '"per second,per minute in a group" such as 30,20, or off',
  ],
  WHATSAPP: [z.enum(['on', 'off']).default('off'), 'on or off'],
  WHATSAPP_RATE: [
    RATE.default({ perSecond: 1, perMinuteInGroup: 12 }),
    '"per second,per minute in a group" such as 1,12, or off',
  ],
  WHATSAPP_PHONE: [
    z
      .string()
      .regex(/^\d{8,15}$/)
      .optional(),
    "the bot's own number, digits only, with country code",
  ],
  WHATSAPP_WEB_SOCKET_URL: [z.url({ protocol: /^wss?$/ }).optional(), 'a ws(s) address'],
  WHATSAPP_VERSION: [VERSION.optional(), 'three numbers such as 2.3000.1043857760'],
  DATABASE_URL: [z.string().min(1).default('data/kopdes.sqlite'), 'the path of a SQLite file'],
  DEADLINE: [DATE.optional(), 'a day as YYYY-MM-DD'],
  REMINDER_CRON: [
    z.string().refine(isCron).default('0 8 * * *'),
    'a cron expression of five fields such as 0 8 * * *',
  ],
  REMINDER_DAYS: [DAYS.default([30, 14, 7, 3, 1, 0]), 'days before the deadline such as 30,14,7,3,1,0'],
  HTTP_HOST: [z.string().min(1).default('127.0.0.1'), 'an address to listen on'],
  HTTP_PORT: [z.coerce.number().int().min(0).max(65535).default(3000), 'a port, 0 to 65535'],
  WEB_PASSWORD: [z.string().min(8).optional(), 'at least 8 characters'],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'fatal, error, warn, info, debug, trace or silent',
  ],
} as const;

type Shape = { [Name in keyof typeof VARIABLES]: (typeof VARIABLES)[Name][0] };
const SHAPE = Object.fromEntries(
  Object.entries(VARIABLES).map(([name, [type]]) => [name, type]),
) as unknown as Shape;

export type Config = Readonly<z.infer<z.ZodObject<Shape>>>;

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
