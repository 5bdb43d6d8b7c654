import type { DistrictCode, Instant, MessageRef, PersonId, ReportId, VillageCode } from '../domain/ids.ts';
import type { RoleKind } from '../domain/roles.ts';
import { ESTABLISHED_STATUSES, type Row, type Status, type Unit } from '../domain/units.ts';
import type { Counters } from './counters.ts';
import type { Db } from './db.ts';
import { OTHERS, PARTS } from './inbox.ts';
import { NOW, type UnitStatus, type UnitStatuses, unitStatuses } from './unit-status.ts';

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
  /** The sender's own message, where this one answers the question that it led to. */
  readonly said?: MessageRef | undefined;
  readonly text: string | null;
}

const REPORT = `SELECT id, village, unit, status, person, role, at, recorded_at AS "recordedAt", message, text,
  reversed_at AS "reversedAt" FROM report`;
const OF_MESSAGE = '(message = :message OR said IN (SELECT ref FROM parts))';

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
  /** The unreversed rows that a message recorded, or its sender's answers to the questions that it led to. */
  ofMessage(message: MessageRef): readonly Report[];
  /** The unreversed rows that others recorded by answering the questions that a message led to. */
  ofOthers(message: MessageRef): readonly Report[];
  /** What a message ever recorded, or its sender's answers to its questions; what was taken back is there too, in that order. */
  everOf(message: MessageRef): readonly Report[];
  /** What was taken back of a message and of the answers to its questions, but for what these themselves corrected. */
  takenBack(message: MessageRef): readonly Report[];
  /** What was taken back in a kecamatan at a moment. */
  reversedAt(code: DistrictCode, at: Instant): readonly Report[];
  /** Whether a report that says the same was taken back after a moment; `now`: as in `OwnReport`. */
  isTakenBackSince(row: Row<VillageCode>, said: Instant, now: Instant): boolean;
  /**
   * The unreversed rows that this person recorded in a kecamatan since then, and had `said` by that moment, the newest first; what is
   * dated ahead of `now` was said while the machine's clock was wrong.
   */
  ownOf(person: PersonId, district: DistrictCode, when: OwnReport): readonly Report[];
  /** Whether a message or an answer to its questions ever recorded anything, reversed or not. */
  recordedBy(message: MessageRef): boolean;
  /** The rows of an area, newest first, reversed ones included; `before`: as they were just before that moment. */
  history(area: VillageCode | DistrictCode, limit: number, before?: Instant): readonly Report[];
  /** The villages of a kecamatan of which anything was recorded from one moment to another, and stood at the later one. */
  reportedBetween(code: DistrictCode, from: Instant, until: Instant): readonly VillageCode[];
  /** What changed in a kecamatan since then: the units' statuses just before that moment, and now. */
  before(
    code: DistrictCode,
    at: Instant,
  ): readonly { village: VillageCode; unit: Unit; status: Status | undefined; now: Status | undefined }[];
}

/** The times of a person's report that is looked for. */
export interface OwnReport {
  readonly since: Instant;
  readonly said: Instant;
  readonly now: Instant;
}

/** The same to write: only `features/reports/record.ts` does. */
export interface Ledger extends LedgerReader {
  /**
   * Adds one row, and gives the village's units as they are then. A unit's status is that of the unreversed row said last, so a
   * message that arrives late is kept and changes nothing that was said after it. `known` is what `village` gives at that moment,
   * where that was read already.
   */
  add(
    village: VillageCode,
    unit: Unit,
    status: Status,
    role: RoleKind,
    entry: Entry,
    known?: readonly UnitStatus[],
  ): readonly UnitStatus[];
  /** Marks rows as reversed; units fall back to what was said before. */
  reverse(reports: readonly Report[], at: Instant, how?: Reversing): void;
}

/** How reports are taken back. */
export interface Reversing {
  /** When that was said, which may be earlier. */
  readonly said?: Instant;
  /** Whether their own message says otherwise now, so that it may say so again. */
  readonly corrected?: boolean;
}

