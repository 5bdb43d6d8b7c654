import { type AreaSummary, percentOf } from '../../domain/area-recap.ts';
import { countedDate, dayEnd, dayNumberOf, dayStart } from '../../domain/dates.ts';
import type { DistrictScope } from '../../domain/district.ts';
import type { DistrictCode, VillageCode } from '../../domain/ids.ts';
import type { MessageTx } from '../../store/tx.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, kecamatan, villageWords } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { notUsing } from './area-outline.ts';
import { type Days, firstDay, spanOf } from './change-message.ts';
import type { RecapText } from './message.ts';

// Which villages reported in some days, whatever they reported.

/** The villages of a kecamatan of which a report that stands was recorded in some days, in their order. */
function reportedIn(tx: MessageTx, { area }: DistrictScope, days: Days) {
  const found = new Set(codesReported(tx, area.code, days));
  return area.villages.filter(({ code }) => found.has(code));
}

/** Where the last of the days is today, the last reports of each unit say enough. */
function codesReported({ ledger }: MessageTx, code: DistrictCode, days: Days): readonly VillageCode[] {
  const from = dayStart(firstDay(days));
  const last = days.span?.to ?? days.week?.to ?? countedDate(days.now);
  return last < countedDate(days.now)
    ? ledger.reportedBetween(code, from, dayEnd(dayNumberOf(last)))
    : ledger.district(code).flatMap(({ village, recordedAt }) => (recordedAt >= from ? village : []));
}

const namesIn = (villages: readonly { readonly name: string }[]): Markup =>
  join(villages.map(({ name }) => literal(name)));

const share = (count: number, of: number) => ({ count, of, percent: percentOf(count, of) });

/** Which villages of a kabupaten reported, in the kecamatan of which most did first. */
export function areaReported(
  tx: MessageTx,
  recap: AreaSummary,
  districts: readonly DistrictScope[],
  days: Days,
): RecapText {
  const all = districts
    .map((here) => ({ ...here.area, of: here.area.villages.length, found: reportedIn(tx, here, days) }))
    .toSorted((a, b) => b.found.length / b.of - a.found.length / a.of);
  const some = all.filter(({ found }) => found.length > 0);
  const none = all.filter(({ found }) => found.length === 0);
  const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
  const row = ({ name, of, found }: (typeof all)[number], i: number) =>
    say('reported-part', {
      number: i + 1,
      name: literal(name),
      count: found.length,
      of,
      villages: namesIn(found),
    });
  return {
    text: lines(
      say('reported-head', {
        area: areaName(recap.area),
        span: spanOf(days),
        villages: say('above-villages'),
        ...share(sum(all.map(({ found }) => found.length)), sum(all.map(({ of }) => of))),
      }),
      ...some.map(row),
      none.length > 0 && say('reported-none', { names: namesIn(none) }),
      notUsing(recap),
      some.length > 0 && say('above-drill', { number: some.length }),
    ),
    context: { area: recap.area.code, parts: some.map(({ code }) => code) },
  };
}

/** The same of a kecamatan. */
export function districtReported(tx: MessageTx, here: DistrictScope, days: Days): Markup {
  const { villages } = here.area;
  const found = reportedIn(tx, here, days);
  return lines(
    say('reported-head', {
      area: kecamatan(here.area),
      span: spanOf(days),
      villages: villageWords(villages),
      ...share(found.length, villages.length),
    }),
    found.length > 0 && namesIn(found),
  );
}
