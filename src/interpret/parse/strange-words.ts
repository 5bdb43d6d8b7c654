import { isRegionalPossessive } from '../tag/lexicon.ts';
import { ASSERTING_TAGS, isStatusTag, isUnitTag, kinds, saysNothing, type TagKind } from '../tag/tags.ts';
import { POSSESSIVES, POSSESSIVES_APART } from '../words/cues/endings.ts';
import { PEOPLE } from '../words/cues/people.ts';
import { DONE_BY, OPENED } from '../words/cues/things.ts';
import { wordSet } from '../words/tables.ts';
import type { Chunk } from './chunks.ts';
import { CLOSED } from './naming.ts';
import { doubtLast, isPredicate, type PartBuilder, say } from './part-builder.ts';
import { SIGHT, type Spot, tagsBehind } from './unit-doubt.ts';

/* Words that nobody knows, or of another matter, beside units and statuses: of what is the status said? */

/** What stands between words without a word of its own. */
export const SKIPPED: readonly TagKind[] = ['filler', 'own', 'who', 'only'];
const SKIPPED_BEHIND: readonly TagKind[] = [...SKIPPED, 'quantity', 'together'];

/** What names something else than a unit. */
export const OTHER_THINGS = kinds('unknown', 'matter', 'reports', 'measure');

const possessives = [...wordSet(POSSESSIVES)];
const possessivesApart = wordSet(POSSESSIVES_APART);

const BEFORE_LAST = kinds('title', 'courtesy', 'unknown');
const OF_PARTS = kinds('buka', 'nihil');
const done = wordSet(DONE_BY);
const opened = wordSet(OPENED);
const OPENS = kinds('buka', 'tutup');
const people = wordSet(PEOPLE);

/** "Rekening sudah dibuka", "dana desa belum": a strange word of which something is said. */
const hasOwnStatus = ({ tags }: Chunk, at: number): boolean =>
  ASSERTING_TAGS.has(tags.slice(at, at + SIGHT).find(({ is }) => !OTHER_THINGS.has(is))?.is ?? 'line');

/** "Tempatnya", "RAB nya": a thing of something that was named before. */
const isPossessive = ({ tag, after }: Spot): boolean =>
  possessives.some((ending) => tag.text.endsWith(ending)) ||
  isRegionalPossessive(tag.text) ||
  possessivesApart.has(after?.text ?? '');

/** "Kios siap pak tempatnya", "oke pak dokternya sudah": what it is said of comes last. */
const isSubjectLast = (spot: Spot): boolean =>
  isPossessive(spot) &&
  spot.chunk.tags.slice(spot.at + 1).every((tag) => saysNothing(tag) || isStatusTag(tag));

/** A strange word: it may take away what is said of a unit, or be what is said of it. */
export const strange = (builder: PartBuilder, spot: Spot): void => {
  const { tag, before, chunk, at } = spot;
  if (builder.phrase.length === 0) {
    // "Gudang tanah", "gudang hanya tanah", "gudang kami laporannya".
    const isBehind = before?.is === 'only' || (before?.is === 'own' && isPossessive(spot));
    if (isUnitTag(isBehind ? chunk.tags[at - 2] : before)) doubtLast(builder);
    // "Klinik sudah - rekening sudah dibuka": of the rekening.
    else if (
      isPredicate(builder.parts.at(-1)) &&
      hasOwnStatus(chunk, at) &&
      tagsBehind(chunk, at).some(isUnitTag)
    )
      say(builder, { ...tag, is: 'odd' });
    return;
  }
  const isLast = isSubjectLast(spot);
  const behind = tagsBehind(chunk, at).findLast(
    ({ is }) => !SKIPPED_BEHIND.includes(is) && !(isLast && BEFORE_LAST.has(is)),
  );
  // "Sudah berdiri megah"; "dibuka pintunya", "kosong raknya", "ditutup terpal" are said of these, "sudah berdiri lahan belum ada" of both.
  const isOpen =
    !CLOSED.includes(behind?.is ?? 'line') ||
    (OF_PARTS.has(behind!.is) && isPossessive(spot)) ||
    (OPENS.has(before?.is ?? 'line') && opened.has(tag.text)) ||
    (done.has(before?.text ?? '') && (tag.is === 'unknown' || people.has(tag.text))) ||
    hasOwnStatus(chunk, at);
  // "Belum, kendala lahan" fails for it.
  if (isStatusTag(behind) && behind?.is !== 'fails' && isOpen) builder.phrase.push({ ...tag, is: 'odd' });
};

/** "Klinik selesai masalahnya": the trouble is over. */
export const ofTrouble = (builder: PartBuilder, spot: Spot): void => {
  if (isPossessive(spot)) strange(builder, spot);
};

/** "Belum ada isinya", "sudah ada 3 orang", "sudah kami laporkan": said of something else; "2 pintu" is a quantity. */
export const other = (builder: PartBuilder, spot: Spot): void => {
  const counts = spot.before?.is === 'quantity' && !(spot.chunk.units && people.has(spot.tag.text));
  if (builder.phrase.length > 0 && !counts) strange(builder, spot);
};
