import type { Area, VillageKind } from '../../domain/areas.ts';
import {
  type DistrictRole,
  type RoleKind,
  rolesIn,
  UPPER_ROLES,
  type UpperRole,
  type VillageRole,
} from '../../domain/roles.ts';
import { type Found, findVillages, takeVillage } from '../../domain/village-search.ts';
import { plain } from '../../text/markup.ts';
import { upperRoleName } from '../../text/phrases.ts';

/** What people type for a role; whichever region a title is from, it is understood everywhere. */
const WORDS = {
  head: `
    kades, kepala desa, kepdes, lurah, kepala kelurahan, keuchik, geuchik, keucik, geucik, kechik, wali nagari, walinagari,
    wali, penghulu, datuk penghulu, rio, peratin, kepala pekon, kakon, kepala kampung, kakam, kepalo tiyuh, kepala tiyuh,
    perbekel, prebekel, petinggi, hukum tua, sangadi, kepala lembang, kalem
  `,
  secretary: `
    sekdes, sekretaris, sekretaris desa, seklur, sekretaris kelurahan, sekretaris lurah, sekretaris gampong, sekgam,
    sekretaris nagari, seknag, sekretaris kampung, sekkam, sekretaris pekon, sekretaris tiyuh, sekretaris kepenghuluan,
    sekretaris dusun, sekretaris lembang, carik, juru tulis, jurtul
  `,
  operator: 'operator, operator desa, operator kelurahan, admin, admin desa, admin kelurahan',
  pengurus: `
    pengurus, pengurus koperasi, pengurus kopdes, pengurus kdmp, pengurus kkmp, ketua, ketua koperasi, ketua kopdes,
    ketua kdmp, ketua kkmp, sekretaris koperasi, bendahara koperasi
  `,
  ba: 'ba, business assistant, bisnis asisten, asisten bisnis, pendamping koperasi',
  bendahara:
    'bendahara, bendahara desa, bendahara gampong, bendahara nagari, bendahara kampung, kaur keuangan, danarta',
  bpd: `
    bpd, anggota bpd, ketua bpd, badan permusyawaratan desa, tuha peut, bamus, bamus nagari, bpkal, bamuskam, bapekam
  `,
  bumdes: 'bumdes, bumdesa, direktur, direktur bumdes, direktur bumdesa, bumnag, bumg, bumkal',
  pendamping: 'pendamping, pendamping desa, pendamping lokal desa, pld',
  kasi: 'kasi, kasi pmd, kepala seksi pmd, kasi pemberdayaan masyarakat',
  camat: 'camat, kepala distrik, kadistrik, panewu, mantri, mantri pamong praja',
} as const;
type Meaning = keyof typeof WORDS;

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  (Object.keys(WORDS) as Meaning[]).flatMap((meaning) =>
    WORDS[meaning].split(',').map((words) => [words.trim(), meaning] as const),
  ),
);
/** Longer than any title with "bapak" and "penjabat" before it. */
const MOST_WORDS = 6;

/** What is said before a title: "saya Bapak Pj. Kepala Desa", and behind one: "BA untuk". */
const BEFORE = /^(?:(?:saya|kami|jadi|menjadi|sebagai|selaku|jabatan|pak|bapak|bpk|bu|ibu) )+/;
const BEHIND = /(?<! (?:untuk|utk|di|dari))(?: (?:untuk|utk|di|dari))+$/;
/** What stands between the villages of a list. */
const BETWEEN = /[,;\n]| (?:dan|&) (?=\S)/i;
const ACTING = /^(pj|plt|plh|penjabat|pejabat|pelaksana tugas|pelaksana harian)(?: |$)/;
const ACTING_ROLES: Readonly<Record<string, VillageRole>> = {
  'pelaksana tugas': 'plt',
  'pelaksana harian': 'plh',
  plt: 'plt',
  plh: 'plh',
};

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replace(BEFORE, '')
    .replace(BEHIND, '');

/**
 * The role that the words name, whole: "pak keuchik" heads any desa, and "sekdes" is the secretary of a kelurahan too.
 * Undefined where they name none, or one that no village of that kind has.
 */
export function roleNamed(words: string, kind: VillageKind): VillageRole | undefined {
  const role = roleOf(words, kind);
  return rolesIn(kind).find((each) => each === role);
}

/** The role of the kecamatan that the words name. */
export function districtRoleNamed(words: string): DistrictRole | undefined {
  const meaning = MEANINGS.get(bare(words));
  return meaning === 'camat' || meaning === 'kasi' ? meaning : undefined;
}

