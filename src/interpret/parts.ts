import { UNITS } from '../domain/units.ts';
import { asksPerhapsAll, type Chunk, chunksOf } from './chunks.ts';
import { doubtOf, SIGHT, type Spot, signsBehind } from './doubts.ts';
import {
  type Draft,
  doubtLast,
  endPhrase,
  type Group,
  isGroup,
  isSaid,
  type Joint,
  join,
  newDraft,
  type Part,
  say,
  UNCLEAR,
} from './draft.ts';
import { isHead, isStatusSign } from './heads.ts';
import { holds, kinds, type Sign, type SignKind } from './sign.ts';
import { isUnitSign } from './stretches.ts';
import { isBelonging } from './things.ts';
import type { AskReason } from './types.ts';
import { ALL_BY_NAME, PEOPLE } from './words/cues.ts';
import { wordSet } from './words.ts';

const SKIPPED: readonly SignKind[] = ['filler', 'own', 'who', 'only'];
const SKIPPED_BEHIND: readonly SignKind[] = [...SKIPPED, 'quantity'];
/** What may be followed by words of another matter and still mean what it means: "sudah berdiri megah". */
const CLOSED: readonly SignKind[] = [
  ...(['berdiri', 'buka', 'jalan', 'proses', 'dibangun', 'pembangunan', 'finishing'] as const),
  ...(['share', 'check', 'cross', 'nihil', 'tutup'] as const),
];

const scopeOf = ({ is }: Sign): Group['scope'] => {
  if (is === 'all' || is === 'none of them') return 'all';
  return is === 'rest' || is === 'counted' ? is : 'these';
};

/** "Klinik 2": a number beside a name that it does not belong to. */
const clashes = (group: Group, sign: Sign, joint: Joint): boolean =>
  joint === 'tight' &&
  group.byName === Boolean(sign.numbered) &&
  !sign.units!.every((unit) => group.units.includes(unit));

const nameTogether = (
  draft: Draft,
  group: Group,
  sign: Sign,
  joint: Joint,
  doubt: AskReason | undefined,
): void => {
  const unsure = group.doubt ?? doubt ?? (clashes(group, sign, joint) ? UNCLEAR : undefined);
  const units = sign.units ?? [];
  const isKnown = units.every((unit) => group.units.includes(unit));
  if (isKnown && unsure === group.doubt && (group.byName || sign.numbered)) return;
  draft.parts[draft.parts.length - 1] = {
    ...group,
    units: isKnown ? group.units : [...new Set([...group.units, ...units])],
    byName: group.byName || !sign.numbered,
    doubt: unsure,
  };
};

const allByName = wordSet(ALL_BY_NAME);

/** "Ketujuh unit", "7 unit": it says itself of what. */
export const namesAll = (text: string): boolean => allByName.has(text) || /^\d/u.test(text);

const STRANGE = kinds('unknown', 'matter', 'laugh');

/** "Berkas sudah lengkap semua", "belum ada satupun yang hadir rapat": all of something else; "semua berdiri megah" is not. */
const isAllOfOther = ({ signs }: Chunk, { text }: Sign): boolean => {
  if (namesAll(text)) return false;
  const closed = signs.findIndex(({ is }) => CLOSED.includes(is));
  const until = closed < 0 ? signs.length : closed;
  return signs.some((sign, at) => at < until && (STRANGE.has(sign.is) || isBelonging(signs, at)));
};

/** Of which units "semua", "sama sekali" speak: of those named next to it, or else of all there are. */
const allOf = (
  { parts, phrase }: Draft,
  { sign, after }: Spot,
  joint: Joint,
): 'the named' | 'nobody knows' | undefined => {
  const last = parts.at(-1);
  const named = isGroup(last) && last.scope === 'these' && !last.left;
  const isDenied = phrase.some(({ is }) => is === 'belum' || is === 'tidak');
  // "Klinik belum ada sama sekali", "klinik sama sekali belum ada".
  if (sign.is === 'none of them') return named && (isDenied || joint === 'tight') ? 'the named' : undefined;
  // "Semua kantor dan kios".
  if (after?.is === 'unit' && !after.numbered) return 'nobody knows';
  if (phrase.length > 0 && joint === 'tight') {
    // "Kantor dan kios sudah semua": all of these; "belum semua": nobody knows which.
    if (isDenied) return 'nobody knows';
    return isGroup(last) && !last.left ? 'the named' : undefined;
  }
  // "Sisanya semua belum".
  if (isGroup(last) && last.scope === 'rest' && joint === 'tight') return 'the named';
  // "Kantor dan kios semua sudah": all of these; "kantor semua sudah", "kantor, semua sudah": nobody knows.
  if (!named || phrase.length > 0) return undefined;
  const several = last.units.length > 1 || isGroup(parts.at(-2));
  return several && joint === 'tight' ? 'the named' : 'nobody knows';
};

