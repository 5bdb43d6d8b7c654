import { COMPANIONS, LEFT_OVER, POSSESSIVES, WELL } from '../words/cues.ts';
import { formsIn, wordSet } from '../words/tables.ts';
import { THING_WORDS } from '../words/things.ts';
import { isBreak, isHead, isName, isStatusTag, kinds, type Rule, type Tag } from './tags.ts';

type Thing = keyof typeof THING_WORDS;

const things = new Map<string, Thing>();
for (const [thing, text] of Object.entries(THING_WORDS))
  for (const { form } of formsIn(text))
    for (const ending of ['', ...wordSet(POSSESSIVES)]) things.set(`${form}${ending}`, thing as Thing);

/** What kind of thing a tag names, if it names one. */
const thingAt = (tag: Tag | undefined): Thing | undefined =>
  tag && (tag.is === 'matter' ? 'belonging' : things.get(tag.text));

const ADDRESSING = kinds('title', 'courtesy');

/** "Pak camat", "izin pak camat": somebody spoken to. */
const isAddressed = (tags: readonly Tag[], at: number): boolean =>
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

/** What a unit stands behind without being what the thing is of: nothing divides them. */
const BETWEEN = kinds('filler', 'topic');
/** What only a unit can be: a photo does not stand, nor open. */
const OF_UNITS = kinds(
  ...(['berdiri', 'buka', 'jalan', 'proses', 'dibangun', 'pembangunan', 'finishing', 'share'] as const),
);
const ENDS = kinds('unit', 'stop', 'line');

/** "Foto gudang …", "operator kios …", "SK pengurus klinik …": what follows is perhaps said of the thing. */
const isOfThing = (before: readonly Tag[], after: readonly Tag[]): boolean => {
  const at = before.findLastIndex((tag) => thingAt(tag) !== undefined || !BETWEEN.has(tag.is));
  const thing = thingAt(before[at]);
  const last = before[at - 1];
  if (thing === undefined || thing === 'matter' || last?.is === 'title') return false;
  // "Masih pengecoran gudang" is how the gudang stands.
  if (isHead(before[at])) return !isStatusTag(last);
  if (thing === 'belonging') return true;
  const said = after.find(
    (tag) => isHead(tag) || ENDS.has(tag.is) || (thing === 'picture' && tag.is === 'comma'),
  );
  return !said || !(OF_UNITS.has(said.is) || said.is === 'comma');
};

/** "Foto kantor sudah ada": another thing than the unit. */
export const ofThing: Rule = (tag, { before, after }) =>
  isName(tag) && isOfThing(before, after) ? 'lookalike' : undefined;

/** "Kantor sudah ada pengurusnya": what there is. */
export const whatThereIs: Rule = (tag, { before }) => {
  const thing = thingAt(tag);
  return thing && thing !== 'matter' && isStatusTag(before.at(-1)) ? 'reports' : undefined;
};

const LEADS = kinds('colon', 'dash', 'line', 'own', 'desa', 'village');

/** "Pengurus 1 2 3 sudah", "rekap pengurus: 1 sudah": of them, or of units; "pak sekretaris, 1 2 3 sudah" speaks to one. */
export const numberedOthers: Rule = (tag, { before, after }) =>
  thingAt(tag) === 'belonging' &&
  after.find(({ is }) => !LEADS.has(is))?.numbered &&
  !ADDRESSING.has(before.at(-1)?.is ?? 'line')
    ? 'unknown'
    : undefined;

/** "Pengurus koperasi: 1 sudah, 2 belum": the cooperative is only whose they are. */
export const othersOfOurs: Rule = (_, { before }) =>
  before.at(-1)?.is === 'unknown' && thingAt(before.at(-1)) === 'belonging' ? 'unknown' : undefined;

const OTHERS = kinds(
  ...(['unknown', 'matter', 'desa', 'office', 'reports', 'measure', 'measured', 'lookalike'] as const),
);

/** True for what names something else than units, or the people who report them. */
const isOther = (tag: Tag | undefined): boolean =>
  tag !== undefined && (OTHERS.has(tag.is) || (thingAt(tag) !== undefined && tag.is !== 'own'));

const companions = wordSet(COMPANIONS);
const well = wordSet(WELL);
const leftOver = wordSet(LEFT_OVER);

/** "Semua dokumen", "semua pengurus", "semua aman": all of something else. */
export const allOfOther: Rule = (_, { after: [next] }) =>
  isOther(next) || well.has(next?.text ?? '') ? 'lookalike' : undefined;

/** "Desa yang lain", "meja dan lainnya", "sisanya tinggal …": the rest of something else, or perhaps of the work. */
export const restOfOther: Rule = ({ text }, { before, after: [next] }) => {
  const at = before.findLastIndex(({ is }) => is !== 'and' && is !== 'who');
  if (isAddressed(before, at)) return undefined;
  const ofWork = next?.is === 'left' && leftOver.has(text);
  return ofWork || isOther(before[at]) || companions.has(before[at]?.text ?? '') ? 'lookalike' : undefined;
};

/** "Belum ada info apa-apa", "laporan belum ada sama sekali": none of something else. */
export const noneOfOther: Rule = (_, { before }) => {
  const breath = before.slice(before.findLastIndex(isBreak) + 1);
  return breath.some((_, at) => isThing(breath, at)) ? 'filler' : undefined;
};
