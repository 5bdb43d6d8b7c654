import type { AreaSummary } from '../../domain/area-recap.ts';
import { localDateTime } from '../../domain/dates.ts';
import type { DistrictRecap, RecapTable } from '../../domain/progress.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, cooperatives, daysLeft, kecamatan, spanDates } from '../../text/phrases.ts';
import { EMPTY_LINE, lines, say } from '../../text/say.ts';
import { areaOutline } from './area-outline.ts';
import { districtOutline } from './district-outline.ts';

/** A recap's text, and what a reply to it is about. */
export interface RecapText {
  readonly text: Markup;
  readonly context: PromptContext;
}

interface Options {
  /** A line above it all. */
  readonly heading?: Markup | undefined;
  /** The most advanced first. */
  readonly isRanked?: boolean;
  /** A picture goes with it. */
  readonly isBrief?: boolean;
}

/** The recap of an area of any level as a message: its moment, its sums, and a line for each of its parts. */
export function recapText(
  recap: DistrictRecap | AreaSummary,
  { heading, isRanked = false, isBrief = false }: Options = {},
): RecapText {
  const outline = 'villages' in recap ? districtOutline(recap, isRanked) : areaOutline(recap, isRanked);
  const rows = isBrief && outline.brief ? outline.brief : [EMPTY_LINE, ...outline.rows];
  return {
    text: lines(
      heading,
      recapHead(recap),
      say('recap-as-of', { at: literal(localDateTime(recap.asOf, recap.timeZone)) }),
      daysLeft(recap.deadline, recap.daysLeft, recap.toldOn),
      ...outline.facts,
      ...rows,
    ),
    context: { ...outline.context, ...(recap.week && { week: recap.week }) },
  };
}

/** What stands beside a picture of the recap, and is read aloud in its place: its head and its sums. */
export const recapCaption = (recap: DistrictRecap | AreaSummary): Markup =>
  lines(
    recapHead(recap),
    ...('villages' in recap ? districtOutline(recap, false) : areaOutline(recap, false)).facts,
  );

/** "Rekap KDKMP Kabupaten Bengkalis", with the dates of the week that it tells of. */
export function recapHead(recap: RecapTable | AreaSummary): Markup {
  const names = namesOf(recap);
  return recap.week
    ? say('recap-head-week', { ...names, week: spanDates(recap.week) })
    : say('recap-head', names);
}

/** What the head of a text about an area of any level names. */
export const namesOf = (recap: RecapTable | AreaSummary) =>
  'villages' in recap
    ? { cooperative: cooperatives(recap), area: kecamatan(recap.district) }
    : { cooperative: say('cooperative-mixed'), area: areaName(recap.area) };
