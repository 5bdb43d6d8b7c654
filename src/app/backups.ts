import { CAPITAL_ZONE, type TimeZone, timeZone } from '../domain/areas.ts';
import { ageMs, type Clock } from '../domain/clock.ts';
import { addDays, instantAt, localDate } from '../domain/dates.ts';
import type { Instant, LocalDate } from '../domain/ids.ts';
import { dailyAt, lastMatch, MINUTE_MS } from '../features/reminders/cron.ts';
import type { Log } from '../log.ts';
import { backedUpNights, deleteOldBackups, newestFile, nightlyBackup } from '../store/backup-folder.ts';
import { backUpBeside } from '../store/backup-thread.ts';
import { makeFolderOf } from '../store/files.ts';
import type { Store } from '../store/store.ts';
import type { LastBackup } from '../web/watched.ts';

const NIGHT_MINUTE = 2 * 60;
const RETRY_MS = 3_600_000;

export interface Backups {
  readonly folder: string;
  /** Makes what is due each minute, also what was due while the bot was not running. */
  start(): void;
  /** Makes the night's copy if it is due and not there. Never rejects: what fails is logged, and tried again an hour later. */
  makeDue(): Promise<void>;
  /** The night of the last good copy; undefined where there is none, or its folder cannot be read. */
  lastAt(): Instant | undefined;
  stop(): void;
}

export interface BackupsOptions {
  readonly file: string;
  readonly folder: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** Copies the database each night at 02.00 by the clocks of the first kecamatan, checks the copy and deletes old ones. */
export function createBackups({ file, folder, store, clock, log }: BackupsOptions): Backups {
  const lastDue = lastMatch(dailyAt(NIGHT_MINUTE));
  let zone: TimeZone | undefined;
  let failedAt: Instant | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;

  async function makeDue(): Promise<void> {
    const now = clock();
    if (isRunning || (failedAt && ageMs(failedAt, now) < RETRY_MS)) return;
    isRunning = true;
    try {
      zone ??= zoneOfFirst(store);
      const night = localDate(lastDue(now, zone)!, zone);
      if (backedUpNights(folder).includes(night)) return;
      const to = nightlyBackup(folder, night);
      makeFolderOf(to);
      const flaw = await backUpBeside({ file, to });
      if (flaw) throw new Error(`the database is ${flaw}`);
      failedAt = undefined;
      zone = undefined;
      deleteOldBackups(folder, latestNight(now));
      log.info({ file: to }, 'backup made and checked');
    } catch (error) {
      failedAt = now;
      log.error({ err: error, folder }, 'backup failed, will be tried again in an hour');
    } finally {
      isRunning = false;
    }
  }

  return {
    folder,
    makeDue,
    start() {
      timer = setInterval(() => void makeDue(), MINUTE_MS);
      timer.unref();
    },
    lastAt() {
      try {
        const night = backedUpNights(folder).find((each) => each <= latestNight(clock()));
        return night && instantAt(night, NIGHT_MINUTE, CAPITAL_ZONE);
      } catch {
        return undefined;
      }
    },
    stop() {
      clearInterval(timer);
    },
  };
}

/** In the east it is a new day two hours earlier than in the capital. */
const latestNight = (now: Instant): LocalDate => addDays(localDate(now, CAPITAL_ZONE), 1);

/** The last backup of a database that its server's own tools copy, into the folder that the settings name. */
export const lastOfServer =
  (folder: string | undefined): LastBackup =>
  () => {
    if (folder === undefined) return 'unknown';
    try {
      return newestFile(folder);
    } catch {
      return undefined;
    }
  };

function zoneOfFirst(store: Store): TimeZone {
  const [first] = store.read((tx) => tx.chats.linked());
  return first?.area ? timeZone(first.area) : CAPITAL_ZONE;
}
