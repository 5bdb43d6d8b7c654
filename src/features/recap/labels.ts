import {
  type AreaRecap,
  establishedOf,
  hasReports,
  percentOf,
  sumOfParts,
  totalsOf,
} from '../../domain/area-recap.ts';
import { dayAndMonth, longDate, longDateTime } from '../../domain/dates.ts';
import { hasReported, type RecapTable, type RecapVillage, totals } from '../../domain/progress.ts';
import { isEstablished, UNITS, type Unit } from '../../domain/units.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { areaName, capital, kecamatan, partsName, spanDates, villageWords } from '../../text/phrases.ts';
import { type Key, say } from '../../text/say.ts';
import { areaReporting } from './area-outline.ts';
import { reportingWords } from './outline.ts';
import type { State } from './theme.ts';

/**
 * The recap of an area of any level: of a kecamatan by its villages, of an area above by its parts. What is made from it (text, picture, page,
 * workbook) is made by one function for all levels, which asks here for title, moment and sums, and a level for its rows. The rows stay two
 * kinds: a village has one status a unit, which is shown as a sign and typed into a workbook, and a part has a number of villages; a village
 * reports and cannot be gone down from, and a part may be without the bot.
 */
export type Recap = RecapTable | AreaRecap;
export const isDistrict = (recap: Recap): recap is RecapTable => 'villages' in recap;

/** A sentence of the locale as plain text, because files have no markup. */
export const words = <K extends Key>(...call: Parameters<typeof say<K>>): string => plain(say<K>(...call));

/** The state of a village's unit. A unit that was never reported is silent, not `belum`. */
export const stateOf = (village: RecapVillage, unit: Unit): State => village.units[unit] ?? 'silent';

/** What is established of all units of an area, and in how many villages each unit is. */
export interface Sums {
  readonly established: number;
  readonly of: number;
  readonly percent: number;
  readonly units: readonly number[];
  /** Where nothing was ever reported, a file shows no numbers. */
  readonly hasReports: boolean;
}

/** The sums that every file of a recap shows: by unit, and the established share. */
export function sumsOf(recap: Recap): Sums {
  const { established, of } = isDistrict(recap) ? totals(recap) : totalsOf(recap.parts);
  const counted = (unit: Unit): number =>
    isDistrict(recap)
      ? recap.villages.filter((village) => isEstablished(village.units[unit])).length
      : recap.parts.reduce((sum, part) => sum + establishedOf(part.units[unit]), 0);
  const hasAny = isDistrict(recap) ? recap.villages.some(hasReported) : recap.parts.some(hasReports);
  return {
    established,
    of,
    percent: percentOf(established, of),
    units: UNITS.map(counted),
    hasReports: hasAny,
  };
}

/** How many units of a kecamatan are in each state. */
export function statesOf(recap: RecapTable): Readonly<Record<State, number>> {
  const states: Record<State, number> = { belum: 0, proses: 0, berdiri: 0, beroperasi: 0, silent: 0 };
  for (const village of recap.villages) for (const unit of UNITS) states[stateOf(village, unit)] += 1;
  return states;
}

/** "131 dari 1.085 unit (12%)"; nothing is known where nothing was ever reported. */
export const doneLine = ({ established, of, percent, hasReports }: Omit<Sums, 'units'>): string =>
  hasReports
    ? words('recap-file-done', { done: established, all: of, percent })
    : words('recap-file-no-report');

/** Whether a kecamatan has desa, kelurahan or both; it ends the locale keys that name them. */
function kindOf({ villages }: RecapTable): 'desa' | 'kelurahan' | 'mixed' {
  const kinds = new Set(villages.map((village) => village.kind));
  return kinds.size > 1 ? 'mixed' : ([...kinds][0] ?? 'desa');
}

/** What a kecamatan's villages are called: "desa", "gampong", "desa/kelurahan". */
const villages = (recap: RecapTable): Markup => villageWords(recap.villages);

/** The head of the rows' column: "Desa", "Gampong" or "Desa/Kelurahan"; above the kecamatan "Kecamatan", "Kabupaten/kota" or "Provinsi". */
export function rowsHead(recap: Recap): string {
  if (!isDistrict(recap)) return capital(partsName(recap.area.level));
  return plain(villages(recap)).replaceAll(/(^|\/)\p{L}/gu, (first) => first.toUpperCase());
}

/**
 * A village's name. Where a kecamatan has both desa and kelurahan, which may share a name, a kelurahan is marked as one.
 */