const name = (draft: Draft, spot: Spot): void => {
  const { sign } = spot;
  const last = draft.parts.at(-1);
  const { phrase, left } = draft;
  const joint = draft.joint === undefined || draft.joint === 'bracket' ? 'tight' : draft.joint;
  const scope = scopeOf(sign);
  const all = scope === 'all' ? allOf(draft, spot, joint) : undefined;
  endPhrase(draft);
  if (all === 'the named') return;
  draft.joint = undefined;
  draft.left = undefined;
  const isOther = scope === 'all' && isAllOfOther(spot.chunk, sign);
  const doubt = doubtOf(spot) ?? (all === 'nobody knows' || isOther ? UNCLEAR : undefined);
  const isNear = phrase.length === 0 && (joint === 'tight' || joint === 'and') && !left;
  if (isNear && scope === 'these' && isGroup(last) && last.scope === 'these') {
    nameTogether(draft, last, sign, joint, doubt);
    return;
  }
  const units = scope === 'all' ? UNITS : (sign.units ?? []);
  draft.parts.push({ is: 'group', units, scope, byName: !sign.numbered, left, doubt, joint });
};

const leaveOut = (draft: Draft, spot: Spot): void => {
  const next = spot.chunk.signs.slice(spot.at + 1, spot.at + SIGHT).find(({ is }) => !SKIPPED.includes(is));
  // "Tinggal finishing" and "kurang lengkap" are said of a unit; "tinggal klinik" leaves klinik out.
  if (isHead(next) && spot.sign.is !== 'except') {
    say(draft, spot.sign.is === 'left' ? spot.sign : { ...spot.sign, is: 'odd' });
    return;
  }
  endPhrase(draft);
  draft.left = spot.sign.is as Group['left'];
  join(draft, 'comma');
};

const strange = (draft: Draft, { sign, before, chunk, at }: Spot): void => {
  if (draft.phrase.length === 0) {
    if (isUnitSign(before)) doubtLast(draft);
    return;
  }
  const behind = signsBehind(chunk, at).findLast(({ is }) => !SKIPPED_BEHIND.includes(is));
  if (isStatusSign(behind) && !CLOSED.includes(behind!.is)) draft.phrase.push({ ...sign, is: 'odd' });
};

const people = wordSet(PEOPLE);

/** "Belum ada isinya", "sudah ada 3 orang", "sudah kami laporkan": said of something else; "2 pintu" is a quantity. */
const other = (draft: Draft, spot: Spot): void => {
  const counts = spot.before?.is === 'quantity' && !(spot.chunk.units && people.has(spot.sign.text));
  if (draft.phrase.length > 0 && !counts) strange(draft, spot);
};

const connect = (draft: Draft, { after }: Spot): void => {
  if (draft.phrase.length > 0 && !isUnitSign(after)) return;
  endPhrase(draft);
  join(draft, 'and');
};

const choose = (draft: Draft, { sign, before, after }: Spot): void => {
  if (isStatusSign(before) && isStatusSign(after)) draft.phrase.push({ ...sign, is: 'question' });
  else if (sign.is === 'or') {
    endPhrase(draft);
    doubtLast(draft);
    join(draft, 'and');
  } else if (sign.is === 'slash') join(draft, 'and');
};

const dash = (draft: Draft, { sign, before, after, chunk, at }: Spot): void => {
  const behind = signsBehind(chunk, at).findLast(({ is }) => is !== 'colon' && is !== 'filler');
  if (sign.is === 'dash' && !after && isUnitSign(behind)) {
    say(draft, { ...sign, is: 'cross' });
    return;
  }
  endPhrase(draft);
  join(draft, sign.is === 'dash' && isUnitSign(before) && isUnitSign(after) ? 'comma' : 'colon');
};

const also = (draft: Draft, { sign, after }: Spot): void => {
  if (draft.phrase.length > 0 || isStatusSign(after)) return;
  // "Klinik proses, demikian juga apotek": it binds over the comma.
  if (isUnitSign(after)) draft.joint = 'and';
  else say(draft, sign);
};

