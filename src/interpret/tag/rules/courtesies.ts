import { POSSESSIVES } from '../../words/cues/endings.ts';
import { COMPANIONS, REPORTERS } from '../../words/cues/people.ts';
import {
  ATTENDING,
  CHECKS,
  HEARING,
  LATE,
  MISWRITTEN,
  PRAISE,
  SURPRISE,
  TAGS,
  THANKS,
  UNDERSTANDING,
  WISHES,
} from '../../words/cues/talk.ts';
import { PERMIT, PRACTICE_PERMIT } from '../../words/cues/things.ts';
import { AS_SOON_AS, EVER, THIS_DAY } from '../../words/cues/times.ts';
import { OBSTACLES } from '../../words/cues/work.ts';
import { wordSet } from '../../words/tables.ts';
import { isWord } from '../lexicon.ts';
import {
  breathAfter,
  breathBefore,
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
  type Tag,
} from '../tags.ts';
import { type NamedRule, SIGHT } from './rule.ts';

const hearing = wordSet(HEARING);
const surprise = wordSet(SURPRISE);
const praise = wordSet(PRAISE);
const checks = wordSet(CHECKS);
const companions = wordSet(COMPANIONS);
const thanks = new Set([...wordSet(THANKS), ...wordSet(WISHES)]);
const confirming = wordSet(TAGS);
const soon = wordSet(AS_SOON_AS);
const ever = wordSet(EVER);
const reporters = wordSet(REPORTERS);
const NEGATIONS: Kinds = kinds('belum', 'tidak');
const permits = wordSet(PERMIT);
const miswritten = wordSet(MISWRITTEN);
const practice = wordSet(PRACTICE_PERMIT);
const late = wordSet(LATE);
const earlier = wordSet(THIS_DAY);
const obstacles = wordSet(OBSTACLES);
const understanding = wordSet(UNDERSTANDING);
const attending = wordSet(ATTENDING);
const ENDS: Kinds = kinds('stop', 'line', 'asks');
const WISHING: Kinds = kinds('request', 'also');
const WISHED: Kinds = kinds(
  ...(['topic', 'about', 'and', 'unknown', 'own', 'title', 'office', 'filler', 'courtesy'] as const),
);
const SPOKEN_TO: Kinds = kinds('title', 'courtesy');
const PAUSES: Kinds = kinds('line', 'stop', 'comma');
const OBSTACLE: Kinds = kinds('matter', 'fails', 'borrowed');
const LEANS_ON: Kinds = kinds('colon', 'dash', 'who');

const possessives = [...wordSet(POSSESSIVES)];

/** "Lahannya": a thing of what was spoken of. */
const isThingOfIt = (tag: Tag | undefined): boolean =>
  (tag?.is === 'unknown' || tag?.is === 'matter') && possessives.some((ending) => tag.text.endsWith(ending));

/** "… belum", "… belum ada": the last that was said. */
const isLacking = (before: readonly Tag[]): boolean =>
  before.at(-1)?.is === 'belum' || (before.at(-2)?.is === 'belum' && isHead(before.at(-1)));

/** True where nothing was said before, whatever lines and greetings stand there. */
const isOpening = (before: readonly Tag[]): boolean =>
  before.length < SIGHT && before.every((tag) => saysNothing(tag) || PAUSES.has(tag.is));

/** "Siap pak", "oke pak, kantor belum": an answer to an order, not the status of a unit. */
const courtesy: Rule = (tag, { before, after: [next, ...later] }) => {
  const said = lastSaid(before);
  // "Masih proses siap pak": it ends what was said; "sudah siap pak" says it.
  const told = said?.is === 'dash' ? lastSaid(before.slice(0, before.lastIndexOf(said))) : said;
  if (tag.is === 'siap' && isHead(told) && (isBreak(next) || SPOKEN_TO.has(next!.is))) return 'courtesy';
  if (said && (isUnitLike(said) || isStatusTag(said) || LEANS_ON.has(said.is))) return undefined;
  // "SIP: klinik sudah" is of a doctor's permit.
  if (next?.is === 'colon') return practice.has(tag.text) ? 'unknown' : undefined;
  if (next?.is === 'courtesy') return 'courtesy';
  const isFirst = isOpening(before);
  if (tag.is === 'siap') return isFirst || !isUnitLike(next) ? 'courtesy' : undefined;
  return !isUnitLike(next) && [next, ...later].some((one) => isUnitLike(one) || isStatusTag(one))
    ? 'courtesy'
    : undefined;
};

