import { defineCommand } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { coordinates } from '../src/bot/standing.ts';
import type { Role } from '../src/domain/people.ts';
import { mayCoordinate } from '../src/domain/permissions.ts';
import { noteAct } from '../src/features/members/acts.ts';
import { type Decision, decideOn, tellDecisions, toldWhereAsked } from '../src/features/members/decisions.ts';
import { requestsToReport } from '../src/features/members/requests.ts';
import { tellAsker } from '../src/features/members/told-elsewhere.ts';
import { releaseHeld } from '../src/features/reports/release.ts';
import type { HeldReport } from '../src/store/held-reports.ts';
import { literal } from '../src/text/markup.ts';
import { offices } from '../src/text/phrases.ts';

/** Lists the open requests; declines the chosen one, or all that the camat was shown. */
export const tolak = defineCommand({
  name: 'tolak',
  menu: 'group',
  offered: coordinates,
  requires: 'kecamatan',
  decides: /^(?:semua )?\d/i,
  authorize: (actor, here) => mayCoordinate(actor, here.area.code),
  run(words, context) {
    const declineAll = (requests: readonly Role[]) =>
      tellDecisions(
        context,
        requests.map((request) => decline(context, request)),
      );
    return decideOn(context, 'tolak', words, { one: (request) => declineAll([request]), all: declineAll });
  },
});

function decline(context: DistrictContext, request: Role): Decision {
  const { tx, here, now } = context;
  tx.people.decide(request.id, 'declined', now);
  noteAct(context, 'declined', request.area, request.kind);
  // What was reported for that village is no report for another, that a later decision may apply.
  for (const held of tx.heldReports.of(request.person, here.area.code))
    if (isFor(context, request, held)) tx.heldReports.release(held.message);
  const decision: Decision = {
    outcome: 'declined',
    name: literal(request.name),
    office: offices(here.area, [request]),
    released: releaseHeld(context, request.person),
  };
  return toldWhereAsked(context, decision, tellAsker(context, request, 'declined'));
}

/** Whether a report was held for the village of a request: it names that one, or none before another was asked for. */
function isFor({ tx, here }: DistrictContext, request: Role, { village, message, at }: HeldReport): boolean {
  if (village !== null) return village === request.area;
  // Both by the bot's own clock: a platform dates by the second, and by another one.
  const taken = tx.inbox.takenAt(message) ?? at;
  const others = requestsToReport(tx, request.person, here.area.code);
  const isHolder = tx.people.roles(request.person).length > 0;
  return !isHolder && others.every(({ askedAt }) => taken < askedAt && request.askedAt <= askedAt);
}
