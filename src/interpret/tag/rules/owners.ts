import {
  CLOCK,
  DOCTOR,
  HAJI,
  HAVING,
  KIN,
  NEXT_DOOR,
  OFFICE,
  OLD,
  ONESELF,
  ORGANISATIONS,
  PERSONAL_CLITICS,
  VILLAGE_OFFICE,
  WELL,
} from '../../words/cues.ts';
import { wordSet } from '../../words/tables.ts';
import { isAddressed } from '../belongings.ts';
import { isWord } from '../lexicon.ts';
import { isBreak, isName, isStatusTag, type Kinds, kinds, type Rule, type Tag } from '../tags.ts';
import type { NamedRule } from './rule.ts';

const having = wordSet(HAVING);
const offices = wordSet(OFFICE);
const villageOffice = wordSet(VILLAGE_OFFICE);
const oneself = wordSet(ONESELF);
const nextDoor = wordSet(NEXT_DOOR);
const haji = wordSet(HAJI);
const old = wordSet(OLD);
const well = wordSet(WELL);
const doctor = wordSet(DOCTOR);
const kin = wordSet(KIN);
const personal = [...wordSet(PERSONAL_CLITICS)];
const organisations = wordSet(ORGANISATIONS);
const clock = wordSet(CLOCK);
const SOMEBODY: Kinds = kinds('office', 'measured', 'area');
const OWNERS: Kinds = kinds('desa', 'office', 'title');
const OTHERS: Kinds = kinds('title', 'unknown', 'office', 'courtesy');
const HAVERS: Kinds = kinds('unknown', 'office');
const NAMES: Kinds = kinds('title', 'unknown', 'measured', 'own');
const OTHER_USES: Kinds = kinds('unknown', 'matter', 'office', 'measure', 'measured');
const NUMBERS: Kinds = kinds('quantity', 'date', 'unit', 'bad number');

/** "Kios punya bu haji". */
const possessed: Rule = (tag, { after: [next, second] }) =>
  isName(tag) && having.has(next?.text ?? '') && OTHERS.has(second?.is ?? 'line') ? 'lookalike' : undefined;

/** "Gudang pak haji", "kios bu siti sudah jadi", "kantor pak camat sudah"; "kantor pak, sudah" speaks to somebody. */
const ofSomebody: Rule = (tag, { after }) => {
  if (!isName(tag)) return undefined;
  const isOld = old.has(after[0]?.text ?? '') || after[0]?.is === 'baru';
  const [next, second, third] = isOld ? after.slice(1) : after;
  if (next && doctor.has(next.text) && second?.is === 'unknown') return 'lookalike';
  if (next?.is !== 'title') return undefined;
  const isOffice = tag.units![0] === 'kantor' && second?.is === 'office' && isStatusTag(third);
  const isKin = kin.has(next.text) && isStatusTag(second);
  const isNamed = haji.has(next.text) || NAMES.has(second?.is ?? 'line');
  return isOffice || isKin || isNamed ? 'lookalike' : undefined;
};

/** "Kantor camat", "simpan pinjam bumdes". */
const ofOffice: Rule = (tag, { after: [next] }) =>
  isName(tag) && next?.is === 'office' ? 'lookalike' : undefined;

/** What was said before in the same breath. */
const breathOf = (before: readonly Tag[]): readonly Tag[] => before.slice(before.findLastIndex(isBreak) + 1);

/** "Bumdes sudah punya kios", "KUD lama gudangnya sudah jadi": it is theirs. */
const ofOrganisation: Rule = (tag, { before }) =>
  isName(tag) && breathOf(before).some(({ text }) => organisations.has(text)) ? 'lookalike' : undefined;

/** True for others than the cooperative: "ketua rt", "adik saya", "warga kami"; not "pak camat", who is spoken to. */
const isSomebody = (tags: readonly Tag[], at: number): boolean => {
  const [last, tag] = [tags[at - 1], tags[at]!];
  if (tag.is === 'own') return last?.is === 'unknown';
  if (tag.is === 'filler') return last?.is === 'title' && !isWord(tag.text);
  return SOMEBODY.has(tag.is) && (!isAddressed(tags, at) || tags[at - 2]?.is === 'unknown');
};

/** Who stands just before "punya": "mereka punya gudang", "pak camat punya gudang"; "pak camat, sudah punya" speaks to him. */
const isHaver = (tag: Tag | undefined): boolean =>
  tag !== undefined && (HAVERS.has(tag.is) || kin.has(tag.text));

/** "Punya pak camat gudangnya sudah": the owner first. */
const ofOwnerBefore: Rule = (tag, { before }) => {
  const [verb, owner, name] = breathOf(before);
  if (!isName(tag) || !having.has(verb?.text ?? '')) return undefined;
  return HAVERS.has((owner?.is === 'title' ? name : owner)?.is ?? 'line') ? 'lookalike' : undefined;
};

/** "Ketua RT sudah buka kios", "warga kami sudah punya kios": theirs; "kami sudah buka kios" is the cooperative's. */
const ofSubject: Rule = (tag, { before }) => {
  const verb = before.at(-1);
  if (!isName(tag) || !verb || !(verb.is === 'buka' || having.has(verb.text))) return undefined;
  const breath = breathOf(before);
  if (having.has(verb.text) && isHaver(breath.at(-2))) return 'lookalike';
  const subject = breath.findLastIndex((one) => !isStatusTag(one));
  return subject >= 0 && isSomebody(breath, subject) ? 'lookalike' : undefined;
};

/** "Kantor ada tapi milik desa": not of the cooperative. */
const ofOthers: Rule = ({ text }, { before, after: [next] }) => {
  const last = before.at(-1);
  const isBehind = last?.is === 'but' || isStatusTag(last);
  return having.has(text) && isBehind && OWNERS.has(next?.is ?? 'line') ? 'unsure' : undefined;
};

