import type { IncomingMessage } from '../../src/adapters/adapter.ts';
import type { MessageRef } from '../../src/domain/ids.ts';
import { DISTRICT_ROLES, type RoleKind, UPPER_ROLES, VILLAGE_ROLES } from '../../src/domain/roles.ts';
import { FOREIGN, type Holder, OTHER, OWN, type Path, type World } from './world.ts';

/** What each role is for: written down here independently, not asked of the bot. */
export const MAY: Readonly<
  Record<RoleKind, 'decides' | 'coordinates' | 'reports' | 'reads' | 'oversees' | 'assists'>
> = {
  camat: 'decides',
  kasi: 'coordinates',
  kades: 'reports',
  lurah: 'reports',
  pj: 'reports',
  sekdes: 'reports',
  seklur: 'reports',
  operator: 'reports',
  plt: 'reports',
  plh: 'reports',
  pengurus: 'reports',
  ba: 'reports',
  bendahara: 'reads',
  bpd: 'reads',
  bumdes: 'reads',
  pendamping: 'reads',
  kadis_koperasi: 'oversees',
  kadis_pmd: 'oversees',
  bupati: 'oversees',
  walikota: 'oversees',
  sekretaris_dinas: 'assists',
  kabid: 'assists',
  satgas: 'assists',
  dinas: 'oversees',
  gubernur: 'oversees',
  kementerian: 'oversees',
};

const ROLES: readonly RoleKind[] = [...DISTRICT_ROLES, ...VILLAGE_ROLES];
const upper: readonly RoleKind[] = [...new Set(Object.values(UPPER_ROLES).flat())];
export const HOLDERS: readonly Holder[] = [
  ...ROLES,
  ...upper,
  'nobody',
  'camat elsewhere',
  'kades elsewhere',
];
const who = (...may: readonly string[]): Holder[] => ROLES.filter((role) => may.includes(MAY[role]));
const except = (...holders: readonly Holder[]) => HOLDERS.filter((holder) => !holders.includes(holder));
const camat = who('decides');
const coordinators = who('decides', 'coordinates');
const village = who('reports');
const reporters = [...coordinators, ...village];
const inOffice = ROLES;
const elsewhere: Holder[] = ['camat elsewhere', 'kades elsewhere'];
const camatElsewhere: Holder[] = ['camat elsewhere'];
const nobody: Holder[] = [];
const regency: readonly Holder[] = UPPER_ROLES.regency;
/** Of these who gives and takes the roles of the kabupaten itself, and sets what holds for it. */
const heads: readonly Holder[] = UPPER_ROLES.regency.filter((role) => MAY[role] === 'oversees');
/** Who holds a role at that level in `world.ts`, which gives each role at the lowest that has it. */
const atLevel = (level: 'province' | 'nation'): readonly Holder[] =>
  UPPER_ROLES[level].filter((role) => !regency.includes(role));
/** Who may look into any kecamatan of Bengkalis in a private chat. */
const fromAfar: Holder[] = [...elsewhere, ...upper];

export interface Row {
  /** A text, or what it is in that world. */
  readonly words: string | ((world: World) => string);
  /** For whom it has its effect, on every path; for all others it has none. */
  readonly who: readonly Holder[];
  /** The effect is that the bot shows this; otherwise, that something is changed. */
  readonly shows?: RegExp;
  /** Where it is said, if not in the group, and to which message of a person it replies. */
  readonly more?: (world: World) => Partial<IncomingMessage>;
  /** It replies to the bot's answer to that message. */
  readonly answers?: (world: World) => MessageRef;
  /** Done by the actor before. */
  readonly first?: string;
  /** On these paths it has no effect for anybody. */
  readonly not?: readonly Path[];
}

const privately = (world: World) => world.privately;
/** The group of Kabupaten Bengkalis. */
const above = (world: World) => world.above;
const unlinked = (world: World) => world.unlinked;
const quotesGuest = (world: World) => world.quotesGuest;
const asQuestion: Pick<Row, 'not'> = { not: ['typed', 'overheard', 'edited'] };
const asReply: Pick<Row, 'more' | 'not'> = { more: quotesGuest, not: ['pressed', 'replied'] };
const asReplyAbove: Pick<Row, 'more' | 'not'> = {
  ...asReply,
  more: (world) => ({ ...world.above, ...world.quotesGuest }),
};
const MANDAU = /Harapan Baru|Bathin Betuah|Mandau|foreign/;

