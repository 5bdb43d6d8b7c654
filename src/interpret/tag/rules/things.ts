import { LEFT_OVER } from '../../words/cues/counting.ts';
import { POSSESSIVES } from '../../words/cues/endings.ts';
import { SINGLING, WITH } from '../../words/cues/particles.ts';
import { COMPANIONS, PEOPLE } from '../../words/cues/people.ts';
import { WELL } from '../../words/cues/talk.ts';
import { HANDING_OUT, PERMIT, UTILITIES } from '../../words/cues/things.ts';
import { MENDING } from '../../words/cues/work.ts';
import { wordSet } from '../../words/tables.ts';
import { isAddressed, isThing, thingAt } from '../belongings.ts';
import { beforeList, behindList } from '../listed.ts';
import {
  breathAfter,
  breathBefore,
  isBreak,
  isHead,
  isName,
  isStatusTag,
  isUnitLike,
  kinds,
  type Neighbours,
  type Rule,
  type Tag,
} from '../tags.ts';
import { lookalike, type NamedRule } from './rule.ts';

const SAID_BARELY = kinds('sudah', 'belum');
const LEAVING_OUT = kinds('except', 'left', 'short of', 'only');
const OF_WORK = kinds('topic', 'pembangunan');
const OF_PERMITS = kinds('ada', 'selesai', 'jadi', 'fails');
const permits = wordSet(PERMIT);

const STUFF = kinds('unknown', 'measure', 'part', 'aim', 'borrowed', 'fails', 'plea');
const PARTNERS = kinds('and', 'unit', 'lookalike');
const singling = wordSet(SINGLING);
const linking = wordSet(WITH);
const mending = wordSet(MENDING);
const MENDED = kinds('measured', 'filler', 'part', 'unknown');

/** "Semen untuk kantor sudah ada", "rak buat apotek": what it is given, and not the unit. */
const isGiven = (_: Tag, { before }: Neighbours): boolean => {
  const [thing, topic] = before.slice(-2);
  return topic?.is === 'topic' && STUFF.has(thing?.is ?? 'line') && !singling.has(thing!.text);
};

const GOT_STUFF = kinds('unknown', 'matter');
const LEADS_TO = kinds('colon', 'dash', 'open');

/** "Kantor: semen sudah ada", "simpan pinjam: modal sudah", "kantor (semen sudah ada)": what it has got by now. */
const isGotStuff = (_: Tag, { after: [mark, ...later] }: Neighbours): boolean => {
  if (!LEADS_TO.has(mark?.is ?? 'line')) return false;
  const breath = breathAfter(later).filter(({ is }) => is !== 'filler');
  const [thing] = breath;
  const isStuff = thing && (GOT_STUFF.has(thing.is) || permits.has(thing.text)) && !breath.some(isUnitLike);
  const head = breath.find(isHead);
  return isStuff === true && (head ? head.is === 'ada' : SAID_BARELY.has(breath.at(-1)!.is));
};

const handingOut = wordSet(HANDING_OUT);
const utilities = wordSet(UTILITIES);

/** "Kerja sama simpan pinjam dengan BRI, simpan pinjam sudah jalan": named again, and what is said is said there. */
const isNamedAgain = ({ units }: Tag, after: readonly Tag[]): boolean => {
  const next = after.find((one) => isHead(one) || one.is === 'unit');
  return next?.is === 'unit' && next.units![0] === units![0];
};

/** "Kerja sama dengan klinik sudah jalan": what is agreed with it. */
const isAgreedWith = (tag: Tag, { before, after }: Neighbours): boolean => {
  const at = before.findLastIndex(({ is }) => !PARTNERS.has(is));
  const isWith = linking.has(before[at + 1]?.text ?? '');
  return isWith && before[at]?.is === 'unknown' && !isNamedAgain(tag, after);
};

/** "Perbaikan kantor sudah selesai" is a repair; "perbaikan: kantor sudah" puts a message right. */
const repair: Rule = ({ text }, { after: [next, second] }) => {
  const mended = MENDED.has(next?.is ?? 'line') ? second : next;
  return mending.has(text) && mended && isName(mended) ? 'unknown' : undefined;
};

