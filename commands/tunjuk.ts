import { defineCommand, type InDistrict, type Reply } from '../src/command.ts';
import { literal, plain } from '../src/content.ts';
import type { DistrictCode, PersonId, VillageCode } from '../src/ids.ts';
import { isCamat, mayCoordinate, mayDecideOn } from '../src/permissions.ts';
import { roleArea, roleName } from '../src/phrases.ts';
import { nameIn, replaceHeads } from '../src/registration.ts';
import { isHead, type RoleKind, rolesIn, VILLAGE_ROLES } from '../src/roles.ts';
import { say } from '../src/text.ts';
import { takeVillage } from '../src/village-search.ts';
import { whichVillage } from '../src/which-village.ts';

/** As a reply to somebody's message: gives a role at once; `camat` hands the office over, after a yes. */
export const tunjuk = defineCommand({
  name: 'tunjuk',
  menu: 'group',
  needs: 'kecamatan',
  who: (actor, here) => mayCoordinate(actor, here.area.code),
  run(words, context) {
    const { store, here, message, prompt } = context;
    const confirmed = /^camat #(\d{1,15})$/.exec(words);
    if (confirmed) return handOver(context, Number(confirmed[1]) as PersonId);
    const author = message.quotes?.author;
    if (prompt && !message.pressedOn) return { answer: { text: say('appoint-bot') } };
    if (!author || words === '') return { answer: { text: say('appoint-how') } };
    const person = store.people.findOrAdd(author.refs, author.name);
    const kind = words.toLowerCase();
    if (kind === 'camat') return askToHandOver(context, person, author.name);
    if (kind === 'kasi') return appoint(context, person, 'kasi', here.area.code);
    const { found, rest, named } = takeVillage(here.area, words);
    const [village] = found.exact;
    if (!village || found.exact.length > 1)
      return whichVillage(context, named, 'status', say('appoint-how'), () => ({}));
    const role =
      rest === '' ? rolesIn(village.kind)[0]! : VILLAGE_ROLES.find((each) => each === rest.toLowerCase());
    if (!role || !rolesIn(village.kind).includes(role)) return { answer: { text: say('appoint-how') } };
    return appoint(context, person, role, village.code);
  },
});

function appoint(
  context: InDistrict,
  person: PersonId,
  kind: RoleKind,
  area: VillageCode | DistrictCode,
): Reply {
  const { store, actor, here, message, now } = context;
  if (!mayDecideOn(actor, { kind, area })) return { answer: { text: say('camat-only') } };
  if (isHead(kind)) replaceHeads(context, area as VillageCode, person);
  if (!store.people.roles(person).some((role) => role.kind === kind && role.area === area))
    store.people.give(person, kind, area, now);
  for (const request of store.people.requestsOf(person))
    if (request.area === area) store.people.decide(request.id, 'ended', now);
  const name = nameIn(store, { person, name: store.people.name(person)! }, message.chat);
  return {
    answer: { text: say('appointed', { name, role: roleName(kind), area: roleArea(here.area, { area }) }) },
  };
}

function askToHandOver({ actor, here }: InDistrict, person: PersonId, name: string): Reply {
  if (!isCamat(actor, here.area.code)) return { answer: { text: say('camat-only') } };
  const choices = [
    { label: plain(say('yes-handover')), command: `/tunjuk camat #${person}` },
    { label: plain(say('no')), command: '/tetap' },
  ];
  return { answer: { text: say('appoint-handover', { name: literal(name) }), choices }, asks: true };
}

function handOver(context: InDistrict, person: PersonId): Reply {
  const { store, actor, here, now } = context;
  const { code } = here.area;
  if (!isCamat(actor, code) || store.people.name(person) === undefined)
    return { answer: { text: say('camat-only') } };
  const reply = appoint(context, person, 'camat', code);
  for (const role of store.people.holders(code))
    if (role.kind === 'camat' && role.person !== person) store.people.decide(role.id, 'ended', now);
  return { ...reply, edits: true };
}
