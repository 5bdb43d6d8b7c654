import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import type { Area, Village } from '../src/domain/areas.ts';
import type { Role } from '../src/domain/people.ts';
import { VILLAGE_ROLES } from '../src/domain/roles.ts';
import { askRole, roleChoices, villagesFor } from '../src/features/members/registration.ts';
import { gatherRequests, withdrawEdited } from '../src/features/members/requests.ts';
import { districtRoleNamed, roleNamed, takeVillageAndRole } from '../src/features/members/role-words.ts';
import { takePlace } from '../src/interpret/places.ts';
import { literal } from '../src/text/markup.ts';
import { listed, offices } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Asks to represent a village: the role, then the village; camat and kasi decide. */
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
    // Many ask at the same moment: neither question is one person's, so that one of each serves all.
    if (words === '') return withdrawing(context, { answer: askRole(here), shared: true });
    if (districtRoleNamed(words)) return withdrawing(context, { answer: { text: say('register-office') } });
    const several = villagesIn(here.area, words);
    if (several.length > 1) {
      const examples = several.map(({ name }) => literal(`/daftar ${name}`));
      return withdrawing(context, { answer: { text: say('register-each', { commands: listed(examples) }) } });
    }
    const { found, role, named } = takeVillageAndRole(here.area, words);
    const [village] = isRole(words) ? [] : found.exact;
    const villages = village ? undefined : villagesFor(here, words);
    if (villages) return withdrawing(context, { answer: villages, shared: true });
    if (village && found.exact.length === 1 && role !== '') return ask(context, village, role);
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
const withdrawing = (context: DistrictContext, reply: Reply, isStill?: (request: Role) => boolean): Reply =>
  withdrawEdited(context, isStill).length > 0 ? { ...reply, followUps: gatherRequests(context) } : reply;

/** The villages that a list names: "ba Petani, Bumbung". */
function villagesIn(area: Area, words: string): readonly Village[] {
  const parts = words.split(/[,;\n]| dan (?=\S)/i).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > area.villages.length) return [];
  const found = parts.flatMap((part) => takeVillageAndRole(area, part).found.exact);
  return [...new Map(found.map((village) => [village.code, village])).values()];
}

const askRoleIn = (village: Village): Reply => ({ answer: roleChoices(village, 'register-role') });

/** The words of the button that chooses a role. */
const isRole = (words: string): boolean => VILLAGE_ROLES.some((role) => role === words);

function ask(context: DistrictContext, village: Village, typed: string): Reply {
  const { tx, here, message, now } = context;
  if (message.sender === 'anonymous') return {};
  const role = roleNamed(typed, village.kind);
  if (!role)
    return withdrawing(context, { answer: roleChoices(village, 'register-no-role'), senderOnly: true });
  const person = tx.people.findOrAdd(message.sender.refs, message.sender.name);
  const names = { office: offices(here.area, [{ kind: role, area: village.code }]) };
  const same = ({ kind, area }: { kind: string; area: string }) => kind === role && area === village.code;
  if (tx.people.roles(person).some(same))
    return withdrawing(context, { answer: { text: say('register-already', names) } });
  if (tx.people.requestsOf(person).some(same))
    return withdrawing(context, { answer: { text: say('register-already-asked', names) } }, same);
  withdrawEdited(context);
  // A person's latest request for a village stands; an earlier one for it was a slip.
  for (const earlier of tx.people.requestsOf(person))
    if (earlier.area === village.code) tx.people.decide(earlier.id, 'ended', now);
  const id = tx.people.ask(person, role, village.code, now, message.sender.sign);
  tx.people.askedIn(id, message.chat, message.edits ?? message.ref);
  const text = say('register-asked', names);
  const brief = { of: text, line: say('register-already-asked', names) };
  return { answer: { text }, brief, followUps: gatherRequests(context) };
}
