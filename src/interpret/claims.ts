import { type Claim, isHead, outcomesOf, type Says } from './heads.ts';
import type { Sign, SignKind } from './sign.ts';

type Polarity = 'sudah' | 'belum' | 'tidak';
type Manner = 'masih' | 'sedang' | 'hampir' | 'mulai';

/** The aspects heard since the last head: they wait for the head that they are said of. */
interface Waiting {
  readonly polarity?: Polarity;
  readonly manner?: Manner;
  /** "Sudah tidak": it was, and is no more. */
  readonly was?: true;
  readonly baru?: true;
  readonly bisa?: true;
  readonly fully?: true;
}

/** A status phrase as it is being read. */
interface Phrase {
  readonly claims: Claim[];
  waiting: Waiting;
  /** The last head and what it was said under. */
  last: { readonly sign: Sign; readonly under: Waiting } | undefined;
  /** "Tinggal": only this is still to do. */
  left: boolean;
  planned: boolean;
}

const NOTHING: Waiting = {};
const WORK: readonly SignKind[] = ['proses', 'dibangun', 'pembangunan'];

const NAKED: ReadonlySet<Says> = new Set(['berdiri', 'beroperasi']);

const isNegative = ({ polarity }: Waiting): boolean => polarity === 'belum' || polarity === 'tidak';

const claim = (phrase: Phrase, says: Says, naked = false): void => {
  if (phrase.planned) phrase.claims.push({ says: 'plan' });
  else phrase.claims.push(naked ? { says, naked } : { says });
};

/** What aspects come to that no head follows: "belum pak", "gudang lagi". */
const alone = ({ polarity, manner }: Waiting): Says | undefined => {
  if (polarity === 'belum') return 'not yet';
  if (polarity === 'tidak') return 'doubt';
  if (manner) return manner === 'sedang' ? 'proses' : 'doubt';
  return polarity === 'sudah' ? 'done' : undefined;
};

const endWaiting = (phrase: Phrase): void => {
  const says = alone(phrase.waiting);
  phrase.waiting = NOTHING;
  // "Gudang lagi" says it only just: naked.
  if (says) claim(phrase, says, says === 'proses');
};

/** What a head comes to under the aspects before it. */
const under = (sign: Sign, { polarity, manner, was, baru, bisa, fully }: Waiting): Says => {
  const outcomes = outcomesOf(sign);
  if (was && WORK.includes(sign.is)) return 'no longer';
  if (polarity === 'belum' || polarity === 'tidak') return fully ? 'doubt' : outcomes[polarity];
  // "Sudah bisa buka", "baru dibangun": it may be so, or only nearly.
  if (bisa || (baru && sign.is === 'dibangun' && !manner)) return 'doubt';
  return outcomes[manner ?? polarity ?? 'plain'];
};

/** What a head with no aspect of its own does behind another: "selesai dibangun" is one thing, "siap buka" is doubtful. */
const behind = (last: Sign, { is }: Sign): 'part' | 'doubt' | undefined => {
  if (is === 'dibangun' || is === 'pembangunan')
    return last.is === 'siap' || last.is === 'ada' ? 'doubt' : 'part';
  if (WORK.includes(last.is))
    return is === 'jalan' ? 'part' : is === 'selesai' || is === 'jadi' || is === 'buka' ? 'doubt' : undefined;
  if (last.is === 'jadi' && is !== 'share') return 'doubt';
  return last.is === 'siap' && is === 'buka' ? 'doubt' : undefined;
};

const head = (phrase: Phrase, sign: Sign): void => {
  const { waiting, last, left } = phrase;
  const isNew = waiting !== NOTHING || !last;
  const beside = isNew ? undefined : behind(last.sign, sign);
  // "Belum ada buka": what follows stands under the same "belum".
  const aspects = !isNew && isNegative(last.under) ? last.under : waiting;
  if (beside === 'doubt') claim(phrase, 'doubt');
  else if (left && !aspects.polarity) claim(phrase, outcomesOf(sign).plain === 'proses' ? 'proses' : 'doubt');
  else if (beside === undefined) {
    const says = under(sign, aspects);
    const begun = !aspects.polarity && (!aspects.manner || aspects.manner === 'mulai');
    const open = NAKED.has(says) || sign.is === 'dibangun' || sign.text.startsWith('mulai ');
    const naked = begun && open && sign.is !== 'check';
    claim(phrase, says, naked);
  }
  phrase.last = { sign, under: aspects };
  phrase.waiting = NOTHING;
};

