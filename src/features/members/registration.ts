import type { Village } from '../../domain/areas.ts';
import type { DistrictScope } from '../../domain/district.ts';
import { rolesIn } from '../../domain/roles.ts';
import type { Content } from '../../text/content.ts';
import { plain } from '../../text/markup.ts';
import { capital, roleName, villageLabel } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

/** Asks which village, with a button for each. */
export const villageChoices = (here: DistrictScope, key: 'register-which' | 'held-unknown'): Content => ({
  text: say(key),
  choices: here.area.villages.map((village) => ({ label: village.name, command: `/daftar ${village.code}` })),
});

/** Asks which role in that village, with a button for each that exists there. */
export const roleChoices = (
  village: Village,
  key: 'register-role' | 'register-no-role' | 'held-known',
): Content => ({
  text: say(key, { village: villageLabel(village) }),
  choices: rolesIn(village.kind).map((role) => ({
    label: plain(capital(roleName(role, village.code))),
    command: `/daftar ${village.code} ${role}`,
  })),
});
