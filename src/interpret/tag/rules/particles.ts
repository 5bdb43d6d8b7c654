import { MONEY, PHASES } from '../../words/cues/counting.ts';
import {
  CERTAINLY,
  CHANGING,
  FORMER,
  JOINTLY,
  LAH,
  ONLY_SO,
  ORDERS,
  SAME,
  SHORT_AND,
} from '../../words/cues/particles.ts';
import { CUSTOMERS, SHORT_WHO } from '../../words/cues/people.ts';
import { SO_IT_IS, WELL } from '../../words/cues/talk.ts';
import { FOR_THE_TIME } from '../../words/cues/times.ts';
import { wordSet } from '../../words/tables.ts';
import {
  ASSERTING_TAGS,
  breathAfter,
  breathBefore,
  holds,
  isBreak,
  isHead,
  isName,
  isStatusTag,
  isUnitLike,
  type Kinds,
  kinds,
  lastSaid,
  type Rule,
  saysNothing,
} from '../tags.ts';
import type { NamedRule } from './rule.ts';

const SUBJECTS: Kinds = kinds('own', 'village', 'desa');
const lah = wordSet(LAH);
const forNow = wordSet(FOR_THE_TIME);
const sure = wordSet(CERTAINLY);
const phases = wordSet(PHASES);
const orders = wordSet(ORDERS);
const BUILDING: Kinds = kinds('dibangun', 'pembangunan', 'proses', 'finishing');
/** What is said of people, or asked about them. */
const OF_WHO: Kinds = kinds('who', 'reports', 'unknown', 'asks', 'question', 'will', 'only');
const TELLING: Kinds = kinds(...ASSERTING_TAGS, 'colon', 'dash', 'open', 'close');
const shortAnd = wordSet(SHORT_AND);
const shortWho = wordSet(SHORT_WHO);
const customers = wordSet(CUSTOMERS);
const same = wordSet(SAME);
const jointly = wordSet(JOINTLY);
const well = wordSet(WELL);
const changing = wordSet(CHANGING);
const money = wordSet(MONEY);
const former = wordSet(FORMER);
const soItIsWords = wordSet(SO_IT_IS);
const onlyWords = wordSet(ONLY_SO);

/** "Belum ada satupun yang berdiri": said once already. */
const noneStands: Rule = (_, { before }) =>
  before.findLast(({ is }) => is !== 'who' && is !== 'counted')?.is === 'none of them' ? 'filler' : undefined;

/** "Tinggal kami yang belum": of villages. "Yang kurang:" above units, "yang kurang: klinik": they lack something; "kurang klinik" leaves klinik out. */
const lacking: Rule = (_, { after: [next] }) =>
  SUBJECTS.has(next?.is ?? 'line')
    ? 'odd'
    : next === undefined || next.is === 'line' || next.is === 'colon'
      ? 'fails'
      : undefined;

/** "Apotek sama": the same again. "Kios n": no "and" stands at an end. */
const dangling: Rule = ({ text }, { before, after: [next] }) => {
  const ends = isBreak(next) || next?.is === 'title';
  if (shortAnd.has(text)) return isBreak(next) ? 'odd' : undefined;
  if (ends && isUnitLike(before.at(-1)) && same.has(text)) return 'also';
  // "Sekretariat bersama": one that others have a share in.
  return jointly.has(text) && isUnitLike(before.at(-1)) && !isUnitLike(next) ? 'unknown' : undefined;
};

/** "Tinggal finishing saja": of the status, not of the unit. */
const onlySo: Rule = ({ text }, { before, after: [next] }) =>
  !onlyWords.has(text) && before.at(-1)?.is === 'buka' && !isUnitLike(next) && !isStatusTag(next)
    ? 'odd'
    : onlyWords.has(text) && isHead(before.at(-1)) && !isUnitLike(next)
      ? 'filler'
      : undefined;

/** "Simpan pinjam lah": that, and not "already"; "60% lah", "belum lah" only weigh what is said. */
const emphasis: Rule = ({ text }, { before, after: [next] }) => {
  if (!lah.has(text) || isStatusTag(next)) return undefined;
  return isStatusTag(before.at(-1)) ? 'filler' : 'odd';
};

/** "Kantor sudah ada sembako": what is in it; "kantor ada, kios ada" is two statuses. */
const holdsAnother: Rule = (_, { before, after: [next, ...later] }) => {
  if (!isName(next) || isStatusTag(later.find(({ is }) => is !== 'also'))) return undefined;
  const last = before.findLastIndex((tag) => !isStatusTag(tag));
  // "Tidak ada klinik tidak ada apotek".
  return isName(before[last]) && !isStatusTag(before[last - 1]) ? 'odd' : undefined;
};

