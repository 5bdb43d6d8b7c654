import { noted } from '../../bot/asked-time.ts';
import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { districtsIn } from '../../bot/scope.ts';
import { type DistrictScope, isDistrictScope, type UpperScope } from '../../domain/district.ts';
import { say } from '../../text/say.ts';
import { areaSummary } from './area-snapshot.ts';
import { areaReported, districtReported } from './reported-message.ts';
import { showText } from './show-text.ts';

/** Which villages reported, up to a kabupaten; above it how many. */
export function showReported(context: MessageContext, scope: DistrictScope | UpperScope): Reply {
  const { tx, now, week, span } = context;
  const days = { now, span, week: span ? undefined : week };
  const about = { drill: 'rekap lapor', ...(week && { week }), ...(span && { span }) };
  if (isDistrictScope(scope))
    return { answer: { text: districtReported(tx, scope, days) }, ...(context.above && { context: about }) };
  if (scope.area.level !== 'regency')
    return noted(say('reported-of-regency'), showText(context, scope, { inPercent: false, isRanked: false }));
  const recap = areaSummary(tx, scope, now, week);
  const { text, context: of } = areaReported(tx, recap, districtsIn(tx, scope), days);
  return { answer: { text }, context: { ...of, ...about }, awaitsAnswer: true };
}