export const nameOf = (recap: RecapTable, { name, kind }: RecapVillage): string =>
  kindOf(recap) === 'mixed' && kind === 'kelurahan'
    ? words('recap-file-kelurahan', { name: literal(name) })
    : name;

/** "Koperasi Desa Merah Putih", or its name where there are kelurahan. */
const cooperative = (recap: Recap): Markup =>
  say(`recap-file-cooperative-${isDistrict(recap) ? kindOf(recap) : 'mixed'}`);

export const titleLine = (recap: Recap): string =>
  words('recap-file-title', { cooperative: cooperative(recap) });
export const reportTitle = (recap: Recap): string =>
  words('recap-file-report', { cooperative: cooperative(recap) });
/** "Kecamatan Mandau", "Kabupaten Bengkalis" */
export const areaLine = (recap: Recap): string =>
  plain(isDistrict(recap) ? kecamatan(recap.district) : areaName(recap.area));
export const regionLine = ({ district }: RecapTable): string =>
  words('recap-file-region', { regency: literal(district.regency), province: literal(district.province) });

/** The same with what it lies in, where its title does not say it: "Kecamatan Mandau, Kabupaten Bengkalis, Provinsi Riau". */
export const placeLine = (recap: Recap): string =>
  isDistrict(recap) ? `${areaLine(recap)}, ${regionLine(recap)}` : areaLine(recap);

/** "Pekan 23–29 November 2026", where that is told of; a file has no such line of the present. */
export const weekLine = ({ week }: Recap): readonly string[] =>
  week ? [words('recap-file-week', { week: spanDates(week) })] : [];

/** How many villages report, where that is told; a file of a kecamatan has no such line of the present. */
export function reportingLine(recap: Recap): readonly string[] {
  if (!isDistrict(recap)) return [plain(areaReporting(recap))];
  const { reported, week } = recap;
  const counted = { villages: recap.villages.length, words: villages(recap) };
  return reported && recap.villages.some(hasReported)
    ? [plain(reportingWords({ ...reported, ...counted }, week))]
    : [];
}

/** What a recap of any area says of its moment and its deadline. */
export type Dated = Pick<RecapTable, 'asOf' | 'timeZone' | 'deadline' | 'daysLeft' | 'toldOn'>;

/** "Senin, 23 November 2026 · 16.05 WIB" */
export const asOf = (recap: Dated): string => longDateTime(recap.asOf, recap.timeZone);
/** "Data per Senin, 23 November 2026 · 16.05 WIB" */
export const asOfLine = (recap: Dated): string => words('recap-file-as-of', { at: literal(asOf(recap)) });

/** "Tenggat: Sabtu, 15 Mei 2027 · 173 hari lagi", with "(per 23 November)" where it is told on another day than that of its data. */
export function deadlineLine(recap: Dated): string {
  const line = daysLine(recap);
  const { toldOn } = recap;
  return toldOn
    ? words('recap-file-deadline-from', { line: literal(line), from: literal(dayAndMonth(toldOn)) })
    : line;
}

function daysLine({ deadline, daysLeft }: Dated): string {
  const date = literal(longDate(deadline));
  if (daysLeft === 0) return words('recap-file-deadline-today', { date });
  const key = daysLeft > 0 ? 'recap-file-deadline-ahead' : 'recap-file-deadline-passed';
  return words(key, { date, days: Math.abs(daysLeft) });
}

/** "1 desa belum pernah melapor" */
export function silentLine(recap: RecapTable): string {
  const count = recap.villages.filter((village) => !hasReported(village)).length;
  return count > 0
    ? words('recap-file-silent-count', { count, villages: villages(recap) })
    : words('recap-file-none-silent', { villages: villages(recap) });
}

/** "dari 13 desa" */
export const sumOf = (recap: Recap): string =>
  isDistrict(recap)
    ? words('recap-file-sum-of', { count: recap.villages.length, villages: villages(recap) })
    : words('recap-file-sum-of', {
        count: sumOfParts(recap.parts).villages,
        villages: say('above-villages'),
      });

/** "36.826" */
export const wholeNumber = (n: number): string => n.toLocaleString('id-ID');

/** The name of a state in legends and sheets. */
export const stateName = (state: State): string =>
  words(state === 'silent' ? 'recap-file-silent' : `status-${state}`);
/** The short name of a unit, which fits into a table's head. */
export const unitName = (unit: Unit): string => words(`unit-short-${unit}`);

/** Which page of how many; nothing where there is one. */
export const pageOf = (page: number, pages: number): string =>
  pages > 1 ? words('recap-file-page', { page, pages }) : '';
