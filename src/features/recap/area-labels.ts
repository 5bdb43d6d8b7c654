import {
  type AreaRecap,
  establishedOf,
  isUsing,
  type RecapPart,
  sumOfParts,
  unitsOf,
} from '../../domain/area-recap.ts';
import { UNITS, type Unit } from '../../domain/units.ts';
import { literal, plain } from '../../text/markup.ts';
import { areaName, partsName } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { percentOf, words } from './labels.ts';

/** "Rekap Koperasi Desa/Kelurahan Merah Putih" */
export const areaTitle = (): string =>
  words('recap-file-title', { cooperative: literal(words('recap-file-cooperative-mixed')) });
export const areaLine = ({ area }: AreaRecap): string => plain(areaName(area));

/** "Kecamatan", "Kabupaten/kota" or "Provinsi": the head of the parts' column. */
export const partWord = ({ area }: AreaRecap): string => {
  const name = plain(partsName(area.level));
  return name[0]!.toUpperCase() + name.slice(1);
};

/** "Melapor pekan ini 131 dari 155 desa/kelurahan (pekan lalu 118)" */
export function reportingLine({ parts }: AreaRecap): string {
  const { recent, recentBefore, villages } = sumOfParts(parts);
  return words('above-reporting', { recent, villages, before: recentBefore });
}

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
  return part.reporting === 0 ? words('recap-file-never') : undefined;
}

/** "dari 155 desa/kelurahan" */
export const sumOfVillages = ({ parts }: AreaRecap): string =>
  words('recap-file-sum-of', {
    count: sumOfParts(parts).villages,
    villages: say('above-villages'),
  });

/** In how many villages of a part a unit is established, and the share of a hundred. */
export const unitOf = (part: RecapPart, unit: Unit): { readonly count: number; readonly percent: number } => {
  const count = establishedOf(part.units[unit]);
  return { count, percent: count === 0 ? 0 : Math.max(1, percentOf(count, part.villages)) };
};

/** The sums over an area: what is established, and in how many villages each unit is. */
export function areaSums({ parts }: AreaRecap) {
  const { established, villages } = sumOfParts(parts);
  const of = unitsOf({ villages });
  const units = UNITS.map((unit) => parts.reduce((sum, part) => sum + unitOf(part, unit).count, 0));
  return { established, of, percent: percentOf(established, of), units };
}
