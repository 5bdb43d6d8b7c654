import { thingAt } from '../tag/belongings.ts';
import {
  DOUBT_TAGS,
  holds,
  isStatusTag,
  isUnitTag,
  kinds,
  PLAN_TAGS,
  saysNothing,
  type Tag,
} from '../tag/tags.ts';
import { POSSESSIVES } from '../words/cues/endings.ts';
import { TURNED_OUT } from '../words/cues/particles.ts';
import { HAVING, OCCUPIED } from '../words/cues/people.ts';
import { ANOTHER_VILLAGE, WHERES, WITHIN } from '../words/cues/places.ts';
import { PAPERS } from '../words/cues/things.ts';
import { FOR_THE_TIME } from '../words/cues/times.ts';
import { wordSet } from '../words/tables.ts';
import type { Chunk } from './chunks.ts';
import { inDoubt, isGroup, isPredicate, type Part } from './part-builder.ts';
import type { Claim, Says } from './predicate-table.ts';

/* An aside casts its doubt or its plan on what is said beside it: "kalau dana cair, kantor sudah jadi". */

const BEFORE_UNDOING = kinds(
  'now',
  'sudah',
  'lagi',
  'baru',
  'filler',
  'courtesy',
  'who',
  'title',
  'but',
  'next',
);

const ONLY = kinds('only');
const THINGS = kinds('unknown', 'matter', 'measure');
/** A photo, a name: a thing of a unit that says nothing elsewhere. */
const isPicture = (tag: Tag): boolean =>
  thingAt(tag) === 'picture' || (tag.is === 'filler' && thingAt(tag) === 'belonging');
const papers = wordSet(PAPERS);
const within = wordSet(WITHIN);
const occupied = wordSet(OCCUPIED);
const turnedOut = wordSet(TURNED_OUT);
const possessives = [...wordSet(POSSESSIVES)];

/** "… tapi etalase doang", "…, papan namanya": all that there is of it. */
const isOnlyThing = (piece: readonly Tag[]): boolean => {
  const said = piece.filter(
    (tag) => tag.is !== 'but' && tag.is !== 'next' && (isPicture(tag) || !saysNothing(tag)),
  );
  const last = said.at(-1);
  const isThing = (tag: Tag) => THINGS.has(tag.is) || isPicture(tag);
  // "… tapi baru papan nama".
  const isSoFar = said[0]?.is === 'baru';
  const rest = isSoFar ? said.slice(1) : said;
  if (!rest.some(isThing) || !rest.every((tag) => isThing(tag) || ONLY.has(tag.is))) return false;
  return isSoFar || holds(said, ONLY) || possessives.some((ending) => last!.text.endsWith(ending));
};

/** "… tapi di buku". */
const isOnPaper = (piece: readonly Tag[]): boolean => {
  const [at, paper] = piece.filter(({ is, text }) => !BEFORE_UNDOING.has(is) || papers.has(text));
  return at?.is === 'at' && papers.has(paper?.text ?? '');
};

/** "… tapi dipakai TK"; "…, sudah dipakai" is in use. */
const isOccupied = (piece: readonly Tag[]): boolean =>
  occupied.has(piece.find((tag) => tag.is !== 'but' && !saysNothing(tag))?.text ?? '');

/**
 * "…, kemarin roboh kena angin", "…, tapi milik swasta", "…, sementara di balai desa": what undoes a status behind it, and is not said of something
 * else ("atapnya roboh").
 */
export const isUndoing = (piece: readonly Tag[]): boolean => {
  const first = piece.find(({ is, text }) => !BEFORE_UNDOING.has(is) && !turnedOut.has(text));
  if (isOnlyThing(piece) || isOnPaper(piece) || isOccupied(piece)) return true;
  return first?.is === 'undone' || (first?.is === 'unsure' && undoing.has(first.text));
};

const undoing = new Set([...wordSet(HAVING), ...wordSet(FOR_THE_TIME)]);
const anotherVillage = wordSet(ANOTHER_VILLAGE);

/** "Kantor sudah di desa sebelah": it names another village, but not which. */
export const namesAnotherVillage = (piece: readonly Tag[]): boolean =>
  piece.some(({ text }) => anotherVillage.has(text));

/** "… tapi di desa sebelah". */
export const isThereInstead = (piece: readonly Tag[]): boolean =>
  namesAnotherVillage(piece) && !piece.some(isStatusTag);

const wheres = wordSet(WHERES);
const PLACES = kinds('place', 'area');
const OURS = kinds('village', 'desa', 'own');

/** "Di Jawa, …", "di kabupaten sebelah, …", "di dusun 3, …": what follows is told of there. */
const isSetElsewhere = (piece: readonly Tag[]): boolean => {
  const [at, ...rest] = piece.filter((tag) => tag.is !== 'courtesy' && tag.is !== 'filler');
  return (
    at?.is === 'at' &&
    within.has(at.text) &&
    !holds(rest, OURS) &&
    rest.some(({ is, text }) => PLACES.has(is) || wheres.has(text))
  );
};

