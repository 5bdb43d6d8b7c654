import { area } from '../domain/areas.ts';
import { addMs } from '../domain/clock.ts';
import type { DistrictCode, Instant, MessageRef, PersonId, VillageCode } from '../domain/ids.ts';
import { seeded } from '../domain/pace.ts';
import { type Status, UNITS } from '../domain/units.ts';
import { reportWriter } from '../features/reports/record.ts';
import type { Tx } from '../store/tx.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The reports of a week come in its middle. */
const MIDWEEK = 4;

interface Neighbour {
  readonly code: DistrictCode;
  /** It has reported from so many weeks ago until so many weeks ago. */
  readonly weeks: readonly [first: number, last: number];
  /** The share of its villages that report a unit in a week. */
  readonly share: number;
}

/**
 * Kecamatan of the kabupaten that use the bot in groups which a trial does not show, so that there is something to see from above: some
 * come along, one stands still. The others do not use it, and can be invited.
 */
export const NEIGHBOURS: readonly Neighbour[] = [
  { code: '14.03.01' as DistrictCode, weeks: [9, 1], share: 0.5 },
  { code: '14.03.02' as DistrictCode, weeks: [7, 1], share: 0.35 },
  { code: '14.03.03' as DistrictCode, weeks: [9, 5], share: 0.5 },
  { code: '14.03.09' as DistrictCode, weeks: [9, 1], share: 0.7 },
  { code: '14.03.10' as DistrictCode, weeks: [5, 1], share: 0.3 },
  { code: '14.03.12' as DistrictCode, weeks: [2, 1], share: 0.15 },
];

/** What a village's next unit is said to be, one as often as the other. */
const SAID: readonly Status[] = ['proses', 'berdiri', 'berdiri', 'beroperasi'];

/** When a neighbour began to use the bot. */
export const begunAt = ({ weeks: [first] }: Neighbour, now: Instant): Instant =>
  addMs(now, -first * 7 * DAY_MS);

/** Writes what the villages of a neighbour reported until now; `head` gives who reports for a village. The same every time. */
export function reportBefore(
  tx: Tx,
  { code, weeks: [first, last], share }: Neighbour,
  head: (village: VillageCode) => PersonId,
  now: Instant,
): void {
  const random = seeded(code);
  const reached = new Map<VillageCode, number>();
  const writer = reportWriter(tx.ledger);
  for (let week = first; week >= last; week--)
    for (const [i, { code: village }] of area(code)!.villages.entries()) {
      const next = reached.get(village) ?? 0;
      const unit = UNITS[next];
      if (!unit || random() >= share) continue;
      const at = addMs(now, -(week * 7 - MIDWEEK) * DAY_MS + i * MINUTE_MS);
      const person = head(village);
      const actor = { account: undefined, person, roles: tx.people.roles(person) };
      const status = SAID[Math.floor(random() * SAID.length)]!;
      const message = `simulator:${village}:${week}` as MessageRef;
      writer.record(actor, [{ village, unit, status }], { message, text: null, at, now: at });
      if (status !== 'proses') reached.set(village, next + 1);
    }
}
