import {
  type AreaSummary,
  hasReports,
  isUsing,
  type PartSummary,
  percentOf,
  unitsOf,
} from '../../domain/area-recap.ts';
import { area } from '../../domain/areas.ts';
import { addDays, countedDate, dayNumberOf, dayStart } from '../../domain/dates.ts';
import type { DistrictScope } from '../../domain/district.ts';
import type { AreaCode, DistrictCode, Instant, LocalDate, VillageCode } from '../../domain/ids.ts';
import { hasReported } from '../../domain/progress.ts';
import { isEstablished } from '../../domain/units.ts';
import type { Span, Week } from '../../domain/weeks.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import { REPORTING_DAYS } from '../../store/recount.ts';
import type { MessageTx } from '../../store/tx.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, kecamatan, partsName, spanDates } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { notUsing } from './area-outline.ts';
import type { RecapText } from './message.ts';
import { recapTable } from './snapshot.ts';

/** Where something changed in the last seven days, and by how much. */
interface Changed {
  readonly name: string;
  readonly change: number;
}

const changeOf = ({ established, establishedBefore }: PartSummary): number => established - establishedBefore;

/** A reply is about these parts, in the order in which they are numbered, and about the same days. */
const contextOf = ({ area, week }: AreaSummary, parts: readonly PartSummary[]): PromptContext => ({
  area: area.code,
  parts: parts.map(({ code }) => code),
  ...(week && { week }),
});

/** The days whose changes are told: a week that is over, others from a first to a last one, or the last seven. */
export interface Days {
  readonly week?: Week | undefined;
  readonly span?: Span | undefined;
  readonly now: Instant;
  /** Only what fell is asked for. */
  readonly isOfFalls?: boolean;
}

/**
 * By how much each part of an area changed: what grew most first, then what fell, and what stayed. Of a kabupaten, whose kecamatan may
 * hide it in their sum, also which villages rose and fell.
 */
export function areaChanges(tx: MessageTx, recap: AreaSummary, days: Days): RecapText {
  const { area } = recap;
  const isRegency = area.level === 'regency';
  const villages = isRegency ? changedVillages(tx, area.code, days) : [];
  const fallen = villages.filter(({ change }) => change < 0).toReversed();
  const parts = recap.parts
    .filter(hasReports)
    .map((part) => ({ ...part, change: changeOf(part) }))
    .sort((a, b) => b.change - a.change || (a.code < b.code ? -1 : 1));
  const moved = parts.filter(({ change }) => change !== 0);
  const silent = recap.parts.filter((part) => isUsing(part) && !hasReports(part));
  return {
    text: lines(
      fallen.length === 0 &&
        noneFallen(areaName(area), parts, days, isRegency ? undefined : partsName(area.level)),
      changesText(areaName(area), parts, days),
      villagesLine(
        'changes-risen',
        villages.filter(({ change }) => change > 0),
      ),
      villagesLine('changes-fallen', fallen),
      neverReported(silent),
      notUsing(recap),
      moved.length > 0 && say('above-drill', { number: moved.length }),
    ),
    context: contextOf(recap, moved),
  };
}

/** The same of the villages of a kecamatan. */
export function districtChanges(tx: MessageTx, here: DistrictScope, days: Days): RecapText {
  const { now, week, span } = days;
  const recap = recapTable(tx, here, now, span ? undefined : week);
  const changes = villageChanges(tx, here.area.code, days);
  const villages = recap.villages
    .filter(hasReported)
    .map(({ code, name }) => ({ code, name, change: changes.get(code) ?? 0 }))
    .toSorted((a, b) => b.change - a.change);
  const moved = villages.filter(({ change }) => change !== 0);
  return {
    text: lines(
      noneFallen(kecamatan(here.area), villages, days),
      changesText(kecamatan(here.area), villages, days),
      neverReported(recap.villages.filter((village) => !hasReported(village))),
    ),
    context: { ...(moved.length > 0 && { parts: moved.map(({ code }) => code) }), ...(week && { week }) },
  };
}

/** The first day that is told of. */
export const firstDay = ({ week, span, now }: Days): LocalDate =>
  span?.from ?? week?.from ?? addDays(countedDate(now), 1 - REPORTING_DAYS);

/** By how much each village of a kecamatan changed in which anything did. */
function villageChanges(tx: MessageTx, code: DistrictCode, days: Days): ReadonlyMap<VillageCode, number> {
  const { now, week, span } = days;
  const changes = new Map<VillageCode, number>();
  const add = (since: Instant, sign: 1 | -1) => {
    for (const { village, status, now: is } of tx.ledger.before(code, since)) {
      const by = sign * (Number(isEstablished(is)) - Number(isEstablished(status)));
      changes.set(village, (changes.get(village) ?? 0) + by);
    }
  };
  add(dayStart(firstDay(days)), 1);
  // What changed after those days is none of it.
  const last = span?.to ?? week?.to;
  if (last && last < countedDate(now)) add(dayStart(addDays(last, 1)), -1);
  return changes;
}

