import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import type { Village } from '../src/domain/areas.ts';
import { roleChoices, villageChoices } from '../src/features/members/registration.ts';
import { gatherRequests } from '../src/features/members/requests.ts';
import { roleNamed, takeVillageAndRole } from '../src/features/members/role-words.ts';
import { offices } from '../src/text/phrases.ts';
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
    const { found, role, named } = takeVillageAndRole(here.area, words);
    const [village] = found.exact;
    if (!village || found.exact.length > 1) {
      const reply = resolveVillage(context, named, 'daftar', say('register-which'), () => ({}));
      return { ...reply, senderOnly: true };
    }
    return role === ''
      ? { answer: roleChoices(village, 'register-role'), senderOnly: true }
      : ask(context, village, role);
  },
});

function ask(context: DistrictContext, village: Village, typed: string): Reply {
  const { tx, here, message, now } = context;
  if (message.sender === 'anonymous') return {};
  const role = roleNamed(typed, village.kind);
  if (!role) return { answer: roleChoices(village, 'register-no-role'), senderOnly: true };
  const person = tx.people.findOrAdd(message.sender.refs, message.sender.name);
  const names = { office: offices(here.area, [{ kind: role, area: village.code }]) };
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
