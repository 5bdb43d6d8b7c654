import { PERSONAL_CLITICS, POSSESSIVES } from '../../words/cues/endings.ts';
import { OLD, WITHOUT } from '../../words/cues/particles.ts';
import {
  BODIES,
  DOCTOR,
  GROUPS_OF_PEOPLE,
  HAJI,
  HAVING,
  KIN,
  OFFICERS,
  ONES_OWN,
  ONESELF,
  ORGANISATIONS,
  PEOPLE,
  REPORTED_TO,
} from '../../words/cues/people.ts';
import { NEXT_DOOR, OFFICE, VILLAGE_OFFICE, WARDS } from '../../words/cues/places.ts';
import { WELL } from '../../words/cues/talk.ts';
import { CLOCK } from '../../words/cues/times.ts';
import { wordSet } from '../../words/tables.ts';
import { isAddressed } from '../belongings.ts';
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
  type Neighbours,
  type Rule,
  type Tag,
} from '../tags.ts';
import { lookalike, type NamedRule } from './rule.ts';

const having = wordSet(HAVING);
const reportedTo = wordSet(REPORTED_TO);
const possessives = [...wordSet(POSSESSIVES)];
/** "Pak ini", "bu ya": no name. */
const isFillerWord = ({ is, text }: Tag): boolean => is === 'filler' && isWord(text) && !haji.has(text);
const offices = wordSet(OFFICE);
const officers = wordSet(OFFICERS);
const villageOffice = wordSet(VILLAGE_OFFICE);
const onesOwn = wordSet(ONES_OWN);
const oneself = wordSet(ONESELF);
const nextDoor = wordSet(NEXT_DOOR);
const haji = wordSet(HAJI);
const old = wordSet(OLD);
const well = wordSet(WELL);
const doctor = wordSet(DOCTOR);
const kin = wordSet(KIN);
const personal = [...wordSet(PERSONAL_CLITICS)];
const organisations = wordSet(ORGANISATIONS);
const bodies = wordSet(BODIES);
const lacking = wordSet(WITHOUT);
const groups = wordSet(GROUPS_OF_PEOPLE);
const clock = wordSet(CLOCK);
const people = wordSet(PEOPLE);
const wards = wordSet(WARDS);
const SOMEBODY: Kinds = kinds('office', 'measured', 'area');
const OWNERS: Kinds = kinds('desa', 'office', 'title');
const OTHERS: Kinds = kinds('title', 'unknown', 'office', 'courtesy');
const HAVERS: Kinds = kinds('unknown', 'office');
const NAMES: Kinds = kinds('title', 'unknown', 'measured', 'own');
const OTHER_USES: Kinds = kinds('unknown', 'matter', 'office', 'measure', 'measured');
const NUMBERS: Kinds = kinds('quantity', 'date', 'unit', 'bad number');

/** "Gudang pak haji", "kios bu siti sudah jadi", "kantor pak camat sudah"; "kantor pak, sudah" speaks to somebody. */
function isOfSomebody(tag: Tag, { after }: Neighbours): boolean {
  const isOld = old.has(after[0]?.text ?? '') || after[0]?.is === 'baru';
  const [next, second, third] = isOld ? after.slice(1) : after;
  if (next && doctor.has(next.text) && second?.is === 'unknown') return true;
  if (next?.is !== 'title') return false;
  const isOffice = tag.units![0] === 'kantor' && second?.is === 'office' && isStatusTag(third);
  const isKin = kin.has(next.text) && isStatusTag(second);
  return isOffice || isKin || haji.has(next.text) || NAMES.has(second?.is ?? 'line');
}

/** "KUD lama sudah bubar, gudang kami sudah berdiri": how another organisation fares, before something is said of units. */
const endOfOrganisation: Rule = (_, { before, after }) => {
  const end = after.findIndex(isBreak);
  const breath = [...breathBefore(before), ...after.slice(0, Math.max(end, 0))];
  const isTheirs = breath.some(({ text }) => organisations.has(text)) && !breath.some(isUnitLike);
  const next = after.slice(end + 1);
  const named = next.findIndex(isName);
  return isTheirs && after[end]?.is === 'comma' && named >= 0 && next.slice(named).some(isStatusTag)
    ? 'unknown'
    : undefined;
};

/** True for others than the cooperative: "ketua rt", "ketua koperasi", "warga kami"; not "pak camat", who is spoken to. */
const isSomebody = (tags: readonly Tag[], at: number): boolean => {
  const [last, tag] = [tags[at - 1], tags[at]!];
  if (tag.is === 'own') return last?.is === 'unknown' || officers.has(last?.text ?? '');
  if (tag.is === 'filler') return last?.is === 'title' && !isWord(tag.text);
  return SOMEBODY.has(tag.is) && (!isAddressed(tags, at) || tags[at - 2]?.is === 'unknown');
};

