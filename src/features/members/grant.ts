import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { villageOf } from '../../domain/district.ts';
import type { DistrictCode, PersonId, VillageCode } from '../../domain/ids.ts';
import { isHead, type RoleKind, reports } from '../../domain/roles.ts';
import type { Markup } from '../../text/markup.ts';
import { roleArea, roleName } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { readReport } from '../reports/free-text.ts';
import { noteAct } from './acts.ts';
import { nameIn, replaceHeads } from './registration.ts';

export interface Granted {
  /** What the group reads about it. */
  readonly text: Markup;
  /** What was reported before, now recorded, each with an echo of its own. */
  readonly released: NonNullable<Reply['followUps']>;
}

/** Gives somebody a role, ends a former head's, and records what was held back until then. */
export function grant(
  context: DistrictContext,
  person: PersonId,
  kind: RoleKind,
  area: VillageCode | DistrictCode,
  act: 'approved' | 'appointed' | 'handed-over',
): Granted {
  const { store, here, message, now } = context;
  if (isHead(kind)) replaceHeads(context, area as VillageCode, person);
  for (const request of store.people.requestsOf(person))
    if (request.area === area) store.people.decide(request.id, 'ended', now);
  if (!store.people.roles(person).some((role) => role.kind === kind && role.area === area))
    store.people.give(person, kind, area, now);
  noteAct(context, act, area, kind);

  const name = nameIn(store, { person, name: store.people.name(person)! }, message.chat);
  const given = say('appointed', { name, role: roleName(kind), area: roleArea(here.area, { area }) });
  const village = villageOf(here, area);
  const released = village && reports(kind) ? release(context, person, village.code) : [];
  const next =
    released.length > 0 ? undefined : village && say(reports(kind) ? 'approved-how' : 'approved-read');
  return { text: lines(given, next), released };
}

/** What a person reported for a village, or without naming one, before the role there was given. */
function release(
  context: DistrictContext,
  person: PersonId,
  village: VillageCode,
): NonNullable<Reply['followUps']> {
  const { store, here, message } = context;
  const name = store.people.name(person)!;
  const refs = store.people.refs(person);
  return store.heldReports
    .of(person, here.area.code)
    .filter((held) => held.village === null || held.village === village)
    .flatMap((held) => {
      store.heldReports.release(held.message);
      const account = { refs: refs as [(typeof refs)[number]], name };
      const reply = readReport(
        {
          ...context,
          actor: { account, person, roles: store.people.roles(person) },
          message: {
            kind: 'message',
            ref: held.message,
            chat: message.chat,
            chatKind: message.chatKind,
            sender: account,
            text: held.text,
            addressed: true,
            sentAt: held.at,
          },
          typed: false,
          prompt: undefined,
        },
        held.text,
        village,
      );
      const { answer, context: about, followUps: also = [] } = reply;
      const echo = answer && { to: message.chat, content: answer, context: about, answers: held.message };
      // They are put to whoever reported, not to the one who gave the role.
      return [...(echo ? [echo] : []), ...also.map((each) => ({ ...each, awaitsAnswer: undefined }))];
    });
}