const range = (draft: Draft, { before, after }: Spot): void => {
  if (isUnitSign(before) && isUnitSign(after)) doubtLast(draft);
};

/** A date says when a unit named beside it will stand, unless it says since when it does. */
const date = (draft: Draft, { sign, chunk }: Spot): void => {
  if (chunk.units && !chunk.now) say(draft, sign);
};

type Reads = (draft: Draft, spot: Spot) => void;

const READS: Partial<Record<SignKind, Reads>> = {
  except: leaveOut,
  left: leaveOut,
  'short of': leaveOut,
  unknown: strange,
  matter: strange,
  laugh: strange,
  reports: other,
  measure: other,
  and: connect,
  or: choose,
  slash: choose,
  colon: dash,
  dash,
  also,
  to: range,
  date,
  open: (draft) => {
    endPhrase(draft);
    join(draft, 'bracket');
  },
};

const readsOf = (sign: Sign): Reads | undefined => {
  if (isUnitSign(sign)) return name;
  return READS[sign.is] ?? (isStatusSign(sign) ? (draft, { sign }) => say(draft, sign) : undefined);
};

const BEFORE_UNDOING = kinds('now', 'sudah', 'lagi', 'baru', 'filler', 'courtesy', 'who', 'title', 'but');

/** "…, kemarin roboh kena angin": what undoes a status behind it, and is not said of something else ("atapnya roboh"). */
export const isUndoing = (piece: readonly Sign[]): boolean =>
  piece.find(({ is }) => !BEFORE_UNDOING.has(is))?.is === 'undone';

const DOUBTS = kinds('unsure', 'hearsay');
const HEARSAY = kinds('hearsay');
const PLANS = kinds('plan', 'will', 'aim');
const REPORTS = kinds('reports');

/** From which part on an aside casts its doubt or its plan: "kalau dana cair, …", "menurut info warga, …", "tunggu panen, …". */
interface Shadow {
  doubt: number;
  plan: number;
}

const castShadow = (shadow: Shadow, piece: readonly Sign[], at: number): void => {
  if (isUndoing(piece)) shadow.doubt = 0;
  if (holds(piece, REPORTS)) return;
  // Whose word it is may be said behind as well: "klinik sudah buka, menurut info warga".
  if (holds(piece, DOUBTS)) shadow.doubt = Math.min(shadow.doubt, holds(piece, HEARSAY) ? 0 : at);
  if (holds(piece, PLANS)) shadow.plan = Math.min(shadow.plan, at);
};

const inShadow = (parts: readonly Part[], { doubt, plan }: Shadow): readonly Part[] => {
  if (doubt >= parts.length && plan >= parts.length) return parts;
  return parts.map((part, at) => {
    if (isGroup(part) && at >= doubt)
      return { ...part, doubt: part.doubt ?? { kind: 'uncertain', units: part.units } };
    return isSaid(part) && at >= plan ? { ...part, claims: [...part.claims, { says: 'plan' }] } : part;
  });
};

/** Reads the pieces of a stretch into units and what is said of units, in the order in which they stand. */
export const partsOf = (pieces: readonly (readonly Sign[])[]): readonly Part[] => {
  const draft = newDraft();
  let named = false;
  const chunks = chunksOf(pieces);
  const shadow: Shadow = { doubt: Number.POSITIVE_INFINITY, plan: Number.POSITIVE_INFINITY };
  for (const [number, chunk] of chunks.entries()) {
    if (number > 0) join(draft, 'comma');
    // A plan at the head of the stretch ("bulan depan, …") reaches over its comma.
    if (named) draft.planned = false;
    const next = chunks[number + 1];
    if (chunk.signs.length === 0) castShadow(shadow, pieces[number]!, draft.parts.length);
    for (const [at, sign] of chunk.signs.entries()) {
      const [before, after] = [chunk.signs[at - 1], chunk.signs[at + 1]];
      readsOf(sign)?.(draft, { sign, before, after, chunk, at, next });
    }
    endPhrase(draft);
    named ||= chunk.units;
  }
  const parts = inShadow(draft.parts, shadow);
  if (!asksPerhapsAll(pieces)) return parts;
  return parts.map((part) => (isGroup(part) ? { ...part, doubt: part.doubt ?? UNCLEAR } : part));
};
