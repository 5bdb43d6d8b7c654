import { defineCommand } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { villageOf } from '../src/domain/district.ts';
import type { Role } from '../src/domain/people.ts';
import { mayCoordinate } from '../src/domain/permissions.ts';
import { noteAct } from '../src/features/members/acts.ts';
import {
  type Decision,
  isChosen,
  listRequests,
  openRequest,
  requestGone,
  tellDecisions,
} from '../src/features/members/decisions.ts';
import { tellAsker } from '../src/features/members/told-elsewhere.ts';
import { literal } from '../src/text/markup.ts';
import { roleName, villageLabel } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Lists the open requests; declines the chosen one, or all. */
export const tolak = defineCommand({
  name: 'tolak',
  menu: 'group',
  requires: 'kecamatan',
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  run(words, context) {
    const { tx, here } = context;
    const requests = tx.people.requests(here.area.code);
    if (words === '' || requests.length === 0) return listRequests(context);
    const typedUnderList = context.prompt?.context.requests && !isChosen(context, words);
    if (words.toLowerCase() === 'semua' && !typedUnderList)
      return tellDecisions(
        context,
        requests.map((request) => decline(context, request)),
      );
    if (!isChosen(context, words)) return listRequests(context);
    const request = openRequest(context, words);
    return request ? tellDecisions(context, [decline(context, request)]) : requestGone(context);
  },
});

function decline(context: DistrictContext, request: Role): Decision {
  const { tx, here, now } = context;
  tx.people.decide(request.id, 'declined', now);
  noteAct(context, 'declined', request.area, request.kind);
  // What was reported for that village in words is not somebody else's to apply later.
  for (const held of tx.heldReports.of(request.person, here.area.code))
    if (held.village === null || held.village === request.area) tx.heldReports.release(held.message);
  const text = say('declined', {
    name: literal(request.name),
    role: roleName(request.kind),
    village: villageLabel(villageOf(here, request.area)!),
  });
  return { text, released: [], elsewhere: tellAsker(context, request, 'declined') };
}
