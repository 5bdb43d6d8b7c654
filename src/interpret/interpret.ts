import { mayReport } from './filing.ts';
import { rowsOf, saysSomething } from './lines.ts';
import { isSureOverheard, isSureRow } from './overheard.ts';
import { type Reading, read, readOnly } from './reading.ts';
import type { Message, Verdict } from './verdict.ts';
import { weigh } from './weigh.ts';

/** Rows that an overheard list needs before anyone takes it for one. */
const ROWS_OF_A_LIST = 3;

const AS_OF = /\bkeadaan\s+(\d{1,2}-\d{1,2}-\d{4}\s+\d{1,2}\.\d{2})\b/iu;
const SILENCE: Verdict = { kind: 'none', why: 'no-report' };

const asList = (verdict: Verdict, { text }: Message): Verdict => {
  if (verdict.kind !== 'report') return verdict;
  const asOf = AS_OF.exec(text)?.[1];
  return { ...verdict, list: asOf === undefined ? {} : { asOf } };
};

/** A reposted list: the sender's own rows are taken, the others are as they were. */
const interpretList = (message: Message, reading: Reading): Verdict => {
  const rows = rowsOf(reading.lines);
  const own = rows.filter(({ village }) => village.length === 1 && mayReport(message, village[0]!));
  const lines = own.flatMap((row) => row.lines);
  if (!lines.some(saysSomething)) return SILENCE;
  const ownRows = readOnly(reading, lines);
  const verdict = asList(weigh(message, ownRows), message);
  if (message.mode === 'addressed') return verdict;
  return rows.length >= ROWS_OF_A_LIST && isSureRow(ownRows, verdict) ? verdict : SILENCE;
};

/** What a message means: a report, a question to ask back, a refusal, or nothing. Pure: same message, same verdict. */
export const interpret = (message: Message): Verdict => {
  const reading = read(message);
  if (rowsOf(reading.lines).length > 1) return interpretList(message, reading);
  const verdict = weigh(message, reading);
  return message.mode === 'addressed' || isSureOverheard(reading, verdict) ? verdict : SILENCE;
};
