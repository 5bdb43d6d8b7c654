import { UNITS, type Unit } from '../units.ts';
import { readClaims } from './claims.ts';
import { type Claim, isHead, isStatusSign } from './heads.ts';
import type { Sign, SignKind } from './signs.ts';
import { chunksOf, isUnitSign, type Stretch } from './stretches.ts';
import type { AskReason } from './verdict.ts';

/** How closely a part stands to the one before it. */
export type Joint = 'colon' | 'tight' | 'and' | 'comma';

/** Units named together. */
export interface Group {
  readonly is: 'group';
  readonly units: readonly Unit[];
  /** `counted`: "2 unit", nobody knows which. */
  readonly scope: 'these' | 'all' | 'rest' | 'counted';
  readonly byName: boolean;
  /** "kecuali", "tinggal", "kurang" stand before them. */
  readonly left?: 'except' | 'left' | 'short of';
  /** Why it cannot be told which units these are. */
  readonly doubt?: AskReason;
  readonly joint: Joint;
}

/** A status said, or asked, or planned. */
export interface Said {
  readonly is: 'said';
  readonly claims: readonly Claim[];
  /** "Juga": the same as was said last. */
  readonly also?: true;
  readonly joint: Joint;
}

export type Part = Group | Said;

export const isGroup = (part: Part | undefined): part is Group => part?.is === 'group';
export const isSaid = (part: Part | undefined): part is Said => part?.is === 'said';

const UNCLEAR: AskReason = { kind: 'unclear' };
const SKIPPED: readonly SignKind[] = ['filler', 'own', 'who', 'only'];
/** What may be followed by words of another matter and still mean what it means: "sudah berdiri megah". */
const CLOSED: readonly SignKind[] = [
  ...(['berdiri', 'buka', 'jalan', 'proses', 'dibangun', 'pembangunan', 'finishing'] as const),
  ...(['share', 'check', 'cross', 'nihil', 'tutup'] as const),
];

const PLANS: readonly SignKind[] = ['plan', 'will', 'aim'];

const looser = (one: Joint | undefined, other: Joint): Joint =>
  (['comma', 'colon', 'and', 'tight'] as const).find((joint) => joint === one || joint === other)!;

const has = (chunk: readonly Sign[], ...kinds: readonly SignKind[]): boolean =>
  chunk.some(({ is }) => kinds.includes(is));

/** A stretch as it is being read: the parts so far, and the status phrase that is still open. */
interface Draft {
  readonly parts: Part[];
  phrase: Sign[];
  phraseJoint: Joint;
  joint: Joint | undefined;
  left: Group['left'];
  /** A plan was spoken of: what is said from here on in this chunk is still to come. */
  planned: boolean;
}

/** A sign with what stands around it in its chunk. */
interface Spot {
  readonly sign: Sign;
  readonly before: Sign | undefined;
  readonly after: Sign | undefined;
  readonly chunk: readonly Sign[];
  readonly at: number;
}

const join = (draft: Draft, joint: Joint): void => {
  draft.joint = looser(draft.joint, joint);
};

const doubtLast = (draft: Draft): void => {
  const last = draft.parts.at(-1);
  if (isGroup(last)) draft.parts[draft.parts.length - 1] = { ...last, doubt: last.doubt ?? UNCLEAR };
};

const endPhrase = (draft: Draft): void => {
  const { phrase, parts } = draft;
  if (phrase.length === 0) return;
  const also = phrase.every(({ is }) => is === 'also');
  const claims = readClaims(phrase, draft.planned);
  if (phrase.some(({ is }) => PLANS.includes(is))) draft.planned = true;
  if (also || claims.length > 0)
    parts.push({ is: 'said', claims, joint: draft.phraseJoint, ...(also && { also }) });
  draft.phrase = [];
};

const say = (draft: Draft, sign: Sign): void => {
  if (draft.phrase.length === 0) {
    draft.phraseJoint = draft.joint ?? 'tight';
    draft.joint = undefined;
  }
  draft.phrase.push(sign);
};

const scopeOf = ({ is }: Sign): Group['scope'] => {
  if (is === 'all' || is === 'none of them') return 'all';
  return is === 'rest' || is === 'counted' ? is : 'these';
};

