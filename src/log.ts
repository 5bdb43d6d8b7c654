import pino from 'pino';

export type Log = pino.Logger;

const SECRETS = /\d{6,12}:[\w-]{30,}|\b[\w-]{4,}:\/\/[^\s/@]+@|(?<![\w.-])\+?(?:62|0)8\d{7,12}(?!\w)/g;

/** What JSON writes as one: a text, or a number as long as a phone's. */
const TOKENS = /"(?:[^"\\]|\\.)*"|\d{9,}/g;

/** Text without bot tokens, passwords in addresses and phone numbers, which libraries put into their errors. */
export const redact = (text: string): string => text.replace(SECRETS, '[disembunyikan]');

/** A line of the log without them, in whatever field or name they stand; what is not hidden stays as it is written. */
const redactLine = (line: string): string =>
  line.replace(TOKENS, (token) => {
    const text = token.startsWith('"') ? (JSON.parse(token) as string) : token;
    const shown = redact(text);
    return shown === text ? token : JSON.stringify(shown);
  });

const serializeError = (error: unknown): object =>
  error instanceof Error
    ? { type: error.name, message: error.message, stack: error.stack }
    : { message: String(error) };

/** The process's log: JSON lines on standard error; texts of people, tokens and phone numbers never reach it. */
export const createLog = (level: string, to: pino.DestinationStream = standardError()): Log =>
  pino({ level, base: null, serializers: { err: serializeError }, hooks: { streamWrite: redactLine } }, to);

const standardError = () => pino.destination({ dest: 2, sync: true });
