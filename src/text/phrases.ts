import type { Area, Village } from '../domain/areas.ts';
import { dateSpan, dayAndMonth, plainDate } from '../domain/dates.ts';
import type { LocalDate, PlatformName } from '../domain/ids.ts';
import type { Role } from '../domain/people.ts';
import { type ActingRole, isActing, isUpper, type RoleKind, type UpperRole } from '../domain/roles.ts';
import { isKelurahan, titlesOf } from '../domain/titles.ts';
import { type Status, UNITS, type Unit } from '../domain/units.ts';
import type { UpperArea, UpperLevel } from '../domain/upper-areas.ts';
import type { Span } from '../domain/weeks.ts';
import { literal, type Markup, plain } from './markup.ts';
import { join, say } from './say.ts';

// Phrases that several sentences share.

/** What platforms are called. */
export const PLATFORMS: Readonly<Record<PlatformName, string>> = {
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  simulator: 'Simulator',
};

/** "Desa Petani", "Gampong Lamteh", "Kelurahan Air Jamban" */
export const villageLabel = ({ code, name }: Pick<Village, 'code' | 'name'>): Markup =>
  say('area', { kind: literal(titlesOf(code).village), name: literal(name) });

/** "Kecamatan Bathin Solapan", "Distrik Sentani" */
export const kecamatan = ({ code, name }: { readonly code: string; readonly name: string }): Markup =>
  say('area', { kind: literal(titlesOf(code).district), name: literal(name) });

/** "KDMP", "KKMP" or, where there are both, "KDKMP". */
export function cooperatives({ villages }: { readonly villages: readonly Pick<Village, 'kind'>[] }): Markup {
  const kinds = new Set(villages.map(({ kind }) => kind));
  return say(`cooperative-${kinds.size > 1 ? 'mixed' : ([...kinds][0] ?? 'desa')}`);
}

/** What the villages of a kecamatan are called: "desa", "gampong", "desa/kelurahan". */
export const villageWords = (villages: readonly Pick<Village, 'code'>[]): Markup =>
  wordsFor(villages, 'village');

/** What their heads are called: "kepala desa", "kepala desa/lurah". */
export const headWords = (villages: readonly Pick<Village, 'code'>[]): Markup => wordsFor(villages, 'head');

/** In lower case, those of a desa first. */
function wordsFor(villages: readonly Pick<Village, 'code'>[], what: 'village' | 'head'): Markup {
  const codes = villages
    .map(({ code }) => code)
    .sort((a, b) => Number(isKelurahan(a)) - Number(isKelurahan(b)));
  return literal([...new Set(codes.map((code) => titlesOf(code)[what].toLowerCase()))].join('/'));
}

/** "Kabupaten Bengkalis", "Provinsi Riau", "Indonesia". */
export const areaName = ({ level, name }: Pick<UpperArea, 'level' | 'name'>): Markup =>
  level === 'province' ? say('province', { name: literal(name) }) : literal(name);

/** What the parts of an area are called: "kecamatan". */
export const partsName = (level: UpperLevel): Markup => say(`parts-${level}`);

/** The same with one of them as an example. */
export const partsExample = ({ level, parts }: Pick<UpperArea, 'level' | 'parts'>) => ({
  parts: partsName(level),
  example: literal(parts[0]!.name),
});

/** A telephone number (digits, with the country's code) as people write it: "+62 811-0000-0001". */
export const phoneNumber = (digits: string): Markup =>
  literal(`+${digits.replace(/^62(\d{3})(\d{4})(\d+)$/, '62\u00a0$1-$2-$3')}`);

/** The address that opens a chat with a number in WhatsApp. */
export const whatsappLink = (digits: string): string => `https://wa.me/${digits}`;

export const unitName = (unit: Unit): Markup => say(`unit-${unit}`);
export const statusName = (status: Status | undefined): Markup =>
  status ? say(`status-${status}`) : say('checklist-none');
export const statusMark = (status: Status | undefined): Markup =>
  say(status ? `mark-${status}` : 'mark-none');

/** The title that a region has of its own for a role; undefined for a role that is called the same everywhere. */
function regionalTitle(kind: RoleKind, area: string): string | undefined {
  const { head, secretary, districtHead } = titlesOf(area);
  if (kind === 'kades' || kind === 'lurah') return head;
  if (kind === 'sekdes' || kind === 'seklur') return secretary;
  return kind === 'camat' ? districtHead : undefined;
}

type PlainRole = Exclude<RoleKind, 'kades' | 'lurah' | 'sekdes' | 'seklur' | 'camat' | 'pj' | 'plt' | 'plh'>;

/** A role above the kecamatan: "Kepala Dinas Koperasi". */
export const upperRoleName = (role: UpperRole): Markup => say(`role-${role}`);

/** Who acts for the head of one of several villages: "Plt. kepala desa/lurah". */
export const actingName = (kind: ActingRole, villages: readonly Pick<Village, 'code'>[]): Markup =>
  say(`role-${kind}`, { head: headWords(villages) });

