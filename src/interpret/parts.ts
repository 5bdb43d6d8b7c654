import { UNITS } from '../units.ts';
import { asksPerhapsAll, chunksOf } from './chunks.ts';
import { doubtOf, SIGHT, type Spot, signsBehind } from './doubts.ts';
import {
  type Draft,
  doubtLast,
  endPhrase,
  type Group,
  isGroup,
  type Joint,
  join,
  newDraft,
  type Part,
  say,
  UNCLEAR,
} from './draft.ts';
import { isHead, isStatusSign } from './heads.ts';
import type { Sign, SignKind } from './sign.ts';
import { isUnitSign } from './stretches.ts';
import type { AskReason } from './verdict.ts';

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
  const joint = draft.joint ?? 'tight';
  const scope = scopeOf(sign);
  const all = scope === 'all' ? allOf(draft, spot, joint) : undefined;
  endPhrase(draft);
  if (all === 'the named') return;
  draft.joint = undefined;
  draft.left = undefined;
  const doubt = doubtOf(spot) ?? (all === 'nobody knows' ? UNCLEAR : undefined);
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

/** Heads that are counted: of a unit there is one, of those who work or buy in it there are many. */
const PEOPLE = /^(?:orang|org|orng|wong|urang|anggota|anggotanya|kk|jiwa)$/u;

/** "Belum ada isinya", "sudah ada 3 orang", "sudah kami laporkan": said of something else; "2 pintu" is a quantity. */
const other = (draft: Draft, spot: Spot): void => {
  const counts = spot.before?.is === 'quantity' && !(spot.chunk.units && PEOPLE.test(spot.sign.text));
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
  open: endPhrase,
};

const readsOf = (sign: Sign): Reads | undefined => {
  if (isUnitSign(sign)) return name;
  return READS[sign.is] ?? (isStatusSign(sign) ? (draft, { sign }) => say(draft, sign) : undefined);
};

/** Reads the pieces of a stretch into units and what is said of units, in the order in which they stand. */
export const partsOf = (pieces: readonly (readonly Sign[])[]): readonly Part[] => {
  const draft = newDraft();
  let named = false;
  const chunks = chunksOf(pieces);
  for (const [number, chunk] of chunks.entries()) {
    if (number > 0) join(draft, 'comma');
    // A plan at the head of the stretch ("bulan depan, …") reaches over its comma.
    if (named) draft.planned = false;
    const next = chunks[number + 1];
    for (const [at, sign] of chunk.signs.entries()) {
      const [before, after] = [chunk.signs[at - 1], chunk.signs[at + 1]];
      readsOf(sign)?.(draft, { sign, before, after, chunk, at, next });
    }
    endPhrase(draft);
    named ||= chunk.units;
  }
  if (!asksPerhapsAll(pieces)) return draft.parts;
  return draft.parts.map((part) => (isGroup(part) ? { ...part, doubt: part.doubt ?? UNCLEAR } : part));
};
