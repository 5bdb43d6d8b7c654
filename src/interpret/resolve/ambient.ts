import { namesAll } from '../parse/naming.ts';
import type { Reading } from '../reading.ts';
import {
  holds,
  isBreak,
  isName,
  isStatusTag,
  isUnitTag,
  kinds,
  PEOPLE_TAGS,
  PLAN_TAGS,
  REQUEST_TAGS,
  saysNothing,
  type Tag,
  type TagKind,
} from '../tag/tags.ts';
import type { VillageReport } from '../types.ts';
import { NEWS } from '../words/cues/passed-on.ts';
import { COOPERATIVE, HAVING, ONESELF, PRONOUNS } from '../words/cues/people.ts';
import { VILLAGE_OFFICE } from '../words/cues/places.ts';
import { LOOKS, PASSING, TAGS } from '../words/cues/talk.ts';
import { VISITS } from '../words/cues/things.ts';
import { BUILT, REPAIR } from '../words/cues/work.ts';
import { wordSet } from '../words/tables.ts';
import { has, isGone, isOfCooperative, isOfEveryday, says } from './everyday.ts';
import { sentencesOf } from './mentions.ts';
import type { Statement } from './statement.ts';

/** Tags that make any overheard message something else than a report. */
const NEVER: readonly TagKind[] = [
  ...([
    'question',
    'asks',
    'unsure',
    'hearsay',
    'laugh',
    'odd',
    'bad number',
    'link',
    'plea',
    'about',
  ] as const),
  ...(['fails', 'undone'] as const),
];
const ESTABLISHED: readonly TagKind[] = ['berdiri', 'buka', 'jalan', 'selesai', 'jadi'];
const AFTER_TAG = kinds('title', 'office', 'courtesy', 'filler', 'village', 'stop', 'line');

/** Words of another matter that a report on one unit may still hold when nobody asked for it. */
const MOST_STRANGE = 4;

const passing = wordSet(PASSING);
const cooperative = wordSet(COOPERATIVE);
const oneself = wordSet(ONESELF);
const pronouns = wordSet(PRONOUNS);
const looks = wordSet(LOOKS);
const news = wordSet(NEWS);
const having = wordSet(HAVING);
const confirming = wordSet(TAGS);
const villageOffice = wordSet(VILLAGE_OFFICE);
const visits = wordSet(VISITS);
const repair = wordSet(REPAIR);
const built = wordSet(BUILT);

/** Whether words make any overheard message something else than a report. */
export const isNeverReport = (tags: readonly Tag[]): boolean => tags.some(({ is }) => NEVER.includes(is));

const isOnlyBareWords = ({ claims }: Statement): boolean => claims.every(({ bareWord }) => bareWord);
const isNotOpen = ({ claims }: Statement): boolean => claims.every(({ says }) => says === 'not open');
/** "Ketujuh unit sudah berdiri" names all of them, "semua sudah" none. */
const saysAllStand = (reading: Reading): boolean =>
  reading.tags.some(({ is, text }) => is === 'all' && namesAll(text)) && has(reading, ...ESTABLISHED);

/** A row of an overheard list: it says what it says with no word of another matter. */
export const isCertainRow = (reading: Reading): boolean => !has(reading, 'unknown', 'matter', ...NEVER);

/** "Kios kami", "di desa kami", not "kios sudah siap, kita kumpul jam 9": it tells whose the units are. */
const isOwner = (tags: readonly Tag[], at: number): boolean => {
  if (oneself.has(tags[at]!.text)) return false;
  if (!pronouns.has(tags[at]!.text)) return true;
  const from = tags.findLastIndex((tag, before) => before < at && isBreak(tag)) + 1;
  const to = tags.findIndex((tag, after) => after > at && isBreak(tag));
  return tags.slice(from, to < 0 ? undefined : to).some(({ is }) => is === 'unit');
};

/** "Kantor sudah ya", "sudah kan pak": the last word asks for a yes. */
const asksForYes = (tags: readonly Tag[]): boolean => {
  const last = tags.findLastIndex(({ is, text }) => confirming.has(text) || !AFTER_TAG.has(is));
  const said = tags[last];
  return said !== undefined && confirming.has(said.text) && tags.slice(0, last).some(isStatusTag);
};

/** "Kios punya bu haji", "kantor ada pak sekcam": what somebody has, who is there. */
const tellsWhose = ({ tags }: Reading): boolean =>
  tags.some(({ is, text }, at) => {
    if (is !== 'ada' || tags[at - 1]?.is !== 'unit') return false;
    const [next, second] = tags.slice(at + 1, at + 3);
    return (
      having.has(text) ||
      (next?.is === 'title' && second !== undefined && (PEOPLE_TAGS.has(second.is) || second.is === 'filler'))
    );
  });

/** "80 ribu koperasi desa sudah terbentuk": so many, of which the sender's is one at most. */
const countsCooperatives = ({ tags }: Reading): boolean =>
  tags.some(({ is, text }, at) => {
    if (is !== 'desa' && !(is === 'own' && cooperative.has(text))) return false;
    // "27/11/26 desa Petani".
    if (tags[at + 1]?.is === 'village') return false;
    return tags.findLast((one, before) => before < at && one.is !== 'measure')?.is === 'quantity';
  });

/** "Klinik belum pak, lahannya masih sengketa": the unit first, and a few words why. */
const isReason = (tags: readonly Tag[]): boolean => {
  const unit = tags.findIndex(isUnitTag);
  const strange = tags.flatMap((tag, at) => (tag.is === 'unknown' ? [at] : []));
  return strange.length <= MOST_STRANGE && (strange[0] ?? Number.POSITIVE_INFINITY) > unit;
};

