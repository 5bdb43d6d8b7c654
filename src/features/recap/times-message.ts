import { establishedOf, unitsOf } from '../../domain/area-recap.ts';
import { dayNumber, dayNumberOf } from '../../domain/dates.ts';
import { type DistrictScope, isDistrictScope, type UpperScope } from '../../domain/district.ts';
import type { AreaCode, Instant } from '../../domain/ids.ts';
import { sizeOf } from '../../domain/upper-areas.ts';
import type { Span } from '../../domain/weeks.ts';
import type { MessageTx } from '../../store/tx.ts';
import type { Markup } from '../../text/markup.ts';
import { areaName, capital, kecamatan } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { changeWords, spanOf } from './change-message.ts';

// What some days changed in an area of any level, beside other days.

type Scope = DistrictScope | UpperScope;

const nameOf = (scope: Scope): Markup =>
  isDistrictScope(scope) ? kecamatan(scope.area) : areaName(scope.area);

/** An area at the end of a day: its established units, and the villages that reported in the seven days up to it. */
function figuresOn(tx: MessageTx, code: AreaCode, day: number, now: Instant) {
  const rows = tx.counters.days(code, code.length, day, day >= dayNumber(now));
  return {
    established: rows.reduce((sum, counts) => sum + establishedOf(counts), 0),
    recent: rows.reduce((sum, { recent }) => sum + recent, 0),
  };
}

function figuresOf(tx: MessageTx, { area }: Scope, { from, to }: Span, now: Instant) {
  const then = figuresOn(tx, area.code, dayNumberOf(to), now);
  const before = figuresOn(tx, area.code, dayNumberOf(from) - 1, now);
  return { ...then, change: changeWords(then.established - before.established) };
}

/** By how much some days changed an area, in a line. */
export const spanChange = (tx: MessageTx, scope: Scope, span: Span, now: Instant): Markup =>
  say('changes-head', {
    area: nameOf(scope),
    span: spanOf({ span, now }),
    change: figuresOf(tx, scope, span, now).change,
  });

/** The same of several times, a line each, with how it stood at their end. */
export function comparedTimes(tx: MessageTx, scope: Scope, spans: readonly Span[], now: Instant): Markup {
  const villages = isDistrictScope(scope) ? scope.area.villages.length : sizeOf(scope.area).villages;
  const row = (span: Span) =>
    say('times-row', {
      span: capital(spanOf({ span, now })),
      ...figuresOf(tx, scope, span, now),
      of: unitsOf({ villages }),
      villages,
    });
  return lines(say('compare-head', { area: nameOf(scope) }), ...spans.map(row));
}
