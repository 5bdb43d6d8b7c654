import { UNITS } from '../units.ts';
import { asksPerhapsAll, type Chunk, chunksOf } from './chunks.ts';
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
import type { Sign, SignKind } from './signs.ts';
import { isUnitSign, type Stretch } from './stretches.ts';
import type { AskReason } from './verdict.ts';

const SKIPPED: readonly SignKind[] = ['filler', 'own', 'who', 'only'];
/** What may be followed by words of another matter and still mean what it means: "sudah berdiri megah". */
const CLOSED: readonly SignKind[] = [
  ...(['berdiri', 'buka', 'jalan', 'proses', 'dibangun', 'pembangunan', 'finishing'] as const),
  ...(['share', 'check', 'cross', 'nihil', 'tutup'] as const),
];

/** A sign with what stands around it in its chunk. */
interface Spot {
  readonly sign: Sign;
  readonly before: Sign | undefined;
  readonly after: Sign | undefined;
  readonly chunk: Chunk;
  readonly at: number;
}

/** How far from a sign another still belongs to it. */
const SIGHT = 8;

const signsBehind = ({ signs }: Chunk, at: number): readonly Sign[] =>
  signs.slice(Math.max(0, at - SIGHT), at);

const scopeOf = ({ is }: Sign): Group['scope'] => {
  if (is === 'all' || is === 'none of them') return 'all';
  return is === 'rest' || is === 'counted' ? is : 'these';
};

const doubtOf = ({ sign, before, chunk, at }: Spot): AskReason | undefined => {
  if (sign.is === 'bad number') return { kind: 'number', number: sign.value! };
  if (sign.is === 'shop') return { kind: 'which-unit', word: sign.text, units: sign.units! };
  // "Wifi kantor", "mobil logistik": not the unit, but something of it.
  const isOf =
    before?.is === 'unknown' ||
    (before?.is === 'measure' && sign.is === 'unit' && chunk.signs[at - 2]?.is !== 'quantity');
  return sign.is === 'lookalike' || isOf ? UNCLEAR : undefined;
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
    ...(unsure && { doubt: unsure }),
  };
};

const name = (draft: Draft, spot: Spot): void => {
  const { sign } = spot;
  const last = draft.parts.at(-1);
  const { phrase, left } = draft;
  const joint = draft.joint ?? 'tight';
  const scope = scopeOf(sign);
  endPhrase(draft);
  // "Kantor dan kios sudah semua": all of these; "belum semua": nobody knows which.
  const isAdverb = sign.is === 'all' && phrase.length > 0 && joint === 'tight';
  const isDenied = isAdverb && phrase.some(({ is }) => is === 'belum' || is === 'tidak');
  if (isAdverb && !isDenied && isGroup(last) && !last.left) return;
  draft.joint = undefined;
  draft.left = undefined;
  const doubt = doubtOf(spot) ?? (isDenied ? UNCLEAR : undefined);
  const isNear = phrase.length === 0 && (joint === 'tight' || joint === 'and') && !left;
  if (isNear && scope === 'these' && isGroup(last) && last.scope === 'these') {
    nameTogether(draft, last, sign, joint, doubt);
    return;
  }
  const units = scope === 'all' ? UNITS : (sign.units ?? []);
  const optional = { ...(left && { left }), ...(doubt && { doubt }) };
  draft.parts.push({ is: 'group', units, scope, byName: !sign.numbered, joint, ...optional });
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
  const behind = signsBehind(chunk, at).findLast(({ is }) => !SKIPPED.includes(is));
  if (isStatusSign(behind) && !CLOSED.includes(behind!.is)) draft.phrase.push({ ...sign, is: 'odd' });
};

/** "Belum ada isinya", "sudah ada orang", "sudah kami laporkan": said of something else; "2 orang" is a quantity. */
const other = (draft: Draft, spot: Spot): void => {
  if (draft.phrase.length > 0 && spot.before?.is !== 'quantity') strange(draft, spot);
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

/** Reads a stretch into units and what is said of units, in the order in which they stand. */
export const partsOf = (stretch: Stretch): readonly Part[] => {
  const draft = newDraft();
  let named = false;
  for (const [number, chunk] of chunksOf(stretch).entries()) {
    if (number > 0) join(draft, 'comma');
    // A plan at the head of the stretch ("bulan depan, …") reaches over its comma.
    if (named) draft.planned = false;
    for (const [at, sign] of chunk.signs.entries()) {
      readsOf(sign)?.(draft, { sign, before: chunk.signs[at - 1], after: chunk.signs[at + 1], chunk, at });
    }
    endPhrase(draft);
    named ||= chunk.units;
  }
  if (!asksPerhapsAll(stretch)) return draft.parts;
  return draft.parts.map((part) => (isGroup(part) ? { ...part, doubt: part.doubt ?? UNCLEAR } : part));
};