/**
 * "Kantor sementara", "sudah ada (sementara di rumah kades)": not the one that is to be. "Sementara dibangun" is being
 * built; "sementara klinik belum", "sementara di Bumbung belum" go on to another.
 */
const forTheTime: Rule = ({ text }, { before, after: [next, second] }) => {
  const line = before.slice(before.findLastIndex(({ is }) => is === 'line') + 1);
  if (!forNow.has(text) || !line.some(isUnitLike)) return undefined;
  const last = before.at(-1);
  if (isUnitLike(last) && isStatusTag(next)) return BUILDING.has(next!.is) ? 'sedang' : 'unsure';
  const isThere = next?.is === 'at' && second?.is !== 'village' && second?.is !== 'desa';
  const isInstead = isThere || (isBreak(last) && next?.is === 'unknown');
  const isSaid = isUnitLike(last) || isStatusTag(last) || last?.is === 'open';
  return isInstead || (isSaid && (isBreak(next) || next?.is === 'title')) ? 'unsure' : undefined;
};

/** "Kios pasti jadi": it will; "kantor sudah pasti": that it comes, or that it stands. */
const certainly: Rule = ({ text }, { before, after: [next] }) => {
  if (!sure.has(text)) return undefined;
  const last = before.at(-1);
  const ends = isBreak(next) || next!.is === 'title';
  if (last?.is === 'sudah' || (isName(last) && ends)) return ends ? 'odd' : undefined;
  return isHead(next) && !isStatusTag(last) ? 'will' : undefined;
};

/** "Tahap 1: kantor, kios", "tahap 1 kantor": when they are to come. */
const phase: Rule = ({ text }, { before, after: [next] }) => {
  const [word, number] = text.split(' ');
  const isPhase = phases.has(word!) && (next?.is === 'colon' || (number !== undefined && isName(next)));
  return isPhase && !lastSaid(before) ? 'odd' : undefined;
};

/** "Kios sudah jadi gudang", "gudang jadi masalah": what it became; "kantor sudah jadi kios belum" is two statuses. */
const became: Rule = (_, { before, after: [next, second] }) => {
  const breath = breathBefore(before);
  // "Gudang jadi 80 juta": what it costs.
  if (next?.is === 'about' || (next?.is === 'quantity' && money.has(second?.text ?? ''))) return 'odd';
  return isName(next) && !isStatusTag(second) && breath.some(isName) ? 'odd' : undefined;
};

/** "Buka klinik", "bangun gudang": an order, or what was done. */
const order: Rule = ({ text }, { before, after: [next] }) =>
  orders.has(text) && isName(next) && !lastSaid(before) && before.at(-1)?.is !== 'who' ? 'odd' : undefined;

/** "Sp yang belum lapor", "sp tau": who; among other units, "kantor ada, sp ada bulan lalu", simpan pinjam. Alone, nobody can tell. */
const who: Rule = ({ text }, { before, after }) => {
  if (!shortWho.has(text)) return undefined;
  const said = after.findIndex(({ is }) => !TELLING.has(is));
  const [next] = after;
  // "SP sudah ada 12 nasabah".
  if (after.some(({ text: word }) => customers.has(word))) return undefined;
  const asks = said >= 0 && OF_WHO.has(after[said]!.is);
  if (asks || (before.length === 0 && isName(next))) return 'question';
  if ([...before, ...after].some(isName)) return undefined;
  return after.some(isHead) ? 'lookalike' : 'question';
};

/** "Klinik aman pak", "kantor sudah aman": how things are there, not whether it stands; "kantor aman pak sudah berdiri" tells it too. */
const isWell: Rule = ({ text }, { before, after }) => {
  const last = POLAR.has(before.at(-1)?.is ?? 'line') ? before.at(-2) : before.at(-1);
  const [next] = after;
  const said = after.find(({ is }) => is !== 'title');
  const isTold = isStatusTag(said) && !isStatusTag(before.at(-1));
  return well.has(text) &&
    last?.is === 'unit' &&
    !isTold &&
    (isBreak(next) || next!.is === 'title' || isUnitLike(next))
    ? 'odd'
    : undefined;
};

/** "Ubah gudang jadi belum": what was written is put right. */
const changed: Rule = ({ text }, { after }) =>
  changing.has(text) && after.some(({ is }, at) => is === 'jadi' && isStatusTag(after[at + 1]))
    ? 'filler'
    : undefined;

/** "Jadi" there, before what it is to be. */
const changedTo: Rule = (_, { before, after: [next] }) =>
  isStatusTag(next) && before.some(({ text }) => changing.has(text)) ? 'filler' : undefined;

const POLAR: Kinds = kinds('sudah', 'belum', 'tidak');
const THINGS: Kinds = kinds('unknown', 'matter');
const NOT_YET: Kinds = kinds('belum', 'tidak');

