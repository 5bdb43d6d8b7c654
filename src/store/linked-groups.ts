import type { AreaCode, ChatRef, Instant } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** A group that is linked to an area, and what was last heard of it. */
export interface LinkedGroup {
  readonly ref: ChatRef;
  readonly title: string;
  readonly area: AreaCode;
  /** False where the bot was told that it is not there. */
  readonly active: boolean;
  /** When a report of its kecamatan that still holds was last recorded. Null above the kecamatan, where nothing is reported. */
  readonly lastReport: Instant | null;
  /** When the bot last had something to say there. */
  readonly lastMessage: Instant | null;
}

/** The codes of areas from the first, and before the second. */
interface Range {
  readonly from: string;
  readonly to: string;
}

/** The groups of a part of the country, for the operator, page by page. */
export interface LinkedGroups {
  count(range: Range): number;
  /** By the codes of their areas. */
  page(range: Range, limit: number, offset: number): readonly LinkedGroup[];
}

export function linkedGroups(db: Db): LinkedGroups {
  const count = db.value<[string, string], number>(
    'SELECT count(*) FROM chat WHERE district >= ? AND district < ?',
  );
  // What costs more is looked up for the rows of the page alone.
  const page = db.prepare<
    [string, string, number, number],
    Omit<LinkedGroup, 'active'> & { readonly active: 0 | 1 }
  >(
    `SELECT ref, title, area, active,
       (SELECT max(recorded_at) FROM unit_status s JOIN report ON id = s.report
         WHERE s.village >= chosen.area || '.' AND s.village < chosen.area || '/') AS "lastReport",
       (SELECT at FROM outbox WHERE outbox.chat = chosen.ref ORDER BY id DESC LIMIT 1) AS "lastMessage"
     FROM (SELECT ref, title, district AS area, active FROM chat WHERE district >= ? AND district < ?
       ORDER BY district, ref LIMIT ? OFFSET ?) AS chosen ORDER BY area, ref`,
  );
  return {
    count: ({ from, to }) => count.get(from, to)!,
    page: ({ from, to }, limit, offset) =>
      page.all(from, to, limit, offset).map((row) => ({ ...row, active: row.active === 1 })),
  };
}
