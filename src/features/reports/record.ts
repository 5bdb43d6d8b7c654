import type {
  Correction,
  Denied,
  Fate,
  Meant,
  Recorded,
  ReportWriter,
  Reversal,
  Source,
  Wanted,
} from '../../bot/report-writer.ts';
import { addMs, CLOCKS_DIFFER_MS, msBetween } from '../../domain/clock.ts';
import {
  type DistrictCode,
  districtOf,
  type Instant,
  type MessageRef,
  type VillageCode,
} from '../../domain/ids.ts';
import type { Actor } from '../../domain/people.ts';
import { mayCoordinate, mayReport, reportingRole } from '../../domain/permissions.ts';
import { isEstablished, isSame, lowers, MENTIONED_STATUS } from '../../domain/units.ts';
import type { Ledger, Report } from '../../store/ledger.ts';
import type { UnitStatus } from '../../store/unit-status.ts';

function record(ledger: Ledger, actor: Actor, rows: readonly Wanted[], source: Source): Recorded | Denied {
  const { person } = actor;
  const earlier = source.corrects ? takenBackBy(ledger, source.corrects, source.now) : [];
  const takenBack = takenBackOf(ledger, rows, source);
  const denied = [...rows, ...earlier].find((row) => !mayReport(actor, row.village));
  if (person === undefined || denied) return { kind: 'denied', village: (denied ?? rows[0])!.village };

  ledger.reverse(earlier, source.now, { said: source.at, corrected: true });
  const { now: recordedAt, message } = source;
  // A message's text is kept once, beside the first of its rows.
  let { text } = source;
  const sorted: Sorted = {
    written: [],
    lowering: [],
    kept: [],
    overtaken: [],
    outdated: [],
    takenBack: [],
  };
  const villages = new Map<VillageCode, readonly UnitStatus[]>();
  for (const row of rows) {
    const { village, unit, status } = row;
    const units = villages.get(village) ?? ledger.village(village);
    villages.set(village, units);
    const current = units.find((each) => each.unit === unit);
    // What an edit says as before was said then: it takes back nothing that was said since.
    const before = earlier.find((each) => isSame(each, row));
    const at = before ? saidBefore(before, current) : (row.saidAt ?? saidNow(source, current));
    const revives =
      !before &&
      (takenBack.some((each) => isSame(each, row)) ||
        // What comes late says what was taken back of another message since.
        (current?.status !== status &&
          msBetween(at, recordedAt) > CLOCKS_DIFFER_MS &&
          ledger.isTakenBackSince(row, at, recordedAt)));
    // What was agreed to, or was only assumed, is not asked about once more.
    const isAgreed = before !== undefined || isAssumed(row, current);
    const fate = revives ? 'takenBack' : fateOf(row, current, { ...source, at }, isAgreed);
    if (fate === 'written' || fate === 'overtaken') {
      const { kind } = reportingRole(actor, village)!;
      const entry = { person, at, recordedAt, message, said: row.said, text };
      villages.set(village, ledger.add(village, unit, status, kind, entry, units));
      text = null;
    }
    const again = current?.status === status && { again: true as const };
    if (fate === 'written') sorted.written.push({ village, unit, status, ...again });
    else if (fate === 'lowering') sorted.lowering.push({ village, unit, status, from: current!.status });
    else sorted[fate].push({ village, unit, status: fate === 'kept' ? current!.status : status });
  }
  const established = new Map([...villages].map(([village, units]) => [village, establishedOf(units)]));
  return { kind: 'recorded', ...sorted, corrected: earlier, established };
}

/** The rows that a correction takes back. What is dated ahead was said while the machine's clock was wrong. */
const takenBackBy = (ledger: Ledger, { messages, until }: Correction, now: Instant): readonly Report[] =>
  recordedBy(ledger, messages).filter(({ at }) => at <= until || at > now);

/** What others, or its sender with a /batal, took back of a message that these rows say otherwise or in part: it says none of that again. */
function takenBackOf(ledger: Ledger, rows: readonly Wanted[], source: Source): readonly Report[] {
  const isEdit = source.corrects?.messages.includes(source.message) === true;
  const said = rows.flatMap((row) => row.said ?? []);
  return [...new Set([...(isEdit ? [source.message] : []), ...said])].flatMap(ledger.takenBack);
}

/** What stands of what messages recorded, each row once: one of them may be a part of another. */
const recordedBy = (ledger: Ledger, messages: readonly MessageRef[]): readonly Report[] => [
  ...new Map(messages.flatMap((message) => ledger.ofMessage(message)).map((row) => [row.id, row])).values(),
];

/** When a new row was said: not before one that is dated ahead, which came while the machine's clock was wrong. */
const saidNow = ({ at, now }: Source, current: UnitStatus | undefined): Instant =>
  current && current.at > now ? current.at : at;

/** When an unchanged row was said: before what came after it in the same moment, since platforms date messages by the second. */
const saidBefore = ({ id, at }: Report, current: UnitStatus | undefined): Instant =>
  current?.at === at && current.report > id ? addMs(at, -1) : at;

const establishedOf = (units: readonly UnitStatus[]): number =>
  units.filter(({ status }) => isEstablished(status)).length;

/** Whether a unit stands as it was assumed to, before a row says how it does. */
const isAssumed = ({ assumedUntil }: Wanted, current: UnitStatus | undefined): boolean =>
  assumedUntil !== undefined && current?.status === MENTIONED_STATUS && current.at <= assumedUntil;

type Sorted = { [Each in Fate]: Recorded[Each][number][] };

/** What becomes of a row, given how its unit stands; `isAgreed`: a lowering needs no yes any more. */
function fateOf(
  { status, bare, from }: Wanted,
  current: UnitStatus | undefined,
  source: Source,
  isAgreed: boolean,
): Fate {
  const newest = !current || source.at >= current.at;
  if (from !== undefined) {
    const { askedAt, now } = source;
    const saidSince = current && askedAt !== undefined && current.at > askedAt && current.at <= now;
    if (current?.status !== from || saidSince) return 'outdated';
  } else if (newest && !isAgreed && lowers(current?.status, status)) return bare ? 'kept' : 'lowering';
  return newest ? 'written' : 'overtaken';
}

export const reportWriter = (ledger: Ledger): ReportWriter => ({
  record: (actor, rows, source) => record(ledger, actor, rows, source),
  reverse: (actor, meant, district, when) => reverse(ledger, actor, meant, district, when),
});

/** For so long people can take back their own reports; later only camat and kasi can. */
export const OWN_REVERSAL_MS = 24 * 3_600_000;

function reverse(
  ledger: Ledger,
  actor: Actor,
  { messages, isMeant }: Meant,
  district: DistrictCode,
  { now, said }: { readonly now: Instant; readonly said: Instant },
): Reversal {
  const rows = recordedBy(ledger, messages).filter(isMeant);
  if (rows.length === 0) return { kind: 'nothing' };
  if (rows.some(({ village }) => districtOf(village) !== district)) return { kind: 'elsewhere' };
  const own = rows.every(
    ({ person, village, recordedAt }) =>
      person === actor.person && msBetween(recordedAt, now) <= OWN_REVERSAL_MS && mayReport(actor, village),
  );
  if (!own && !mayCoordinate(actor, district))
    return { kind: 'denied', isOwn: rows.every(({ person }) => person !== null && person === actor.person) };
  ledger.reverse(rows, now, { said });
  return { kind: 'reversed', rows, byOffice: !own };
}
