import { defineCommand, KEEP_AS_IS, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { villageOf } from '../src/domain/district.ts';
import type { Role } from '../src/domain/people.ts';
import { mayCoordinate } from '../src/domain/permissions.ts';
import {
  type Decision,
  isChosen,
  listRequests,
  openRequest,
  requestGone,
  tellDecisions,
} from '../src/features/members/decisions.ts';
import { formerHead, standsAlone } from '../src/features/members/rivals.ts';
import { tellAsker } from '../src/features/members/told-elsewhere.ts';
import { grantAndRelease } from '../src/features/reports/release.ts';
import { literal, plain } from '../src/text/markup.ts';
import { listed, villageLabel } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Lists the open requests; approves the chosen one, or all that are not decided by themselves. */
export const setujui = defineCommand({
  name: 'setujui',
  aliases: ['setuju'],
  menu: 'group',
  requires: 'kecamatan',
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  run(words, context) {
    if (words === '') return listRequests(context);
    const all = /^semua(?: (\d{1,15}))?$/i.exec(words);
    // Typed under a list it means that list, which may have changed since: its button says what it showed.
    const meansList = all?.[1] !== undefined || context.prompt?.context.requests;
    if ((!all || meansList) && !isChosen(context, words)) return listRequests(context);
    if (all) return approveAll(context, all[1] === undefined ? undefined : Number(all[1]));
    const [id, replace] = words.split(/\s+/);
    const request = openRequest(context, id!);
    if (!request) return requestGone(context);
    const former = formerHead(context.tx, request);
    if (former && replace !== `ganti${former.id}`) return askToReplace(context, request, former);
    return tellDecisions(context, [approve(context, request)]);
  },
});

/** `last` is the newest request that the list showed when its button was pressed: later ones wait. */
function approveAll(context: DistrictContext, last = Number.POSITIVE_INFINITY): Reply {
  const { tx, here } = context;
  const requests = tx.people.requests(here.area.code).filter(({ id }) => id <= last);
  if (requests.length === 0) return { answer: { text: say('requests-none') } };
  const rivals = requests.filter((request) => standsAlone(tx, request));
  const approved = requests
    .filter((request) => !rivals.includes(request))
    .map((each) => approve(context, each));
  const names = listed([...new Set(rivals.map(({ name }) => literal(name)))]);
  const waiting = rivals.length > 0 ? [{ text: say('approve-rivals', { names }), released: [] }] : [];
  return tellDecisions(context, [...approved, ...waiting]);
}

/** Approves a request; what was reported before is echoed in the group where it was said. */
function approve(context: DistrictContext, request: Role): Decision {
  const { text, released } = grantAndRelease(context, request.person, request.kind, request.area, 'approved');
  const elsewhere = tellAsker(context, request, 'appointed');
  const moved = released.map((each) =>
    elsewhere && each.to === context.message.chat ? { ...each, to: elsewhere.to } : each,
  );
  return { text, released: moved, elsewhere };
}

function askToReplace({ here }: DistrictContext, request: Role, former: Role): Reply {
  const village = villageLabel(villageOf(here, request.area)!);
  const text = say('approve-replace', { village, former: literal(former.name), name: literal(request.name) });
  const choices = [
    { label: plain(say('yes-replace')), command: `/setujui ${request.id} ganti${former.id}` },
    { label: plain(say('no')), command: KEEP_AS_IS },
  ];
  return { answer: { text, choices }, senderOnly: true, context: { topics: [`head ${request.area}`] } };
}
