import { thingAt } from '../tag/belongings.ts';
import { isListed } from '../tag/counts.ts';
import { isWord } from '../tag/lexicon.ts';
import { holds, isStatusTag, kinds, NAMING_TAGS, type Tag } from '../tag/tags.ts';
import { COOPERATIVE, PEOPLE } from '../words/cues/people.ts';
import { PERMIT, TOURS } from '../words/cues/things.ts';
import { CLOCK, DATED } from '../words/cues/times.ts';
import { wordSet } from '../words/tables.ts';
import { type Line, saysSomething } from './lines.ts';

/**
 * What the lines over a list say its rows are about. `held`: units that lack, are planned or asked for ("yang masih
 * perlu dilengkapi", "jadwal kunjungan"); `other`: another matter ("kuota haji"); `things`: something that units have ("listrik:"); `units`: units or the cooperative.
 */
export type Heading = 'held' | 'other' | 'things' | 'units' | 'none';

const HELD = kinds(
  ...([
    'fails',
    'undone',
    'request',
    'plea',
    'unsure',
    'hearsay',
    'plan',
    'will',
    'aim',
    'question',
    'asks',
  ] as const),
  ...(['belum', 'tidak', 'about', 'short of', 'left'] as const),
);
const STRANGE = kinds(...(['unknown', 'matter', 'laugh', 'lookalike', 'because', 'share'] as const));
const cooperative = wordSet(COOPERATIVE);

const people = wordSet(PEOPLE);

const isOfUnits = (tag: Tag): boolean =>
  NAMING_TAGS.has(tag.is) || (tag.is !== 'unknown' && cooperative.has(tag.text));

/** "Rekap", "update", "izin mengisi": over a list they tell nothing of what it is about. */
const OF_REPORTS = kinds('reports', 'courtesy', 'note', 'desa', 'village', 'area', 'number', 'now', 'at');
const SPOKEN_TO = kinds('courtesy');
/** "Koreksi:", "ralat pak:": over what the sender reported before. */
const CORRECTING = kinds('correction', 'title', 'courtesy', 'filler');

const read = (tags: readonly Tag[]): Heading => {
  if (holds(tags, HELD)) return 'held';
  if (tags.some(isOfUnits)) return 'units';
  if (tags.length === 0) return 'none';
  const isStrange =
    holds(tags, STRANGE) ||
    tags.some(({ text }, at) => people.has(text) || isListed(tags, at)) ||
    tags.some(isStatusTag);
  const isPlain = holds(tags, OF_REPORTS) || tags.every(({ is }) => CORRECTING.has(is));
  if (!isStrange) return isPlain ? 'none' : 'other';
  // "Maaf telat pak" is said to somebody, and no heading; whether all is well with what follows, nobody knows.
  return holds(tags, SPOKEN_TO) ? 'held' : 'other';
};

/** "Nama: Suyatno": a field of a form. */
const isField = ({ tags }: Line): boolean => {
  const colon = tags.findIndex(({ is }) => is === 'colon');
  return colon >= 0 && colon < tags.length - 1 && !holds(tags.slice(0, colon), STRANGE);
};

const GREETING = kinds('courtesy', 'title', 'office', 'filler', 'comma', 'stop');

const isGreeting = ({ tags }: Line): boolean => tags.every(({ is }) => GREETING.has(is));

/** Reads the lines over the rows of a list. */
export const headingOf = (lines: readonly Line[]): Heading =>
  read(lines.filter((line) => !isField(line) && !isGreeting(line)).flatMap((line) => line.tags));

const isHead = ({ tags }: Line): boolean => tags.at(-1)?.is === 'colon';
const isSpeech = (line: Line): boolean => line.head !== undefined || saysSomething(line);

const THINGS = kinds('unknown', 'matter', 'measured', 'measure');
const NOT_OF_THINGS = kinds(
  ...([
    'courtesy',
    'title',
    'office',
    'own',
    'village',
    'desa',
    'reports',
    'area',
    'but',
    'next',
    'correction',
  ] as const),
);
const dates = wordSet(`${DATED},${CLOCK}`);
const tours = wordSet(TOURS);
const permits = wordSet(PERMIT);

/** "Listrik:", "stok obat:", "foto yang belum:"; not "sudah terealisasi:", "update Budi:", "tgl 5:". */
const namesThing = (tags: readonly Tag[]): boolean => {
  const [first] = tags;
  if (!first || tags.some(isOfUnits)) return false;
  if (permits.has(first.text)) return tags.length === 1;
  if (tours.has(first.text)) return true;
  if (holds(tags, NOT_OF_THINGS) || dates.has(first.text)) return false;
  const thing = thingAt(first);
  return (
    THINGS.has(first.is) ||
    thing === 'belonging' ||
    (thing === 'picture' && (tags.length === 1 || tags.some(isStatusTag)))
  );
};

/** "Stok beras" on a line of its own: known words, so that a name or a greeting is none. */
const isKnownThing = (tags: readonly Tag[]): boolean =>
  namesThing(tags) &&
  tags.every(({ is, text }) => is === 'matter' || (is === 'unknown' && text.split(' ').every(isWord)));

/** True for a line that says of what thing the lines below are: "Listrik:", "Stok beras". */
const isThingHead = ({ tags }: Line): boolean =>
  tags.at(-1)?.is === 'colon' ? namesThing(tags.slice(0, -1)) : isKnownThing(tags);

/** "Musdes: sudah", "manajer: ada": a thing with a status of its own, and no heading. */
const hasOwnStatus = (tags: readonly Tag[], colon: number): boolean =>
  tags.slice(colon).some(isStatusTag) && !tags.slice(colon).some(isOfUnits);

/** "Listrik: kantor sudah, gudang belum": what is said of the units is said of something of theirs. */
export const isOfThings = (lines: readonly Line[]): boolean => {
  const first = lines.findIndex(isSpeech);
  const { tags } = lines[first] ?? { tags: [] };
  const colon = tags.findIndex(({ is }) => is === 'colon');
  const isHead = colon > 0 && namesThing(tags.slice(0, colon)) && !hasOwnStatus(tags, colon);
  return isHead || lines.slice(0, Math.max(0, first)).some(isThingHead);
};

/**
 * What a message that is no list of villages is about, where that is another matter: "Berkas: 1. sudah", "SPT pajak:
 * Petani sudah semua". Units named in it by name are what they are.
 */
export const isAboutOther = (lines: readonly Line[]): boolean => {
  const first = lines.findIndex(isSpeech);
  if (first < 0) return false;
  const { tags, head, item } = lines[first]!;
  const colon = tags.findIndex(({ is }) => is === 'colon');
  const before = tags.slice(0, Math.max(0, colon));
  if (
    !before.some((tag) => tag.is === 'village' || isOfUnits(tag) || isStatusTag(tag)) &&
    read(before) === 'other'
  )
    return true;
  const over = lines.slice(0, first);
  const isOver = over.length > 0 && (head !== undefined || item || tags[0]?.numbered || isHead(over.at(-1)!));
  return isOver && headingOf(over) === 'other';
};
