import type { VillageCode } from './ids.ts';
import { numberOf, STATUS_LETTERS, STATUSES, type Status, type Unit, unitNumbered } from './units.ts';

// The grammar of the buttons about one village. Buttons live on in old messages, so what was ever encoded stays decodable:
//   /lapor 14.03.16.2001           show its checklist
//   /lapor 14.03.16.2001 p         show its checklist; each tap on it then says `proses`
//   /lapor 14.03.16.2001 1b 4bx    record `berdiri` for unit 1, and lower unit 4 from `berdiri` to `belum`
//   /lapor 14.03.16.2001 tetap     lower nothing

/** A unit and its status; `from` is the status that the sender agreed to lower. */
export interface UnitReport {
  readonly unit: Unit;
  readonly status: Status;
  readonly from?: Status;
}

/** What a button asks for. */
export type ReportCommand =
  | { readonly kind: 'report'; readonly rows: readonly UnitReport[] }
  | { readonly kind: 'checklist'; readonly picked?: Status }
  | { readonly kind: 'keep' };

const KEEP = 'tetap';

/** The words behind `/lapor` that show the checklist of a village; `picked` is what each tap on it says. */
const checklistWords = (village: VillageCode, picked?: Status): string =>
  picked ? `${village} ${STATUS_LETTERS[picked]}` : village;

/** The command that shows the checklist of a village. */
export const encodeChecklist = (village: VillageCode, picked?: Status): string =>
  `/lapor ${checklistWords(village, picked)}`;

/** The command that records some units of one village. */
export const encodeReport = (village: VillageCode, rows: readonly UnitReport[]): string =>
  `/lapor ${village} ${rows.map(encodeRow).join(' ')}`;

/** The "no" to lowering units of a village. */
export const encodeKeep = (village: VillageCode): string => `/lapor ${village} ${KEEP}`;

const encodeRow = ({ unit, status, from }: UnitReport): string =>
  `${numberOf(unit)}${from ? STATUS_LETTERS[from] : ''}${STATUS_LETTERS[status]}`;

/** Decodes the words behind the village's code; undefined where they are not of this grammar, but somebody's own. */
export function decodeReport(words: string): ReportCommand | undefined {
  if (words === '') return { kind: 'checklist' };
  if (words === KEEP) return { kind: 'keep' };
  const picked = statusOf(words);
  if (picked) return { kind: 'checklist', picked };
  const rows = words.split(' ').map(decodeRow);
  return rows.every((row) => row !== undefined) ? { kind: 'report', rows } : undefined;
}

/** Decodes the whole command of a button; undefined for any other command. */
export function decodeButton(
  command: string,
): { readonly village: VillageCode; readonly asks: ReportCommand } | undefined {
  const [, village, words = ''] = /^\/lapor (\S+)(?: (.+))?$/.exec(command) ?? [];
  const asks = village === undefined ? undefined : decodeReport(words);
  return asks && { village: village as VillageCode, asks };
}

/** Whether a button records units, whichever they are. */
export const isReportButton = (command: string): boolean => decodeButton(command)?.asks.kind === 'report';

/** The unit that a button of a checklist stands for; undefined for a button that asks for more, or for something else. */
export function unitButton(command: string): Unit | undefined {
  const asks = decodeButton(command)?.asks;
  if (asks?.kind !== 'report') return undefined;
  const [row, ...others] = asks.rows;
  return others.length === 0 && row && !row.from ? row.unit : undefined;
}

function decodeRow(word: string): UnitReport | undefined {
  const [, number = '', letters = ''] = /^(\d+)([a-z]{1,2})$/i.exec(word) ?? [];
  const unit = unitNumbered(number);
  const status = statusOf(letters.slice(-1));
  const from = letters.length === 2 ? statusOf(letters[0]!) : undefined;
  if (!unit || !status || (letters.length === 2 && !from)) return undefined;
  return { unit, status, ...(from && { from }) };
}

const statusOf = (letter: string): Status | undefined =>
  STATUSES.find((status) => STATUS_LETTERS[status] === letter.toLowerCase());
