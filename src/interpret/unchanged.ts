import { isBreak, kinds, saysNothing, type Tag } from './tag/tags.ts';
import { wordSet } from './words/tables.ts';
import { BESIDE_SAME, CHANGES, EARLIER, LIKE, THE_SAME } from './words/unchanged.ts';

const changes = wordSet(CHANGES);
const same = wordSet(THE_SAME);
const like = wordSet(LIKE);
const earlier = wordSet(EARLIER);
const beside = wordSet(BESIDE_SAME);
const STILL = kinds('masih');
const NONE = kinds('belum', 'tidak', 'nihil');
/** What may stand between "belum" and what there is none of. */
const BETWEEN = kinds('ada', 'who', 'filler', 'own', 'counted');
const TOPIC = kinds('topic');

const isAround = (tag: Tag): boolean =>
  saysNothing(tag) ||
  isBreak(tag) ||
  NONE.has(tag.is) ||
  BETWEEN.has(tag.is) ||
  STILL.has(tag.is) ||
  TOPIC.has(tag.is);
const isOfIt = ({ text }: Tag): boolean =>
  [changes, same, like, earlier, beside].some((words) => words.has(text));

/** "Belum …", "tidak ada …": what stands at this place is denied. */
const isDenied = (tags: readonly Tag[], at: number): boolean =>
  NONE.has(tags.findLast(({ is }, before) => before < at && !BETWEEN.has(is))?.is ?? 'line');

/** "Tidak ada perubahan pak", "masih sama", "seperti kemarin": nothing has changed in these villages, and not a word more. */
export const saysUnchanged = (tags: readonly Tag[], own: readonly string[]): boolean => {
  const isOurs = ({ is, villages = [] }: Tag) =>
    is !== 'village' || villages.some((code) => own.includes(code));
  if (!tags.every(isOurs)) return false;
  if (!tags.every((tag) => tag.is !== 'asks' && (isAround(tag) || isOfIt(tag)))) return false;
  const isChange = tags.flatMap(({ text }, at) => (changes.has(text) ? [isDenied(tags, at)] : []));
  if (isChange.length > 0) return isChange.some(Boolean);
  if (tags.some(({ text }, at) => same.has(text) && isDenied(tags, at))) return false;
  const hasEarlier = tags.some(({ text }) => earlier.has(text));
  const isStill = tags.some(({ is }) => STILL.has(is));
  const isSame = tags.some(({ text }) => same.has(text));
  return isSame ? hasEarlier || isStill : hasEarlier && tags.some(({ text }) => like.has(text));
};
