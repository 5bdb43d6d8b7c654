import type { Head, Tag } from '../tag/tags.ts';

/** What a status phrase claims. "Not …": the step of the ladder that is not reached. */
export type Says =
  | 'gone' // nihil, tutup, tidak ada
  | 'not yet' // a bare "belum"
  | 'not there' // belum ada, belum siap
  | 'not open' // belum buka
  | 'not fully' // belum diresmikan, belum maksimal: beside a status it changes nothing
  | 'unfinished' // belum selesai: it was begun
  | 'proses'
  | 'under way' // "pembangunan", "progres"
  | 'part' // pondasi, atap: so far it has come
  | 'undone' // terbakar, disegel
  | 'done' // a bare "sudah"
  | 'berdiri'
  | 'beroperasi'
  | 'no longer' // sudah tidak proses
  | 'fails' // gagal, sulit: what follows does not come about
  | 'plan'
  | 'question'
  | 'unsure'
  | 'doubt';

export interface Claim {
  readonly says: Says;
  /** A word alone ("buka", "jadi", "lagi"): a plan beside it makes it one of the plan. */
  readonly bareWord?: true;
  /** "Baru rencana", "masih usulan": so far there is no more than a plan. */
  readonly soFar?: true;
}

/** What a head comes to alone and under each aspect. */
type Outcomes = Readonly<
  Record<'plain' | 'sudah' | 'belum' | 'tidak' | 'masih' | 'sedang' | 'hampir' | 'mulai', Says>
>;

const row = (plain: Says, sudah: Says, belum: Says, tidak: Says, rarer: Partial<Outcomes> = {}): Outcomes => {
  const doubt = { masih: 'doubt', sedang: 'doubt', hampir: 'doubt', mulai: 'doubt' } as const;
  return { plain, sudah, belum, tidak, ...doubt, ...rarer };
};

const WORKING = { masih: 'proses', sedang: 'proses', mulai: 'proses' } as const;

/** Every head: alone, after "sudah", after "belum", after "tidak"; "doubt" where it can mean two things. */
const HEADS: Readonly<Record<Head, Outcomes>> = {
  ada: row('berdiri', 'berdiri', 'not there', 'gone', { masih: 'berdiri' }),
  siap: row('berdiri', 'berdiri', 'not there', 'not there', { hampir: 'proses' }),
  berdiri: row('berdiri', 'berdiri', 'not there', 'not there', { masih: 'berdiri', hampir: 'proses' }),
  selesai: row('berdiri', 'berdiri', 'unfinished', 'doubt', { hampir: 'proses' }),
  resmi: row('berdiri', 'berdiri', 'not fully', 'doubt'),
  jadi: row('berdiri', 'berdiri', 'unfinished', 'gone', { hampir: 'proses' }),
  ok: row('berdiri', 'berdiri', 'not there', 'doubt'),
  buka: row('beroperasi', 'beroperasi', 'not open', 'doubt', { masih: 'beroperasi', mulai: 'beroperasi' }),
  jalan: row('beroperasi', 'beroperasi', 'not open', 'doubt', { mulai: 'beroperasi' }),
  proses: row('proses', 'proses', 'not there', 'doubt', WORKING),
  dibangun: row('proses', 'doubt', 'not there', 'doubt', WORKING),
  pembangunan: row('under way', 'proses', 'not there', 'doubt', WORKING),
  finishing: row('proses', 'proses', 'doubt', 'doubt', WORKING),
  part: row('part', 'part', 'doubt', 'doubt', {
    masih: 'part',
    sedang: 'part',
    mulai: 'part',
    hampir: 'part',
  }),
  undone: row('undone', 'undone', 'doubt', 'doubt', { masih: 'undone', sedang: 'undone' }),
  fails: row('fails', 'fails', 'doubt', 'doubt', { masih: 'fails' }),
  borrowed: row('undone', 'undone', 'doubt', 'doubt', { masih: 'undone', sedang: 'undone' }),
  nihil: row('gone', 'doubt', 'doubt', 'doubt', { masih: 'gone' }),
  tutup: row('gone', 'gone', 'doubt', 'doubt', { masih: 'gone' }),
  check: row('berdiri', 'berdiri', 'doubt', 'doubt'),
  cross: row('gone', 'doubt', 'gone', 'gone'),
  odd: row('doubt', 'doubt', 'doubt', 'doubt'),
};

const PARTLY = row('proses', 'proses', 'unfinished', 'doubt', { ...WORKING, hampir: 'proses' });

/** What the head at a tag comes to; a percentage is one as well. */
export const outcomesOf = (tag: Tag): Outcomes => {
  if (tag.is !== 'share') return HEADS[tag.is as Head];
  if (tag.value === 0) return HEADS.nihil;
  if (tag.value === 100) return HEADS.selesai;
  return tag.value! < 100 ? PARTLY : HEADS.odd;
};
