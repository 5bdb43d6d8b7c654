import { isHead, kinds, type Tag, type TagKind } from '../tag/tags.ts';
import { FUTURE } from '../words/cues/times.ts';
import { BEGUN, READYING, REPAIR, TO_DO } from '../words/cues/work.ts';
import { wordSet } from '../words/tables.ts';
import { type Claim, outcomesOf, type Says } from './predicate-table.ts';

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
  /** "Sudah ada belum": with nothing behind it, it asks. */
  readonly asks?: true;
}

/** A status phrase as it is being read. */
interface Phrase {
  readonly claims: Claim[];
  waiting: Waiting;
  /** The last head and what it was said under. */
  last: { readonly tag: Tag; readonly under: Waiting } | undefined;
  /** "Tinggal": only this is still to do. */
  left: boolean;
  planned: boolean;
}

const NOTHING: Waiting = {};
const WORK: readonly TagKind[] = ['proses', 'dibangun', 'pembangunan'];

const begun = wordSet(BEGUN);
const future = wordSet(FUTURE);
const toDo = wordSet(TO_DO);
const readying = wordSet(READYING);
const repairs = wordSet(REPAIR);
const STANDS: ReadonlySet<Says> = new Set(['berdiri', 'beroperasi']);
const REACHED: ReadonlySet<Says> = new Set([...STANDS, 'done']);

const isNegative = ({ polarity }: Waiting): boolean => polarity === 'belum' || polarity === 'tidak';

const claim = (phrase: Phrase, says: Says, bareWord = false): void => {
  if (phrase.planned) phrase.claims.push({ says: 'plan' });
  else phrase.claims.push(bareWord ? { says, bareWord } : { says });
};

/** What aspects come to that no head follows: "belum pak", "gudang lagi". */
const alone = ({ polarity, manner, bisa, fully, asks }: Waiting): Says | undefined => {
  if (asks && !fully) return 'question';
  // "Belum maksimal".
  if (polarity === 'belum') return fully ? 'not fully' : manner === 'hampir' ? 'doubt' : 'not yet';
  if (polarity === 'tidak') return 'doubt';
  if (manner) return manner === 'sedang' ? 'proses' : 'doubt';
  // "Sudah bisa".
  return polarity === 'sudah' ? (bisa ? 'doubt' : 'done') : undefined;
};

const endWaiting = (phrase: Phrase): void => {
  const says = alone(phrase.waiting);
  phrase.waiting = NOTHING;
  // "Gudang lagi" says it only just: bareWord.
  if (says) claim(phrase, says, says === 'proses');
};

/** What a head comes to under the aspects before it. */
const under = (tag: Tag, { polarity, manner, was, baru, bisa, fully }: Waiting): Says => {
  const outcomes = outcomesOf(tag);
  if (was && WORK.includes(tag.is)) return 'no longer';
  // "Belum dicat": there is something to paint; "hampir tidak ada": there is a little.
  if (polarity === 'belum' || polarity === 'tidak')
    return fully ? 'not fully' : manner === 'hampir' || repairs.has(tag.text) ? 'doubt' : outcomes[polarity];
  // "Sudah bisa buka", "baru dibangun": it may be so, or only nearly.
  if (bisa || (baru && tag.is === 'dibangun' && !manner)) return 'doubt';
  return outcomes[manner ?? polarity ?? 'plain'];
};

/** "Siap dibangun", "jadi dibangun", "dibongkar untuk dibangun" tell of what is to come; "selesai dibangun" of what was done. */
const TO_COME_BEFORE = kinds('siap', 'ada', 'jadi', 'tutup');

/** What a head with no aspect of its own does behind another: "selesai dibangun" is one thing, "siap buka" is doubtful. */
const behind = (
  { tag: last, under: aspects }: NonNullable<Phrase['last']>,
  { is }: Tag,
): 'part' | 'doubt' | undefined => {
  if (is === 'dibangun' || is === 'pembangunan')
    return TO_COME_BEFORE.has(last.is) && !(last.is === 'jadi' && isNegative(aspects)) ? 'doubt' : 'part';
  if (WORK.includes(last.is))
    return is === 'jalan' ? 'part' : is === 'selesai' || is === 'jadi' || is === 'buka' ? 'doubt' : undefined;
  // "Sampun dados rampung" is one thing.
  if (last.is === 'jadi' && is === 'selesai' && !isNegative(aspects)) return 'part';
  if (last.is === 'jadi' && is !== 'share') return 'doubt';
  return last.is === 'siap' && is === 'buka' ? 'doubt' : undefined;
};

