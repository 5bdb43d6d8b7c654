import { PASSED_ON_LINES } from '../words/cues/passed-on.ts';
import { linesIn } from '../words/tables.ts';
import { COMMAND } from './normalise.ts';

const beginnings = linesIn(PASSED_ON_LINES);

const DATE = /(?:\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2} \p{L}{3,9} \d{4})/u.source;
const TIME = /\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[ap]m)?/u.source;
const WHEN = `(?:${DATE},? ${TIME}|${TIME},? ${DATE})`;
const WHO = '[^:\\n]{1,80}';

/** How WhatsApp and Telegram copy messages: each begins with its time and its sender. */
const COPIED = new RegExp(
  [
    `^\\[${WHEN}\\] ?${WHO}:`, // [26/11/26, 10.00.12] Pak Budi: …
    `^${WHEN} - ${WHO}:`, // 26/11/26 10.00 - Pak Budi: …
    `^[^\\[\\n]{1,80}, ?\\[${WHEN}\\]:?$`, // Budi, [26.11.2026 10:00]
  ].join('|'),
  'u',
);
const QUOTED = /^(?:["“”„«][^"“”„«»]+["“”»]|[‘'][^‘’'\n]+[’'])[.!]?$/u;

/** "> kantor sudah" over an answer; where all lines begin so, it is a list. */
const quotesPart = (lines: readonly string[]): boolean =>
  lines.some((line) => line.startsWith('>')) && !lines.every((line) => line.startsWith('>'));

/** Whether a text is wholly in quotation marks, or holds messages that were copied from a chat with their senders, or quoted. */
export const isOthersWords = (text: string, normalised: string): boolean => {
  const lines = normalised.split('\n').flatMap((line) => line.trim() || []);
  return (
    QUOTED.test(text.replace(COMMAND, '').trim()) ||
    lines.some((line) => COPIED.test(line) || beginnings.some((one) => line.startsWith(one))) ||
    quotesPart(lines)
  );
};
