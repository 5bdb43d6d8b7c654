import { interpret } from '../../src/interpret/interpret.ts';
import { type Reading, read } from '../../src/interpret/reading.ts';
import type { Message, Verdict, Village } from '../../src/interpret/verdict.ts';

/** The villages of the tests; a code is the name. */
export const VILLAGES: readonly Village[] = [
  ...[
    'Petani',
    'Air Kulim',
    'Buluh Manis',
    'Bumbung',
    'Pamesi',
    'Kesumbo Ampai',
    'Bathin Sobanga',
    'Sebangar',
  ],
  ...['Boncah Mahang', 'Balai Makam', 'Tambusai Batang Dui', 'Simpang Padang', 'Pematang Obo'],
].map((name) => ({ code: name, name }));

/** An addressed message of the head of Petani, unless told otherwise. */
export const message = (text: string, more: Partial<Message> = {}): Message => ({
  text,
  mode: 'addressed',
  sender: { role: 'kades', villages: ['Petani'] },
  villages: VILLAGES,
  ...more,
});

export const overheard = (text: string, more: Partial<Message> = {}): Message =>
  message(text, { mode: 'overheard', ...more });
export const fromCamat = (text: string): Message =>
  message(text, { sender: { role: 'camat', villages: [] } });
export const reading = (text: string): Reading => read(message(text));

/** A verdict in one line: the rows of a report in the order of the units, or its kind. */
export const inShort = (verdict: Verdict): string => {
  if (verdict.kind === 'report') {
    return verdict.reports
      .map(({ village, unit, status }) => `${village === 'Petani' ? '' : `${village}/`}${unit}=${status}`)
      .sort()
      .join(' ');
  }
  if (verdict.kind === 'refuse') return `refuse ${verdict.village}`;
  return verdict.kind === 'ask' ? `ask ${verdict.reason.kind}` : verdict.kind;
};

export const answer = (text: string, more: Partial<Message> = {}): string =>
  inShort(interpret(message(text, more)));