/** "Tinggal finishing", "tinggal pasang atap": where only this is left to do, it is being built. */
const isToDo = (tag: Tag): boolean => outcomesOf(tag).plain === 'proses' || toDo.has(tag.text);

const head = (phrase: Phrase, tag: Tag): void => {
  const { waiting, last, left } = phrase;
  const isNew = waiting !== NOTHING || !last;
  const beside = isNew ? undefined : behind(last, tag);
  // "Belum ada buka": what follows stands under the same "belum".
  const aspects = !isNew && isNegative(last.under) ? last.under : waiting;
  if (beside === 'doubt') claim(phrase, 'doubt');
  // "Tinggal diresmikan": nothing else is left to do.
  else if (left && tag.is === 'resmi' && !aspects.polarity) claim(phrase, 'berdiri');
  else if (left && !aspects.polarity) claim(phrase, isToDo(tag) ? 'proses' : 'doubt');
  else if (beside === undefined) {
    const says = under(tag, aspects);
    const isBegun = !aspects.polarity && (!aspects.manner || aspects.manner === 'mulai');
    const open = STANDS.has(says) || tag.is === 'dibangun' || begun.has(tag.text);
    const bareWord = isBegun && open && tag.is !== 'check';
    claim(phrase, says, bareWord);
  }
  phrase.last = { tag, under: aspects };
  phrase.waiting = NOTHING;
};

const polarity = (phrase: Phrase, { is }: Tag): void => {
  const { waiting, last } = phrase;
  phrase.last = undefined;
  if (waiting.polarity === 'sudah' && is === 'belum') phrase.claims.push({ says: 'question' });
  else if (waiting.polarity === 'sudah' && is === 'tidak')
    phrase.waiting = { ...waiting, polarity: 'tidak', was: true };
  else if (isNegative(waiting) && is !== waiting.polarity) phrase.claims.push({ says: 'doubt' });
  else phrase.waiting = { ...waiting, polarity: is as Polarity };
  if (is === 'belum' && waiting === NOTHING && last?.under.polarity === 'sudah')
    phrase.waiting = { ...phrase.waiting, asks: true };
};

const manner = (phrase: Phrase, { is }: Tag): void => {
  // "Belum pak masih proses" is two thoughts, "masih belum" is one.
  if (is === 'masih' && phrase.waiting.polarity === 'belum') endWaiting(phrase);
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

const plan = (phrase: Phrase, tag: Tag, before: Tag | undefined): void => {
  // "Sudah siap-siap": for what is to come.
  if (before?.is === 'sudah' && readying.has(tag.text)) {
    phrase.waiting = NOTHING;
    claim(phrase, 'doubt');
  }
  // "Sudah ada rencana", "sudah diusulkan": what there is, is a plan.
  if (tag.is === 'aim' && (before?.is === 'ada' || before?.is === 'sudah')) {
    phrase.waiting = NOTHING;
    phrase.claims.push({ says: 'fails' });
    phrase.planned = true;
    return;
  }
  // "Sudah akan buka", "masih rencana" assert nothing; "belum, besok" does.
  if (tag.is === 'plan' || phrase.waiting.polarity === 'belum') endWaiting(phrase);
  // "Sudah jadi tahun depan", "sudah bulan depan": it is, or it will be.
  if (future.has(tag.text) && REACHED.has(phrase.claims.at(-1)?.says ?? 'plan')) claim(phrase, 'doubt');
  const { baru, manner } = phrase.waiting;
  phrase.waiting = NOTHING;
  const isAllSoFar = tag.is === 'aim' && (baru || manner === 'masih');
  phrase.claims.push(isAllSoFar ? { says: 'plan', soFar: true } : { says: 'plan' });
  phrase.planned = true;
};

const unsure = (phrase: Phrase): void => {
  endWaiting(phrase);
  phrase.claims.push({ says: 'unsure' });
};

const READS: Partial<Record<TagKind, (phrase: Phrase, tag: Tag, before: Tag | undefined) => void>> = {
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
export const readClaims = (tags: readonly Tag[], planned: boolean): readonly Claim[] => {
  const phrase: Phrase = { claims: [], waiting: NOTHING, last: undefined, left: false, planned };
  for (const [at, tag] of tags.entries()) {
    if (isHead(tag)) head(phrase, tag);
    else READS[tag.is]?.(phrase, tag, tags[at - 1]);
  }
  endWaiting(phrase);
  return phrase.claims;
};
