import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { districtsIn } from '../../bot/scope.ts';
import { type DistrictScope, isDistrictScope, type UpperScope } from '../../domain/district.ts';
import { areaName, kecamatan } from '../../text/phrases.ts';
import { recapTable } from './snapshot.ts';
import { villagesByUnits } from './villages-message.ts';

/** The villages of a kabupaten or of a kecamatan by their units. */
export function showVillages(
  { tx, now }: MessageContext,
  scope: DistrictScope | UpperScope,
  asked: Parameters<typeof villagesByUnits>[2],
): Reply {
  const tables = districtsIn(tx, scope).map((here) => recapTable(tx, here, now));
  const name = isDistrictScope(scope) ? kecamatan(scope.area) : areaName(scope.area);
  return {
    answer: { text: villagesByUnits(name, tables, asked) },
    context: { area: scope.area.code },
    awaitsAnswer: true,
  };
}
