import pino from 'pino';

export type Log = pino.Logger;

/** Bot tokens, credentials in URLs, Indonesian phone numbers, and those of any country in an address of WhatsApp. */
const SECRETS = new RegExp(
  [
    String.raw`\d{6,12}:[\w-]{30,}`,
    // A password may hold an @ or a slash that nobody encoded.
    String.raw`\b[\w-]{4,}:\/\/(?:[^\s/:@]+:\S+|[^\s/@]+)@`,
    String.raw`(?<=[?&;]\w{0,20}(?:pass|token|secret)\w{0,20}=)[^\s&;"']+`,
    String.raw`(?<![\da-z])\+?(?:62|0)8\d{7,12}(?![\da-z])`,
    String.raw`\d{6,15}(?=(?:[:_]\d{1,3}){0,2}@(?:s\.whatsapp\.net|c\.us))`,
  ].join('|'),
  'gi',
);

/** The tokens of JSON that can hold a secret: a string or a number. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Removes bot tokens, passwords in URLs and phone numbers, which libraries put into their errors. */
export const redact = (text: string): string => text.replace(SECRETS, '[disembunyikan]');

/** Redacts every string, field name and long number of a log line; every other token stays as it is written. */
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

/** Where an error came up, without its message: that may quote what somebody wrote. */
export const placeOf = (error: unknown): object =>
  error instanceof Error
    ? { type: error.name, at: error.stack?.replace(error.message, '').match(/(?<=^ {4}at ).+/gm) }
    : { type: typeof error };

/** The process's log: JSON lines on standard error. Messages of people, tokens and phone numbers never reach it. */
export const createLog = (level: string, to: pino.DestinationStream = standardError()): Log =>
  pino({ level, base: null, serializers: { err: serializeError }, hooks: { streamWrite: redactLine } }, to);

/** Lines that a full disk does not take wait within this, in UTF-16 units; further ones are dropped. */
const MOST_UNWRITTEN = 1_000_000;

/** Standard error. A log that cannot be written ends nothing: people are answered all the same. */
function standardError(): pino.DestinationStream {
  const to = pino.destination({ dest: 2, sync: true, maxLength: MOST_UNWRITTEN });
  to.on('error', () => {});
  return to;
}