/** "Kiosmu sudah buka". */
const ofReader: Rule = (tag) =>
  isName(tag) && personal.some((ending) => tag.text.endsWith(ending)) ? 'lookalike' : undefined;

/** "Kntr desa": the village's. */
const ofVillage: Rule = (tag, { after: [next, second] }) =>
  offices.has(tag.text) && next?.is === 'desa' && second?.is !== 'village' ? 'lookalike' : undefined;

/** "Kios saya sudah buka": the speaker's own. */
const ofSpeaker: Rule = (tag, { after: [next, second] }) =>
  isName(tag) && oneself.has(next?.text ?? '') && (isBreak(second) || isStatusTag(second))
    ? 'lookalike'
    : undefined;

/** "Kantor lama sudah dibongkar": the one before. */
const former: Rule = (tag, { after: [next] }) =>
  isName(tag) && old.has(next?.text ?? '') ? 'lookalike' : undefined;

/** "Klinik desa sebelah", "kios depan masjid": where the neighbours are; "kantor di depan masjid" is where this one is. */
const neighbours: Rule = (tag, { after: [next, second] }) => {
  if (!isName(tag) || next?.is !== 'at') return undefined;
  return nextDoor.has(next.text) || second?.is === 'area' ? 'lookalike' : undefined;
};

/** "Kios buah", "sekretariat rt": of something that is counted or numbered, not "kantor ukuran 4". */
const ofKind: Rule = (tag, { after: [next, second] }) => {
  // "Distribusi soal ujian".
  if (isName(tag) && next?.is === 'about') return 'lookalike';
  if (!isName(tag) || (next?.is !== 'measure' && next?.is !== 'measured')) return undefined;
  return NUMBERS.has(second?.is ?? 'line') ? undefined : 'lookalike';
};

/** "Sembako untuk warga". */
const forOthers: Rule = (tag, { after: [next, second] }) =>
  isName(tag) && next?.is === 'topic' && OTHER_USES.has(second?.is ?? 'line') ? 'lookalike' : undefined;

/** "Apotek sehat sudah buka", "klinik 24 jam": a name of its own. */
const brand: Rule = (tag, { after: [next, second] }) => {
  if (!isName(tag)) return undefined;
  const isNamed = well.has(next?.text ?? '') && isStatusTag(second);
  return isNamed || (next?.is === 'quantity' && clock.has(second?.text ?? '')) ? 'lookalike' : undefined;
};

/** "Kios-kios sudah buka": many. */
const several: Rule = (tag, { after: [next, second] }) =>
  isName(tag) && next?.is === 'dash' && next.glued && second?.text === tag.text ? 'lookalike' : undefined;

/** "Kantor Desa Petani": the village's office, or the cooperative's there; where units are asked for, the latter. */
const officeIn: Rule = ({ text }, { after: [next] }) =>
  villageOffice.has(text) && next?.is === 'village' ? 'unit' : undefined;

const on = ['unit'] as const;

/** Whose a unit is: perhaps not the cooperative's. */
export const OWNER_RULES: readonly NamedRule[] = [
  { name: 'possessed', example: ['kios punya bu haji', 'kios', 'lookalike'], on, apply: possessed },
  {
    name: "somebody else's",
    example: ['gudang pak haji sudah', 'gudang', 'lookalike'],
    on,
    apply: ofSomebody,
  },
  {
    name: "an office's",
    example: ['simpan pinjam bumdes', 'simpan pinjam', 'lookalike'],
    on,
    apply: ofOffice,
  },
  {
    name: "another organisation's",
    example: ['kud lama gudangnya sudah jadi', 'gudangnya', 'lookalike'],
    on,
    apply: ofOrganisation,
  },
  {
    name: 'the owner first',
    example: ['punya pak camat gudangnya sudah', 'gudangnya', 'lookalike'],
    on,
    apply: ofOwnerBefore,
  },
  {
    name: "the opener's or the haver's",
    example: ['pak camat punya gudang', 'gudang', 'lookalike'],
    on,
    apply: ofSubject,
  },
  {
    name: 'not of the cooperative',
    example: ['kantor ada tapi milik desa', 'milik', 'unsure'],
    on: ['filler'],
    apply: ofOthers,
  },
  { name: 'several', example: ['kios-kios sudah buka', 'kios', 'lookalike'], on, apply: several },
  { name: "the reader's own", example: ['kiosmu sudah buka', 'kiosmu', 'lookalike'], on, apply: ofReader },
  { name: "the village's", example: ['kntr desa sudah', 'kntr', 'lookalike'], on, apply: ofVillage },
  { name: "the speaker's own", example: ['kios saya sudah buka', 'kios', 'lookalike'], on, apply: ofSpeaker },
  {
    name: 'the one before',
    example: ['kantor lama sudah dibongkar', 'kantor', 'lookalike'],
    on,
    apply: former,
  },
  { name: 'next door', example: ['kios sebelah sudah', 'kios', 'lookalike'], on, apply: neighbours },
  { name: 'of another kind', example: ['kios buah sudah', 'kios', 'lookalike'], on, apply: ofKind },
  { name: 'for others', example: ['sembako untuk warga', 'sembako', 'lookalike'], on, apply: forOthers },
  {
    name: 'a name of its own',
    example: ['apotek sehat sudah buka', 'apotek', 'lookalike'],
    on,
    apply: brand,
  },
  {
    name: "the cooperative's office",
    example: ['kantor desa petani', 'kantor desa', 'unit'],
    on: ['lookalike'],
    apply: officeIn,
  },
];
