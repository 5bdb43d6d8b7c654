import { type Area, VILLAGE_KINDS, type Village } from '../domain/areas.ts';
import { dayAndMonth } from '../domain/dates.ts';
import type { LocalDate } from '../domain/ids.ts';
import type { Role } from '../domain/people.ts';
import type { RoleKind } from '../domain/roles.ts';
import type { Status, Unit } from '../domain/units.ts';
import { literal, type Markup } from './markup.ts';
import { join, say } from './say.ts';

// Phrases that several sentences share.

export const villageLabel = (village: Village): Markup =>
  say('village', { kind: literal(VILLAGE_KINDS[village.kind].label), name: literal(village.name) });

export const kecamatan = (area: Pick<Area, 'name'>): Markup => say('kecamatan', { name: literal(area.name) });

/** "KDMP", "KKMP" or "KDMP/KKMP", by the kinds of villages there are. */
export const cooperatives = (area: { readonly villages: readonly Pick<Village, 'kind'>[] }): Markup =>
  literal(
    (['desa', 'kelurahan'] as const)
      .filter((kind) => area.villages.some((village) => village.kind === kind))
      .map((kind) => VILLAGE_KINDS[kind].cooperative)
      .join('/'),
  );

export const unitName = (unit: Unit): Markup => say(`unit-${unit}`);
export const statusName = (status: Status | undefined): Markup =>
  status ? say(`status-${status}`) : say('checklist-none');
export const statusMark = (status: Status | undefined): Markup =>
  say(status ? `mark-${status}` : 'mark-none');
export const roleName = (kind: RoleKind): Markup => say(`role-${kind}`);

/** "klinik, apotek dan gudang" */
export const listed = (items: readonly Markup[]): Markup =>
  items.length < 2
    ? join(items)
    : say('list-and', { items: join(items.slice(0, -1)), last: items[items.length - 1]! });

export const unitNames = (units: readonly Unit[]): Markup => listed(units.map(unitName));

export const capital = (text: Markup): Markup =>
  text.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) as Markup;

/** The area of a role in words: the village, or the kecamatan. */
export function roleArea(area: Area, role: Pick<Role, 'area'>): Markup {
  const village = area.villages.find(({ code }) => code === role.area);
  return village ? villageLabel(village) : kecamatan(area);
}

/** "15 Mei: 3 hari lagi", or that it is today, or that it has passed. */
export function daysLeft(deadline: LocalDate, days: number): Markup {
  const date = literal(dayAndMonth(deadline));
  if (days > 0) return say('deadline-left', { date, days });
  return days === 0 ? say('deadline-today', { date }) : say('deadline-over', { date, days: -days });
}
