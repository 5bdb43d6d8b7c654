import { BUILDERS } from '../../words/cues/people.ts';
import { GOING_ON, WORKS } from '../../words/cues/work.ts';
import { wordSet } from '../../words/tables.ts';
import { breathBefore, isBreak, isHead, isName, isUnitTag, kinds, type Rule, type Tag } from '../tags.ts';
import type { NamedRule } from './rule.ts';

const works = wordSet(WORKS);
const goingOn = wordSet(GOING_ON);
const builders = wordSet(BUILDERS);
const BUILDING = kinds('pembangunan');
const BUILT = kinds('dibangun', 'pembangunan');
const JOINS = kinds('and', 'or', 'slash');

/** "Pembangunan", "renovasi": work by its name; "dibangun" is what is done to something. */
const isWork = ({ is, text }: Tag): boolean => BUILDING.has(is) || works.has(text);

/** "Pembangunan kantor masih jalan": the work goes on; in "pembangunan kantor dan kios jalan" and "kantor, kios jalan" a unit may. */
const goesOn: Rule = ({ is, text }, { before }) => {
  if (is === 'unknown' && !goingOn.has(text)) return undefined;
  const breath = breathBefore(before);
  const work = breath.findLastIndex(isWork);
  if (work < 0) return undefined;
  const between = breath.slice(work + 1);
  const isOfWork = between.every((tag) => !isHead(tag) && !JOINS.has(tag.is));
  const isNamedBefore = breath.slice(0, work).some(isUnitTag);
  return isOfWork && !(isNamedBefore && between.some(isUnitTag)) ? 'proses' : undefined;
};

const ABOUT_IT = kinds('unknown', 'matter', 'about', 'topic');
const MEETINGS = kinds('unknown', 'matter');

/** "Rapat pembangunan gudang selesai", "dana untuk renovasi kantor sudah": what is about the work; of "… 80%" it is the unit. */
const aboutWork: Rule = (tag, { before, after }) => {
  if (!isWork(tag) || !isName(after.find(({ is }) => is !== 'filler'))) return undefined;
  const at = before.findLastIndex(({ is }) => is === 'unknown' || !ABOUT_IT.has(is));
  const [last, beyond] = [before.at(-1), before.at(-2)];
  const isThing = last?.is === 'measure' && beyond?.is !== 'quantity';
  const isOther = isThing || MEETINGS.has(before[at]?.is ?? 'line') || MEETINGS.has(last?.is ?? 'line');
  const said = after.find((one) => isHead(one) || isBreak(one));
  return isOther && said?.is !== 'share' ? 'unknown' : undefined;
};

/** "Dibangun TNI", "dikerjakan oleh tukang": who builds it. */
const builder: Rule = ({ text }, { before }) => {
  const done = before.at(-1)?.is === 'at' ? before.at(-2) : before.at(-1);
  return builders.has(text) && BUILT.has(done?.is ?? 'line') ? 'filler' : undefined;
};

/** Work on a unit, which goes on. */
export const WORK_RULES: readonly NamedRule[] = [
  {
    name: 'what is about work',
    example: ['rapat pembangunan gudang selesai', 'pembangunan', 'unknown'],
    on: ['pembangunan', 'dibangun'],
    apply: aboutWork,
  },
  {
    name: 'work that goes on',
    example: ['pembangunan kantor masih jalan', 'jalan', 'proses'],
    on: ['jalan', 'unknown'],
    apply: goesOn,
  },
  {
    name: 'who builds',
    example: ['gudang dibangun tni', 'tni', 'filler'],
    on: ['unknown'],
    apply: builder,
  },
];
