import Database from 'better-sqlite3';
import { plain } from '../../src/content.ts';
import { unitName } from '../../src/phrases.ts';
import { STATUSES, UNITS } from '../../src/units.ts';
import type { RecordedCall } from '../telegram/api-double.ts';
import { type Crowd, type Deed, messageRefOf, refOf } from './crowd.ts';
import type { Town } from './town.ts';

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
  const { deeds } = crowd;
  const db = new Database(town.database, { readonly: true });
  try {
    const reports = db
      .prepare<[], Report>(
        'SELECT message, village, unit, status, reversed_at IS NOT NULL AS reversed FROM report',
      )
      .all();
    return [
      ...[...new Set(deeds.map(messageRefOf))].flatMap((ref) => {
        const versions = deeds.filter((deed) => messageRefOf(deed) === ref);
        const recorded = reports.filter(({ message }) => message === ref);
        return [
          ...toldIsRecorded(town, versions, recorded),
          ...countsOnce(versions, recorded),
          ...lastVersionHolds(versions, recorded),
        ].map((what) => `${ref}: ${what}`);
      }),
      ...inventions(deeds, reports),
      ...ledgerAgrees(db),
      ...unanswered(town, crowd, db),
      ...twice(town),
    ];
  } finally {
    db.close();
  }
}

/** Calls that took effect and say something in a group. */
const saying = (town: Town): readonly RecordedCall[] =>
  town.api.calls.filter(({ method, result }) => method.startsWith('send') && result !== undefined);

const textOf = ({ payload }: RecordedCall): string => payload.text ?? payload.caption ?? '';

const answersTo = (town: Town, { group, id }: Deed): readonly RecordedCall[] =>
  saying(town).filter(
    ({ payload }) => Number(payload.chat_id) === group.chat.id && payload.reply_parameters?.message_id === id,
  );

/** Every report that a person was told is recorded is recorded. */
function toldIsRecorded(town: Town, versions: readonly Deed[], recorded: readonly Report[]): string[] {
  const has = (unit: string, status: string) =>
    recorded.some((row) => row.unit === unit && row.status === status);
  const [first] = versions;
  if (first!.kind === 'press') {
    const toast = town.api
      .callsOf('answerCallbackQuery')
      .find(({ payload, result }) => result && payload.callback_query_id === `${first!.id}`)?.payload.text;
    // Of several units some may have changed since they were asked about: the toast says that something was recorded.
    return /^Dicatat/.test(toast ?? '') && recorded.length === 0 ? [`a toast said "${toast}"`] : [];
  }
  return answersTo(town, first!)
    .map(textOf)
    .filter((text) => text.startsWith('Dicatat untuk'))
    .flatMap((text) => [...text.matchAll(TOLD)])
    .flatMap(([, units, status]) =>
      UNITS.filter((unit) => units!.includes(plain(unitName(unit))) && !has(unit, status!)).map(
        (unit) => `told of ${unit} ${status}, which is not recorded`,
      ),
    );
}

/** No report counts twice: at most one row for each time that it was said. */
function countsOnce(versions: readonly Deed[], recorded: readonly Report[]): string[] {
  const said = versions.flatMap(({ rows }) => rows);
  return said.flatMap(({ unit, status }) => {
    const same = (row: { unit: string; status: string }) => row.unit === unit && row.status === status;
    const [times, counted] = [said.filter(same).length, recorded.filter(same).length];
    return counted > times ? [`${unit} ${status} said ${times} times, counted ${counted} times`] : [];
  });
}

/** Of a report that was corrected, nothing holds but what its correction says. */
function lastVersionHolds(versions: readonly Deed[], recorded: readonly Report[]): string[] {
  const { rows } = versions.at(-1)!;
  return recorded
    .filter(({ reversed }) => !reversed)
    .filter((row) => !rows.some(({ unit, status }) => unit === row.unit && status === row.status))
    .map(({ unit, status }) => `${unit} ${status} was corrected and holds still`);
}

/** Nothing stands in the ledger that nobody said. */
function inventions(deeds: readonly Deed[], reports: readonly Report[]): string[] {
  const said = new Set(
    deeds.flatMap((deed) =>
      deed.rows.map(({ village, unit, status }) => [messageRefOf(deed), village, unit, status].join()),
    ),
  );
  return reports
    .map(({ message, village, unit, status }) => [message, village, unit, status].join())
    .filter((row) => !said.has(row))
    .map((row) => `nobody said ${row}`);
}

/** What holds now is what was said last and not taken back. */
function ledgerAgrees(db: Database.Database): string[] {
  const differing = db
    .prepare<[], string>(
      `WITH last AS (
         SELECT village, unit, status, row_number() OVER (PARTITION BY village, unit ORDER BY at DESC, id DESC) AS n
         FROM report WHERE reversed_at IS NULL)
       SELECT coalesce(s.village, l.village) || ' ' || coalesce(s.unit, l.unit) FROM unit_status s
       FULL JOIN (SELECT * FROM last WHERE n = 1) l ON l.village = s.village AND l.unit = s.unit
       WHERE s.status IS NOT l.status`,
    )
    .pluck()
    .all();
  return differing.map((unit) => `${unit} is not as the ledger has it`);
}

/** Everything is dealt with and answered: once, or once more and marked so. */
function unanswered(town: Town, { deeds, isOvertaken }: Crowd, db: Database.Database): string[] {
  const seen = db.prepare<[string], 1>('SELECT 1 FROM inbox WHERE ref = ?').pluck();
  const doubtful = db
    .prepare<[string], number>(`SELECT count(*) FROM outbox WHERE answers = ? AND state = 'doubtful'`)
    .pluck();
  const waiting = db
    .prepare<[], string>(
      `SELECT state FROM outbox WHERE state IN ('queued', 'sending', 'failed') AND scheduled = 0`,
    )
    .pluck()
    .all();
  const unseen = deeds.map(refOf).filter((ref) => !seen.get(ref));
  const wrong = deeds
    .filter(({ kind }) => kind !== 'press' && kind !== 'correct')
    .flatMap((deed) => {
      const expected = deeds.filter((other) => messageRefOf(other) === messageRefOf(deed)).length;
      const answers = answersTo(town, deed);
      const again = answers.filter((call) => RESENT.test(textOf(call))).length;
      const fresh = answers.length - again;
      // Twice in doubt: said so in the log, and not sent a third time.
      const least = expected - doubtful.get(messageRefOf(deed))! - (isOvertaken(deed) ? 1 : 0);
      return fresh > expected || again > expected || answers.length < least
        ? [`${messageRefOf(deed)} has ${fresh} answers and ${again} sent again, instead of ${expected}`]
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

/** The messages of the schedule that reached a group, by group and day. */
export function remindersIn(town: Town): readonly string[] {
  return saying(town).flatMap((call) => {
    const [, days] = /^Bapak\/Ibu, (.*)\. Yang masih/.exec(textOf(call)) ?? [];
    const [, date] = /^<b>Rekap Senin<\/b>[\s\S]*Keadaan (\d+ \w+)/.exec(textOf(call)) ?? [];
    return days || date ? [`${call.payload.chat_id} ${days ?? `Senin ${date}`}`] : [];
  });
}