const doubtOf = (sign: Sign, before: Sign | undefined): AskReason | undefined => {
  if (sign.is === 'bad number') return { kind: 'number', number: sign.value! };
  if (sign.is === 'shop') return { kind: 'which-unit', word: sign.text, units: sign.units! };
  return sign.is === 'lookalike' || before?.is === 'unknown' ? UNCLEAR : undefined;
};

/** "Klinik 2": a number beside a name that it does not belong to. */
const clashes = (group: Group, sign: Sign, joint: Joint): boolean =>
  joint === 'tight' &&
  group.byName === Boolean(sign.numbered) &&
  !sign.units!.every((unit) => group.units.includes(unit));

const name = (draft: Draft, { sign, before }: Spot): void => {
  const last = draft.parts.at(-1);
  const isPhrased = draft.phrase.length > 0;
  const negative = isPhrased && draft.phrase.some(({ is }) => is === 'belum' || is === 'tidak');
  endPhrase(draft);
  const scope = scopeOf(sign);
  const joint = draft.joint ?? 'tight';
  // "Kantor dan kios sudah semua": all of these; "belum semua": nobody knows which.
  const adverb = sign.is === 'all' && isPhrased && joint === 'tight';
  if (adverb && isGroup(last) && !last.left && !negative) return;
  const doubt = doubtOf(sign, before) ?? (adverb && negative ? UNCLEAR : undefined);
  const units = scope === 'all' ? UNITS : (sign.units ?? []);
  draft.joint = undefined;
  const together = !isPhrased && isGroup(last) && last.scope === 'these' && scope === 'these' && !draft.left;
  if (together && (joint === 'tight' || joint === 'and')) {
    const unsure = last.doubt ?? doubt ?? (clashes(last, sign, joint) ? UNCLEAR : undefined);
    draft.parts[draft.parts.length - 1] = {
      ...last,
      units: [...new Set([...last.units, ...units])],
      byName: last.byName || !sign.numbered,
      ...(unsure && { doubt: unsure }),
    };
    return;
  }
  const left = draft.left;
  draft.left = undefined;
  draft.parts.push({
    is: 'group',
    units,
    scope,
    byName: !sign.numbered,
    joint,
    ...(left && { left }),
    ...(doubt && { doubt }),
  });
};