/** "Jadi kantor sudah": so. "Kantor jadi": done. "Oh jadi kantor sudah": is it so? */
const so: Rule = (_, { before, after: [next, second] }) => {
  if (understanding.has(before.at(-1)?.text ?? '') && isOpening(before.slice(0, -1))) return 'unsure';
  const said = lastSaid(before);
  // "Mobil belum ada pak jadi logistik belum jalan": what follows from it.
  if (isHead(said) && isName(next) && isStatusTag(second)) return 'next';
  if (said || before.at(-1)?.is === 'who') return undefined;
  return next === undefined || next.is === 'colon' || next.is === 'line' ? undefined : 'filler';
};

/** "Dapat kami sampaikan", "maaf baru lapor", "maaf terlambat lapor": said of the message. */
const ofReporting: Rule = ({ is, text }, { before, after }) =>
  (is !== 'request' || hearing.has(text)) &&
  (is !== 'fails' || late.has(text)) &&
  !lastSaid(before) &&
  after.find(({ is }) => is !== 'own' && is !== 'title')?.is === 'reports'
    ? 'filler'
    : undefined;

/** "Belum ada izin", "gudang izin sudah": something that is lacking, or there; "izin pak": a courtesy. */
const permit: Rule = ({ text }, { before, after: [next] }) => {
  const isIts = isName(before.at(-1)) && isStatusTag(next);
  return permits.has(text.split(' ')[0]!) && (isIts || isStatusTag(before.at(-1))) ? 'unknown' : undefined;
};

/** "Loh klinik sudah buka": somebody is surprised, and reports nothing. */
const surprised: Rule = ({ text }, { before }) =>
  surprise.has(text) && isOpening(before) ? 'unsure' : undefined;

/** "Mohon dicek klinik sudah buka": whether it has; "mohon dicek, klinik sudah buka" is courtesy. */
const checked: Rule = ({ text }, { after: [next] }) =>
  checks.has(text) && isUnitLike(next) ? 'unsure' : undefined;

/** "Kawan2 sudah ada kantor": who has one; "kawan2, kantor sudah" speaks to them. */
const companionsHave: Rule = ({ text }, { after: [next] }) =>
  companions.has(text) && (isName(next) || isStatusTag(next)) ? 'unknown' : undefined;

/** "Terima kasih klinik sudah buka": said to others; "terima kasih, klinik sudah buka" tells it too. */
const thanked: Rule = ({ text }, { after }) => {
  if (!thanks.has(text)) return undefined;
  const next = after.find(({ is, text: word }) => is !== 'filler' && !confirming.has(word));
  return isName(next) || isHead(next) ? 'unsure' : undefined;
};

const AFTER_PRAISE: Kinds = kinds('title', 'office', 'filler', 'courtesy', 'comma', 'stop');

/** "Mantap pak kios sudah jalan", "mantap pak, kiosnya sudah jalan": somebody else's. */
const praised: Rule = ({ text }, { before, after }) => {
  if (!praise.has(text) || !isOpening(before)) return undefined;
  const at = after.findIndex(({ is }) => !AFTER_PRAISE.has(is));
  const [unit, next] = after.slice(Math.max(at, 0));
  if (!isName(unit)) return undefined;
  const isTheirs = possessives.some((ending) => unit!.text.endsWith(ending) || next?.text === ending);
  return isTheirs || !after.slice(0, at).some(isBreak) ? 'unsure' : undefined;
};

/** "Begitu kantor jadi kami lapor": as soon as. */
const asSoonAs: Rule = ({ text }, { after: [next] }) =>
  soon.has(text) && isName(next) ? 'unsure' : undefined;