/** "Perbaikan gedung kantor", "perbaikan gudang dan kantor": the repair is done. */
const isRepaired = (_: Tag, { before }: Neighbours): boolean => {
  const breath = breathBefore(before);
  return breath.some(({ is, text }) => is === 'unknown' && mending.has(text));
};

/** "Izin apotek belum ada", "izin pembangunan gudang selesai", "kecuali izin apotek": of the permit; "izin, apotek belum ada" and "izin apotek sudah buka" are courtesy. */
const isOfPermit = (_: Tag, { before, after }: Neighbours): boolean => {
  const named = beforeList(before);
  const at = named.findLastIndex(({ is }) => !OF_WORK.has(is));
  if (!permits.has(named[at]?.text ?? '')) return false;
  const said = behindList(after).find((one) => isHead(one) || isBreak(one) || one.is === 'unit');
  const isLeftOut = LEAVING_OUT.has(named[at - 1]?.is ?? 'line');
  const isFor = named.slice(at + 1).some(({ is }) => is === 'topic');
  return isLeftOut || isFor || OF_PERMITS.has(said?.is ?? 'line');
};

/** "Pengurusan izin operasional": of the permit. */
const permitToOpen: Rule = (_, { before }) =>
  before.at(-1)?.is === 'proses' && permits.has(before.at(-1)!.text.split(' ').at(-1)!)
    ? 'filler'
    : undefined;

/** "Distribusi sudah selesai": goods were handed out; "distribusi sudah berdiri" is the unit. */
const isHandedOut = ({ text }: Tag, { after }: Neighbours): boolean =>
  handingOut.has(text) && after.find((one) => isHead(one) || isBreak(one))?.is === 'selesai';

/** "Masalah klinik sudah beres": the trouble is over; "soal klinik, sudah berdiri" is said of the unit. */
const isOfTrouble = (_: Tag, { before, after }: Neighbours): boolean =>
  before.at(-1)?.is === 'about' && after.find((one) => isHead(one) || isBreak(one))?.is === 'selesai';

const possessives = [...wordSet(POSSESSIVES)];
const ADDRESSED = kinds('own', 'title', 'filler');

/** "Kantor sudah ada pengurusnya", "kantor sudah pak gambarnya": what there is. */
const whatThereIs: Rule = (tag, { before, after: [next] }) => {
  const thing = thingAt(tag);
  const isLast = next === undefined && possessives.some((ending) => tag.text.endsWith(ending));
  // "Kantor sudah saya foto".
  const last = isLast
    ? before.findLast(({ is }) => !ADDRESSED.has(is))
    : before.at(-1)?.is === 'own'
      ? before.at(-2)
      : before.at(-1);
  // "Gudang cuma gambar".
  if (thing === 'picture' && last?.is === 'only') return 'unknown';
  return thing && thing !== 'matter' && isStatusTag(last) ? 'reports' : undefined;
};

const OTHERS = kinds(
  ...(['unknown', 'matter', 'desa', 'office', 'reports', 'measure', 'measured', 'lookalike'] as const),
);

/** True for what names something else than units, or the people who report them. */
const isOther = (tag: Tag | undefined): boolean =>
  tag !== undefined && (OTHERS.has(tag.is) || (thingAt(tag) !== undefined && tag.is !== 'own'));

const companions = wordSet(COMPANIONS);
const well = wordSet(WELL);
const leftOver = wordSet(LEFT_OVER);

/** "Semua dokumen", "semua pengurus", "semua aman": all of something else. */
const allOfOther: Rule = (_, { after: [next] }) =>
  isOther(next) || well.has(next?.text ?? '') ? 'lookalike' : undefined;

