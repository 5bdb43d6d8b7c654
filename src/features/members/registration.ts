import type { Village } from '../../domain/areas.ts';
import type { DistrictScope } from '../../domain/district.ts';
import { rolesIn, VILLAGE_ROLES } from '../../domain/roles.ts';
import type { Content } from '../../text/content.ts';
import { plain } from '../../text/markup.ts';
import { capital, roleName, villageLabel } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { roleNamed } from './role-words.ts';

/** Asks which role, with a button for each that exists in the kecamatan. */
export function askRole({ area: { villages } }: DistrictScope): Content {
  const choices = villages.flatMap(({ kind, code }) =>
    rolesIn(kind).map((role) => ({
      label: plain(capital(roleName(role, code))),
      command: `/daftar ${role}`,
    })),
  );
  return {
    text: say('register-as'),
    choices: [...new Map(choices.map((choice) => [choice.command, choice])).values()],
  };
}

/** Asks which village, with a button for each that has the role which the words name; undefined where they name none. */
export function villagesFor({ area }: DistrictScope, words: string): Content | undefined {
  const kind = VILLAGE_ROLES.find((role) => role === words);
  const choices = area.villages.flatMap((village) => {
    const role = kind ? rolesIn(village.kind).find((each) => each === kind) : roleNamed(words, village.kind);
    return role ? [{ label: village.name, command: `/daftar ${village.code} ${role}` }] : [];
  });
  return choices.length > 0 ? { text: say('register-which'), choices } : undefined;
}

/** Asks the village of somebody whose report is held, with a button for each. */
export const villageChoices = (here: DistrictScope, key: 'held-unknown'): Content => ({
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
