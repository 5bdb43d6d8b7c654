import type { Reading } from '../reading.ts';
import { thingAt } from '../tag/belongings.ts';
import {
  holds,
  isHead,
  isName,
  isStatusTag,
  isUnitTag,
  type Kinds,
  kinds,
  REQUEST_TAGS,
  type Tag,
} from '../tag/tags.ts';
import { MONEY } from '../words/cues/counting.ts';
import { REPORTED_TO } from '../words/cues/people.ts';
import { BESIDES } from '../words/cues/places.ts';
import { LOOKS, SEEN_TO, THANKS, WELL, WISHES } from '../words/cues/talk.ts';
import { CLOCK, DATED } from '../words/cues/times.ts';
import { wordSet } from '../words/tables.ts';

/** Words beside which a unit that is only named need not stand: of another matter, of a wish, a question, a doubt. */
const BESIDE = kinds(
  ...([
    'unknown',
    'matter',
    'laugh',
    'link',
    'together',
    'lookalike',
    'because',
    'about',
    'note',
    'request',
  ] as const),
  ...(['question', 'asks', 'unsure', 'hearsay', 'plan', 'will', 'aim', 'undone', 'fails', 'odd'] as const),
);
const thanks = new Set([...wordSet(THANKS), ...wordSet(WISHES)]);
const looks = wordSet(LOOKS);
const seenTo = wordSet(SEEN_TO);
const reportedTo = wordSet(REPORTED_TO);
const well = wordSet(WELL);
const dates = wordSet(`${CLOCK},${DATED}`);
const beside = wordSet(BESIDES);
const money = wordSet(MONEY);
const PHASES = kinds('period', 'measured');
const MEASURING = kinds('quantity', 'period', 'baru');
const PLEA = kinds('plea');
const ABOUT = kinds('about');
const ENDS = kinds('comma', 'stop', 'line', 'asks');
const SENTENCE_ENDS = kinds('stop', 'line', 'asks');

/** "Buat kantor", "cek kios", "apotek di dalam klinik", "logistik itu mobil": what it is for, where, or what it is. */
const isUse = (tags: readonly Tag[], at: number): boolean => {
  const [earlier, before] = at > 1 ? tags.slice(at - 2, at) : [undefined, tags[at - 1]];
  const tag = tags[at]!;
  // "Makasih pak gudangnya".
  if (isName(tag) && before?.is === 'title' && thanks.has(earlier?.text ?? '')) return true;
  // "Cek kios", "kantor dicek".
  if (isName(before) && seenTo.has(tag.text)) return true;
  if (tag.is === 'unit') return !tag.numbered && (before?.is === 'topic' || looks.has(before?.text ?? ''));
  // "Gudang pak lurah", "apotek sehat".
  if (tag.is === 'office') return before?.is === 'title' && isName(earlier) && !reportedTo.has(tag.text);
  // "(Foto) kantor", "kantor di foto itu".
  if (thingAt(tag) === 'picture') return true;
  if (well.has(tag.text)) return isName(before);
  // "Kantor dekat masjid".
  if (tag.is === 'place') return tag.units !== undefined || (before?.is === 'at' && beside.has(before.text));
  // "Kios untung 2 juta", "kantor 500 ribu": what it costs or brings in.
  return tag.is === 'measure' && (before?.is !== 'quantity' || money.has(tag.text));
};

/** "Gudang 20 meter", "apotek jam 8", "kantor baru": beside a unit's name a number of something else, or which one it is. */
const isMeasured = (breath: readonly Tag[]): boolean => {
  const unit = breath.findIndex(isName);
  const [phase, number] = breath.slice(Math.max(0, unit - 2), unit);
  // "Termin 1 kantor"; "tgl 5 kantor" dates the report.
  const isOfPhase = number?.is === 'quantity' && PHASES.has(phase!.is) && !dates.has(phase!.text);
  return unit >= 0 && (isOfPhase || holds(breath.slice(unit + 1), MEASURING));
};

/** True where a message holds nothing but units, villages, statuses and courtesy: what it only names stands. */
export const namesOnly = (tags: readonly Tag[]): boolean =>
  !holds(tags, BESIDE) &&
  !tags.some((_, at) => isUse(tags, at)) &&
  !sentencesOf(tags, ENDS).some(isMeasured) &&
  !(holds(tags, PLEA) && tags.some((tag) => tag.is === 'unit' && !tag.numbered));

/** What stands between marks of these kinds. */
export const sentencesOf = (
  tags: readonly Tag[],
  ends: Kinds = SENTENCE_ENDS,
): readonly (readonly Tag[])[] => {
  const sentences: Tag[][] = [[]];
  for (const tag of tags) {
    if (ends.has(tag.is)) sentences.push([]);
    else sentences.at(-1)!.push(tag);
  }
  return sentences;
};

/** "Mohon info apotek", "terkait apotek pak, mohon arahannya": somebody wants something, and reports nothing. */
export const isRequest = ({ tags, statements }: Reading): boolean => {
  if (!holds(tags, REQUEST_TAGS) || tags.some(isHead)) return false;
  if (statements.some(({ bare, outcome }) => !bare && outcome.is !== 'unsure' && outcome.is !== 'question'))
    return false;
  if (tags.some((tag) => isStatusTag(tag) && tag.is !== 'request' && tag.is !== 'question')) return false;
  return (
    holds(tags, ABOUT) ||
    sentencesOf(tags, ENDS).some((sentence) => holds(sentence, REQUEST_TAGS) && sentence.some(isUnitTag))
  );
};
