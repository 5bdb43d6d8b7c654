import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { area } from '../../src/domain/areas.ts';
import { type DistrictCode, districtOf, type MessageRef, type VillageCode } from '../../src/domain/ids.ts';
import { type Row, STATUSES, UNITS } from '../../src/domain/units.ts';
import type { Db } from '../../src/store/db.ts';
import { type CountedReport, recount } from '../../src/store/recount.ts';
import { plain } from '../../src/text/markup.ts';
import { unitName } from '../../src/text/phrases.ts';
import { inDatabase, openTestStore } from '../engine.ts';

/** Something that somebody did in a group, and what it reports. */
export interface Done {
  readonly kind: 'report' | 'correct' | 'undo' | 'ask' | 'press' | 'answer';
  readonly chat: string;
  /** The platform's name for the message, or for the press; a correction goes by the message that it changes. */
  readonly id: string;
  /** Under which ref the bot remembers that it dealt with it. */
  readonly ref: MessageRef;
  /** Under which ref the ledger has what it reported. */
  readonly message: MessageRef;
  readonly rows: readonly Row<VillageCode>[];
}

/** Something that the bot said in a group, counted once however often the platform was told it. */
export interface Heard {
  readonly chat: string;
  readonly text: string;
  /** The id of the message that it answers. */
  readonly answers: string | undefined;
}

/** Where the bot was watched. */
interface Town {
  readonly database: string;
  heard(): readonly Heard[];
  /** What was shown in passing to the person who pressed a button. */
  toast(id: string): string | undefined;
}

/** Those who did something there. */
interface Crowd {
  readonly deeds: readonly Done[];
  /** The correction of a report came before the report itself. */
  isOvertaken(deed: Done): boolean;
}

interface Report {
  readonly message: string;
  readonly village: string;
  readonly unit: string;
  readonly status: string;
  readonly reversed: 0 | 1;
}

/** A unit with a status as an answer spells it: `✅ kantor koperasi dan gudang: berdiri`. */
const TOLD = new RegExp(`^\\S+ (.+): (${STATUSES.join('|')})$`, 'gm');
const RESENT = /dikirim ulang/;

/** All that the project promises and that did not hold, once the bot has come to rest; an empty list when all did. */
export function brokenPromises(town: Town, crowd: Crowd): readonly string[] {
  return inDatabase(town.database, (db) => brokenIn(db, town, crowd));
}

function brokenIn(db: Db, town: Town, crowd: Crowd): readonly string[] {
  const { deeds } = crowd;
  const reports = db
    .prepare<[], Report>(
      `SELECT message, village, unit, status, CASE WHEN reversed_at IS NULL THEN 0 ELSE 1 END AS reversed FROM report`,
    )
    .all();
  return [
    ...[...new Set(deeds.map(({ message }) => message))].flatMap((ref) => {
      const versions = deeds.filter(({ message }) => message === ref);
      const recorded = reports.filter(({ message }) => message === ref);
      return [
        ...toldIsRecorded(town, versions, recorded),
        ...countsOnce(versions, recorded),
        ...lastVersionHolds(versions, recorded),
      ].map((what) => `${ref}: ${what}`);
    }),
    ...inventions(deeds, reports),
    ...ledgerAgrees(db),
    ...countersAgree(db),
    ...unanswered(town, crowd, db),
    ...twice(town),
  ];
}

const answersTo = (town: Town, { chat, id }: Done): readonly string[] =>
  town
    .heard()
    .filter((heard) => heard.chat === chat && heard.answers === id)
    .map(({ text }) => text);

/** Every report that a person was told is recorded is recorded. */
function toldIsRecorded(town: Town, versions: readonly Done[], recorded: readonly Report[]): string[] {
  const has = (unit: string, status: string) =>
    recorded.some((row) => row.unit === unit && row.status === status);
  const [first] = versions;
  if (first!.kind === 'press') {
    const toast = town.toast(first!.id);
    // Of several units some may have changed since they were asked about: the toast says that something was recorded.
    return /^Dicatat/.test(toast ?? '') && recorded.length === 0 ? [`a toast said "${toast}"`] : [];
  }
  return answersTo(town, first!)
    .filter((text) => text.startsWith('Dicatat untuk'))
    .flatMap((text) => [...text.matchAll(TOLD)])
    .flatMap(([, units, status]) =>
      UNITS.filter((unit) => units!.includes(plain(unitName(unit))) && !has(unit, status!)).map(
        (unit) => `told of ${unit} ${status}, which is not recorded`,
      ),
    );
}

/** No report counts twice: at most one row for each time that it was said. */
function countsOnce(versions: readonly Done[], recorded: readonly Report[]): string[] {
  const said = versions.flatMap(({ rows }) => rows);
  return said.flatMap(({ unit, status }) => {
    const same = (row: { unit: string; status: string }) => row.unit === unit && row.status === status;
    const [times, counted] = [said.filter(same).length, recorded.filter(same).length];
    return counted > times ? [`${unit} ${status} said ${times} times, counted ${counted} times`] : [];
  });
}

/** Of a report that was corrected, nothing holds but what its correction says. */
function lastVersionHolds(versions: readonly Done[], recorded: readonly Report[]): string[] {
  const { rows } = versions.at(-1)!;
  return recorded
    .filter(({ reversed }) => !reversed)
    .filter((row) => !rows.some(({ unit, status }) => unit === row.unit && status === row.status))
    .map(({ unit, status }) => `${unit} ${status} was corrected and holds still`);
}

