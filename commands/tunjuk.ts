import { defineCommand, KEEP_AS_IS, type Reply } from '../src/bot/command.ts';
import { type DistrictContext, isPress } from '../src/bot/context.ts';
import type { DistrictCode, PersonId, VillageCode } from '../src/domain/ids.ts';
import type { Account } from '../src/domain/people.ts';
import { isCamat, mayCoordinate, mayDecideOn } from '../src/domain/permissions.ts';
import { type RoleKind, rolesIn, VILLAGE_ROLES } from '../src/domain/roles.ts';
import { takeVillage } from '../src/domain/village-search.ts';
import { tellCamat } from '../src/features/members/camat.ts';
import { gatherRequests } from '../src/features/members/requests.ts';
import { grantAndRelease } from '../src/features/reports/release.ts';
import { literal, plain } from '../src/text/markup.ts';
import { nameFrom } from '../src/text/names.ts';
import { listed, villageLabel } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

const HANDOVER = /^camat #(\d{1,15})$/;

/** Gives a role to the author of the message replied to; `camat` hands the office over, after a yes. */
export const tunjuk = defineCommand({
  name: 'tunjuk',
  menu: 'group',
  requires: 'kecamatan',
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  yes: { words: HANDOVER, typed: false },
  run(words, context) {
    const { here, message, prompt } = context;
    const confirmed = HANDOVER.exec(words);
    if (confirmed) return handOver(context, Number(confirmed[1]) as PersonId);
    const author = message.quotes?.author;
    if (!author) return { answer: { text: say(prompt ? 'appoint-bot' : 'appoint-how') } };
    const kind = words.toLowerCase();
    if (kind === 'camat') return askToHandOver(context, author);
    if (kind === 'kasi') return appoint(context, author, 'kasi', here.area.code);
    const { found, rest, named } = takeVillage(here.area, words);
    const [village] = found.exact;
    if (!village || found.exact.length > 1) {
      const near = listed([...found.exact, ...found.near].map(villageLabel));
      const text =
        near === ''
          ? say('appoint-how')
          : say('appoint-near', { name: literal(nameFrom(named)), villages: near });
      return { answer: { text } };
    }
    const role =
      rest === '' ? rolesIn(village.kind)[0]! : VILLAGE_ROLES.find((each) => each === rest.toLowerCase());
    if (!role || !rolesIn(village.kind).includes(role)) return { answer: { text: say('appoint-how') } };
    return appoint(context, author, role, village.code);
  },
});

function appoint(
  context: DistrictContext,
  { refs, name }: Account,
  kind: RoleKind,
  area: VillageCode | DistrictCode,
): Reply {
  if (!mayDecideOn(context.actor, { kind, area })) return { answer: { text: say('camat-only') } };
  const { text, released } = grantAndRelease(
    context,
    context.tx.people.findOrAdd(refs, name),
    kind,
    area,
    'appointed',
  );
  return { answer: { text }, followUps: [...released, ...gatherRequests(context)] };
}

function askToHandOver({ tx, actor, here }: DistrictContext, { refs, name }: Account): Reply {
  if (!isCamat(actor, here.area.code)) return { answer: { text: say('camat-only') } };
  const choices = [
    { label: plain(say('yes-handover')), command: `/tunjuk camat #${tx.people.findOrAdd(refs, name)}` },
    { label: plain(say('no')), command: KEEP_AS_IS },
  ];
  return {
    answer: { text: say('appoint-handover', { name: literal(name) }), choices },
    senderOnly: true,
    context: { topics: [`handover ${here.area.code}`] },
  };
}

/** Hands the office over to the person whom the question named: the yes counts for nobody else. */
function handOver(context: DistrictContext, person: PersonId): Reply {
  const { tx, actor, here, message, now } = context;
  const { code } = here.area;
  if (!isCamat(actor, code)) return { answer: { text: say('camat-only') } };
  if (tx.people.name(person) === undefined) return { answer: { text: say('appoint-how') } };
  const { text } = grantAndRelease(context, person, 'camat', code, 'handed-over');
  for (const role of tx.people.holders(code))
    if (role.kind === 'camat' && role.person === actor.person && role.person !== person)
      tx.people.decide(role.id, 'ended', now);
  // An edited message notifies nobody: the group is told in a new message, as the others are.
  const rewritten = isPress(context);
  return {
    answer: { text },
    edits: true,
    followUps: tellCamat(tx, here.area, rewritten ? undefined : message.chat),
  };
}
