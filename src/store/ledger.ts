import type { DistrictCode, Instant, MessageRef, PersonId, ReportId, VillageCode } from '../domain/ids.ts';
import type { RoleKind } from '../domain/roles.ts';
import { ESTABLISHED_STATUSES, type Status, type Unit } from '../domain/units.ts';
import type { Counters } from './counters.ts';
import type { Db } from './db.ts';

/** A unit's status as the ledger has it now. */
export interface UnitStatus {
  readonly village: VillageCode;
  readonly unit: Unit;
  readonly status: Status;
  /** When it came to stand where it is. */
  readonly since: Instant;
  /** When that was last said. */
  readonly at: Instant;
  readonly report: ReportId;
  /** The role of the person who said so last. */
  readonly role: RoleKind;
}

export interface Report {
  readonly id: ReportId;
  readonly village: VillageCode;
  readonly unit: Unit;
  readonly status: Status;
  readonly person: PersonId | null;
  readonly role: RoleKind;
  /** When it was said (`sentAt` of the message). */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly message: MessageRef;
  /** The words that said so, beside the first row of a message; null once they were blanked. */
  readonly text: string | null;
  readonly reversedAt: Instant | null;
}

/** What is common to the rows that one message adds to the ledger. */
export interface Entry {
  readonly person: PersonId;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly message: MessageRef;
  readonly text: string | null;
}

const REPORT = `SELECT id, village, unit, status, person, role, at, recorded_at AS "recordedAt", message, text,
  reversed_at AS "reversedAt" FROM report`;
const NOW = `SELECT s.village, s.unit, s.status, s.since, s.at, s.report, r.role
  FROM unit_status s JOIN report r ON r.id = s.report`;

/** The reports, and the state that follows from them, to read. */
export interface LedgerReader {
  /** The units of a village that were ever reported. */
  village(code: VillageCode): readonly UnitStatus[];
  /** The same for all villages of a kecamatan. */
  district(code: DistrictCode): readonly UnitStatus[];
  /** How many units of a kecamatan are established. */
  established(code: DistrictCode): number;
  /** A unit's status; undefined where it was never reported. */
  current(village: VillageCode, unit: Unit): UnitStatus | undefined;
  /** The unreversed rows that a message recorded. */
  ofMessage(message: MessageRef): readonly Report[];
  /** The last unreversed row that this person recorded in a kecamatan since then. */
  lastOf(person: PersonId, district: DistrictCode, since: Instant): Report | undefined;
  /** Whether a message ever recorded anything, reversed or not. */
  recordedBy(message: MessageRef): boolean;
  /** The rows of an area, newest first, reversed ones included. */
  history(area: VillageCode | DistrictCode, limit: number): readonly Report[];
  /** What changed in a kecamatan since then: the units' statuses just before that moment. */
  before(
    code: DistrictCode,
    at: Instant,
  ): readonly { village: VillageCode; unit: Unit; status: Status | undefined }[];
}

/** The same to write: only `features/reports/record.ts` does. */
export interface Ledger extends LedgerReader {
  /**
   * Adds one row. The unit's status is that of the unreversed row said last, so a message that arrives late is kept
   * and changes nothing that was said after it.
   */
  add(village: VillageCode, unit: Unit, status: Status, role: RoleKind, entry: Entry): ReportId;
  /** Marks what a message recorded as reversed and gives those rows; units fall back to what was said before. */
  reverse(message: MessageRef, at: Instant): readonly Report[];
}