/** Who stands just before "punya": "mereka punya gudang", "pak camat punya gudang"; "pak camat, sudah punya" speaks to him. */
const isHaver = (tag: Tag | undefined): boolean =>
  tag !== undefined && (HAVERS.has(tag.is) || kin.has(tag.text));

/** "Ketua RT sudah buka kios", "warga kami sudah punya kios": theirs; "kami sudah buka kios" is the cooperative's. */
function isOfSubject(_: Tag, { before }: Neighbours): boolean {
  const verb = before.at(-1);
  if (!verb || !(verb.is === 'buka' || having.has(verb.text))) return false;
  const breath = breathBefore(before);
  if (having.has(verb.text) && isHaver(breath.at(-2))) return true;
  const subject = breath.findLastIndex((one) => !isStatusTag(one));
  // "Pak haji sudah punya kantor": no comma divides him from what is told.
  const who = breath[subject];
  const isNamed = subject === 1 && breath[0]!.is === 'title' && (who!.is === 'office' || haji.has(who!.text));
  return subject >= 0 && (isNamed || isSomebody(breath, subject));
}

const NAMED: Kinds = kinds('office', 'filler', 'unknown');

/** "Pak haji gudangnya sudah": his; "pak camat kantornya sudah" speaks to him. */
const isOfNamed = ({ text }: Tag, { before }: Neighbours): boolean => {
  const [title, name, ...more] = before;
  return (
    title?.is === 'title' &&
    (NAMED.has(name?.is ?? 'line') || haji.has(name?.text ?? '')) &&
    more.length === 0 &&
    !reportedTo.has(name!.text) &&
    !isFillerWord(name!) &&
    possessives.some((ending) => text.endsWith(ending))
  );
};

const BEFORE_OWNER: Kinds = kinds('but', 'only', 'comma', 'colon', 'dash', 'open');

/** "Kantor ada tapi milik desa", "tapi itu punya desa", "kantor berdiri sejak 2019, milik bumdes": not of the cooperative. */
const ofOthers: Rule = ({ is, text }, { before, after: [next, second] }) => {
  const isOwner =
    next &&
    (OWNERS.has(next.is) || people.has(next.text) || (next.is === 'unknown' && !onesOwn.has(next.text)));
  // "Milik saya pribadi".
  const isOnes = oneself.has(next?.text ?? '') && (isBreak(second) || second?.is === 'unknown');
  if (!next || !having.has(text) || !(isOwner || isOnes)) return undefined;
  const last = is === 'filler' ? before.at(-1) : before.findLast((one) => one.is !== 'filler');
  if (BEFORE_OWNER.has(last?.is ?? 'line'))
    return next.is === 'title' && isBreak(second) ? undefined : 'unsure';
  const isSaidBefore = is === 'filler' ? before.some(isStatusTag) : isHead(last);
  return isSaidBefore && before.some(isName) ? 'unsure' : undefined;
};

/** "Kantor Desa Petani": the village's office, or the cooperative's there; where units are asked for, the latter. */
const officeIn: Rule = ({ text }, { after: [next] }) =>
  villageOffice.has(text) && next?.is === 'village' ? 'unit' : undefined;

/** "Para petani", "warga Bumbung": people, and no village. */
const amongPeople: Rule = (_, { before }) => (groups.has(before.at(-1)?.text ?? '') ? 'unknown' : undefined);

/** "Kantor sudah dinas PU": what it belongs to by now; "kantor sudah pak camat" speaks to somebody. */
const bodyBehind: Rule = ({ text }, { before }) =>
  bodies.has(text) && isStatusTag(before.at(-1)) && !having.has(before.at(-1)!.text) ? 'unknown' : undefined;

/** "Jalan sendiri tanpa kopdes": it is not the cooperative's. */
const without: Rule = ({ text }, { after: [next] }) =>
  lacking.has(text) && next?.is === 'own' ? 'unsure' : undefined;

const CALLS: Kinds = kinds('plan', 'request', 'will');

/** "Yang belum punya kantor", "yang belum ada kantor segera lapor": those who have none are called upon. */
const whoHave: Rule = (_, { before, after }) => {
  // "… tapi yang punya orang lain": whose it is.
  if (before.at(-1)?.is === 'but' && having.has(after[0]?.text ?? '')) return 'filler';
  const said = after.findIndex((tag) => !isStatusTag(tag) || having.has(tag.text));
  if (having.has(after[said]?.text ?? '')) return 'unsure';
  const breath = breathAfter(after);
  return breath.some(({ is }, at) => CALLS.has(is) && breath[at + 1]?.is === 'reports')
    ? 'unsure'
    : undefined;
};

