import type { AreaCode } from '../domain/ids.ts';
import { isCalled, lineage, type NamedArea } from '../domain/upper-areas.ts';
import type { WhatsAppNumber, WhatsAppNumbers } from '../store/whatsapp-numbers.ts';

/**
 * The WhatsApp number (digits only) that the groups of an area are to add: the one that is named after the area, or after the nearest
 * area above it; else the one that serves the fewest groups. Undefined while no number is linked and at work.
 */
export function numberFor(
  numbers: Pick<WhatsAppNumbers, 'list' | 'phone' | 'groups'>,
  area: AreaCode,
): string | undefined {
  const areas = lineage(area);
  const candidates = numbers.list().flatMap((number) => {
    const phone = numbers.phone(number.id);
    if (phone === undefined || number.paused || number.barred) return [];
    return [{ phone, distance: distance(number, areas), groups: numbers.groups(number.id) }];
  });
  const [best] = candidates.sort((a, b) => a.distance - b.distance || a.groups - b.groups);
  return best?.phone;
}

/** How many levels up the area is that a number is named after; where there is none, the number of levels. */
function distance({ name }: WhatsAppNumber, areas: readonly NamedArea[]): number {
  const levels = areas.findIndex((area) => isCalled(area, name));
  return levels < 0 ? areas.length : levels;
}
