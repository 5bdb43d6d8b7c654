import { decide, type Sender, type Verdict } from '../../src/features/reports/decide.ts';
import { interpret } from '../../src/interpret/interpret.ts';
import { type Reading, read } from '../../src/interpret/reading.ts';
import type { Message, Village } from '../../src/interpret/types.ts';

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

/** A message and who sent it. */
export interface Sent extends Message {
  readonly sender: Sender;
}

type More = Partial<Omit<Sent, 'own'>>;

/** An addressed message of the head of Petani, unless told otherwise. */
export const message = (text: string, more: More = {}): Sent => {
  const sender = more.sender ?? { role: 'kades', villages: ['Petani'] };
  return { text, mode: 'addressed', villages: VILLAGES, ...more, sender, own: sender.villages };
};

export const overheard = (text: string, more: More = {}): Sent =>
  message(text, { mode: 'overheard', ...more });
export const fromCamat = (text: string): Sent => message(text, { sender: { role: 'camat', villages: [] } });

/** What becomes of a message: its meaning, and who may say so. */
export const verdictOn = (sent: Sent): Verdict => decide(interpret(sent), sent.sender);
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

export const answer = (text: string, more: More = {}): string => inShort(verdictOn(message(text, more)));
