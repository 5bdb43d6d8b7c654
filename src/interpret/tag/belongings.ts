import { POSSESSIVES } from '../words/cues/endings.ts';
import { formsIn, wordSet } from '../words/tables.ts';
import { THING_WORDS } from '../words/things.ts';
import { kinds, type Tag } from './tags.ts';

type Thing = keyof typeof THING_WORDS;

const things = new Map<string, Thing>();
for (const [thing, text] of Object.entries(THING_WORDS))
  for (const { form } of formsIn(text))
    for (const ending of ['', ...wordSet(POSSESSIVES)]) things.set(`${form}${ending}`, thing as Thing);

/** What kind of thing a tag names, if it names one. */
export const thingAt = (tag: Tag | undefined): Thing | undefined =>
  tag && (tag.is === 'matter' ? 'belonging' : things.get(tag.text));

const ADDRESSING = kinds('title', 'courtesy');

/** "Pak camat", "izin pak camat": somebody spoken to. */
export const isAddressed = (tags: readonly Tag[], at: number): boolean =>
  tags[at]?.is === 'office' && ADDRESSING.has(tags[at - 1]?.is ?? 'office');

/** True where a thing is named, or a person not spoken to: "belum ada kades". */
export const isThing = (tags: readonly Tag[], at: number): boolean =>
  thingAt(tags[at]) !== undefined || (tags[at]?.is === 'office' && !isAddressed(tags, at));

/** True where what belongs to a unit is named, or who works in it: "pengurus sudah lengkap semua". */
export const isBelonging = (tags: readonly Tag[], at: number): boolean => {
  const thing = thingAt(tags[at]);
  return (
    (thing !== undefined && thing !== 'matter' && !isAddressed(tags, at)) ||
    (tags[at]?.is === 'office' && !isAddressed(tags, at))
  );
};
