import type { AreaCode } from '../../domain/ids.ts';
import type { UpperArea } from '../../domain/upper-areas.ts';
import type { Week } from '../../domain/weeks.ts';
import type { PartCounts } from '../recap/area-counts.ts';

/** The parts of an area above the kecamatan as a message will tell of them: of a week, or as they are. */
export interface CountedAhead {
  readonly area: UpperArea;
  readonly week?: Week | undefined;
  readonly parts: ReadonlyMap<AreaCode, PartCounts>;
}

/** What was counted of an area and a week; undefined where nothing was. */
export const countedFor = (
  ahead: readonly CountedAhead[],
  { code }: UpperArea,
  week?: Week,
): CountedAhead['parts'] | undefined =>
  ahead.find((counted) => counted.area.code === code && counted.week?.to === week?.to)?.parts;
