import { SPOKEN_COMMA, SPOKEN_STOP } from '../words/cues/marks.ts';
import { wordSet } from '../words/tables.ts';
import type { Mark, Tag } from './tags.ts';

const commas = wordSet(SPOKEN_COMMA);
const stops = wordSet(SPOKEN_STOP);

const markAt = (tags: readonly Tag[], at: number): Mark | undefined => {
  const [last, next] = [tags[at - 1], tags[at + 1]];
  const { text } = tags[at]!;
  if (last === undefined || last.is === 'digits') return undefined;
  if (commas.has(text)) return next && 'comma';
  return stops.has(text) && next?.is !== 'unknown' ? 'stop' : undefined;
};

/** "Kantor sudah koma klinik belum titik": marks that dictation has written out; "3 titik" counts, "titik terang" is a hope. */
export const readSpokenMarks = (tags: readonly Tag[]): readonly Tag[] =>
  tags.map((tag, at) => {
    const mark = markAt(tags, at);
    return mark ? { ...tag, is: mark } : tag;
  });
