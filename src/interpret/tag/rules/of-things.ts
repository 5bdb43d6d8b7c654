import { GOING_ON } from '../../words/cues/work.ts';
import { wordSet } from '../../words/tables.ts';
import { thingAt } from '../belongings.ts';
import { isBreak, isHead, isStatusTag, type Kinds, kinds, type Neighbours, type Tag } from '../tags.ts';
import { lookalike, type NamedRule } from './rule.ts';

const goingOn = wordSet(GOING_ON);
/** What a unit stands behind without being what the thing is of: nothing divides them. */
const BETWEEN: Kinds = kinds('filler', 'topic', 'pembangunan');
/** What only a unit can be: a photo does not stand, nor open. */
const OF_UNITS: Kinds = kinds(
  ...(['berdiri', 'buka', 'jalan', 'proses', 'dibangun', 'pembangunan', 'finishing', 'share'] as const),
);
const ENDS: Kinds = kinds('unit', 'stop', 'line');
const STILL: Kinds = kinds('masih', 'sedang', 'lagi');
const SAID_BARELY: Kinds = kinds('sudah', 'belum');
const LISTED: Kinds = kinds('unit', 'lookalike');
const JOINS: Kinds = kinds('comma', 'and', 'slash');

/** "… masih jalan", "… sedang berlangsung": said of work. */
const isGoingOn = ([still, said]: readonly Tag[]): boolean =>
  STILL.has(still?.is ?? 'line') && said !== undefined && (said.is === 'jalan' || goingOn.has(said.text));

/** What stands before the first of the units that are listed up to here: "foto" in "foto kantor, kios, gudang". */
const beforeList = (before: readonly Tag[]): readonly Tag[] => {
  let end = before.length;
  while (JOINS.has(before[end - 1]?.is ?? 'line') && LISTED.has(before[end - 2]?.is ?? 'line')) end -= 2;
  return before.slice(0, end);
};

/** What stands behind the last of them. */
const behindList = (after: readonly Tag[]): readonly Tag[] => {
  let start = 0;
  while (JOINS.has(after[start]?.is ?? 'line') && LISTED.has(after[start + 1]?.is ?? 'line')) start += 2;
  return after.slice(start);
};

/** "Foto gudang …", "operator kios …", "SK pengurus klinik …": what follows is perhaps said of the thing. */
const isOfThing = (_: Tag, neighbours: Neighbours): boolean => {
  const before = beforeList(neighbours.before);
  const after = behindList(neighbours.after);
  const at = before.findLastIndex((tag) => thingAt(tag) !== undefined || !BETWEEN.has(tag.is));
  const thing = thingAt(before[at]);
  const last = before[at - 1];
  if (thing === undefined || thing === 'matter' || last?.is === 'title') return false;
  // "Masih pengecoran gudang", "renovasi kantor masih jalan" is how the unit stands.
  if (isHead(before[at])) return !isStatusTag(last) && !isGoingOn(after);
  // "Gambar kios sudah, …"; "gambar kios, sudah rampung" tells of the unit.
  if (
    thing === 'belonging' ||
    (thing === 'picture' && SAID_BARELY.has(after[0]?.is ?? 'line') && isBreak(after[1]))
  )
    return true;
  const said = after.find(
    (tag) => isHead(tag) || ENDS.has(tag.is) || (thing === 'picture' && tag.is === 'comma'),
  );
  return !said || !(OF_UNITS.has(said.is) || said.is === 'comma');
};

/** What is said of the photos, the papers or the people of a unit. */
export const OF_THING_RULES: readonly NamedRule[] = [
  lookalike('a thing of a unit', ['foto kantor sudah ada', 'kantor'], isOfThing),
];