/** "Pak camat: kantor petani sudah jadi": somebody's words; "lapor pak camat: …" speaks to him. */
const quoted: Rule = ({ text }, { before, after }) => {
  const [next, second] = after;
  const line = before.slice(before.findLastIndex(({ is }) => is === 'line') + 1);
  // "Pak camat:" on a line of its own, below others, is spoken to.
  const isGreeted = line.length < before.length && (second === undefined || second.is === 'line');
  // "Pengurus: lengkap", a field of a form.
  const end = after.findIndex(({ is }) => is === 'line');
  const isField = line.length === 0 && end > 1 && !after.slice(0, end).some(isUnitLike);
  const isSpeaker =
    next?.is === 'colon' && !isField && !reporters.has(text) && line.every(({ is }) => is === 'title');
  return isSpeaker && !isGreeted ? 'hearsay' : undefined;
};

const NAMES: Kinds = kinds('filler', 'unknown', 'office');

/** "Pak Joko: kantor kami sudah": what somebody said, as it was copied. */
const quotedByName: Rule = (_, { before, after: [next] }) => {
  const [title, name, ...more] = before.slice(before.findLastIndex(({ is }) => is === 'line') + 1);
  const isNamed = title?.is === 'title' && NAMES.has(name?.is ?? 'line') && !isWord(name!.text);
  return isNamed && next !== undefined && next.is !== 'line' && more.every(({ is }) => NAMES.has(is))
    ? 'hearsay'
    : undefined;
};

/** "1 iya 2 belum": of the unit before; "kantor ya pak" is said to somebody. */
const yes: Rule = ({ text }, { before, after: [next] }) =>
  confirming.has(text) && isUnitLike(before.at(-1)) && isUnitLike(next) ? 'odd' : undefined;

/** "Kios pernah buka": once; "belum pernah" never did. */
const once: Rule = ({ text }, { before }) =>
  ever.has(text) && !NEGATIONS.has(before.at(-1)?.is ?? 'line') ? 'unsure' : undefined;

/** "Kemarin saya salah tulis klinik sudah": what was wrong, or what is right. */
const tookBack: Rule = ({ text }, { before, after }) => {
  // "Klinik belum pak, tadi salah ketik": an earlier message was wrong.
  const isOfEarlier = earlier.has(before.at(-1)?.text ?? '') && before.some(isStatusTag);
  if (miswritten.has(text) && isOfEarlier && after.every((one) => saysNothing(one))) return 'filler';
  const next = after.find(({ is }) => is !== 'filler');
  return miswritten.has(text) && isName(next) && isOpening(before) ? 'unsure' : undefined;
};

/** "Tidak bisa hadir rapat": who does not come; no unit fails. */
const absent: Rule = (_, { before, after: [next] }) =>
  attending.has(next?.text ?? '') && !breathBefore(before).some(isUnitLike) ? 'unknown' : undefined;

/** "Mohon arahan untuk klinik": a unit that advice or help is asked for, in a breath that says nothing else. */
const askedFor: Rule = (tag, { before, after }) => {
  if (!isName(tag)) return undefined;
  const breath = breathBefore(before);
  const plea = breath.findIndex(({ is }) => is === 'plea');
  const end = after.findIndex(isBreak);
  // Where the breath begins or ends out of sight, it may say more.
  const isCut = breath.length === SIGHT || (end < 0 && after.length === SIGHT);
  if (plea < 0 || isCut || !ENDS.has(after[end]?.is ?? 'line')) return undefined;
  const around = [...breath.slice(plea + 1), ...breathAfter(after)];
  return breath.slice(0, plea).every((one) => WISHING.has(one.is) || saysNothing(one)) &&
    around.every((one) => WISHED.has(one.is) || isName(one))
    ? 'unknown'
    : undefined;
};

