import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { percentOf, totalsOf } from '../../domain/area-recap.ts';
import { type DistrictScope, isDistrictScope, type UpperScope } from '../../domain/district.ts';
import { totals } from '../../domain/progress.ts';
import { weekEnd } from '../../domain/weeks.ts';
import type { Markup } from '../../text/markup.ts';
import { EMPTY_LINE, lines, say } from '../../text/say.ts';
import { areaSummary } from './area-snapshot.ts';
import { namesOf, recapText } from './message.ts';
import { onTimeOf } from './on-time.ts';
import { districtRecap } from './snapshot.ts';

/** The recap of an area of any level as a text, with its share in percent above it, or the most advanced first. */
export function showText(
  context: MessageContext,
  scope: DistrictScope | UpperScope,
  { inPercent, isRanked }: { readonly inPercent: boolean; readonly isRanked: boolean },
): Reply {
  const recap = recapOf(context, scope);
  const heading = inPercent ? percentLine(recap) : undefined;
  const { text, context: about } = recapText(recap, { heading, isRanked });
  return {
    answer: {
      text: lines(text, about.week && isDistrictScope(scope) && EMPTY_LINE, about.week && say('week-now')),
    },
    context: about,
    ...(!isDistrictScope(scope) && { awaitsAnswer: true }),
  };
}

/** What the text of a recap is made from. */
export const recapOf = (context: MessageContext, scope: DistrictScope | UpperScope) =>
  isDistrictScope(scope)
    ? districtRecap(context.tx, scope, context.now, context.week)
    : { ...areaSummary(context.tx, scope, context.now, context.week), onTime: onTime(context, scope) };

/** Who reported in time for the latest reminder, in the week that is shown. */
export const onTime = ({ tx, settings, now, week }: MessageContext, scope: UpperScope) =>
  onTimeOf(tx, scope, settings.reminderDays, week ? weekEnd(week) : now);

/** How much is established in percent; nothing where nothing was reported. */
function percentLine(recap: ReturnType<typeof recapOf>): Markup | undefined {
  const { area } = namesOf(recap);
  const { established, of } = 'villages' in recap ? totals(recap) : totalsOf(recap.parts);
  return established > 0 ? say('recap-percent', { area, percent: percentOf(established, of) }) : undefined;
}
