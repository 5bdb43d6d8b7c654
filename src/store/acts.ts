import type { AreaCode, Instant, VillageCode } from '../domain/ids.ts';
import type { RoleKind } from '../domain/roles.ts';
import type { Db } from './db.ts';

/**
 * What was decided; `reversed` is somebody else's report, taken back by office. `resent` and `dropped` are messages that the operator
 * sent again or deleted. `invited-parts`: the leader of each part of an area that nobody led yet.
 */
export type ActKind =
  | 'invited'
  | 'invited-parts'
  | 'approved'
  | 'declined'
  | 'appointed'
  | 'replaced'
  | 'revoked'
  | 'handed-over'
  | 'deadline'
  | 'reminders-on'
  | 'reminders-off'
  | 'shown-below'
  | 'hidden-below'
  | 'linked'
  | 'unlinked'
  | 'reversed'
  | 'resent'
  | 'dropped';

export interface Act {
  readonly at: Instant;
  /** The role in which somebody decided it, never the person; `server`: the operator; `invitation`: the code that opened the kecamatan. */
  readonly by: RoleKind | 'server' | 'invitation';
  readonly kind: ActKind;
  readonly area: VillageCode | AreaCode;
  /** The role, the date, the units (with commas) or the number of parts that it was about; `further` of an unlinking that left other groups. */
  readonly about: string | null;
  /** When it was said, where that is kept: a message may arrive late. */
  readonly said?: Instant;
}

/** What was decided, and in which role. A row is added in the transaction of the act itself, and never changed. */
export interface Acts {
  add(act: Act): void;
  /** The acts that concern an area or a part of it, newest first; `before`: those before that moment. */
  within(area: VillageCode | AreaCode, limit: number, before?: Instant): readonly Act[];
  /** The acts about an area itself that were said after a moment; what is dated ahead of `now` came while the machine's clock was wrong. */
  since(area: VillageCode | AreaCode, said: Instant, now: Instant): readonly Pick<Act, 'kind' | 'about'>[];
  /** The acts from a moment on that concern an area or a part of it. */
  madeFrom(area: VillageCode | AreaCode, at: Instant): readonly Act[];
  /** The latest acts of the whole country, newest first. */
  latest(): readonly Act[];
}

const LATEST = 20;

export function acts(db: Db): Acts {
  const add = db.prepare<[Omit<Act, 'said'> & { said: Instant | null }]>(
    'INSERT INTO act (at, by, kind, area, about, said) VALUES (:at, :by, :kind, :area, :about, :said)',
  );
  const within = db.prepare<[string, string, number], Act>(
    `SELECT at, by, kind, area, about FROM act WHERE area >= ? AND area < ? || '/' ORDER BY id DESC LIMIT ?`,
  );
  const withinBefore = db.prepare<[string, string, Instant, number], Act>(
    `SELECT at, by, kind, area, about FROM act WHERE area >= ? AND area < ? || '/' AND at < ?
     ORDER BY id DESC LIMIT ?`,
  );
  const since = db.prepare<[VillageCode | AreaCode, Instant, Instant], Pick<Act, 'kind' | 'about'>>(
    'SELECT kind, about FROM act WHERE area = ? AND coalesce(said, at) > ? AND coalesce(said, at) <= ?',
  );
  const madeFrom = db.prepare<[string, string, Instant], Act>(
    `SELECT at, by, kind, area, about FROM act WHERE area >= ? AND area < ? || '/' AND at >= ? ORDER BY id`,
  );
  const latest = db.prepare<[], Act>(
    `SELECT at, by, kind, area, about FROM act ORDER BY id DESC LIMIT ${LATEST}`,
  );
  return {
    add: (act) => {
      add.run({ said: null, ...act });
    },
    within: (area, limit, before) =>
      before === undefined ? within.all(area, area, limit) : withinBefore.all(area, area, before, limit),
    since: (area, said, now) => since.all(area, said, now),
    madeFrom: (area, at) => madeFrom.all(area, area, at),
    latest: () => latest.all(),
  };
}
