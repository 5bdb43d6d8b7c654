import { type DistrictContext, type MessageContext, saidAt, type UpperContext } from '../../bot/context.ts';
import { plainDate } from '../../domain/dates.ts';
import type { AreaCode, LocalDate } from '../../domain/ids.ts';
import { isCoordinator, isUpper, type RoleKind } from '../../domain/roles.ts';
import type { Unit } from '../../domain/units.ts';
import { upperArea } from '../../domain/upper-areas.ts';
import type { Act, ActKind } from '../../store/acts.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { partsName, roleName, unitNames } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

/** Notes what a camat or Kasi PMD decides, under the role and without a name. Runs inside the decision's transaction. */
export function noteAct(
  context: DistrictContext,
  act: ActKind,
  area: Act['area'],
  about: string | null = null,
): void {
  const { actor, here } = context;
  const offices = actor.roles.filter((role) => role.area === here.area.code && isCoordinator(role.kind));
  const office = offices.find(({ kind }) => kind === 'camat') ?? offices[0];
  if (!office) throw new Error(`${act} without an office`);
  addAct(context, { by: office.kind, kind: act, area, about });
}

/** The same for who holds an area above the kecamatan; `area`: where it is not about that area itself. */
export function noteActAbove(
  context: UpperContext,
  act: ActKind,
  about: string | null = null,
  area: Act['area'] = context.above.area.code,
): void {
  const { actor, above } = context;
  const office = actor.roles.find((role) => role.area === above.area.code && isUpper(role.kind));
  if (!office) throw new Error(`${act} without an office`);
  addAct(context, { by: office.kind, kind: act, area, about });
}

const addAct = (context: MessageContext, act: Omit<Act, 'at' | 'said'>): void =>
  context.tx.acts.add({ at: context.now, said: saidAt(context), ...act });

/** An act in words. */
export function actName({ kind, area, about }: Act): Markup {
  switch (kind) {
    case 'deadline':
      return say('act-deadline', { date: literal(plainDate(about as LocalDate)) });
    case 'reversed':
      return say('act-reversed', { units: unitNames((about ?? '').split(',') as Unit[]) });
    case 'invited-parts': {
      const { level } = upperArea(area as AreaCode)!;
      return say('act-invited-parts', { count: Number(about), parts: partsName(level) });
    }
    case 'invited':
    case 'approved':
    case 'declined':
    case 'appointed':
    case 'replaced':
    case 'revoked':
      return say(`act-${kind}`, { role: roleName(about as RoleKind, area) });
    default:
      return say(`act-${kind}`);
  }
}

/** The role in which somebody acted, or the server or an invitation, in words. */
export const actorName = ({ by, area }: Act): Markup =>
  by === 'server' || by === 'invitation' ? say(`act-by-${by}`) : roleName(by, area);

/** An act and its actor without markup, for a file. */
export const actInWords = (act: Act): { readonly what: string; readonly by: string } => ({
  what: plain(actName(act)),
  by: plain(actorName(act)),
});