/** "Desa yang lain", "meja dan lainnya", "sisanya tinggal …": the rest of something else, or perhaps of the work. */
const restOfOther: Rule = ({ text }, { before, after: [next] }) => {
  const at = before.findLastIndex(({ is }) => is !== 'and' && is !== 'who');
  if (isAddressed(before, at)) return undefined;
  const ofWork = next?.is === 'left' && leftOver.has(text);
  return ofWork || isOther(before[at]) || companions.has(before[at]?.text ?? '') ? 'lookalike' : undefined;
};

/** "Belum ada info apa-apa", "laporan belum ada sama sekali": none of something else. */
const noneOfOther: Rule = (_, { before }) => {
  const breath = breathBefore(before);
  return breath.some((_, at) => isThing(breath, at)) ? 'filler' : undefined;
};

const people = wordSet(PEOPLE);

/** "Anggota sudah 45 orang": so many by now. */
const soManyPeople: Rule = (_, { before, after: [next] }) =>
  people.has(before.at(-1)?.text ?? '') && before.at(-2)?.is !== 'quantity' && next?.is === 'quantity'
    ? 'filler'
    : undefined;

/** "Belum ada kendala": what there is none of, and no failure. */
const ofNone: Rule = (_, { before }) => (before.at(-1)?.is === 'ada' ? 'unknown' : undefined);

const GOT = kinds('sudah', 'bisa');

/** "Gudang sudah dapat bantuan", "klinik sudah dibantu": what came to it. */
const help: Rule = (_, { before }) => (GOT.has(before.at(-1)?.is ?? 'line') ? 'unknown' : undefined);

/** What is said of a thing of a unit, or of another thing altogether. */
export const THING_RULES: readonly NamedRule[] = [
  lookalike('what a unit is given', ['semen untuk kantor sudah ada', 'kantor'], isGiven),
  lookalike('what a unit has got', ['kantor: semen sudah ada', 'kantor'], isGotStuff),
  lookalike('what is laid on to a unit', ['air klinik sudah jalan', 'klinik'], (_, { before }) =>
    utilities.has(before.at(-1)?.text ?? ''),
  ),
  lookalike('what is agreed with it', ['kerja sama dengan klinik sudah jalan', 'klinik'], isAgreedWith),
  {
    name: 'a repair',
    example: ['perbaikan kantor sudah selesai', 'perbaikan', 'unknown'],
    on: ['correction'],
    apply: repair,
  },
  lookalike('what is repaired', ['perbaikan gedung kantor sudah selesai', 'kantor'], isRepaired),
  lookalike('the permit of a unit', ['izin apotek belum ada', 'apotek'], isOfPermit),
  lookalike('goods handed out', ['distribusi sudah selesai', 'distribusi'], isHandedOut),
  lookalike('trouble with a unit', ['masalah klinik sudah beres', 'klinik'], isOfTrouble),
  {
    name: 'the permit to open',
    example: ['pengurusan izin operasional', 'operasional', 'filler'],
    on: ['buka'],
    apply: permitToOpen,
  },
  {
    name: 'all of something else',
    example: ['semua dokumen', 'semua', 'lookalike'],
    on: ['all'],
    apply: allOfOther,
  },
  {
    name: 'the rest of something else',
    example: ['desa lainnya', 'lainnya', 'lookalike'],
    on: ['rest'],
    apply: restOfOther,
  },
  {
    name: 'none of something else',
    example: ['info belum ada sama sekali', 'sama sekali', 'filler'],
    on: ['none of them'],
    apply: noneOfOther,
  },
  {
    name: 'what there is',
    example: ['kantor sudah ada pengurusnya', 'pengurusnya', 'reports'],
    on: ['filler', 'office', 'measured'],
    apply: whatThereIs,
  },
  {
    name: 'so many people',
    example: ['anggota sudah 45 orang', 'sudah', 'filler'],
    on: ['sudah'],
    apply: soManyPeople,
  },
  {
    name: 'no trouble',
    example: ['belum ada kendala', 'kendala', 'unknown'],
    on: ['fails', 'plea', 'note', 'about'],
    apply: ofNone,
  },
  {
    name: 'help that came',
    example: ['gudang sudah dapat bantuan', 'bantuan', 'unknown'],
    on: ['plea'],
    apply: help,
  },
];
