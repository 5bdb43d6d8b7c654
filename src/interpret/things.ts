import { isHead, isStatusSign } from './heads.ts';
import { isBreak, isName, type Rule } from './neighbours.ts';
import { kinds, type Sign } from './sign.ts';
import { THING_WORDS } from './words/things.ts';
import { formsIn } from './words.ts';

type Thing = keyof typeof THING_WORDS;

const things = new Map<string, Thing>();
for (const [thing, text] of Object.entries(THING_WORDS))
  for (const { form } of formsIn(text))
    for (const ending of ['', 'nya', 'ny']) things.set(`${form}${ending}`, thing as Thing);

/** What kind of thing a sign names, if it names one. */
const thingAt = (sign: Sign | undefined): Thing | undefined =>
  sign && (sign.is === 'matter' ? 'belonging' : things.get(sign.text));

const ADDRESSING = kinds('title', 'courtesy');

/** "Pak camat", "izin pak camat": somebody spoken to. */
const isAddressed = (signs: readonly Sign[], at: number): boolean =>
  signs[at]?.is === 'office' && ADDRESSING.has(signs[at - 1]?.is ?? 'office');

/** True where a thing is named, or a person not spoken to: "belum ada kades". */
export const isThing = (signs: readonly Sign[], at: number): boolean =>
  thingAt(signs[at]) !== undefined || (signs[at]?.is === 'office' && !isAddressed(signs, at));

/** True where what belongs to a unit is named, or who works in it: "pengurus sudah lengkap semua". */
export const isBelonging = (signs: readonly Sign[], at: number): boolean => {
  const thing = thingAt(signs[at]);
  return (
    (thing !== undefined && thing !== 'matter' && !isAddressed(signs, at)) ||
    (signs[at]?.is === 'office' && !isAddressed(signs, at))
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
const isOfThing = (before: readonly Sign[], after: readonly Sign[]): boolean => {
  const at = before.findLastIndex((sign) => thingAt(sign) !== undefined || !BETWEEN.has(sign.is));
  const thing = thingAt(before[at]);
  const last = before[at - 1];
  if (thing === undefined || thing === 'matter' || last?.is === 'title') return false;
  // "Masih pengecoran gudang" is how the gudang stands.
  if (isHead(before[at])) return !isStatusSign(last);
  if (thing === 'belonging') return true;
  const said = after.find(
    (sign) => isHead(sign) || ENDS.has(sign.is) || (thing === 'picture' && sign.is === 'comma'),
  );
  return !said || !(OF_UNITS.has(said.is) || said.is === 'comma');
};

/** "Foto kantor sudah ada": another thing than the unit. */
export const ofThing: Rule = (sign, { before, after }) =>
  isName(sign) && isOfThing(before, after) ? 'lookalike' : undefined;

/** "Kantor sudah ada pengurusnya": what there is. */
export const whatThereIs: Rule = (sign, { before }) => {
  const thing = thingAt(sign);
  return thing && thing !== 'matter' && isStatusSign(before.at(-1)) ? 'reports' : undefined;
};

const OTHERS = kinds(
  ...(['unknown', 'matter', 'desa', 'office', 'reports', 'measure', 'measured', 'lookalike'] as const),
);

/** True for what names something else than units, or the people who report them. */
const isOther = (sign: Sign | undefined): boolean =>
  sign !== undefined && (OTHERS.has(sign.is) || (thingAt(sign) !== undefined && sign.is !== 'own'));

const PEOPLE = /^(?:rekan|kawan|teman)/u;
const WELL = /^(?:lancar|aman|baik|sehat|semangat|mantap)$/u;

/** "Semua dokumen", "semua pengurus", "semua aman": all of something else. */
export const allOfOther: Rule = (_, { after: [next] }) =>
  isOther(next) || WELL.test(next?.text ?? '') ? 'lookalike' : undefined;

/** "Desa yang lain", "meja dan lainnya", "sisanya tinggal …": the rest of something else, or perhaps of the work. */
export const restOfOther: Rule = ({ text }, { before, after: [next] }) => {
  const at = before.findLastIndex(({ is }) => is !== 'and' && is !== 'who');
  if (isAddressed(before, at)) return undefined;
  const ofWork = next?.is === 'left' && text.startsWith('sisa');
  return ofWork || isOther(before[at]) || PEOPLE.test(before[at]?.text ?? '') ? 'lookalike' : undefined;
};

/** "Belum ada info apa-apa", "laporan belum ada sama sekali": none of something else. */
export const noneOfOther: Rule = (_, { before }) => {
  const breath = before.slice(before.findLastIndex(isBreak) + 1);
  return breath.some((_, at) => isThing(breath, at)) ? 'filler' : undefined;
};