/** A role inside a sentence, as its area calls it: "kepala desa", "keuchik", "Pj. lurah", "Kasi PMD". */
export function roleName(kind: RoleKind, area: string): Markup {
  const title = regionalTitle(kind, area);
  if (title) return literal(title.toLowerCase());
  if (isActing(kind)) return say(`role-${kind}`, { head: literal(titlesOf(area).head.toLowerCase()) });
  return say(`role-${kind as PlainRole}`);
}

/** A role as a title: "Kepala Desa", "Plt. Lurah", "Pengurus KDMP". */
function roleTitle(kind: RoleKind, area: string): Markup {
  const title = regionalTitle(kind, area);
  if (title) return literal(title);
  if (isActing(kind)) return say(`role-${kind}`, { head: literal(titlesOf(area).head) });
  if (isUpper(kind)) return upperRoleName(kind);
  if (kind !== 'pengurus') return say(`office-${kind as Exclude<PlainRole, 'pengurus' | UpperRole>}`);
  return say('office-pengurus', {
    cooperative: say(`cooperative-${isKelurahan(area) ? 'kelurahan' : 'desa'}`),
  });
}

/** A kecamatan and its villages by name. */
type Named = Pick<Area, 'code' | 'name'> & { readonly villages: readonly Pick<Village, 'code' | 'name'>[] };

/** "Camat Bathin Solapan", "Kepala Distrik Sentani" */
export const camatOffice = ({ code, name }: Pick<Area, 'code' | 'name'>): Markup =>
  offices({ code, name, villages: [] }, [{ kind: 'camat', area: code }]);

/**
 * Roles of one kecamatan as people call them, those of one kind together: "Kepala Desa Petani", "Keuchik Gampong Lamteh",
 * "Kasi PMD Kecamatan Bathin Solapan", "BA Desa Petani dan Desa Bumbung". A title that holds the word for its area, or is
 * held in it, is followed by the bare name.
 */
export function offices(here: Named, roles: readonly Pick<Role, 'kind' | 'area'>[]): Markup {
  const titled = roles.map((role) => ({ title: roleTitle(role.kind, role.area), area: role.area }));
  const titles = [...new Set(titled.map(({ title }) => title))];
  return listed(
    titles.map((title) => {
      const places = titled.filter((each) => each.title === title);
      const name = listed(places.map(({ area }) => placeBehind(title, here, area)));
      return say('area', { kind: title, name });
    }),
  );
}

function placeBehind(title: Markup, here: Named, code: Role['area']): Markup {
  const { village, district } = titlesOf(code);
  const found = here.villages.find((each) => each.code === code);
  const word = (found ? village : district).toLowerCase();
  const called = title.toLowerCase();
  // "Kepala Desa" says what it heads; a kelurahan is what a lurah heads, and a kecamatan what a camat does.
  const isSaid = called.includes(word) || word.replace(/^k[ea](.+)an$/, '$1') === called.split(' ').at(-1);
  if (isSaid) return literal((found ?? here).name);
  return found ? villageLabel(found) : kecamatan(here);
}

/** "klinik, apotek dan gudang" */
export const listed = (items: readonly Markup[]): Markup =>
  items.length < 2
    ? join(items)
    : say('list-and', { items: join(items.slice(0, -1)), last: items[items.length - 1]! });

export const unitNames = (units: readonly Unit[]): Markup => listed(units.map(unitName));

/** Units that are lacking, in the fewest words: "klinik dan apotek", "ketujuh unit", "semua unit kecuali kantor". */
export function lackingWords(units: readonly Unit[]): Markup {
  const short = (some: readonly Unit[]) =>
    listed(some.map((unit) => literal(plain(say(`unit-short-${unit}`)).toLowerCase())));
  const others = UNITS.filter((unit) => !units.includes(unit));
  if (others.length === 0) return say('all-units');
  return others.length < 3 ? say('all-units-except', { units: short(others) }) : short(units);
}

export const capital = (text: Markup): Markup =>
  text.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) as Markup;

/** How far ahead a day lies, in days: "3 hari lagi", "besok", "hari ini", "sudah lewat 2 hari". */
export function daysAhead(days: number): Markup {
  if (days === 1) return say('deadline-tomorrow');
  if (days > 0) return say('deadline-left', { days });
  return days === 0 ? say('deadline-today') : say('deadline-over', { days: -days });
}

/** "13 Juni 2027", "1–31 Mei 2027", "28 Desember 2026–3 Januari 2027" */
export function spanDates({ from, to }: Span): Markup {
  if (from === to) return literal(plainDate(to));
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return literal(
    isOneYear ? `${dateSpan(from, to)} ${to.slice(0, 4)}` : `${plainDate(from)}–${plainDate(to)}`,
  );
}

/** "Tenggat 15 Mei: 3 hari lagi", with "(per 12 Mei)" where the day that the days count from must be named. */
export function daysLeft(deadline: LocalDate, days: number, from?: LocalDate): Markup {
  const facts = { date: literal(dayAndMonth(deadline)), when: daysAhead(days) };
  return from
    ? say('deadline-line-from', { ...facts, from: literal(dayAndMonth(from)) })
    : say('deadline-line', facts);
}
