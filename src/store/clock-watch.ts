import { msBetween } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Db } from './db.ts';

const HOUR_MS = 3_600_000;
/** A machine that was off over a holiday goes on like this; what lies further apart may be a leap of its clock. */
const LEAP_MS = 7 * 24 * HOUR_MS;

/** Watches the machine's clock, across restarts. */
export interface ClockWatch {
  /** Notes what the clock says, and gives since when it has gone on without a leap. */
  note(now: Instant): Instant;
}

interface Watched {
  readonly seen: Instant;
  readonly steadySince: Instant;
}

export function clockWatch(db: Db): ClockWatch {
  const get = db.prepare<[], Watched>(
    'SELECT seen, steady_since AS "steadySince" FROM clock_watch WHERE id = 1',
  );
  const put = db.prepare<[Watched]>(
    `INSERT INTO clock_watch (id, seen, steady_since) VALUES (1, :seen, :steadySince)
     ON CONFLICT (id) DO UPDATE SET seen = excluded.seen, steady_since = excluded.steady_since`,
  );

  return {
    note(now) {
      const last = get.get();
      const apart = last ? msBetween(last.seen, now) : Number.POSITIVE_INFINITY;
      const steadySince = last && Math.abs(apart) < LEAP_MS ? last.steadySince : now;
      // It is written once an hour at most, and at once where the clock was set.
      if (apart < 0 || apart >= HOUR_MS) put.run({ seen: now, steadySince });
      return steadySince;
    },
  };
}