export function ledger(db: Db, counters: Pick<Counters, 'note'>): Ledger {
  const ofVillage = db.prepare<[VillageCode], UnitStatus>(`${NOW} WHERE s.village = ?`);
  const ofDistrict = db.prepare<[string, string], UnitStatus>(
    `${NOW} WHERE s.village >= ? || '.' AND s.village < ? || '/'`,
  );
  const established = db.value<[string, string], number>(
    `SELECT count(*) FROM unit_status WHERE village >= ? || '.' AND village < ? || '/'
       AND status IN ('${ESTABLISHED_STATUSES.join("', '")}')`,
  );
  const current = db.prepare<[VillageCode, Unit], UnitStatus>(`${NOW} WHERE s.village = ? AND s.unit = ?`);
  const add = db.value<
    [VillageCode, Unit, Status, PersonId, RoleKind, Instant, Instant, MessageRef, string | null],
    ReportId
  >(
    `INSERT INTO report (village, unit, status, person, role, at, recorded_at, message, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  );
  const set = db.prepare<[VillageCode, Unit, Status, Instant, Instant, ReportId]>(
    `INSERT INTO unit_status (village, unit, status, since, at, report) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (village, unit) DO UPDATE
     SET status = excluded.status, since = excluded.since, at = excluded.at, report = excluded.report`,
  );
  const clear = db.prepare<[VillageCode, Unit]>('DELETE FROM unit_status WHERE village = ? AND unit = ?');
  const lastReport = db.value<[VillageCode], Instant | null>(
    'SELECT max(at) FROM unit_status WHERE village = ?',
  );
  const newestFirst = db.prepare<[VillageCode, Unit], Report>(
    `${REPORT} WHERE village = ? AND unit = ? AND reversed_at IS NULL ORDER BY at DESC, id DESC`,
  );
  const ofMessage = db.prepare<[MessageRef], Report>(`${REPORT} WHERE message = ? AND reversed_at IS NULL`);
  const reverse = db.prepare<[Instant, ReportId]>('UPDATE report SET reversed_at = ? WHERE id = ?');
  const lastOf = db.prepare<[PersonId, Instant, string, string], Report>(
    `${REPORT} WHERE person = ? AND recorded_at >= ? AND reversed_at IS NULL
     AND village >= ? || '.' AND village < ? || '/' ORDER BY recorded_at DESC, id DESC LIMIT 1`,
  );
  const knows = db.value<[MessageRef], 1>('SELECT 1 FROM report WHERE message = ? LIMIT 1');
  const history = db.prepare<[string, string, number], Report>(
    `${REPORT} WHERE village >= ? AND village < ? || '/' ORDER BY id DESC LIMIT ?`,
  );
  const within = 'substr(village, 1, 8) = :code';
  const changedSince = db.prepare<{ at: Instant; code: string }, { village: VillageCode; unit: Unit }>(
    `SELECT village, unit FROM report WHERE ${within} AND recorded_at >= :at
     UNION SELECT village, unit FROM report WHERE ${within} AND reversed_at >= :at`,
  );
  const statusBefore = db.value<[VillageCode, Unit, Instant, Instant], Status>(
    `SELECT status FROM report WHERE village = ? AND unit = ? AND recorded_at < ?
       AND (reversed_at IS NULL OR reversed_at >= ?) ORDER BY at DESC, id DESC LIMIT 1`,
  );

  /** Computes a unit's status from its reports. */
  function refresh(village: VillageCode, unit: Unit): void {
    let last: Report | undefined;
    let since = '' as Instant;
    for (const report of newestFirst.all(village, unit)) {
      last ??= report;
      if (report.status !== last.status) break;
      since = report.at;
    }
    if (last) set.run(village, unit, last.status, since, last.at, last.id);
    else clear.run(village, unit);
  }

  /** Computes a unit's status from its reports, one of which was reversed, and has it counted. */
  function refreshCounted(village: VillageCode, unit: Unit, at: Instant): void {
    const from = current.get(village, unit)?.status;
    const lastBefore = lastReport.get(village) ?? null;
    refresh(village, unit);
    const to = current.get(village, unit)?.status;
    counters.note({ village, unit, from, to, lastBefore, lastNow: lastReport.get(village) ?? null }, at);
  }

  return {
    village: (code) => ofVillage.all(code),
    district: (code) => ofDistrict.all(code, code),
    established: (code) => established.get(code, code)!,
    current: (village, unit) => current.get(village, unit),

    add(village, unit, status, role, entry) {
      const { person, at, recordedAt, message, text } = entry;
      const before = current.get(village, unit);
      const lastBefore = lastReport.get(village) ?? null;
      const id = add.get(village, unit, status, person, role, at, recordedAt, message, text)!;
      const newest = !before || at >= before.at;
      if (newest) set.run(village, unit, status, before?.status === status ? before.since : at, at, id);
      else refresh(village, unit);
      const to = newest ? status : current.get(village, unit)!.status;
      const lastNow = lastBefore !== null && lastBefore > at ? lastBefore : at;
      counters.note({ village, unit, from: before?.status, to, lastBefore, lastNow }, recordedAt);
      return id;
    },

    reverse(message, at) {
      const reports = ofMessage.all(message);
      for (const report of reports) reverse.run(at, report.id);
      for (const { village, unit } of reports) refreshCounted(village, unit, at);
      return reports;
    },

    ofMessage: (message) => ofMessage.all(message),
    lastOf: (person, district, since) => lastOf.get(person, since, district, district),
    recordedBy: (message) => knows.get(message) === 1,
    history: (area, limit) => history.all(area, area, limit),

    before(code, at) {
      return changedSince
        .all({ at, code })
        .map(({ village, unit }) => ({ village, unit, status: statusBefore.get(village, unit, at, at) }));
    },
  };
}
