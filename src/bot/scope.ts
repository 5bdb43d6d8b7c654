import { area, timeZone } from '../domain/areas.ts';
import { type DistrictScope, isDistrictScope, type OpenArea, type UpperScope } from '../domain/district.ts';
import type { AreaCode } from '../domain/ids.ts';
import { parentOf, upperArea } from '../domain/upper-areas.ts';
import type { MessageTx } from '../store/tx.ts';

/** A kecamatan as messages and the clock meet it; undefined where there is none of that code, or it was never opened. */
export function findScope(tx: MessageTx, code: AreaCode | null | undefined): DistrictScope | undefined {
  const found = code ? area(code) : undefined;
  const opened = code ? tx.chats.opened(code) : undefined;
  return found && opened ? { area: found, opened, timeZone: timeZone(found.code) } : undefined;
}

/** The same for a kabupaten, a province or the nation; one that was never opened itself has what it inherits from above. */
export function findUpperScope(tx: MessageTx, code: AreaCode | null | undefined): UpperScope | undefined {
  const found = code ? upperArea(code) : undefined;
  const opened = found && (tx.chats.opened(found.code) ?? inherited(tx, found.code));
  return found && opened ? { area: found, opened, timeZone: timeZone(found.code) } : undefined;
}

/** What holds for an area by what was decided above it. */
export function inherited(tx: MessageTx, code: AreaCode): OpenArea | undefined {
  const parent = parentOf(code);
  return parent && (tx.chats.opened(parent) ?? inherited(tx, parent));
}

/** The kecamatan that use the bot, of a kabupaten or itself; none of an area above, where they are too many. */
export const districtsIn = (tx: MessageTx, scope: DistrictScope | UpperScope): readonly DistrictScope[] =>
  isDistrictScope(scope) ? [scope] : scope.area.parts.flatMap(({ code }) => findScope(tx, code) ?? []);