/** Nothing stands in the ledger that nobody said. */
function inventions(deeds: readonly Done[], reports: readonly Report[]): string[] {
  const said = new Set(
    deeds.flatMap((deed) =>
      deed.rows.map(({ village, unit, status }) => [deed.message, village, unit, status].join()),
    ),
  );
  return reports
    .map(({ message, village, unit, status }) => [message, village, unit, status].join())
    .filter((row) => !said.has(row))
    .map((row) => `nobody said ${row}`);
}

/** What holds now is what was said last and not taken back. */
function ledgerAgrees(db: Db): string[] {
  const differing = db
    .value<[], string>(
      `WITH last AS (
         SELECT village, unit, status, row_number() OVER (PARTITION BY village, unit ORDER BY at DESC, id DESC) AS n
         FROM report WHERE reversed_at IS NULL)
       SELECT coalesce(s.village, l.village) || ' ' || coalesce(s.unit, l.unit) FROM unit_status s
       FULL JOIN (SELECT * FROM last WHERE n = 1) l ON l.village = s.village AND l.unit = s.unit
       WHERE s.status IS DISTINCT FROM l.status`,
    )
    .all();
  return differing.map((unit) => `${unit} is not as the ledger has it`);
}

/** What is counted for areas above is what the ledger adds up to, on every day. */
function countersAgree(db: Db): string[] {
  const reports = db
    .prepare<[], CountedReport>(
      'SELECT id, village, unit, status, at, recorded_at AS "recordedAt", reversed_at AS "reversedAt" FROM report',
    )
    .all();
  return [...new Set(reports.map(({ village }) => districtOf(village)))].flatMap((district) => {
    const kept = db
      .prepare<[string], object>('SELECT * FROM frozen_day WHERE district = ? ORDER BY day')
      .all(district);
    const counted = recount(reports.filter(({ village }) => districtOf(village) === district)).map(
      ({ recent, units, ...day }) => ({
        district,
        ...day,
        ...Object.fromEntries(recent.map((count, n) => [`recent${n}`, count])),
        ...Object.fromEntries(
          UNITS.flatMap((unit) => STATUSES.map((status) => [`${unit}_${status}`, units[unit][status]])),
        ),
      }),
    );
    return isDeepStrictEqual(kept, counted) ? [] : [`${district} is not counted as the ledger has it`];
  });
}

/** Everything is dealt with and answered: once, or once more and marked so. */
function unanswered(town: Town, { deeds, isOvertaken }: Crowd, db: Db): string[] {
  // Behind the date of an edit comes the number of the update that brought it.
  const seen = db.value<{ ref: string }, 1>(
    `SELECT 1 FROM inbox WHERE ref = :ref OR ref > :ref || '-' AND ref < :ref || '.'`,
  );
  const doubtful = db.value<[string], number>(
    `SELECT count(*) FROM outbox WHERE answers = ? AND state = 'doubtful'`,
  );
  const waiting = db
    .value<[], string>(
      `SELECT state FROM outbox WHERE state IN ('queued', 'sending', 'failed') AND scheduled = 0`,
    )
    .all();
  const unseen = deeds.map(({ ref }) => ref).filter((ref) => !seen.get({ ref }));
  const wrong = deeds
    .filter(({ kind }) => kind !== 'press' && kind !== 'correct')
    .flatMap((deed) => {
      const expected = deeds.filter(({ message }) => message === deed.message).length;
      const answers = answersTo(town, deed);
      const again = answers.filter((text) => RESENT.test(text)).length;
      const fresh = answers.length - again;
      // Twice in doubt: said so in the log, and not sent a third time.
      const least = expected - doubtful.get(deed.message)! - (isOvertaken(deed) ? 1 : 0);
      return fresh > expected || again > expected || answers.length < least
        ? [`${deed.message} has ${fresh} answers and ${again} sent again, instead of ${expected}`]
        : [];
    });
  return [
    ...unseen.map((ref) => `${ref} was never dealt with`),
    ...waiting.map((state) => `an answer is ${state} at the end`),
    ...wrong,
  ];
}

/** Every reminder's slot is delivered at most once. */
function twice(town: Town): string[] {
  const slots = remindersIn(town);
  return slots.filter((slot, i) => slots.indexOf(slot) !== i).map((slot) => `delivered twice: ${slot}`);
}

/**
 * Resolves when each group that still lacks a unit was reminded once more, as it is every morning; `start` starts the bot on that
 * morning.
 */
export async function remindsEachGroup(
  town: Town & { readonly groups: readonly { readonly code: DistrictCode }[] },
  start: () => void,
): Promise<void> {
  const store = openTestStore(town.database);
  const lacks = ({ code }: { readonly code: DistrictCode }): boolean =>
    store.read((tx) => tx.ledger.established(code)) < area(code)!.villages.length * UNITS.length;
  const wanted = remindersIn(town).length + town.groups.filter(lacks).length;
  store.close();
  start();
  while (remindersIn(town).length < wanted) await sleep(50);
}

/** The messages of the schedule that reached a group, by group and day. */
export function remindersIn(town: Town): readonly string[] {
  return town.heard().flatMap(({ chat, text }) => {
    const [, days] =
      /^Bapak\/Ibu, mohon balas .*\n(.*)\n(?:Yang masih perlu|Belum ada laporan)/.exec(text) ?? [];
    const [, date] = /^(?:<b>|\*)Rekap Senin(?:<\/b>|\*)[\s\S]*Data per (\d+ \w+)/.exec(text) ?? [];
    return days || date ? [`${chat} ${days ?? `Senin ${date}`}`] : [];
  });
}
