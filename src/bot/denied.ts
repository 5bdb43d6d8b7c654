import { platformOf } from '../domain/ids.ts';
import { DISTRICT_ROLES, type RoleKind } from '../domain/roles.ts';
import { literal, type Markup } from '../text/markup.ts';
import { listed, PLATFORMS, roleName } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import type { DistrictContext } from './context.ts';

type Place = Pick<DistrictContext, 'tx' | 'here' | 'message'>;

/** Says who may do something; where all of them have their accounts on another platform, also on which. */
export const sayDenied = (
  key:
    | 'decide-denied'
    | 'camat-only'
    | 'deadline-denied'
    | 'reminders-denied'
    | 'undo-denied'
    | 'undo-own-denied',
  place: Place,
): Markup => lines(say(key), officeElsewhere(place, key === 'camat-only'));

/**
 * Says on which platform the camat and the kasi, or the camat alone, are known; undefined where one of them has an account on
 * the chat's platform, or there is none. An office goes with an account: its holder has none of it on a second platform.
 */
export function officeElsewhere({ tx, here, message }: Place, camatAlone = false): Markup | undefined {
  const kinds: readonly RoleKind[] = camatAlone ? ['camat'] : DISTRICT_ROLES;
  const refs = tx.people
    .holders(here.area.code)
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ person }) => tx.people.refs(person));
  const platforms = new Set(refs.map(platformOf));
  if (platforms.size === 0 || platforms.has(platformOf(message.chat))) return undefined;
  const names = [...platforms].map((name) => literal(PLATFORMS[name]));
  return say('office-elsewhere', {
    office: listed(kinds.map((kind) => roleName(kind, here.area.code))),
    platforms: listed(names),
  });
}
