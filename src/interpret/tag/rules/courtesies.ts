import {
  AS_SOON_AS,
  CHECKS,
  COMPANIONS,
  EVER,
  HEARING,
  PERMIT,
  REPORTERS,
  SURPRISE,
  TAGS,
  THANKS,
} from '../../words/cues.ts';
import { wordSet } from '../../words/tables.ts';
import {
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
import { type NamedRule, SIGHT } from './rule.ts';

const hearing = wordSet(HEARING);
const surprise = wordSet(SURPRISE);
const checks = wordSet(CHECKS);
const companions = wordSet(COMPANIONS);
const thanks = wordSet(THANKS);
const confirming = wordSet(TAGS);
const soon = wordSet(AS_SOON_AS);
const ever = wordSet(EVER);
const reporters = wordSet(REPORTERS);
const NEGATIONS: Kinds = kinds('belum', 'tidak');
const permits = wordSet(PERMIT);
const LEANS_ON: Kinds = kinds('colon', 'dash', 'who');

/** "Siap pak", "oke pak, kantor belum": an answer to an order, not the status of a unit. */
const courtesy: Rule = (tag, { before, after: [next, ...later] }) => {
  const said = lastSaid(before);
  if (said && (isUnitLike(said) || isStatusTag(said) || LEANS_ON.has(said.is))) return undefined;
  if (next?.is === 'colon') return undefined;
  const isFirst = before.length < SIGHT && before.every(saysNothing);
  if (tag.is === 'siap') return isFirst || !isUnitLike(next) ? 'courtesy' : undefined;
  return !isUnitLike(next) && [next, ...later].some((one) => isUnitLike(one) || isStatusTag(one))
    ? 'courtesy'
    : undefined;
};

/** "Jadi kantor sudah": so. "Kantor jadi": done. */
const so: Rule = (_, { before, after: [next] }) => {
  if (lastSaid(before) || before.at(-1)?.is === 'who') return undefined;
  return next === undefined || next.is === 'colon' || next.is === 'line' ? undefined : 'filler';
};

/** "Dapat kami sampaikan", "maaf baru lapor": said of the message. */
const ofReporting: Rule = ({ is, text }, { before, after }) =>
  (is !== 'request' || hearing.has(text)) &&
  !lastSaid(before) &&
  after.find(({ is }) => is !== 'own' && is !== 'title')?.is === 'reports'
    ? 'filler'
    : undefined;

/** "Belum ada izin": something that is lacking; "izin pak": a courtesy. */
const permit: Rule = ({ text }, { before }) =>
  permits.has(text) && isStatusTag(before.at(-1)) ? 'unknown' : undefined;

/** "Loh klinik sudah buka": somebody is surprised, and reports nothing. */
const surprised: Rule = ({ text }, { before }) =>
  surprise.has(text) && before.length < SIGHT && before.every(saysNothing) ? 'unsure' : undefined;

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

/** "Begitu kantor jadi kami lapor": as soon as. */
const asSoonAs: Rule = ({ text }, { after: [next] }) =>
  soon.has(text) && isName(next) ? 'unsure' : undefined;

/** "Pak camat: kantor petani sudah jadi": somebody's words; "lapor pak camat: …" speaks to him. */
const quoted: Rule = ({ text }, { before, after: [next] }) =>
  next?.is === 'colon' && !reporters.has(text) && before.every(({ is }) => is === 'title')
    ? 'hearsay'
    : undefined;

/** "Kios pernah buka": once; "belum pernah" never did. */
const once: Rule = ({ text }, { before }) =>
  ever.has(text) && !NEGATIONS.has(before.at(-1)?.is ?? 'line') ? 'unsure' : undefined;

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
    on: ['bisa', 'baru', 'will', 'request'],
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
  { name: 'once', example: ['kios pernah buka', 'pernah', 'unsure'], on: ['filler'], apply: once },
  { name: 'a permit', example: ['belum ada izin', 'izin', 'unknown'], on: ['courtesy'], apply: permit },
];
