import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import type { Village } from '../src/domain/areas.ts';
import type { VillageCode } from '../src/domain/ids.ts';
import { VILLAGE_ROLES, type VillageRole } from '../src/domain/roles.ts';
import { askForRoles, askRole, roleChoices, villagesFor } from '../src/features/members/registration.ts';
import { gatherRequests, withdrawEdited } from '../src/features/members/requests.ts';
import {
  districtRoleNamed,
  roleNamed,
  takeVillageAndRole,
  takeVillagesAndRoles,
  type VillageAndRole,
} from '../src/features/members/role-words.ts';
import { takePlace } from '../src/interpret/places.ts';
import { literal, type Markup } from '../src/text/markup.ts';
import { placeFrom } from '../src/text/names.ts';
import { listed, villageLabel } from '../src/text/phrases.ts';
import { join, lines, say } from '../src/text/say.ts';

/** Asks to represent a village: the role, then the village; camat and kasi decide. */
export const daftar = defineCommand({
  name: 'daftar',
  slashless: 'line',
  aliases: ['register', 'pendaftaran'],
  menu: 'group',
  offered: ({ here, chatKind }) => here !== undefined && chatKind === 'group',
  keeps: true,
  requires: 'kecamatan',
  authorize: () => true,
  run(words, context) {
    const { here } = context;
    if (context.message.chatKind === 'private') return { answer: { text: say('group-only') } };
    // Many ask at the same moment: neither question is one person's, so that one of each serves all.
    if (words === '') return withdrawing(context, { answer: askRole(here), shared: true });
    if (districtRoleNamed(words)) return withdrawing(context, { answer: { text: say('register-office') } });
    const { found, role, named } = takeVillageAndRole(here.area, words);
    const [village] = isRole(words) ? [] : found.exact;
    const only = village && found.exact.length === 1 ? village : undefined;
    const kind = only && roleNamed(role, only.kind);
    if (kind) return askForRoles(context, [{ kind, area: only.code }]);
    const several = askForSeveral(context, words);
    if (several) return several;
    const villages = village ? undefined : villagesFor(here, words);
    if (villages) return withdrawing(context, { answer: villages, shared: true });
    if (only && role !== '') return withdrawing(context, noSuchRole(only));
    const isAmong = found.exact.length === 0 && takePlace(here.area.code, words).found.length > 0;
    const reply = resolveVillage(
      context,
      isAmong ? words : named,
      'daftar',
      say('register-which'),
      askRoleIn,
    );
    return withdrawing(context, { ...reply, senderOnly: true });
  },
});

/** What a message asks now takes the place of what it asked for before it was edited. */
const withdrawing = (context: DistrictContext, reply: Reply): Reply =>
  withdrawEdited(context).length > 0 ? { ...reply, followUps: gatherRequests(context) } : reply;

const noSuchRole = (village: Village): Reply => ({
  answer: roleChoices(village, 'register-no-role'),
  senderOnly: true,
});

const askRoleIn = (village: Village): Reply => ({ answer: roleChoices(village, 'register-role') });

/** The words of the button that chooses a role. */
const isRole = (words: string): boolean => VILLAGE_ROLES.some((role) => role === words);

/**
 * Asks for a role in each village of a list: "ba Semunai, Tengganau", "Petani BA, Bumbung BA". A role is that of the village before it
 * that has one, or of the first. Undefined where the words are no list, or name no village.
 */
function askForSeveral(context: DistrictContext, words: string): Reply | undefined {
  const { area } = context.here;
  const taken = takeVillagesAndRoles(area, words) ?? [];
  const named = taken.flatMap(({ found: { exact }, role }) =>
    exact.length === 1 ? { ...exact[0]!, role } : [],
  );
  if (taken.length < 2 || named.length === 0) return undefined;
  let typed = taken.find(({ role }) => role !== '')?.role;
  if (typed === undefined) {
    const villages = join(named.map(({ name }) => literal(name)));
    return withdrawing(context, { answer: { text: say('register-several', { villages }) } });
  }
  const roles = new Map<VillageCode, VillageRole>();
  for (const village of named) {
    typed = village.role || typed;
    const kind = roleNamed(typed, village.kind);
    if (!kind) return withdrawing(context, noSuchRole(village));
    roles.set(village.code, kind);
  }
  const reply = askForRoles(
    context,
    [...roles].map(([code, kind]) => ({ kind, area: code })),
  );
  const missed = taken.filter(({ found }) => found.exact.length !== 1).map((each) => sayUnknown(each));
  if (!reply.answer || missed.length === 0) return reply;
  return { ...reply, answer: { text: lines(reply.answer.text, ...missed) } };
}

function sayUnknown({ named, found: { exact, near } }: VillageAndRole): Markup {
  const name = literal(placeFrom(named));
  const meant = [...exact, ...near];
  return meant.length > 0
    ? say('register-near', { name, villages: listed(meant.map(villageLabel)) })
    : say('village-unknown', { name });
}
