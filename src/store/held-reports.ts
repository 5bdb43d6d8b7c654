import type { ChatRef, DistrictCode, Instant, MessageRef, PersonId, VillageCode } from '../domain/ids.ts';
import type { Db } from './db.ts';

export interface HeldReport {
  readonly message: MessageRef;
  readonly district: DistrictCode;
  /** The village that it names; null where it named none. */
  readonly village: VillageCode | null;
  readonly chat: ChatRef;
  readonly text: string;
  readonly at: Instant;
}

/** Reports kept for one person and village, at most: older ones are out of date. */
const HELD_AT_MOST = 3;

/** Reports of people whose role is not approved yet: they are read again when it is. */
export interface HeldReports {
  /** Holds a report, of one person and village only the newest few; one that is held already takes the new words. */
  hold(report: HeldReport, person: PersonId): void;
  /** What a person reported in a kecamatan before any role was approved there, oldest first. */
  of(person: PersonId, district: DistrictCode): readonly HeldReport[];
  /** False where it was not held. */
  release(message: MessageRef): boolean;
}

export function heldReports(db: Db): HeldReports {
  const hold = db.prepare<[HeldReport & { person: PersonId }]>(
    `INSERT INTO held_report (message, person, district, village, chat, text, at)
     VALUES (:message, :person, :district, :village, :chat, :text, :at)
     ON CONFLICT (message) DO UPDATE SET person = excluded.person, district = excluded.district,
       village = excluded.village, chat = excluded.chat, text = excluded.text, at = excluded.at`,
  );
  const dropOlder = db.prepare<[HeldReport & { person: PersonId }]>(
    `DELETE FROM held_report WHERE person = :person AND district = :district AND village IS NOT DISTINCT FROM :village
     AND message NOT IN (
       SELECT message FROM held_report WHERE person = :person AND district = :district
         AND village IS NOT DISTINCT FROM :village ORDER BY at DESC, rowid DESC LIMIT ${HELD_AT_MOST})`,
  );
  const of = db.prepare<[PersonId, DistrictCode], HeldReport>(
    `SELECT message, district, village, chat, text, at FROM held_report
     WHERE person = ? AND district = ? ORDER BY at`,
  );
  const release = db.prepare<[MessageRef]>('DELETE FROM held_report WHERE message = ?');

  return {
    hold: (report, person) => {
      hold.run({ ...report, person });
      dropOlder.run({ ...report, person });
    },
    of: (person, district) => of.all(person, district),
    release: (message) => release.run(message).changes > 0,
  };
}
