import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import type { Village } from '../../domain/areas.ts';
import type { DistrictScope } from '../../domain/district.ts';
import type { VillageCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isActing, rolesIn, VILLAGE_ROLES, type VillageRole } from '../../domain/roles.ts';
import type { Content } from '../../text/content.ts';
import { plain } from '../../text/markup.ts';
import { actingName, capital, offices, roleName, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { gatherRequests, withdrawEdited } from './requests.ts';
import { roleNamed } from './role-words.ts';

/** Asks which role, with a button for each that exists in the kecamatan: who acts for a head may do so in villages of either kind. */
export function askRole({ area: { villages } }: DistrictScope): Content {
  const choices = villages.flatMap(({ kind, code }) =>
    rolesIn(kind).map((role) => ({
      label: plain(capital(isActing(role) ? actingName(role, villages) : roleName(role, code))),
      command: `/daftar ${role}`,
    })),
  );
  const byRole = new Map(choices.map((choice) => [choice.command, choice]));
  return {
    text: say('register-as'),
    choices: VILLAGE_ROLES.flatMap((role) => byRole.get(`/daftar ${role}`) ?? []),
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

/** A role in a village that somebody asks for. */
export interface AskedRole {
  readonly kind: VillageRole;
  readonly area: VillageCode;
}

/** Asks for roles, one a village; what is held or asked for already is said. What an edited message no
 * longer asks for is withdrawn. A channel or the group itself asks for none. */
export function askForRoles(context: DistrictContext, roles: readonly AskedRole[]): Reply {
  const { tx, here, message, now } = context;
  if (message.sender === 'anonymous') return {};
  const person = tx.people.findOrAdd(message.sender.refs, message.sender.name);
  const isAmong = (some: readonly Pick<Role, 'kind' | 'area'>[]) => (role: Pick<Role, 'kind' | 'area'>) =>
    some.some(({ kind, area }) => kind === role.kind && area === role.area);
  const withdrawn = withdrawEdited(context, isAmong(roles));
  const requests = tx.people.requestsOf(person);
  const held = roles.filter(isAmong(tx.people.roles(person)));
  const open = roles.filter((role) => !held.includes(role) && isAmong(requests)(role));
  const added = roles.filter((role) => !held.includes(role) && !open.includes(role));
  for (const { kind, area } of added) {
    // A person's latest request for a village stands; an earlier one for it was a slip.
    for (const earlier of requests) if (earlier.area === area) tx.people.decide(earlier.id, 'ended', now);
    const id = tx.people.ask(person, kind, area, now, message.sender.sign);
    tx.people.askedIn(id, message.chat, message.edits ?? message.ref);
  }
  const told = (key: 'register-asked' | 'register-already-asked' | 'register-already', some: typeof roles) =>
    some.length > 0 && say(key, { office: offices(here.area, some) });
  const text = lines(
    told('register-asked', added),
    told('register-already-asked', open),
    told('register-already', held),
  );
  const followUps = added.length + withdrawn.length > 0 ? gatherRequests(context) : [];
  if (added.length === 0) return { answer: { text }, followUps };
  const line = lines(told('register-already-asked', [...added, ...open]), told('register-already', held));
  return { answer: { text }, brief: { of: text, line }, followUps };
}

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
