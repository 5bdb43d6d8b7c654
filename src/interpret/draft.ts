import type { Unit } from '../domain/units.ts';
import { readClaims } from './claims.ts';
import { type Claim, isHead } from './heads.ts';
import type { Sign, SignKind } from './sign.ts';
import type { AskReason } from './types.ts';

/** How closely a part stands to the one before it. */
export type Joint = 'bracket' | 'colon' | 'tight' | 'and' | 'comma';

/** Units named together. */
export interface Group {
  readonly is: 'group';
  readonly units: readonly Unit[];
  /** `counted`: "2 unit", nobody knows which. */
  readonly scope: 'these' | 'all' | 'rest' | 'counted';
  readonly byName: boolean;
  /** "kecuali", "tinggal", "kurang" stand before them. */
  readonly left: 'except' | 'left' | 'short of' | undefined;
  /** Why it cannot be told which units these are. */
  readonly doubt: AskReason | undefined;
  readonly joint: Joint;
}

/** A status said, or asked, or planned. */
export interface Said {
  readonly is: 'said';
  readonly claims: readonly Claim[];
  /** "Juga": the same as was said last. */
  readonly also: boolean;
  readonly joint: Joint;
}

export type Part = Group | Said;

export const isGroup = (part: Part | undefined): part is Group => part?.is === 'group';
export const isSaid = (part: Part | undefined): part is Said => part?.is === 'said';

/** It cannot be told what was meant. */
export const UNCLEAR: AskReason = { kind: 'unclear' };

const PLANS: readonly SignKind[] = ['plan', 'will', 'aim'];

const looser = (one: Joint | undefined, other: Joint): Joint =>
  (['bracket', 'comma', 'colon', 'and', 'tight'] as const).find((joint) => joint === one || joint === other)!;

/** A stretch as it is being read: the parts so far, and the status phrase that is still open. */
export interface Draft {
  readonly parts: Part[];
  phrase: Sign[];
  phraseJoint: Joint;
  joint: Joint | undefined;
  left: Group['left'];
  /** A plan was spoken of: what is said from here on in this chunk is still to come. */
  planned: boolean;
}

/** A stretch of which nothing has been read. */
export const newDraft = (): Draft => ({
  parts: [],
  phrase: [],
  phraseJoint: 'tight',
  joint: undefined,
  left: undefined,
  planned: false,
});

/** Notes that the next part stands no closer than this. */
export const join = (draft: Draft, joint: Joint): void => {
  draft.joint = looser(draft.joint, joint);
};

/** Puts the units named last in doubt. */
export const doubtLast = (draft: Draft): void => {
  const last = draft.parts.at(-1);
  if (isGroup(last)) draft.parts[draft.parts.length - 1] = { ...last, doubt: last.doubt ?? UNCLEAR };
};

/** Ends the status phrase that is open, if any, and reads what it claims. */
export const endPhrase = (draft: Draft): void => {
  const { phrase, parts } = draft;
  if (phrase.length === 0) return;
  const also = phrase.every(({ is }) => is === 'also');
  const claims = readClaims(phrase, draft.planned);
  if (phrase.some(({ is }) => PLANS.includes(is))) draft.planned = true;
  if (also || claims.length > 0) parts.push({ is: 'said', claims, also, joint: draft.phraseJoint });
  draft.phrase = [];
};

/** Adds a sign to the status phrase that is open, or opens one. */
export const say = (draft: Draft, sign: Sign): void => {
  if (draft.phrase.length === 0) {
    draft.phraseJoint = draft.joint ?? 'tight';
    draft.joint = undefined;
  }
  // "✅✅✅" says no more than "✅".
  if (!(isHead(sign) && draft.phrase.at(-1)?.is === sign.is && sign.is !== 'share')) draft.phrase.push(sign);
};