/** A single unit named in passing may be another thing, or be repaired only. */
const isSureOfOne = (
  reading: Reading,
  said: readonly Statement[],
  reports: readonly VillageReport[],
  isOwn: boolean,
): boolean => {
  if (!isOwn && said.every(isGone)) return false;
  const lacks = reports.every(({ units }) =>
    units.every(({ status }) => status === 'belum' || status === 'proses'),
  );
  const isStrange = has(reading, 'unknown', 'matter');
  // "Kantor belum buka pak, satpam belum datang": this morning.
  if (isStrange && !isOwn && said.every(isNotOpen)) return false;
  if (says(reading, passing) || (!isOwn && isStrange && !isReason(reading.tags))) return false;
  return isOwn || lacks || !isStrange || (says(reading, built) && !said.every(isOnlyBareWords));
};

/** "5 apotek sudah buka": so many of them. */
const countsUnits = ({ tags }: Reading): boolean =>
  tags.some((tag, at) => isName(tag) && tags[at - 1]?.numbered === true && isBreak(tags[at - 2]));

/** Why there is none: "terkendala lahan", "roboh kena angin"; in "sinyal susah" something else fails. */
const withoutReason = (tags: readonly Tag[]): readonly Tag[] =>
  tags.filter(({ is }, at) => is !== 'undone' && (is !== 'fails' || tags[at - 1]?.is === 'unknown'));

/** "Kantor kami sudah rampung, mohon arahan": help is asked for behind what is told, and not for a unit. */
const withoutPlea = (tags: readonly Tag[]): readonly Tag[] =>
  tags.filter(({ is }, at) => {
    if (is !== 'plea') return true;
    const from = tags.findLastIndex((tag, before) => before < at && isBreak(tag)) + 1;
    const to = tags.findIndex((tag, after) => after > at && isBreak(tag));
    const breath = tags.slice(from, to < 0 ? undefined : to);
    const isPlain = breath.every((tag) => REQUEST_TAGS.has(tag.is) || saysNothing(tag));
    return !isPlain || !tags.slice(0, from).some(isStatusTag);
  });

/** "Pak camat marah karena kantor belum jadi": why something is so. */
const isReasonOnly = ({ tags }: Reading): boolean => {
  const because = tags.findIndex(({ is }) => is === 'because');
  const next = tags.findIndex((tag, at) => at > because && (isUnitTag(tag) || isBreak(tag)));
  return because >= 0 && isUnitTag(tags[next]) && !tags.slice(0, because).some(isUnitTag);
};

const UNHEARD = kinds('unknown', 'laugh');

/** "Minggu depan kantor …", "di koran, kantor …", "saya lihat, kantor …": what stands before the first unit frames all that is told. */
const isFramed = (tags: readonly Tag[], isOwn: boolean): boolean => {
  const before = tags.slice(0, Math.max(0, tags.findIndex(isUnitTag)));
  const isLooked = before.some(({ text }) => looks.has(text));
  return isLooked || holds(before, PLAN_TAGS) || (!isOwn && holds(before, UNHEARD));
};

/** Whether an overheard message is a report beyond doubt: units by name, a status of each, asserted now. */
export const isCertain = (reading: Reading, reports: readonly VillageReport[]): boolean => {
  if (reports.some(({ asks, units }) => asks.length > 0 || units.length === 0)) return false;
  // "Klinik belum ada, terkendala lahan": why there is none.
  const isNone = reports.every(({ units }) => units.every(({ status }) => status === 'belum'));
  const { statements, tags } = reading;
  const isOwn =
    has(reading, 'village') ||
    tags.some(
      (tag, at) => (tag.is === 'own' && isOwner(tags, at)) || (tag.is === 'unit' && isOfCooperative(tag)),
    );
  const heard = isOwn ? withoutPlea(tags) : tags;
  if (isNeverReport(isNone ? withoutReason(heard) : heard)) return false;
  if (isFramed(tags, isOwn)) return false;
  if (says(reading, news) || countsCooperatives(reading)) return false;
  if (says(reading, visits) || isReasonOnly(reading)) return false;
  if (
    statements.some(({ bare, left, unknownBesideUnit }) => (bare && !left) || unknownBesideUnit) ||
    statements.every(({ lacking }) => lacking)
  )
    return false;
  // "Petani kantor sudah, Bumbung belum": perhaps it has not reported yet.
  if (statements.some(({ inherited }) => inherited)) return false;
  // "Kios 2 sudah buka 1 belum": perhaps two of them.
  if (statements.some(({ byName, scope }) => scope === 'these' && !byName)) return false;
  if (tags.some(({ is, text }) => is === 'unit' && villageOffice.has(text))) return false;
  // "Kantor koperasi sudah jadi, mohon kehadiran bapak": a request for something tells of a unit first.
  if (has(reading, 'request') && !tags.some(isOfCooperative)) return false;
  // "Tinggal klinik yang belum" leaves it to the reader that the others stand; "semua sudah" may be of anything.
  if (statements.some(({ left, scope }) => left || scope === 'all') && !saysAllStand(reading)) return false;
  if (sentencesOf(tags).some(asksForYes) || tellsWhose(reading)) return false;
  const said = statements.filter(({ byName, scope }) => byName && scope !== 'rest');
  const units = new Set(said.flatMap((statement) => (statement.scope === 'these' ? statement.units : [])));
  if (units.size === 0) return saysAllStand(reading);
  if (isOfEveryday(reading, said, isOwn) || (!isOwn && says(reading, repair))) return false;
  return units.size > 1 || (!countsUnits(reading) && isSureOfOne(reading, said, reports, isOwn));
};
