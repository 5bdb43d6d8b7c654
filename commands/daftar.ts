import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import type { Village } from '../src/domain/areas.ts';
import { rolesIn, VILLAGE_ROLES } from '../src/domain/roles.ts';
import { takeVillage } from '../src/domain/village-search.ts';
import { roleChoices, villageChoices } from '../src/features/members/registration.ts';
import { gatherRequests } from '../src/features/members/requests.ts';
import { roleName, villageLabel } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Asks to represent a village: the village, then the role; camat and kasi decide. */
export const daftar = defineCommand({
  name: 'daftar',
  slashless: 'line',
  aliases: ['register', 'pendaftaran'],
  menu: 'group',
  requires: 'kecamatan',
  authorize: () => true,
  run(words, context) {
    const { here } = context;
    if (context.message.chatKind === 'private') return { answer: { text: say('group-only') } };
    if (words === '') return { answer: villageChoices(here, 'register-which'), senderOnly: true };
    const { found, rest, named } = takeVillage(here.area, words);
    const [village] = found.exact;
    if (!village || found.exact.length > 1) {
      const reply = resolveVillage(context, named, 'daftar', say('register-which'), () => ({}));
      return { ...reply, senderOnly: true };
    }
    return rest === ''
      ? { answer: roleChoices(village, 'register-role'), senderOnly: true }
      : ask(context, village, rest.toLowerCase());
  },
});

function ask(context: DistrictContext, village: Village, typed: string): Reply {
  const { tx, message, now } = context;
  if (message.sender === 'anonymous') return {};
  const role = VILLAGE_ROLES.find((kind) => typed === kind || typed === roleName(kind).toLowerCase());
  if (!role || !rolesIn(village.kind).includes(role))
    return { answer: roleChoices(village, 'register-no-role'), senderOnly: true };
  const person = tx.people.findOrAdd(message.sender.refs, message.sender.name);
  const names = { role: roleName(role), village: villageLabel(village) };
  const same = ({ kind, area }: { kind: string; area: string }) => kind === role && area === village.code;
  if (tx.people.roles(person).some(same)) return { answer: { text: say('register-already', names) } };
  if (tx.people.requestsOf(person).some(same))
    return { answer: { text: say('register-already-asked', names) } };
  // A person's latest request for a village stands; an earlier one for it was a slip.
  for (const earlier of tx.people.requestsOf(person))
    if (earlier.area === village.code) tx.people.decide(earlier.id, 'ended', now);
  const id = tx.people.ask(person, role, village.code, now, message.sender.sign);
  tx.people.askedIn(id, message.chat);
  return { answer: { text: say('register-asked', names) }, followUps: gatherRequests(context) };
}
