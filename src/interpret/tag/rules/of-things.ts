import { GOING_ON } from '../../words/cues/work.ts';
import { wordSet } from '../../words/tables.ts';
import { thingAt } from '../belongings.ts';
import { beforeList, behindList } from '../listed.ts';
import {
  isBreak,
  isHead,
  isName,
  isStatusTag,
  type Kinds,
  kinds,
  type Neighbours,
  type Rule,
  type Tag,
} from '../tags.ts';
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

/** "… masih jalan", "… sedang berlangsung": said of work. */
const isGoingOn = ([still, said]: readonly Tag[]): boolean =>
  STILL.has(still?.is ?? 'line') && said !== undefined && (said.is === 'jalan' || goingOn.has(said.text));

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

/** "Gudang fotonya sudah", "kantor kami laporannya belum": what is told of it is said of the thing. */
const thingFirst: Rule = (tag, { before, after: [next] }) => {
  const thing = tag.is === 'plea' ? 'belonging' : thingAt(tag);
  const last = before.at(-1)?.is === 'own' ? before.at(-2) : before.at(-1);
  return thing && thing !== 'matter' && isName(last) && isStatusTag(next) ? 'unknown' : undefined;
};

const STRANGE: Kinds = kinds('number', 'borrowed');

/** "Nomor kantor sudah ada", "sewa kantor belum ada": of what is the office's, or of what is paid for one. */
const isOfNumber = (_: Tag, { before }: Neighbours): boolean => STRANGE.has(before.at(-1)?.is ?? 'line');

const NOT_THERE: Kinds = kinds('belum', 'tidak');

/** "Kendala kantor belum ada": there is no office, or nothing in its way. */
const isOfObstacle = (_: Tag, { before, after: [not, there, next] }: Neighbours): boolean =>
  before.at(-1)?.is === 'fails' &&
  NOT_THERE.has(not?.is ?? 'line') &&
  there?.is === 'ada' &&
  (isBreak(next) || next!.is === 'title');

/** "Atap kantor, gudang sudah": whether of the roofs of both, nobody can tell. */
const isOfParts = (_: Tag, { before, after }: Neighbours): boolean => {
  const lead = beforeList(before);
  const isListed = lead.length < before.length || behindList(after).length < after.length;
  return isListed && lead.at(-1)?.is === 'part' && isBreak(lead.at(-2));
};

/** What is said of the photos, the papers or the people of a unit. */
export const OF_THING_RULES: readonly NamedRule[] = [
  lookalike('a thing of a unit', ['foto kantor sudah ada', 'kantor'], isOfThing),
  {
    name: 'its thing first',
    example: ['gudang fotonya sudah', 'fotonya', 'unknown'],
    on: ['filler', 'reports', 'plea'],
    apply: thingFirst,
  },
  lookalike('a part of several', ['atap kantor, gudang sudah', 'kantor'], isOfParts),
  lookalike('its number, its rent', ['nomor kantor sudah ada', 'kantor'], isOfNumber),
  lookalike('what is in its way', ['kendala kantor belum ada', 'kantor'], isOfObstacle),
];