/** Reads the ledger and writes it; each change of a unit's status is counted. */
export function ledger(db: Db, counters: Pick<Counters, 'note'>): Ledger {
  const units = unitStatuses(db);
  const reader = ledgerReader(db, units);
  const add = db.insert<
    [
      VillageCode,
      Unit,
      Status,
      PersonId,
      RoleKind,
      Instant,
      Instant,
      MessageRef,
      string | null,
      MessageRef | null,
    ],
    ReportId
  >(
    `INSERT INTO report (village, unit, status, person, role, at, recorded_at, message, text, said)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const reverse = db.prepare<[Instant, Instant, number, ReportId]>(
    'UPDATE report SET reversed_at = ?, reversal_said = ?, corrected = ? WHERE id = ?',
  );

  return {
    ...reader,

    add(village, unit, status, role, entry, known = reader.village(village)) {
      const { person, at, recordedAt, message, text, said: asked = null } = entry;
      const before = known.find((each) => each.unit === unit);
      const report = add(village, unit, status, person, role, at, recordedAt, message, text, asked);
      const isOvertaken = before !== undefined && at < before.at;
      const since = before?.status === status ? before.since : at;
      const said = { village, unit, status, since, at, recordedAt, report, role };
      if (isOvertaken) units.recompute(village, unit);
      else units.put(said);
      const after = isOvertaken
        ? reader.village(village)
        : [...known.filter((each) => each !== before), said];
      const to = after.find((each) => each.unit === unit)!.status;
      const [lastBefore, lastNow] = [lastRecorded(known), lastRecorded(after)];
      counters.note({ village, unit, from: before?.status, to, lastBefore, lastNow }, recordedAt);
      return after;
    },

    reverse(reports, reversedAt, { said = reversedAt, corrected = false } = {}) {
      for (const report of reports) reverse.run(reversedAt, said, Number(corrected), report.id);
      for (const { village, unit } of reports) {
        const from = units.current(village, unit)?.status;
        const lastBefore = units.lastRecorded(village);
        units.recompute(village, unit);
        const to = units.current(village, unit)?.status;
        counters.note(
          { village, unit, from, to, lastBefore, lastNow: units.lastRecorded(village) },
          reversedAt,
        );
      }
    },
  };
}

function ledgerReader(db: Db, { current }: UnitStatuses): LedgerReader {
  const ofVillage = db.prepare<[VillageCode], UnitStatus>(`${NOW} WHERE s.village = ?`);
  const ofDistrict = db.prepare<[string, string], UnitStatus>(
    `${NOW} WHERE s.village >= ? || '.' AND s.village < ? || '/'`,
  );
  const established = db.value<[string, string], number>(
    `SELECT count(*) FROM unit_status WHERE village >= ? || '.' AND village < ? || '/'
       AND status IN ('${ESTABLISHED_STATUSES.join("', '")}')`,
  );
  const ofMessage = db.prepare<{ message: MessageRef }, Report>(
    `${PARTS} ${REPORT} WHERE ${OF_MESSAGE} AND reversed_at IS NULL ORDER BY id`,
  );
  const ofOthers = db.prepare<{ message: MessageRef }, Report>(
    `${OTHERS} ${REPORT} WHERE message IN (SELECT ref FROM others) AND reversed_at IS NULL ORDER BY id`,
  );
  const ownOf = db.prepare<OwnReport & { person: PersonId; district: DistrictCode }, Report>(
    `${REPORT} WHERE person = :person AND recorded_at >= :since AND reversed_at IS NULL AND (at <= :said OR at > :now)
     AND village >= :district || '.' AND village < :district || '/' ORDER BY id DESC`,
  );
  const knows = db.value<{ message: MessageRef }, 1>(
    `${PARTS} SELECT 1 FROM report WHERE ${OF_MESSAGE} LIMIT 1`,
  );
  const history = db.prepare<[string, string, number], Report>(
    `${REPORT} WHERE village >= ? AND village < ? || '/' ORDER BY id DESC LIMIT ?`,
  );
  const historyBefore = db.prepare<[string, string, Instant, number], Report>(
    `${REPORT} WHERE village >= ? AND village < ? || '/' AND recorded_at < ? ORDER BY id DESC LIMIT ?`,
  );
  const reportedBetween = db.value<{ code: string; from: Instant; until: Instant }, VillageCode>(
    `SELECT DISTINCT village FROM report WHERE village >= :code || '.' AND village < :code || '/'
       AND recorded_at >= :from AND recorded_at < :until AND (reversed_at IS NULL OR reversed_at >= :until)`,
  );
  // A unit whose last report is older has changed only where one was reversed since.
  const changedSince = db.prepare<
    { at: Instant; code: string },
    { village: VillageCode; unit: Unit; status: Status | null; now: Status | null }
  >(
    `SELECT village, unit, (SELECT status FROM unit_status WHERE village = changed.village AND unit = changed.unit) AS now,
       (SELECT status FROM report WHERE village = changed.village AND unit = changed.unit
       AND recorded_at < :at AND (reversed_at IS NULL OR reversed_at >= :at)
       ORDER BY at DESC, id DESC LIMIT 1) AS status
     FROM (SELECT s.village, s.unit FROM unit_status s JOIN report r ON r.id = s.report
         WHERE s.village >= :code || '.' AND s.village < :code || '/' AND r.recorded_at >= :at
       UNION SELECT village, unit FROM report WHERE substr(village, 1, 8) = :code AND reversed_at >= :at) AS changed`,
  );

  return {
    village: (code) => ofVillage.all(code),
    district: (code) => ofDistrict.all(code, code),
    established: (code) => established.get(code, code)!,
    current,
    ofMessage: (message) => ofMessage.all({ message }),
    ofOthers: (message) => ofOthers.all({ message }),
    ownOf: (person, district, when) => ownOf.all({ person, district, ...when }),
    ...takenBackReader(db),
    recordedBy: (message) => knows.get({ message }) === 1,
    history(area, limit, before) {
      if (before === undefined) return history.all(area, area, limit);
      const rows = historyBefore.all(area, area, before, limit);
      return rows.map((row) =>
        row.reversedAt && row.reversedAt >= before ? { ...row, reversedAt: null } : row,
      );
    },
    reportedBetween: (code, from, until) => reportedBetween.all({ code, from, until }),
    before: (code, at) =>
      changedSince
        .all({ at, code })
        .map((row) => ({ ...row, status: row.status ?? undefined, now: row.now ?? undefined })),
  };
}

/** What was taken back. */
function takenBackReader(
  db: Db,
): Pick<LedgerReader, 'everOf' | 'takenBack' | 'reversedAt' | 'isTakenBackSince'> {
  const ever = db.prepare<{ message: MessageRef }, Report>(
    `${PARTS} ${REPORT} WHERE ${OF_MESSAGE} ORDER BY reversed_at`,
  );
  const takenBack = db.prepare<{ message: MessageRef }, Report>(
    `${PARTS} ${REPORT} WHERE ${OF_MESSAGE} AND reversed_at IS NOT NULL AND corrected = 0`,
  );
  const reversedAt = db.prepare<[DistrictCode, Instant], Report>(
    `${REPORT} WHERE substr(village, 1, 8) = ? AND reversed_at = ? ORDER BY id`,
  );
  const isTakenBack = db.value<[VillageCode, Unit, Status, Instant, Instant], 1>(
    `SELECT 1 FROM report WHERE village = ? AND unit = ? AND status = ? AND reversal_said > ? AND reversal_said <= ? LIMIT 1`,
  );
  return {
    everOf: (message) => ever.all({ message }),
    takenBack: (message) => takenBack.all({ message }),
    reversedAt: (code, at) => reversedAt.all(code, at),
    isTakenBackSince: ({ village, unit, status }, said, now) =>
      isTakenBack.get(village, unit, status, said, now) === 1,
  };
}

/** When anything was last recorded of these units. */
const lastRecorded = (units: readonly UnitStatus[]): Instant | null =>
  units.reduce<Instant | null>(
    (last, { recordedAt }) => (last !== null && last > recordedAt ? last : recordedAt),
    null,
  );
