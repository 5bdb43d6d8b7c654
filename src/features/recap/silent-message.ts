import { type AreaSummary, isUsing, type PartSummary, sumOfParts } from '../../domain/area-recap.ts';
import { dayAndMonth, dayNumber, localDate } from '../../domain/dates.ts';
import type { DistrictScope } from '../../domain/district.ts';
import type { Instant, VillageCode } from '../../domain/ids.ts';
import { hasReported, type RecapTable } from '../../domain/progress.ts';
import { REPORTING_DAYS } from '../../store/recount.ts';
import type { MessageTx } from '../../store/tx.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, kecamatan, partsName, villageWords } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { notUsing } from './area-outline.ts';
import type { RecapText } from './message.ts';

/** Which parts of an area have villages without a report in the last seven days, those with the most first. */
export function areaSilent(recap: AreaSummary): RecapText {
  const silentIn = ({ villages, recent }: PartSummary) => villages - recent;
  const using = recap.parts.filter(isUsing);
  const silent = using
    .filter((part) => silentIn(part) > 0)
    .sort((a, b) => silentIn(b) - silentIn(a) || (a.code < b.code ? -1 : 1));
  const { villages, recent } = sumOfParts(using);
  const context = {
    area: recap.area.code,
    parts: silent.map(({ code }) => code),
    drill: 'belum lapor',
  } as const;
  const row = (part: PartSummary, i: number) => {
    const facts = { number: i + 1, name: literal(part.name), silent: silentIn(part), of: part.villages };
    const never = part.villages - part.reporting;
    return never > 0 ? say('silent-part-never', { ...facts, never }) : say('silent-part', facts);
  };
  const names = { area: areaName(recap.area), villages: say('above-villages') };
  const head = say('silent-head', { ...names, count: villages - recent, of: villages });
  const none = using.length > 0 && say('silent-none-using', { parts: partsName(recap.area.level) });
  return {
    text: lines(
      silent.length > 0 ? head : none,
      ...silent.map(row),
      notUsing(recap),
      silent.length > 0 && say('above-drill', { number: silent.length }),
    ),
    context,
  };
}

/** Which parts of an area have villages that never reported, those with the most first. */
export function areaNeverReported(recap: AreaSummary): RecapText {
  const neverIn = ({ villages, reporting }: PartSummary) => villages - reporting;
  const using = recap.parts.filter(isUsing);
  const silent = using.filter((part) => neverIn(part) > 0).toSorted((a, b) => neverIn(b) - neverIn(a));
  const count = silent.reduce((sum, part) => sum + neverIn(part), 0);
  const names = { area: areaName(recap.area), villages: say('above-villages') };
  return {
    text: lines(
      silent.length > 0
        ? say('never-head', { ...names, count, of: sumOfParts(using).villages })
        : using.length > 0 && say('never-none-using', { parts: partsName(recap.area.level) }),
      ...silent.map((part, i) =>
        say('silent-part', {
          number: i + 1,
          name: literal(part.name),
          silent: neverIn(part),
          of: part.villages,
        }),
      ),
      notUsing(recap),
      silent.length > 0 && say('above-drill', { number: silent.length }),
    ),
    context: {
      area: recap.area.code,
      parts: silent.map(({ code }) => code),
      drill: 'belum pernah lapor',
    },
  };
}

/** Which villages of a kecamatan never reported. */
export function districtNeverReported({ district, villages }: RecapTable): Markup {
  const never = villages.filter((village) => !hasReported(village));
  const names = { area: kecamatan(district), villages: villageWords(villages) };
  if (never.length === 0) return say('never-none', names);
  return lines(
    say('never-head', { ...names, count: never.length, of: villages.length }),
    join(never.map(({ name }) => literal(name))),
  );
}

/** Which villages of a kecamatan have not reported in the last seven days: since when, and those that never did. */
export function districtSilent(tx: MessageTx, { area, timeZone }: DistrictScope, now: Instant): Markup {
  const last = new Map<VillageCode, Instant>();
  for (const { village, recordedAt } of tx.ledger.district(area.code))
    if (recordedAt > (last.get(village) ?? '')) last.set(village, recordedAt);
  const isRecent = (at: Instant) => dayNumber(now) - dayNumber(at) < REPORTING_DAYS;
  const before = area.villages.flatMap((village) => {
    const at = last.get(village.code);
    return at && !isRecent(at) ? [{ name: village.name, at }] : [];
  });
  const never = area.villages.filter(({ code }) => !last.has(code));
  const names = { area: kecamatan(area), villages: villageWords(area.villages) };
  const count = before.length + never.length;
  if (count === 0) return say('silent-none', names);
  const ago = [...before]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ name, at }) =>
      say('silent-since', { name: literal(name), date: literal(dayAndMonth(localDate(at, timeZone))) }),
    );
  return lines(
    say('silent-head', { ...names, count, of: area.villages.length }),
    ago.length > 0 && say('silent-before', { villages: join(ago) }),
    never.length > 0 && say('silent-never', { villages: join(never.map(({ name }) => literal(name))) }),
  );
}
