import pino from 'pino';

export type Log = pino.Logger;

const SECRETS = /\d{6,12}:[\w-]{30,}|\b[\w-]{4,}:\/\/[^\s/@]+@|(?<![\w.-])\+?(?:62|0)8\d{7,12}(?!\w)/g;

/** Text without bot tokens, passwords in addresses and phone numbers, which libraries put into their errors. */
export const redact = (text: string): string => text.replace(SECRETS, '[disembunyikan]');

const serializeError = (error: unknown): object =>
  error instanceof Error
    ? { type: error.name, message: error.message, stack: error.stack }
    : { message: String(error) };

/** The process's log: JSON lines on standard error; texts of people, tokens and phone numbers never reach it. */
export const createLog = (level: string, to: pino.DestinationStream = standardError()): Log =>
  pino({ level, base: null, serializers: { err: serializeError }, hooks: { streamWrite: redact } }, to);

const standardError = () => pino.destination({ dest: 2, sync: true });
