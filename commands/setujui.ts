import { defineCommand, type InDistrict, type Reply, villageOf } from '../src/command.ts';
import { literal, type Markup, plain } from '../src/content.ts';
import { releaseHeld } from '../src/held.ts';
import { districtOf, type RoleId, type VillageCode } from '../src/ids.ts';
import { mayCoordinate, mayDecideOn } from '../src/permissions.ts';
import { listed, roleName, villageLabel } from '../src/phrases.ts';
import {
  formerHead,
  gatherRequests,
  isRival,
  nameIn,
  replaceHeads,
  requestsContent,
} from '../src/registration.ts';
import { isHead, reports } from '../src/roles.ts';
import type { Role } from '../src/store/people.ts';
import { lines, say } from '../src/text.ts';

/** Lists the open requests; approves one, or all that have no rival. */
export const setujui = defineCommand({
  name: 'setujui',
  menu: 'group',
  needs: 'kecamatan',
  who: (actor, here) => mayCoordinate(actor, here.area.code),
  run(words, context) {
    const { store, here, message } = context;
    if (words === '') {
      const content = requestsContent(store, here, message.chat);
      return content
        ? { answer: content, context: { requests: true } }
        : { answer: { text: say('requests-none') } };
    }
    if (words === 'semua') return approveAll(context);
    const [id, replace] = words.split(/\s+/);
    const request = openRequest(context, id!);
    if (!request) return gone(context);
    const former = formerHead(store, request);
    if (former && replace !== 'ganti') return askToReplace(context, request, former);
    return answerAll(context, [approve(context, request)]);
  },
});

/** A request by its id, where it is still open and for this kecamatan, which the actor may decide on. */
export function openRequest({ store, actor, here }: InDistrict, id: string): Role | undefined {
  const request = /^\d{1,15}$/.test(id) ? store.people.request(Number(id) as RoleId) : undefined;
  return request && districtOf(request.area as VillageCode) === here.area.code && mayDecideOn(actor, request)
    ? request
    : undefined;
}

export const gone = ({ message }: InDistrict): Reply =>
  message.pressedOn ? { alert: plain(say('request-gone')) } : { answer: { text: say('request-gone') } };

/** The decision as an answer, and the gathering message without what was decided. */
export const answerAll = (context: InDistrict, texts: readonly Markup[]): Reply => ({
  answer: { text: lines(...texts) },
  also: gatherRequests(context),
});

function approveAll(context: InDistrict): Reply {
  const { store, here } = context;
  const requests = store.people.requests(here.area.code);
  const rivals = requests.filter((request) => isRival(store, request));
  const approved = requests
    .filter((request) => !rivals.includes(request))
    .map((each) => approve(context, each));
  const waiting = listed(rivals.map(({ name }) => literal(name)));
  if (requests.length === 0) return { answer: { text: say('requests-none') } };
  return answerAll(context, [
    ...approved,
    ...(rivals.length > 0 ? [say('approve-rivals', { names: waiting })] : []),
  ]);
}

/** Gives the role, ends a former head's and records what was held back; what the group reads about it. */
function approve(context: InDistrict, request: Role): Markup {
  const { store, here, message, now } = context;
  const code = request.area as VillageCode;
  const village = villageOf(here, code)!;
  if (isHead(request.kind)) replaceHeads(context, code, request.person);
  store.people.decide(request.id, 'held', now);
  const name = nameIn(store, request, message.chat);
  const approved = say('approved', { name, role: roleName(request.kind), village: villageLabel(village) });
  const echoes = reports(request.kind) ? releaseHeld(context, request.person, code) : [];
  if (echoes.length > 0) return lines(approved, ...echoes);
  return lines(approved, say(reports(request.kind) ? 'approved-how' : 'approved-read'));
}

function askToReplace({ here }: InDistrict, request: Role, former: Role): Reply {
  const village = villageLabel(villageOf(here, request.area)!);
  const text = say('approve-replace', { village, former: literal(former.name), name: literal(request.name) });
  const choices = [
    { label: plain(say('yes-replace')), command: `/setujui ${request.id} ganti` },
    { label: plain(say('no')), command: `/tolak ${request.id}` },
  ];
  return { answer: { text, choices } };
}
