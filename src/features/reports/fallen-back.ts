import type { DistrictContext } from '../../bot/context.ts';
import { area } from '../../domain/areas.ts';
import { districtOf, type VillageCode } from '../../domain/ids.ts';
import { type Status, UNITS, type Unit } from '../../domain/units.ts';
import type { Report } from '../../store/ledger.ts';
import type { Markup } from '../../text/markup.ts';
import { capital, statusName, unitNames, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';

/** How the units stand, now that these rows are taken back; those that stand alike are in one sentence. `head` stands above each village's. */
export function sayFallenBack(
  context: DistrictContext,
  rows: readonly Report[],
  head: 'undo-head' | 'edit-head',
): Markup {
  const latest = oncePerUnit(rows);
  // Perhaps of another kecamatan, in a private chat; one that the data no longer have is not named.
  const villages = villagesOf(latest).flatMap(
    (code) => area(districtOf(code))?.villages.filter((village) => village.code === code) ?? [],
  );
  const text = villages.flatMap((village) => [
    say(head, { village: villageLabel(village) }),
    ...alike(
      context,
      latest.filter((row) => row.village === village.code),
    ).map(statusNow),
  ]);
  return lines(...text);
}

export const villagesOf = (rows: readonly Report[]): readonly VillageCode[] => [
  ...new Set(rows.map(({ village }) => village)),
];

/** Several messages may have reported one unit: the last of them counts. */
export const oncePerUnit = (rows: readonly Report[]): readonly Report[] => [
  ...new Map(rows.map((row) => [`${row.village} ${row.unit}`, row])).values(),
];

/** Units with the status that they have now; `same`: the one that was taken back. */
interface Alike {
  readonly units: readonly Unit[];
  readonly status: Status | undefined;
  readonly same: boolean;
}

function alike({ tx }: DistrictContext, rows: readonly Report[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const { village, unit, status: before } of rows) {
    const status = tx.ledger.current(village, unit)?.status;
    const same = status === before;
    const key = `${status} ${same}`;
    groups.set(key, { units: [...(groups.get(key)?.units ?? []), unit], status, same });
  }
  return [...groups.values()];
}

function statusNow({ units, status, same }: Alike): Markup {
  const named = capital(units.length === UNITS.length ? say('all-units') : unitNames(units));
  if (!status) return say('undo-row-none', { units: named });
  return say(same ? 'undo-row-same' : 'undo-row', { units: named, status: statusName(status) });
}
