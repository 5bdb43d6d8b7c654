import {
  type AreaRecap,
  establishedOf,
  hasReports,
  isUsing,
  percentOf,
  type RecapPart,
  unitsOf,
} from '../../domain/area-recap.ts';
import { area } from '../../domain/areas.ts';
import { dateSpan } from '../../domain/dates.ts';
import type { DistrictCode } from '../../domain/ids.ts';
import type { Unit } from '../../domain/units.ts';
import { literal } from '../../text/markup.ts';
import { words } from './labels.ts';

/** "Pemerintah Kabupaten Bengkalis", "Pemerintah Provinsi Riau", "Republik Indonesia" */
export function governmentLine({ area: { level, name } }: AreaRecap): string {
  if (level === 'regency') return words('recap-file-government', { regency: literal(name) });
  return level === 'province'
    ? words('recap-file-government-province', { province: literal(name) })
    : words('recap-file-government-nation');
}

/** The province of a kabupaten or kota; undefined for an area above it. */
export const provinceOf = ({ area: { level }, parts }: AreaRecap): string | undefined =>
  level === 'regency' ? area(parts[0]!.code as DistrictCode)?.province : undefined;

/** Who signs for the area: "Bupati Bengkalis,", "Wali Kota Dumai,", "Gubernur Riau,", "Menteri Koperasi," */
export function headLine({ area: { level, name } }: AreaRecap): string {
  if (level === 'nation') return words('recap-file-minister');
  if (level === 'province') return words('recap-file-gubernur', { name: literal(name) });
  const [, kind, rest] = /^(Kabupaten|Kota) (.+)$/.exec(name)!;
  return words(kind === 'Kota' ? 'recap-file-walikota' : 'recap-file-bupati', { name: literal(rest!) });
}

/** In which days a report counts where a part's line says how many villages report. */
export const reportingMeans = ({ week }: AreaRecap): string =>
  week
    ? words('recap-file-reports-week', { week: literal(dateSpan(week.from, week.to)) })
    : words('recap-file-reports-days');

/** "40/77 · 9 dari 11 melapor", or that the part does not report or use the bot. */
export function partLine(part: RecapPart): string {
  const { established, recent, villages } = part;
  return (
    withoutFigures(part) ?? words('recap-file-part', { established, of: unitsOf(part), recent, villages })
  );
}

/** The same in shares of a hundred: "51% · 82% melapor". */
export const partShares = (part: RecapPart): string =>
  withoutFigures(part) ??
  words('recap-file-part-shares', {
    established: percentOf(part.established, unitsOf(part)),
    recent: percentOf(part.recent, part.villages),
  });

/** Why a part has no figures: it does not use the bot, or nothing was ever reported in it. */
export function withoutFigures(part: RecapPart): string | undefined {
  if (!isUsing(part)) return words('recap-file-not-using');
  return hasReports(part) ? undefined : words('recap-file-never');
}

/** In how many villages of a part a unit is established, and the share of a hundred. */
export const unitOf = (part: RecapPart, unit: Unit): { readonly count: number; readonly percent: number } => {
  const count = establishedOf(part.units[unit]);
  return { count, percent: count === 0 ? 0 : Math.max(1, percentOf(count, part.villages)) };
};