/** "Gudang belum dibangun pak lahannya belum bebas": where voice wrote no comma, somebody is spoken to between two thoughts. */
const pause: Rule = (_, { before, after: [next, second] }) =>
  isLacking(before) && isThingOfIt(next) && isStatusTag(second) ? 'comma' : undefined;

/** "Gudang belum pak masih sengketa lahan", "angkutan belum ada cuma pinjam mobil": why there is none, and no comma before it. */
const why: Rule = (_, { before, after: [next] }) => {
  const told = before.slice(0, before.findLastIndex(({ is }) => !SPOKEN_TO.has(is)) + 1);
  const isObstacle = OBSTACLE.has(next?.is ?? 'line') || obstacles.has(next?.text ?? '');
  return isLacking(told) && isObstacle ? 'because' : undefined;
};

/** What is said to somebody, or of the message itself, and not of units. */
export const COURTESY_RULES: readonly NamedRule[] = [
  {
    name: 'an answer to an order',
    example: ['siap pak', 'siap', 'courtesy'],
    on: ['siap', 'ok'],
    apply: courtesy,
  },
  { name: 'jadi: so', example: ['jadi kantor sudah', 'jadi', 'filler'], on: ['jadi'], apply: so },
  {
    name: 'said of reporting',
    example: ['dapat kami sampaikan', 'dapat', 'filler'],
    on: ['bisa', 'baru', 'will', 'request', 'fails'],
    apply: ofReporting,
  },
  {
    name: 'a surprise',
    example: ['loh klinik sudah buka', 'loh', 'unsure'],
    on: ['filler'],
    apply: surprised,
  },
  {
    name: 'asking for a look',
    example: ['mohon dicek klinik sudah', 'mohon dicek', 'unsure'],
    on: ['courtesy'],
    apply: checked,
  },
  {
    name: 'what companions have',
    example: ['kawan2 sudah ada kantor', 'kawan2', 'unknown'],
    on: ['courtesy'],
    apply: companionsHave,
  },
  {
    name: 'thanks',
    example: ['terima kasih klinik sudah buka', 'terima kasih', 'unsure'],
    on: ['courtesy'],
    apply: thanked,
  },
  {
    name: 'praise',
    example: ['mantap pak kiosnya sudah jalan', 'mantap', 'unsure'],
    on: ['courtesy'],
    apply: praised,
  },
  {
    name: 'as soon as',
    example: ['begitu kantor jadi kami lapor', 'begitu', 'unsure'],
    on: ['filler'],
    apply: asSoonAs,
  },
  {
    name: 'whose words',
    example: ['pak camat: kantor sudah', 'camat', 'hearsay'],
    on: ['office'],
    apply: quoted,
  },
  {
    name: 'whose words, by name',
    example: ['pak joko: kantor sudah', ':', 'hearsay'],
    on: ['colon'],
    apply: quotedByName,
  },
  { name: 'a yes between units', example: ['1 iya 2 belum', 'iya', 'odd'], on: ['courtesy'], apply: yes },
  { name: 'once', example: ['kios pernah buka', 'pernah', 'unsure'], on: ['filler'], apply: once },
  {
    name: 'what was written wrongly',
    example: ['saya salah tulis klinik sudah', 'salah tulis', 'unsure'],
    on: ['correction'],
    apply: tookBack,
  },
  {
    name: 'who does not come',
    example: ['tidak bisa hadir', 'tidak bisa', 'unknown'],
    on: ['fails'],
    apply: absent,
  },
  {
    name: 'what advice is asked for',
    example: ['mohon arahan untuk klinik', 'klinik', 'unknown'],
    on: ['unit'],
    apply: askedFor,
  },
  {
    name: 'a pause',
    example: ['gudang belum dibangun pak lahannya belum bebas', 'pak', 'comma'],
    on: ['title'],
    apply: pause,
  },
  {
    name: 'why there is none',
    example: ['gudang belum pak masih sengketa lahan', 'masih', 'because'],
    on: ['masih', 'only'],
    apply: why,
  },
  { name: 'a permit', example: ['belum ada izin', 'izin', 'unknown'], on: ['courtesy'], apply: permit },
];
