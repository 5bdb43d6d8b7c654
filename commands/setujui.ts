import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { villageOf } from '../src/domain/district.ts';
import { districtOf, type RoleId, type VillageCode } from '../src/domain/ids.ts';
import type { Role } from '../src/domain/people.ts';
import { mayCoordinate, mayDecideOn } from '../src/domain/permissions.ts';
import { type Granted, grant } from '../src/features/members/grant.ts';
import {
  formerHead,
  gatherRequests,
  requestsContent,
  standsAlone,
} from '../src/features/members/registration.ts';
import { literal, plain } from '../src/text/markup.ts';
import { listed, villageLabel } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** Lists the open requests; approves one, or all that have no rival. */
export const setujui = defineCommand({
  name: 'setujui',
  menu: 'group',
  requires: 'kecamatan',
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  run(words, context) {
    const { store, here, message } = context;
    if (words === '') {
      const content = requestsContent(store, here, message.chat);
      return content
        ? { answer: content, context: { requests: true } }
        : { answer: { text: say('requests-none') } };
    }
    const all = /^semua(?: (\d{1,15}))?$/i.exec(words);
    if (all) return approveAll(context, all[1] === undefined ? undefined : Number(all[1]));
    const [id, replace] = words.split(/\s+/);
    const request = openRequest(context, id!);
    if (!request) return gone(context);
    const former = formerHead(store, request);
    if (former && replace !== `ganti${former.id}`) return askToReplace(context, request, former);
    return decided(context, [approve(context, request)]);
  },
});

/** A request by its id, where it is still open and for this kecamatan, which the actor may decide on. */
export function openRequest({ store, actor, here }: DistrictContext, id: string): Role | undefined {
  const request = /^\d{1,15}$/.test(id) ? store.people.request(Number(id) as RoleId) : undefined;
  return request && districtOf(request.area as VillageCode) === here.area.code && mayDecideOn(actor, request)
    ? request
    : undefined;
}

export const gone = ({ message }: DistrictContext): Reply =>
  message.pressedOn ? { alert: plain(say('request-gone')) } : { answer: { text: say('request-gone') } };

/** The decisions as an answer, what they released, and the gathering message without what was decided. */
export const decided = (context: DistrictContext, decisions: readonly Granted[]): Reply => ({
  answer: { text: lines(...decisions.map(({ text }) => text)) },
  followUps: [...decisions.flatMap(({ released }) => released), ...gatherRequests(context)],
});

/** `last`: the newest request that the list showed to whoever pressed its button. */
function approveAll(context: DistrictContext, last = Number.POSITIVE_INFINITY): Reply {
  const { store, here } = context;
  const requests = store.people.requests(here.area.code).filter(({ id }) => id <= last);
  if (requests.length === 0) return { answer: { text: say('requests-none') } };
  const rivals = requests.filter((request) => standsAlone(store, request));
  const approved = requests
    .filter((request) => !rivals.includes(request))
    .map((each) => approve(context, each));
  const names = listed([...new Set(rivals.map(({ name }) => literal(name)))]);
  const waiting = rivals.length > 0 ? [{ text: say('approve-rivals', { names }), released: [] }] : [];
  return decided(context, [...approved, ...waiting]);
}

const approve = (context: DistrictContext, request: Role): Granted =>
  grant(context, request.person, request.kind, request.area, 'approved');

function askToReplace({ here }: DistrictContext, request: Role, former: Role): Reply {
  const village = villageLabel(villageOf(here, request.area)!);
  const text = say('approve-replace', { village, former: literal(former.name), name: literal(request.name) });
  const choices = [
    { label: plain(say('yes-replace')), command: `/setujui ${request.id} ganti${former.id}` },
    { label: plain(say('no')), command: '/tetap' },
  ];
  return { answer: { text, choices }, senderOnly: true, context: { topics: [`head ${request.area}`] } };
}