const leaveOut = (draft: Draft, spot: Spot): void => {
  const next = spot.chunk.slice(spot.at + 1).find(({ is }) => !SKIPPED.includes(is));
  // "Tinggal finishing" is a status; "tinggal klinik" leaves klinik out.
  if (spot.sign.is === 'left' && isHead(next)) {
    say(draft, spot.sign);
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
  const behind = chunk.slice(0, at).findLast(({ is }) => !SKIPPED.includes(is));
  if (isStatusSign(behind) && !CLOSED.includes(behind!.is)) draft.phrase.push({ ...sign, is: 'odd' });
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
  const behind = chunk.slice(0, at).findLast(({ is }) => is !== 'colon');
  if (sign.is === 'dash' && !after && isUnitSign(behind)) {
    say(draft, { ...sign, is: 'cross' });
    return;
  }
  endPhrase(draft);
  join(draft, sign.is === 'dash' && isUnitSign(before) && isUnitSign(after) ? 'comma' : 'colon');
};

const also = (draft: Draft, { sign, after }: Spot): void => {
  if (draft.phrase.length > 0 || isStatusSign(after)) return;
  if (isUnitSign(after)) join(draft, 'and');
  else say(draft, sign);
};

const range = (draft: Draft, { before, after }: Spot): void => {
  if (isUnitSign(before) && isUnitSign(after)) doubtLast(draft);
};

/** A date says when a unit named beside it will stand, unless it says since when it does. */
const date = (draft: Draft, { sign, chunk }: Spot): void => {
  if (chunk.some(isUnitSign) && !has(chunk, 'now')) say(draft, sign);
};

type Reads = (draft: Draft, spot: Spot) => void;

const READS: Partial<Record<SignKind, Reads>> = {
  except: leaveOut,
  left: leaveOut,
  'short of': leaveOut,
  unknown: strange,
  laugh: strange,
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

const WRAPPING: readonly SignKind[] = [
  'courtesy',
  'title',
  'office',
  'filler',
  'own',
  'who',
  'now',
  'and',
  'also',
  'colon',
];
const ASSERTING: readonly SignKind[] = ['sudah', 'belum', 'tidak', 'masih', 'sedang', 'lagi'];

/** "Kois belum", with one strange word before a status: a unit that cannot be made out, if it is not "lahannya". */
const withStrangeUnit = (chunk: readonly Sign[]): readonly Sign[] => {
  const [first, ...rest] = chunk.filter(({ is }) => !WRAPPING.includes(is));
  const says = rest.length > 0 && rest.every((sign) => isHead(sign) || ASSERTING.includes(sign.is));
  if (first?.is !== 'unknown' || !says || /ny[ao]?$/u.test(first.text)) return chunk;
  return chunk.map((sign) => (sign === first ? { ...sign, is: 'lookalike' } : sign));
};

/** "Nanti fotonya kami kirim", "sudah lapor": said of the message, not of a unit. */
const isOfReporting = (chunk: readonly Sign[]): boolean => {
  const said = chunk.filter((sign) => sign.is === 'reports' || isStatusSign(sign));
  return said.length > 1 && said.at(-1)!.is === 'reports' && !chunk.some(isHead);
};

/** A chunk of another matter: it names no unit, and what it says is said of something else. */
const isAside = (chunk: readonly Sign[]): boolean =>
  !chunk.some(isUnitSign) &&
  (has(chunk, 'unknown', 'laugh') || (has(chunk, 'request') && !chunk.some(isHead)) || isOfReporting(chunk));

/** "Selamat pagi semua": those who read it, not the units. */
const isGreeting = (chunk: readonly Sign[]): boolean =>
  has(chunk, 'all') && has(chunk, 'courtesy', 'unknown') && !has(chunk, 'unit') && !chunk.some(isStatusSign);

/** A question mark makes a question of its whole chunk, unless a word in it already says what is asked. */
const asked = (chunk: readonly Sign[]): readonly Sign[] => {
  if (!has(chunk, 'asks')) return chunk;
  const rest = chunk.filter(({ is }) => is !== 'asks');
  if (has(rest, 'question')) return rest;
  const mark: Sign = { ...chunk.at(-1)!, is: 'question' };
  return [
    ...rest.flatMap((sign, at) =>
      isStatusSign(sign) && !isStatusSign(rest[at + 1]) ? [sign, mark] : [sign],
    ),
    mark,
  ];
};

/** "Kantor sudah, klinik sudah?": whether the first is asserted or asked too, nobody can tell. */
const asksAll = (chunks: readonly (readonly Sign[])[]): boolean => {
  const last = chunks.at(-1) ?? [];
  const asserts = (chunk: readonly Sign[]) =>
    chunk.some(isUnitSign) && chunk.some((sign) => isStatusSign(sign));
  return has(last, 'asks') && !has(last, 'question') && asserts(last) && chunks.slice(0, -1).some(asserts);
};

/** "Kios :", a field left blank: nothing said. */
const isBlank = (chunk: readonly Sign[]): boolean => chunk.at(-1)?.is === 'colon' && isUnitSign(chunk.at(-2));

/** Reads a stretch into units and what is said of units, in the order in which they stand. */
export const partsOf = (stretch: Stretch): readonly Part[] => {
  const chunks = chunksOf(stretch).map(withStrangeUnit);
  const draft: Draft = {
    parts: [],
    phrase: [],
    phraseJoint: 'tight',
    joint: undefined,
    left: undefined,
    planned: false,
  };
  for (const [number, chunk] of chunks.entries()) {
    if (number > 0) join(draft, 'comma');
    if (isAside(chunk) || isGreeting(chunk) || isBlank(chunk)) continue;
    // A plan at the head of the stretch ("bulan depan, …") reaches over its comma.
    if (draft.parts.some(isGroup)) draft.planned = false;
    const signs = asked(chunk);
    for (const [at, sign] of signs.entries()) {
      readsOf(sign)?.(draft, { sign, before: signs[at - 1], after: signs[at + 1], chunk: signs, at });
    }
    endPhrase(draft);
  }
  return asksAll(chunks)
    ? draft.parts.map((part) => (isGroup(part) ? { ...part, doubt: part.doubt ?? UNCLEAR } : part))
    : draft.parts;
};