/** A village in which another number of units is established than before, and its kecamatan. */
interface ChangedVillage extends Changed {
  readonly district: string;
}

/** The villages of a kabupaten that changed, those that rose most first. */
function changedVillages(tx: MessageTx, regency: AreaCode, days: Days): readonly ChangedVillage[] {
  const districts = tx.counters.changedAfter(regency, dayNumberOf(firstDay(days)) - 1);
  return districts
    .flatMap((code) => {
      const { name: district, villages } = area(code)!;
      const changes = villageChanges(tx, code, days);
      return villages.map((village) => ({
        name: village.name,
        district,
        change: changes.get(village.code) ?? 0,
      }));
    })
    .filter(({ change }) => change !== 0)
    .toSorted((a, b) => b.change - a.change);
}

/** So many villages that rose, or fell, are named. */
const NAMED = 10;

function villagesLine(
  sentence: 'changes-risen' | 'changes-fallen',
  changed: readonly ChangedVillage[],
): Markup | false {
  if (changed.length === 0) return false;
  const named = changed.slice(0, NAMED).map(({ name, district, change }) =>
    say('changes-village', {
      name: literal(name),
      district: literal(district),
      change: changeWords(change),
    }),
  );
  const more = changed.length - named.length;
  return say(sentence, {
    villages: join(more > 0 ? [...named, say('changes-fallen-more', { n: more })] : named),
  });
}

/** Says that nothing fell, where that is asked; `counted`: the sums of these alone were looked at. */
function noneFallen(area: Markup, places: readonly Changed[], days: Days, counted?: Markup): Markup | false {
  if (!days.isOfFalls || places.some(({ change }) => change < 0)) return false;
  const facts = { area, span: spanOf(days) };
  return counted ? say('changes-no-part-fell', { ...facts, parts: counted }) : say('changes-no-fall', facts);
}

/** Places of which nothing was ever reported. */
const neverReported = (places: readonly { readonly name: string }[]): Markup | false =>
  places.length > 0 && say('silent-never', { villages: join(places.map(({ name }) => literal(name))) });

export function spanOf({ week, span, now }: Days): Markup {
  const today = countedDate(now);
  if (span && span.from === span.to && span.to >= addDays(today, -1))
    return span.to === today ? say('changes-today') : say('changes-yesterday');
  if (span) return spanDates(span);
  return week ? say('changes-week', { week: spanDates(week) }) : say('recap-span-days');
}

function changesText(area: Markup, places: readonly Changed[], days: Days): Markup {
  const span = spanOf(days);
  const moved = places.filter(({ change }) => change !== 0);
  const same = places.filter(({ change }) => change === 0);
  const total = places.reduce((sum, { change }) => sum + change, 0);
  return lines(
    say('changes-head', { area, span, change: changeWords(total) }),
    ...moved.map(({ name, change }, i) =>
      say('changes-row', { number: i + 1, name: literal(name), change: changeWords(change) }),
    ),
    same.length > 0 && say('changes-same', { names: join(same.map(({ name }) => literal(name))) }),
  );
}

export function changeWords(change: number): Markup {
  if (change > 0) return say('changes-up', { n: change });
  return change < 0 ? say('changes-down', { n: -change }) : say('changes-none');
}

/** Parts of an area side by side, in the order in which they were named. */
export function areaComparison(recap: AreaSummary, named: readonly AreaCode[], now: Instant): RecapText {
  const parts = named.flatMap((code) => recap.parts.find((part) => part.code === code) ?? []);
  return {
    text: lines(
      say('compare-head', { area: areaName(recap.area) }),
      ...parts.map((part, i) => comparedRow(part, i + 1, spanOf({ ...recap, now }))),
      say('above-drill', { number: parts.length }),
    ),
    context: contextOf(recap, parts),
  };
}

function comparedRow(part: PartSummary, number: number, span: Markup): Markup {
  const name = literal(part.name);
  if (!isUsing(part)) return say('compare-not-using', { number, name });
  if (!hasReports(part)) return say('above-part-silent', { number, name });
  const { established, recent, villages } = part;
  const change = changeWords(changeOf(part));
  const of = unitsOf(part);
  const percent = percentOf(established, of);
  return say('compare-row', { number, name, established, of, percent, recent, villages, span, change });
}
