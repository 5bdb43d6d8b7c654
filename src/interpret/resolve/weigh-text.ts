import { isAboutOther, isOfThings } from '../parse/headings.ts';
import type { Reading } from '../reading.ts';
import type { Interpretation, Message } from '../types.ts';
import { isCertain } from './ambient.ts';
import { isByName } from './statements.ts';
import { asking, none, weigh } from './weigh.ts';

/** What is said of another matter is said of no unit, unless one is named. */
const withSubject = (
  message: Message,
  meaning: Interpretation,
  { lines, statements, tags }: Reading,
): Interpretation => {
  if (meaning.kind === 'none') return meaning;
  if (statements.some(isByName)) return isOfThings(lines) ? asking(message, { kind: 'unclear' }) : meaning;
  if (!isAboutOther(lines)) return meaning;
  if (tags.some(({ is }) => is === 'village')) return none('no-report');
  return meaning.reports.some(({ asks }) => asks.length > 0) ? meaning : asking(message, { kind: 'unclear' });
};

/** Weighs a text that is no list of villages; overheard, it is a report only if it is one beyond doubt. */
export const weighText = (message: Message, reading: Reading): Interpretation => {
  const meaning = withSubject(message, weigh(message, reading), reading);
  if (message.mode === 'addressed' || meaning.kind === 'none') return meaning;
  return isCertain(reading, meaning.reports) ? meaning : none('no-report');
};