/** "Gudang sudah berdiri cuma listrik belum masuk": something else is lacking, and no comma stands before it. */
const onlyLacks: Rule = (_, { before, after }) => {
  const last = before.findLast((tag) => !saysNothing(tag));
  const breath = breathAfter(after);
  return isStatusTag(last) &&
    THINGS.has(breath[0]?.is ?? 'line') &&
    holds(breath, NOT_YET) &&
    !breath.some(isUnitLike)
    ? 'but'
    : undefined;
};

/** "Kantor sudah, tapi yang lama", "tapi bekas puskesmas": not the one that is asked about. */
const formerOne: Rule = ({ text }, { before }) => {
  const opposed = before.findLast((tag) => tag.is !== 'who' && !isName(tag));
  return former.has(text) && opposed?.is === 'but' ? 'undone' : undefined;
};

/** "Baru Petani yang kantornya sudah": told of the other villages as well. */
const onlyThere: Rule = (_, { after: [next, second] }) =>
  next?.is === 'village' && second?.is === 'who' ? 'unsure' : undefined;

/** "Baru saja kantor": just now, or no more than that. */
const justNow: Rule = (_, { after: [next, second, third] }) =>
  onlyWords.has(next?.text ?? '') && isName(second) && !isStatusTag(third) ? 'odd' : undefined;

/** "Sudah kok pak kantornya": it is so; "sudah kok bisa" asks. */
const soItIs: Rule = ({ text }, { before, after: [next] }) =>
  soItIsWords.has(text) && isStatusTag(before.at(-1)) && (isBreak(next) || isName(next) || saysNothing(next!))
    ? 'filler'
    : undefined;

/** Small words that say again, leave out or limit. */
export const PARTICLE_RULES: readonly NamedRule[] = [
  {
    name: 'said once already',
    example: ['belum ada satupun yang berdiri', 'berdiri', 'filler'],
    on: ['siap', 'ada', 'berdiri'],
    apply: noneStands,
  },
  {
    name: 'for the time being',
    example: ['kantor sementara', 'sementara', 'unsure'],
    on: ['but'],
    apply: forTheTime,
  },
  {
    name: 'what is sure to come',
    example: ['kios pasti jadi', 'pasti', 'will'],
    on: ['filler'],
    apply: certainly,
  },
  {
    name: 'what is lacking',
    example: ['yang kurang: klinik', 'kurang', 'fails'],
    on: ['short of', 'left'],
    apply: lacking,
  },
  {
    name: 'what is changed',
    example: ['ubah gudang jadi belum', 'ubah', 'filler'],
    on: ['unknown'],
    apply: changed,
  },
  {
    name: 'what it is changed to',
    example: ['ubah gudang jadi belum', 'jadi', 'filler'],
    on: ['jadi'],
    apply: changedTo,
  },
  { name: 'how things are', example: ['klinik aman pak', 'aman', 'odd'], on: ['filler'], apply: isWell },
  {
    name: 'what alone is lacking',
    example: ['gudang sudah berdiri cuma listrik belum masuk', 'cuma', 'but'],
    on: ['only'],
    apply: onlyLacks,
  },
  {
    name: 'what stood there before',
    example: ['kantor sudah tapi yang lama', 'lama', 'undone'],
    on: ['now', 'unknown'],
    apply: formerOne,
  },
  {
    name: 'so it is',
    example: ['sudah kok pak', 'kok', 'filler'],
    on: ['question'],
    apply: soItIs,
  },
  {
    name: 'one village alone',
    example: ['baru petani yang kantornya sudah', 'baru', 'unsure'],
    on: ['baru', 'only'],
    apply: onlyThere,
  },
  { name: 'just now', example: ['baru saja kantor', 'baru', 'odd'], on: ['baru'], apply: justNow },
  { name: 'what it became', example: ['kios sudah jadi gudang', 'jadi', 'odd'], on: ['jadi'], apply: became },
  {
    name: 'what is in it',
    example: ['kantor sudah ada sembako', 'ada', 'odd'],
    on: ['ada'],
    apply: holdsAnother,
  },
  { name: 'a phase', example: ['tahap 1: kantor', 'tahap 1', 'odd'], on: ['proses'], apply: phase },
  { name: 'emphasis', example: ['simpan pinjam lah', 'lah', 'odd'], on: ['sudah'], apply: emphasis },
  {
    name: 'an order',
    example: ['buka klinik', 'buka', 'odd'],
    on: ['buka', 'dibangun', 'berdiri'],
    apply: order,
  },
  { name: 'who', example: ['sp yang belum lapor', 'sp', 'question'], on: ['unit'], apply: who },
  { name: 'the same again', example: ['apotek sama', 'sama', 'also'], on: ['and'], apply: dangling },
  {
    name: 'only of the status',
    example: ['tinggal finishing saja', 'saja', 'filler'],
    on: ['only'],
    apply: onlySo,
  },
];