/** Whose a unit is: perhaps not the cooperative's. */
export const OWNER_RULES: readonly NamedRule[] = [
  lookalike(
    'possessed',
    ['kios punya bu haji', 'kios'],
    (_, { after: [next, second] }) => having.has(next?.text ?? '') && OTHERS.has(second?.is ?? 'line'),
  ),
  lookalike("somebody else's", ['gudang pak haji sudah', 'gudang'], isOfSomebody),
  lookalike(
    "an office's",
    ['simpan pinjam bumdes', 'simpan pinjam'],
    (_, { after: [next] }) => next?.is === 'office',
  ),
  lookalike("another organisation's", ['kud lama gudangnya sudah jadi', 'gudangnya'], (_, { before }) =>
    breathBefore(before).some(({ text }) => organisations.has(text)),
  ),
  {
    name: "another organisation's end",
    example: ['kud lama sudah bubar, gudang sudah berdiri', 'bubar', 'unknown'],
    on: ['tutup', 'undone', 'sudah'],
    apply: endOfOrganisation,
  },
  lookalike('the owner first', ['punya pak camat gudangnya sudah', 'gudangnya'], (_, { before }) => {
    const [verb, owner, name] = breathBefore(before);
    return having.has(verb?.text ?? '') && HAVERS.has((owner?.is === 'title' ? name : owner)?.is ?? 'line');
  }),
  lookalike('theirs, by name', ['pak haji gudangnya sudah', 'gudangnya'], isOfNamed),
  lookalike("the opener's or the haver's", ['pak camat punya gudang', 'gudang'], isOfSubject),
  {
    name: 'not of the cooperative',
    example: ['kantor ada tapi milik desa', 'milik', 'unsure'],
    on: ['filler', 'ada', 'unknown'],
    apply: ofOthers,
  },
  {
    name: 'who have one',
    example: ['yang belum punya kantor segera lapor', 'yang', 'unsure'],
    on: ['who'],
    apply: whoHave,
  },
  {
    name: 'a body behind a status',
    example: ['kantor sudah dinas pu', 'dinas', 'unknown'],
    on: ['office'],
    apply: bodyBehind,
  },
  {
    name: 'without the cooperative',
    example: ['klinik jalan sendiri tanpa kopdes', 'tanpa', 'unsure'],
    on: ['unknown'],
    apply: without,
  },
  { name: 'people', example: ['para petani', 'petani', 'unknown'], on: ['village'], apply: amongPeople },
  lookalike(
    'several',
    ['kios-kios sudah buka', 'kios'],
    ({ text }, { after: [next, second] }) => next?.is === 'dash' && next.glued && second?.text === text,
  ),
  lookalike("the reader's own", ['kiosmu sudah buka', 'kiosmu'], ({ text }) =>
    personal.some((ending) => text.endsWith(ending)),
  ),
  lookalike(
    "the village's",
    ['kntr desa sudah', 'kntr'],
    ({ text }, { after: [next, second] }) =>
      offices.has(text) && next?.is === 'desa' && second?.is !== 'village',
  ),
  lookalike(
    "the speaker's own",
    ['kios saya sudah buka', 'kios'],
    (_, { after: [next, second] }) =>
      oneself.has(next?.text ?? '') && (isBreak(second) || isStatusTag(second) || second!.is === 'at'),
  ),
  lookalike('the one before', ['kantor lama sudah dibongkar', 'kantor'], (_, { after: [next] }) =>
    old.has(next?.text ?? ''),
  ),
  // "Klinik desa sebelah", "kios depan masjid"; "kantor di depan masjid" is where this one is.
  lookalike(
    'next door',
    ['kios sebelah sudah', 'kios'],
    (_, { after: [next, second] }) => next?.is === 'at' && (nextDoor.has(next.text) || second?.is === 'area'),
  ),
  // "Distribusi soal ujian", "sekretariat rt": "kantor RT 2": of something that is counted or numbered, not "kantor ukuran 4".
  lookalike('of another kind', ['kios buah sudah', 'kios'], (_, { after: [next, second] }) => {
    const isOfThings = next?.is === 'measure' || next?.is === 'measured';
    return (
      next?.is === 'about' ||
      wards.has(next?.text ?? '') ||
      (isOfThings && !NUMBERS.has(second?.is ?? 'line'))
    );
  }),
  lookalike(
    'for others',
    ['sembako untuk warga', 'sembako'],
    (_, { after: [next, second] }) => next?.is === 'topic' && OTHER_USES.has(second?.is ?? 'line'),
  ),
  // "Klinik 24 jam" too.
  lookalike('a name of its own', ['apotek sehat sudah buka', 'apotek'], (_, { after: [next, second] }) => {
    const isNamed = well.has(next?.text ?? '') && isStatusTag(second);
    return isNamed || (next?.is === 'quantity' && clock.has(second?.text ?? ''));
  }),
  {
    name: "the cooperative's office",
    example: ['kantor desa petani', 'kantor desa', 'unit'],
    on: ['lookalike'],
    apply: officeIn,
  },
];
