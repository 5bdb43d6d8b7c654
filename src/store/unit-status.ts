import type { Instant, ReportId, VillageCode } from '../domain/ids.ts';
import type { RoleKind } from '../domain/roles.ts';
import type { Status, Unit } from '../domain/units.ts';
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
  /** When that was recorded. */
  readonly recordedAt: Instant;
  readonly report: ReportId;
  /** The role of the person who said so last. */
  readonly role: RoleKind;
}

/** What is said of a unit in one report. */
interface Said {
  readonly id: ReportId;
  readonly status: Status;
  readonly at: Instant;
}

/** The state of units, with the role of who said so last. */
export const NOW = `SELECT s.village, s.unit, s.status, s.since, s.at, s.report, r.role, r.recorded_at AS "recordedAt"
  FROM unit_status s JOIN report r ON r.id = s.report`;

/** What the ledger says now of each unit: it follows from the reports, and is kept beside them. */
export interface UnitStatuses {
  /** A unit's status; undefined where it was never reported. */
  current(village: VillageCode, unit: Unit): UnitStatus | undefined;
  /** When a report of a village that stands was last recorded; null where none stands. */
  lastRecorded(village: VillageCode): Instant | null;
  /** Notes what follows from a report that was said last of all. */
  put(now: UnitStatus): void;
  /** Computes a unit's status from its reports. */
  recompute(village: VillageCode, unit: Unit): void;
}

export function unitStatuses(db: Db): UnitStatuses {
  const current = db.prepare<[VillageCode, Unit], UnitStatus>(`${NOW} WHERE s.village = ? AND s.unit = ?`);
  const lastRecorded = db.value<[VillageCode], Instant | null>(
    'SELECT max(r.recorded_at) FROM unit_status s JOIN report r ON r.id = s.report WHERE s.village = ?',
  );
  const set = db.prepare<[VillageCode, Unit, Status, Instant, Instant, ReportId]>(
    `INSERT INTO unit_status (village, unit, status, since, at, report) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (village, unit) DO UPDATE
     SET status = excluded.status, since = excluded.since, at = excluded.at, report = excluded.report`,
  );
  const clear = db.prepare<[VillageCode, Unit]>('DELETE FROM unit_status WHERE village = ? AND unit = ?');
  const newestFirst = db.prepare<[VillageCode, Unit], Said>(
    `SELECT id, status, at FROM report WHERE village = ? AND unit = ? AND reversed_at IS NULL ORDER BY at DESC, id DESC`,
  );

  return {
    current: (village, unit) => current.get(village, unit),
    lastRecorded: (village) => lastRecorded.get(village) ?? null,
    put({ village, unit, status, since, at, report }) {
      set.run(village, unit, status, since, at, report);
    },
    recompute(village, unit) {
      let last: Said | undefined;
      let since = '' as Instant;
      for (const said of newestFirst.all(village, unit)) {
        last ??= said;
        if (said.status !== last.status) break;
        since = said.at;
      }
      if (last) set.run(village, unit, last.status, since, last.at, last.id);
      else clear.run(village, unit);
    },
  };
}
