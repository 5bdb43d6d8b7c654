import { isBreak, kinds, type Tag, tagOf } from './tags.ts';

/** What a sign may be said of: a unit by its name, or a number that is not read yet. */
const SIGNED = kinds('unit', 'digits');
/** "Kantor (+)". */
const BRACKETS = kinds('open', 'close');

/** A plus or a dash beside a unit. */
interface Sign {
  readonly isPlus: boolean;
  /** Units stand on both sides of it. */
  readonly isBetween: boolean;
  /** It joins nothing, as it does in "4 + 5" and "4-5": "+4", "4 -5", "kantor +". */
  readonly isAlone: boolean;
  /** It stands behind the last unit of what is said: "gudang -". */
  readonly ends: boolean;
}

const isSigned = (tag: Tag | undefined): boolean => tag !== undefined && SIGNED.has(tag.is);
const isSign = (tag: Tag | undefined): boolean => tag?.text === '+' || tag?.is === 'dash';

function signsIn(tags: readonly Tag[]): readonly Sign[] {
  return tags.flatMap((tag, at) => {
    const [before, after] = [tags[at - 1], tags[at + 1]];
    if (!isSign(tag) || !(isSigned(before) || isSigned(after))) return [];
    const isBetween = isSigned(before) && isSigned(after);
    const isAlone = !isBetween || tag.glued !== after!.glued;
    const ends = isSigned(before) && isBreak(after);
    return [{ isPlus: tag.text === '+', isBetween, isAlone, ends }];
  });
}

/**
 * Units with plus and minus signs, "+4 -5" or "kantor +, gudang -", in nobody knows which sense: they are no statements. Without
 * a plus, dashes are marks as elsewhere.
 */
export function doubtSigns(tags: readonly Tag[]): readonly Tag[] {
  if (!tags.some(({ text }) => text === '+')) return tags;
  const bare = tags.filter(({ is }) => !BRACKETS.has(is));
  const signs = signsIn(bare);
  const pluses = signs.filter(({ isPlus }) => isPlus);
  const dashes = signs.filter(({ isPlus }) => !isPlus);
  const isSeries =
    (pluses.some(({ isBetween }) => !isBetween) && dashes.length > 0) ||
    (pluses.some(({ isAlone }) => isAlone) && dashes.some(({ isAlone }) => isAlone)) ||
    (pluses.length > 0 && dashes.some(({ ends }) => ends));
  if (!isSeries) return tags;
  return bare.map((tag, at) =>
    isSigned(tag) && (isSign(bare[at - 1]) || isSign(bare[at + 1]))
      ? tagOf('lookalike', tag.text, tag.glued, tag)
      : tag,
  );
}
