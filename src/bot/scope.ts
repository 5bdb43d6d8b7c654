import { area, timeZone } from '../domain/areas.ts';
import type { DistrictScope } from '../domain/district.ts';
import type { DistrictCode } from '../domain/ids.ts';
import type { MessageTx } from '../store/tx.ts';

/** A kecamatan as messages and the clock meet it; undefined where there is none of that code, or it was never opened. */
export function findScope(tx: MessageTx, code: DistrictCode | null | undefined): DistrictScope | undefined {
  const found = code ? area(code) : undefined;
  const district = code ? tx.chats.district(code) : undefined;
  return found && district ? { area: found, district, timeZone: timeZone(found.code) } : undefined;
}
