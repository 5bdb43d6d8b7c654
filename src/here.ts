import { area, timeZone } from './area.ts';
import type { Here } from './command.ts';
import type { DistrictCode } from './ids.ts';
import type { Store } from './store/store.ts';

/** A kecamatan as messages and the clock meet it; undefined where there is none of that code, or it was never opened. */
export function hereOf(store: Store, code: DistrictCode | null | undefined): Here | undefined {
  const found = code ? area(code) : undefined;
  const district = code ? store.chats.district(code) : undefined;
  return found && district ? { area: found, district, timeZone: timeZone(found.code) } : undefined;
}