/** The units of a village: who is refused them reads the village's name all the same. */
const CHECKLIST = /simpan pinjam/;
const codeFor = (district: string) => new RegExp(`${district}[^]*\\b[A-Z\\d]{5}-[A-Z\\d]{5}\\b`);

/** Rows of a command: for each place that it can be about. */
type Rows = {
  /** In a group of the kabupaten, or of who holds an area above the kecamatan. */
  readonly above?: readonly Row[];
} & Places;
type Places =
  | { readonly own: readonly Row[]; readonly other: readonly Row[]; readonly elsewhere: readonly Row[] }
  | { readonly here: readonly Row[]; readonly elsewhere: readonly Row[] }
  | { readonly anywhere: readonly Row[] };

/** What people say without a command, and every command: who may, where. */
export const TABLE: Readonly<Record<string, Rows>> = {
  '(words)': {
    own: [
      { words: 'Alhamdulillah kantor koperasi Desa Petani sudah berdiri', who: reporters, not: ['pressed'] },
      { words: '1 3', who: village, not: ['pressed', 'overheard'] },
    ],
    other: [
      {
        words: 'Alhamdulillah kantor koperasi Desa Air Kulim sudah berdiri',
        who: coordinators,
        not: ['pressed'],
      },
    ],
    elsewhere: [
      { words: 'kantor koperasi Desa Harapan Baru sudah berdiri', who: nobody },
      {
        words: 'kantor koperasi Desa Harapan Baru sudah berdiri',
        more: privately,
        who: elsewhere,
        not: ['pressed'],
      },
    ],
    above: [
      { words: 'Alhamdulillah kantor koperasi Desa Petani sudah berdiri', more: above, who: nobody },
      { words: 'bot, tenggatnya 1 Mei 2027 ya?', more: above, who: nobody },
      {
        words: 'bot, siapa yang belum lapor?',
        more: above,
        who: HOLDERS,
        shows: /Mandau/,
        not: ['pressed'],
      },
    ],
  },
  lapor: {
    own: [
      { words: `/lapor ${OWN} 1b`, who: reporters },
      { words: '/lapor Petani: kantor sudah', who: reporters },
      { words: `/lapor ${OWN}`, who: reporters, shows: CHECKLIST },
      { words: `/lapor ${OWN} 1b`, more: privately, who: reporters },
    ],
    other: [
      { words: `/lapor ${OTHER} 1b`, who: coordinators },
      { words: '/lapor Air Kulim: kantor sudah', who: coordinators },
      { words: `/lapor ${OTHER} 5bx`, who: coordinators },
      { words: `/lapor ${OTHER} tetap`, who: nobody },
      { words: `/lapor ${OTHER}`, who: coordinators, shows: CHECKLIST },
    ],
    elsewhere: [
      { words: `/lapor ${FOREIGN} 1b`, who: nobody },
      { words: `/lapor ${FOREIGN} 1b`, more: privately, who: elsewhere },
      { words: `/lapor ${FOREIGN}`, who: nobody, shows: MANDAU },
    ],
    above: [{ words: `/lapor ${OWN} 1b`, more: above, who: nobody }],
  },
  batal: {
    own: [
      { words: '/batal', first: `/lapor ${OWN} 1b`, who: reporters },
      { words: '/batal', who: nobody },
    ],
    other: [{ words: '/batal', answers: (w) => w.reported.other, who: coordinators }],
    elsewhere: [
      { words: '/batal', answers: (w) => w.reported.foreign, who: nobody },
      { words: '/batal 14.03.09', answers: (w) => w.reported.foreign, more: privately, who: camatElsewhere },
    ],
    above: [{ words: '/batal', answers: (w) => w.reported.other, more: above, who: nobody }],
  },
  daftar: {
    own: [{ words: '/daftar Petani pendamping', who: except('pendamping') }],
    other: [{ words: `/daftar ${OTHER} pendamping`, who: HOLDERS }],
    elsewhere: [
      { words: `/daftar ${FOREIGN} lurah`, who: nobody },
      { words: `/daftar ${FOREIGN} pendamping`, more: privately, who: nobody },
    ],
  },
  setujui: {
    own: [
      { words: (w) => `/setujui ${w.requests.own}`, who: coordinators, ...asQuestion },
      { words: '/setujui', who: coordinators, shows: /own asker/ },
    ],
    other: [
      { words: (w) => `/setujui ${w.requests.other}`, who: coordinators, ...asQuestion },
      { words: '/setujui semua', who: coordinators },
    ],
    elsewhere: [
      { words: (w) => `/setujui ${w.requests.foreign}`, who: nobody },
      {
        words: (w) => `/setujui 14.03.09 ${w.requests.foreign}`,
        more: privately,
        who: camatElsewhere,
        ...asQuestion,
      },
      { words: '/setujui', who: nobody, shows: MANDAU },
      { words: '/setujui 14.03.09', more: privately, who: camatElsewhere, shows: /foreign asker/ },
    ],
    above: [{ words: '/setujui semua', more: above, who: nobody }],
  },
  tolak: {
    own: [
      { words: (w) => `/tolak ${w.requests.own}`, who: coordinators, ...asQuestion },
      { words: '/tolak', who: coordinators, shows: /own asker/ },
    ],
    other: [
      { words: (w) => `/tolak ${w.requests.other}`, who: coordinators, ...asQuestion },
      { words: '/tolak semua', who: coordinators },
    ],
    elsewhere: [
      { words: (w) => `/tolak ${w.requests.foreign}`, who: nobody },
      {
        words: (w) => `/tolak 14.03.09 ${w.requests.foreign}`,
        more: privately,
        who: camatElsewhere,
        ...asQuestion,
      },
      { words: '/tolak', who: nobody, shows: MANDAU },
    ],
  },
  tunjuk: {
    own: [{ words: '/tunjuk Petani kades', who: coordinators, ...asReply }],
    other: [
      { words: '/tunjuk Air Kulim kades', who: coordinators, ...asReply },
      { words: '/tunjuk kasi', who: camat, ...asReply },
      { words: '/tunjuk camat #ya', who: camat, ...asQuestion },
      { words: `/tunjuk ${OTHER} kades #ganti1`, who: coordinators, ...asQuestion },
    ],
    elsewhere: [{ words: `/tunjuk ${FOREIGN} pj`, who: nobody, ...asReply }],
    above: [
      { words: '/tunjuk kadis pmd', who: nobody, ...asReplyAbove },
      { words: '/tunjuk kadis pmd #ya', more: above, who: heads, ...asQuestion },
      { words: '/tunjuk kabid', who: nobody, ...asReplyAbove },
      { words: '/tunjuk kabid #ya', more: above, who: heads, ...asQuestion },
      { words: '/tunjuk dinas', who: nobody, ...asReplyAbove },
      { words: '/tunjuk kasi', who: nobody, ...asReplyAbove },
      { words: '/tunjuk Petani kades', who: nobody, ...asReplyAbove },
    ],
  },
  cabut: {
    own: [{ words: (w) => `/cabut #${w.ids.own}`, who: coordinators }],
    other: [
      { words: (w) => `/cabut #${w.ids.other}`, who: coordinators },
      { words: (w) => `/cabut #${w.ids.kasi}`, who: camat },
      { words: '/cabut', who: coordinators, shows: /reporter/ },
    ],
    elsewhere: [
      { words: (w) => `/cabut #${w.ids.foreign}`, who: nobody },
      { words: (w) => `/cabut 14.03.09 #${w.ids.foreign}`, more: privately, who: camatElsewhere },
      { words: '/cabut', who: nobody, shows: MANDAU },
    ],
    above: [
      { words: (w) => `/cabut #${w.ids.own}`, more: above, who: nobody },
      { words: (w) => `/cabut #${w.ids.kabid}`, more: above, who: heads },
      { words: '/cabut kabid', more: above, who: heads, shows: /other kabid/ },
      { words: '/cabut', more: privately, who: upper, shows: /Ketik \/cabut/ },
      { words: (w) => `/cabut 14.03.16 #${w.ids.camat} ya`, more: above, who: regency, ...asQuestion },
      { words: '/cabut Bathin Solapan', more: above, who: nobody },
      { words: '/cabut Bathin Solapan', more: above, who: nobody, shows: /other camat|camat elsewhere/ },
    ],
  },
  tenggat: {
    here: [
      { words: '/tenggat 20 Mei 2027', who: coordinators },
      { words: '/tenggat', who: HOLDERS, shows: /15 Mei 2027/ },
    ],
    elsewhere: [
      { words: '/tenggat 14.03.09 20 Mei 2027', who: nobody },
      { words: '/tenggat 14.03.09 20 Mei 2027', more: privately, who: camatElsewhere },
      { words: '/tenggat 14.03.09', who: nobody, shows: /21 Juni/ },
    ],
    above: [
      { words: '/tenggat 1 Mei 2027', more: above, who: heads },
      { words: '/tenggat 1 Juli 2027', more: above, who: nobody },
      { words: '/tenggat', more: above, who: HOLDERS, shows: /30 Juni 2027/ },
    ],
  },
  pengingat: {
    here: [
      { words: '/pengingat mati', who: coordinators },
      { words: '/pengingat', who: coordinators, shows: /Pengingat/ },
      { words: '/pengingat sekarang', who: coordinators, shows: /Petani/ },
    ],
    elsewhere: [
      { words: '/pengingat 14.03.09 mati', who: nobody },
      { words: '/pengingat 14.03.09 mati', more: privately, who: camatElsewhere },
      { words: '/pengingat 14.03.09 sekarang', who: nobody, shows: MANDAU },
    ],
    above: [
      { words: '/pengingat mati', more: above, who: heads },
      {
        words: '/pengingat',
        more: privately,
        who: [...coordinators, ...camatElsewhere, ...upper],
        shows: /Pengingat otomatis/,
      },
      { words: '/pengingat sekarang', more: above, who: regency, shows: /unit belum dilaporkan/ },
    ],
  },
  lepas: {
    here: [
      { words: '/lepas ya', who: camat },
      { words: '/lepas', who: nobody },
      { words: '/lepas ya', more: privately, who: nobody },
    ],
    elsewhere: [{ words: '/lepas 14.03.09 ya', who: nobody }],
    above: [
      { words: '/lepas ya', more: above, who: heads },
      { words: '/lepas', more: above, who: nobody },
    ],
  },
  undang: {
    here: [
      { words: '/undang', who: nobody, shows: codeFor('') },
      { words: '/undang 14.03.16', more: privately, who: camat, shows: codeFor('Bathin Solapan') },
    ],
    elsewhere: [
      {
        words: '/undang 14.03.09',
        more: privately,
        who: [...camatElsewhere, ...regency],
        shows: codeFor('Mandau'),
      },
    ],
    above: [
      { words: '/undang Talang Muandau', more: privately, who: regency, shows: codeFor('Talang Muandau') },
      { words: '/undang Kampar', more: privately, who: atLevel('province'), shows: codeFor('Kampar') },
      { words: '/undang Aceh', more: privately, who: atLevel('nation'), shows: codeFor('Aceh') },
      { words: '/undang Talang Muandau', more: above, who: nobody, shows: codeFor('') },
      {
        words: '/undang semua',
        more: privately,
        who: regency,
        shows: /undangan, satu halaman untuk setiap kecamatan/,
      },
    ],
  },
  mulai: {
    here: [{ words: (w) => `/mulai ${w.code}`, who: nobody }],
    elsewhere: [
      { words: (w) => `/mulai ${w.code}`, more: unlinked, who: HOLDERS },
      { words: (w) => `/mulai ${w.furtherCode}`, more: unlinked, who: HOLDERS },
      { words: '/mulai AAAAA-AAAAA', more: unlinked, who: nobody },
      { words: (w) => `/mulai ${w.code}`, more: privately, who: nobody },
    ],
    above: [
      { words: (w) => `/mulai ${w.regencyCode}`, more: above, who: except('kadis_koperasi') },
      { words: (w) => `/mulai ${w.regencyCode}`, more: privately, who: except('kadis_koperasi') },
      { words: (w) => `/mulai ${w.regencyCode}`, more: unlinked, who: HOLDERS },
      { words: (w) => `/mulai ${w.regencyCode}`, who: nobody },
      { words: (w) => `/mulai ${w.code}`, more: above, who: nobody },
    ],
  },
  start: {
    here: [{ words: (w) => `/start ${w.code}`, who: nobody }],
    elsewhere: [
      { words: (w) => `/start ${w.code}`, more: unlinked, who: HOLDERS },
      { words: '/start', more: unlinked, who: nobody },
    ],
  },
  rekap: {
    here: [
      { words: '/rekap', who: HOLDERS, shows: /Air Kulim/ },
      { words: '/rekap', more: privately, who: inOffice, shows: /Air Kulim/ },
    ],
    elsewhere: [
      { words: '/rekap 14.03.09', who: nobody, shows: MANDAU },
      { words: '/rekap 14.03.09', more: privately, who: fromAfar, shows: MANDAU },
    ],
    above: [
      { words: '/rekap', more: above, who: HOLDERS, shows: /Mandau/ },
      { words: '/rekap Mandau', more: above, who: HOLDERS, shows: /Harapan Baru/ },
      { words: '/rekap', more: privately, who: upper, shows: /Bengkalis|Riau/ },
      { words: '/rekap laju', more: above, who: HOLDERS, shows: /Laju KDKMP Kabupaten Bengkalis/ },
      { words: '/rekap laju', who: HOLDERS, shows: /Laju KDMP Kecamatan Bathin Solapan/ },
      { words: '/rekap ke atas', more: above, who: nobody, shows: /Provinsi Riau/ },
      { words: '/rekap ke atas', who: nobody, shows: /Kabupaten Bengkalis/ },
      { words: '/rekap buka', more: above, who: heads },
      { words: '/rekap buka', who: nobody },
    ],
  },
  belum: {
    here: [
      { words: '/belum', who: HOLDERS, shows: /Air Kulim/ },
      { words: '/belum', more: privately, who: inOffice, shows: /Air Kulim/ },
    ],
    elsewhere: [
      { words: '/belum 14.03.09', who: nobody, shows: MANDAU },
      { words: '/belum 14.03.09', more: privately, who: fromAfar, shows: MANDAU },
    ],
    above: [
      { words: '/belum', more: above, who: HOLDERS, shows: /Mandau/ },
      { words: '/belum Mandau', more: above, who: HOLDERS, shows: /Harapan Baru/ },
      { words: '/belum lapor', more: above, who: HOLDERS, shows: /Mandau/ },
    ],
  },
  status: {
    own: [{ words: `/status ${OWN}`, who: HOLDERS, shows: CHECKLIST }],
    other: [
      { words: `/status ${OTHER}`, who: HOLDERS, shows: CHECKLIST },
      { words: `/status ${OTHER}`, more: privately, who: [...inOffice, ...upper], shows: CHECKLIST },
    ],
    elsewhere: [
      { words: `/status ${FOREIGN}`, who: nobody, shows: MANDAU },
      { words: `/status ${FOREIGN}`, more: privately, who: fromAfar, shows: MANDAU },
    ],
    above: [
      { words: '/status', more: above, who: HOLDERS, shows: CHECKLIST },
      { words: `/status ${FOREIGN}`, more: above, who: HOLDERS, shows: CHECKLIST },
    ],
  },
  riwayat: {
    own: [{ words: `/riwayat ${OWN}`, who: HOLDERS, shows: /Desa Petani/ }],
    other: [
      { words: '/riwayat', who: HOLDERS, shows: /Air Kulim/ },
      { words: '/riwayat', more: privately, who: inOffice, shows: /Air Kulim/ },
    ],
    elsewhere: [
      { words: `/riwayat ${FOREIGN}`, who: nobody, shows: MANDAU },
      { words: '/riwayat 14.03.09', who: nobody, shows: MANDAU },
      { words: '/riwayat 14.03.09', more: privately, who: fromAfar, shows: MANDAU },
    ],
    above: [{ words: '/riwayat Mandau', more: above, who: HOLDERS, shows: /Harapan Baru/ }],
  },
  bantuan: {
    anywhere: [
      { words: '/bantuan', who: HOLDERS, shows: /Koperasi Desa/ },
      { words: '/bantuan', who: nobody },
      { words: '/bantuan', who: nobody, shows: MANDAU },
      { words: '/bantuan', more: privately, who: elsewhere, shows: MANDAU },
    ],
  },
  lupakan_saya: {
    anywhere: [
      // The camat elsewhere has no group that would be left without one.
      { words: '/lupakan_saya ya', who: except('nobody') },
      { words: '/lupakan_saya', who: nobody },
    ],
  },
  tetap: { anywhere: [{ words: '/tetap', who: nobody }] },
};