/** "Di rekap …", "di aplikasi …": what is written there is not told here. */
const isWritten = (frame: readonly Tag[]): boolean =>
  frame.some(({ is, text }, at) => {
    const next = frame[at + 1];
    return is === 'at' && within.has(text) && (next?.is === 'reports' || papers.has(next?.text ?? ''));
  });

const HEARSAY = kinds('hearsay');
const ABOUT = kinds('about');
const MATTER = kinds('matter');
const REPORTS = kinds('reports');

/** From which part on an aside casts its doubt or its plan: "kalau dana cair, …", "menurut info warga, …", "tunggu panen, …". */
export interface Shadow {
  doubt: number;
  plan: number;
  /** "…, kemarin roboh": what was said to stand does so no more. */
  undone: boolean;
}

export const castShadow = (shadow: Shadow, piece: readonly Tag[], at: number): void => {
  // "Kantor sudah, desa sebelah"; "desa sebelah belum" tells of that one only.
  if (isThereInstead(piece)) shadow.doubt = 0;
  if (at === 0 && (isSetElsewhere(piece) || isWritten(piece))) shadow.doubt = 0;
  if (isUndoing(piece)) shadow.undone = true;
  // "Soal lahan, kantor sudah": of the land, it may be.
  if (holds(piece, ABOUT) && holds(piece, MATTER)) shadow.doubt = Math.min(shadow.doubt, at);
  if (holds(piece, REPORTS)) return;
  // Whose word it is may be said behind as well: "klinik sudah buka, menurut info warga".
  if (holds(piece, DOUBT_TAGS)) shadow.doubt = Math.min(shadow.doubt, holds(piece, HEARSAY) ? 0 : at);
  if (holds(piece, PLAN_TAGS)) shadow.plan = Math.min(shadow.plan, at);
};

const DATE = kinds('date');
const QUESTION = kinds('question');
const UNSURE = kinds('unsure');
const OF_REPORT = kinds('quantity', 'measured', 'number', 'colon');

/** What stands before the first unit of a segment frames all that the segment says. */
export interface Frame {
  /** "Pengennya kantor sudah, gudang sudah", "akhir tahun …"; "27 november …" dates what follows. */
  readonly plan: boolean;
  /** "Kok kantor sudah, gudang belum". */
  readonly question: boolean;
  /** "Zaman pak lurah lama kios ada, gudang ada". */
  readonly doubt: boolean;
}

/** Reads the frame of a segment. */
export const frameOf = (chunks: readonly Chunk[]): Frame => {
  const { tags, now } = chunks.find(({ units }) => units) ?? { tags: [], now: false };
  const frame = tags.slice(0, Math.max(0, tags.findIndex(isUnitTag)));
  return {
    plan: holds(frame, PLAN_TAGS) || (!now && holds(frame, DATE) && !holds(frame, OF_REPORT)),
    question: holds(frame, QUESTION),
    doubt: holds(frame, UNSURE) || isWritten(frame),
  };
};

const HANGING = kinds('unsure', 'hearsay', 'question');

/** "Gimana kalau gudang sudah tapi kantor belum", "katanya …": what stands before the first unit binds what goes on behind a "tapi" too. */
export const bindsOn = (tags: readonly Tag[]): boolean =>
  holds(tags.slice(0, Math.max(0, tags.findIndex(isUnitTag))), HANGING);

const REACHED: ReadonlySet<Says> = new Set(['done', 'berdiri', 'beroperasi']);

/** What is reached only in a plan is not reached yet; what is lacking or under way is so now. */
const inPlan = (claims: readonly Claim[]): readonly Claim[] =>
  claims.map((one) => (REACHED.has(one.says) ? { says: 'plan' } : one));

/** Puts what a segment says within its frame. */
export const inFrame = (parts: readonly Part[], { plan, question, doubt }: Frame): readonly Part[] => {
  if (!plan && !question && !doubt) return parts;
  return parts.map((part) => {
    if (isGroup(part)) return doubt ? inDoubt(part) : part;
    const claims = plan ? inPlan(part.claims) : part.claims;
    return { ...part, claims: question ? [...claims, { says: 'question' }] : claims };
  });
};

const LACKING: ReadonlySet<Says> = new Set(['gone', 'not yet', 'not there', 'not open']);

/** "Gudang belum berdiri, yang lama roboh": there is nothing to undo. */
const lacksAll = (parts: readonly Part[]): boolean =>
  parts.some(isPredicate) &&
  parts.every((part) => isGroup(part) || part.claims.every(({ says }) => LACKING.has(says)));

export const inShadow = (parts: readonly Part[], { doubt: from, plan, undone }: Shadow): readonly Part[] => {
  const doubt = undone && !lacksAll(parts) ? 0 : from;
  if (doubt >= parts.length && plan >= parts.length) return parts;
  return parts.map((part, at) => {
    if (isGroup(part) && at >= doubt)
      return { ...part, doubt: part.doubt ?? { kind: 'uncertain', units: part.units } };
    return isPredicate(part) && at >= plan ? { ...part, claims: [...part.claims, { says: 'plan' }] } : part;
  });
};