const polarity = (phrase: Phrase, { is }: Sign): void => {
  const { waiting } = phrase;
  phrase.last = undefined;
  if (waiting.polarity === 'sudah' && is === 'belum') phrase.claims.push({ says: 'question' });
  else if (waiting.polarity === 'sudah' && is === 'tidak')
    phrase.waiting = { ...waiting, polarity: 'tidak', was: true };
  else if (isNegative(waiting) && is !== waiting.polarity) phrase.claims.push({ says: 'doubt' });
  else phrase.waiting = { ...waiting, polarity: is as Polarity };
};

const manner = (phrase: Phrase, { is }: Sign): void => {
  phrase.last = undefined;
  phrase.waiting = { ...phrase.waiting, manner: is as Manner };
};

/** "Lagi dibangun" is being built; "belum siap lagi" is only "belum siap"; "tidak buka lagi" nobody can tell. */
const lagi = (phrase: Phrase): void => {
  const said = phrase.claims.at(-1)?.says;
  if (!phrase.last) phrase.waiting = { ...phrase.waiting, manner: 'sedang' };
  else if (phrase.last.under.polarity === 'tidak' && said !== 'no longer' && said !== 'gone')
    claim(phrase, 'doubt');
};

const plan = (phrase: Phrase, sign: Sign, before: Sign | undefined): void => {
  // "Sudah ada rencana": what there is, is a plan.
  if (sign.is === 'aim' && before?.is === 'ada') claim(phrase, 'doubt');
  // "Sudah akan buka", "masih rencana" assert nothing; "belum, besok" does.
  if (sign.is === 'plan' || phrase.waiting.polarity === 'belum') endWaiting(phrase);
  phrase.waiting = NOTHING;
  phrase.claims.push({ says: 'plan' });
  phrase.planned = true;
};

const unsure = (phrase: Phrase): void => {
  endWaiting(phrase);
  phrase.claims.push({ says: 'unsure' });
};

const READS: Partial<Record<SignKind, (phrase: Phrase, sign: Sign, before: Sign | undefined) => void>> = {
  sudah: polarity,
  belum: polarity,
  tidak: polarity,
  masih: manner,
  hampir: manner,
  mulai: manner,
  sedang: (phrase) => {
    phrase.waiting = { ...phrase.waiting, manner: 'sedang' };
  },
  lagi,
  baru: (phrase) => {
    phrase.waiting = { ...phrase.waiting, baru: true };
  },
  bisa: (phrase) => {
    phrase.waiting = { ...phrase.waiting, bisa: true };
  },
  fully: (phrase) => {
    phrase.waiting = { ...phrase.waiting, fully: true };
  },
  left: (phrase) => {
    phrase.left = true;
  },
  plan,
  will: plan,
  aim: plan,
  // A date alone: "buka Januari" is to come, "sudah buka sejak Januari" is so.
  date: ({ claims }) => claims.push({ says: 'plan' }),
  question: ({ claims }) => claims.push({ says: 'question' }),
  unsure,
  hearsay: unsure,
  request: unsure,
};

/**
 * Reads the aspects and heads that stand together: "sudah berdiri tapi belum buka" is two claims. `planned`: a plan
 * was spoken of before in the same breath, so what follows is still to come.
 */
export const readClaims = (signs: readonly Sign[], planned: boolean): readonly Claim[] => {
  const phrase: Phrase = { claims: [], waiting: NOTHING, last: undefined, left: false, planned };
  for (const [at, sign] of signs.entries()) {
    if (isHead(sign)) head(phrase, sign);
    else READS[sign.is]?.(phrase, sign, signs[at - 1]);
  }
  endWaiting(phrase);
  return phrase.claims;
};
