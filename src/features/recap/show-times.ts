import { noted } from '../../bot/asked-time.ts';
import type { Reply } from '../../bot/command.ts';
import type { MessageContext, UpperContext } from '../../bot/context.ts';
import { plainDate } from '../../domain/dates.ts';
import type { DistrictScope, UpperScope } from '../../domain/district.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { Span } from '../../domain/weeks.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { lines, say } from '../../text/say.ts';
import { areaSummary } from './area-snapshot.ts';
import { areaComparison } from './change-message.ts';
import { showList } from './show-list.ts';
import { comparedTimes, spanChange } from './times-message.ts';

/** Several times of an area of any level side by side. */
export const showTimes = (
  { tx, now }: MessageContext,
  scope: DistrictScope | UpperScope,
  spans: readonly Span[],
): Reply => ({
  answer: { text: comparedTimes(tx, scope, spans, now) },
  context: { area: scope.area.code },
});

/** Parts of an area side by side. */
export function showParts({ tx, above, now, week, span }: UpperContext, parts: readonly AreaCode[]): Reply {
  const summary = areaSummary(tx, above, now, week);
  return noted(span && ofSpan(week), showList(areaComparison(summary, parts, now)));
}

/** Says of other days than a week by how much they changed an area, and what is shown beside that: a recap is of seven days, or of now. */
export const spanNote = (
  { tx, now, week }: MessageContext,
  scope: DistrictScope | UpperScope,
  span: Span,
): Markup => lines(spanChange(tx, scope, span, now), ofSpan(week));

/** Says what is shown of other days than a week: their last seven, or the present. */
const ofSpan = (week: MessageContext['week']): Markup =>
  week ? say('recap-of-span', { date: literal(plainDate(week.to)) }) : say('recap-of-span-now');
