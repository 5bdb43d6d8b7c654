import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { coordinates } from '../src/bot/standing.ts';
import { yesOrNo } from '../src/bot/yes-or-no.ts';
import { villageOf } from '../src/domain/district.ts';
import type { Role } from '../src/domain/people.ts';
import { mayCoordinate } from '../src/domain/permissions.ts';
import { type Decision, decideOn, tellDecisions, toldWhereAsked } from '../src/features/members/decisions.ts';
import { formerHead, standingAlone } from '../src/features/members/rivals.ts';
import { tellAsker } from '../src/features/members/told-elsewhere.ts';
import { nameBeside } from '../src/features/members/twins.ts';
import { grantAndRelease } from '../src/features/reports/release.ts';
import { literal } from '../src/text/markup.ts';
import { listed, villageLabel } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Lists the open requests; approves the chosen one, or all that are not decided by themselves. */
export const setujui = defineCommand({
  name: 'setujui',
  aliases: ['setuju'],
  menu: 'group',
  offered: coordinates,
  requires: 'kecamatan',
  decides: /^(?:semua )?\d/i,
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  run: (words, context) =>
    decideOn(context, 'setujui', words, {
      one: (request, beside) => approveOne(context, request, beside),
      all: (requests) => approveAll(context, requests),
    }),
});

/** Approves a request. A head who would be replaced by that is asked about first; `beside` is the yes to that. */
function approveOne(context: DistrictContext, request: Role, beside: string | undefined): Reply {
  const former = formerHead(context.tx, request, context.tx.people.refs(request.person));
  return former && beside !== `ganti${former.id}`
    ? askToReplace(context, request, former)
    : tellDecisions(context, [approve(context, request)]);
}

function approveAll(context: DistrictContext, requests: readonly Role[]): Reply {
  const { tx, here } = context;
  const { code } = here.area;
  const alone = requests.filter(standingAlone(tx, code, tx.people.requests(code)));
  const approved = requests
    .filter((request) => !alone.includes(request))
    .map((each) => approve(context, each));
  const names = listed([...new Set(alone.map(({ name }) => literal(name)))]);
  return tellDecisions(context, approved, alone.length > 0 ? say('approve-rivals', { names }) : undefined);
}

function approve(context: DistrictContext, request: Role): Decision {
  const decision = grantAndRelease(context, request.person, [request], 'approved');
  return toldWhereAsked(context, decision, tellAsker(context, request, 'appointed'));
}

function askToReplace({ here }: DistrictContext, request: Role, former: Role): Reply {
  const village = villageLabel(villageOf(here, request.area)!);
  const text = say('approve-replace', {
    village,
    former: nameBeside(former, request.name, here.timeZone),
    name: nameBeside(request, former.name, here.timeZone),
  });
  const choices = yesOrNo(say('yes-replace'), `/setujui ${request.id} ganti${former.id}`);
  return { answer: { text, choices }, senderOnly: true, context: { topics: [`head ${request.area}`] } };
}