/** A role above the kecamatan as people type it: "kadis pmd". */
export const shortRole = (role: UpperRole): string => role.replace('_', ' ');

/** What else people type for a role above the kecamatan. */
const UPPER_WORDS: Readonly<Partial<Record<UpperRole, string>>> = {
  kadis_koperasi: 'kadis, kadiskop, kadis kop, kepala dinas',
  kadis_pmd: 'kadis dpmd, kepala dpmd',
  walikota: 'wako',
  sekretaris_dinas: 'sekretaris, sekdis, sekdin, sekretaris koperasi, sekretaris pmd',
  kabid: 'kabid koperasi, kabid pmd, kabid pemdes, kepala bidang koperasi, kepala bidang pmd',
  satgas: 'pmo, ketua satgas, anggota satgas',
};

/** What people type for a role above the kecamatan: its short name, the whole, or another. */
export const upperRoleWords = (role: UpperRole): readonly string[] => [
  shortRole(role),
  plain(upperRoleName(role)).toLowerCase(),
  ...(UPPER_WORDS[role]?.split(', ') ?? []),
];

/** The role above the kecamatan that the words name, whole. */
export const upperRoleNamed = (words: string): UpperRole | undefined =>
  Object.values(UPPER_ROLES)
    .flat()
    .find((role) => upperRoleWords(role).some((each) => bare(each) === bare(words)));

function roleOf(words: string, kind: VillageKind): RoleKind | undefined {
  const typed = bare(words);
  const [prefix, acting] = ACTING.exec(typed) ?? [];
  if (prefix !== undefined && acting !== undefined) {
    const rest = typed.slice(prefix.length);
    return rest === '' || MEANINGS.get(rest) === 'head' ? (ACTING_ROLES[acting] ?? 'pj') : undefined;
  }
  const meaning = MEANINGS.get(typed);
  if (meaning === 'head') return kind === 'desa' ? 'kades' : 'lurah';
  if (meaning === 'secretary') return kind === 'desa' ? 'sekdes' : 'seklur';
  return meaning;
}

/** A village as it was named, and the words for a role in it. */
export interface VillageAndRole {
  readonly found: Found;
  readonly named: string;
  readonly role: string;
}

/** The same of each village in a list; undefined where that has more than the kecamatan, among all of which each would be looked for. */
export function takeVillagesAndRoles(area: Area, words: string): readonly VillageAndRole[] | undefined {
  const taken: VillageAndRole[] = [];
  for (const part of words.split(BETWEEN).filter((each) => each.trim() !== '')) {
    taken.push(...villagesInARow(area, part));
    if (taken.length > area.villages.length) return undefined;
  }
  return taken;
}

/** The villages that words name one behind the other, without a comma: "Petani Air Kulim kades". */
function villagesInARow(area: Area, words: string): readonly VillageAndRole[] {
  const row = [takeVillageAndRole(area, words)];
  for (
    let last = row[0]!;
    row.length < area.villages.length && !roleOf(last.role, 'desa');
    last = row.at(-1)!
  ) {
    const next = takeVillageAndRole(area, last.role);
    if (last.found.exact.length !== 1 || next.found.exact.length !== 1) break;
    row.splice(-1, 1, { ...last, role: '' }, next);
  }
  return row;
}

/** The village that the words name, and those for the role, whichever comes first: "Petani kades", "Keuchik Gampong Lamteh". */
export function takeVillageAndRole(area: Area, words: string): VillageAndRole {
  const parts = words.trim().split(/\s+/);
  const isName = findVillages(area, words).exact.some(
    ({ name, code }) => words === code || bare(name) === bare(words),
  );
  for (let n = Math.min(MOST_WORDS, parts.length - 1); n > 0 && !isName; n--) {
    const role = parts.slice(0, n).join(' ');
    if (!roleOf(role, 'desa')) continue;
    const { found, named, rest } = takeVillage(area, parts.slice(n).join(' '));
    if (rest === '' && found.exact.length > 0) return { found, named, role };
  }
  const { found, named, rest } = takeVillage(area, words);
  const n = found.exact.length > 0 ? 0 : roleWords(parts);
  if (n === 0) return { found, named, role: rest };
  const other = parts.slice(n).join(' ');
  return { found: findVillages(area, other), named: other, role: parts.slice(0, n).join(' ') };
}

/** How many words before what is no village here name a role: "ba Antah". */
function roleWords(parts: readonly string[]): number {
  for (let n = Math.min(MOST_WORDS, parts.length - 1); n > 0; n--)
    if (roleOf(parts.slice(0, n).join(' '), 'desa')) return n;
  return 0;
}
