import { area } from '../domain/areas.ts';
import { longDate } from '../domain/dates.ts';
import { establishedIn, hasReported, totals } from '../domain/progress.ts';
import { isCoordinator } from '../domain/roles.ts';
import { STATUSES, UNITS } from '../domain/units.ts';
import { recapTable } from '../features/recap/snapshot.ts';
import { SYMBOLS } from '../features/recap/theme.ts';
import type { Tx } from '../store/tx.ts';
import { parseMarkup, plain } from '../text/markup.ts';
import { daysLeft, offices, statusMark, statusName } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import { stepsAhead } from './moments.ts';
import { DISTRICT } from './people.ts';
import type { ChangedMessage } from './transcript.ts';
import { TIME_ZONE, type World } from './world.ts';

const here = area(DISTRICT)!;

/** What never changes on the page: the names and symbols of units and statuses, as the bot uses them. */
export const vocabulary = () => ({
  zone: TIME_ZONE,
  units: UNITS.map((unit) => ({
    unit,
    short: plain(say(`unit-short-${unit}`)),
    name: plain(say(`unit-${unit}`)),
  })),
  states: [...STATUSES.toReversed(), undefined].map((status) => ({
    state: status ?? 'silent',
    name: plain(statusName(status)),
    mark: plain(statusMark(status)),
  })),
  symbols: SYMBOLS,
});

/** What the page shows beside the conversation. */
export function viewOf(world: World) {
  const { district, recap, people } = world.store.read((tx) => {
    const district = tx.chats.district(DISTRICT)!;
    const recap = recapTable(tx, { area: here, district, timeZone: TIME_ZONE }, world.now());
    return { district, recap, people: peopleOf(tx, world.transcript) };
  });
  const { established, of } = totals(recap);
  return {
    world: world.id,
    ahead: world.clockOffsetMs(),
    steps: stepsAhead(world.now(), TIME_ZONE, district.deadline),
    deadline: longDate(district.deadline),
    left: plain(daysLeft(recap.deadline, recap.daysLeft)),
    established,
    of,
    silent: recap.villages.filter((village) => !hasReported(village)).length,
    villages: recap.villages.map(({ code, name, units }) => ({
      code,
      name,
      units,
      established: establishedIn(units),
    })),
    people,
  };
}

/** Everyone with their present role, grouped as coordinators, village heads and people without a role. */
function peopleOf(tx: Tx, transcript: World['transcript']) {
  return transcript.people().map(({ refs: [ref], name }) => {
    const person = tx.people.find([ref]);
    const [role] = person === undefined ? [] : tx.people.roles(person);
    return {
      ref,
      name,
      group: role ? (isCoordinator(role.kind) ? 'district' : 'villages') : 'strangers',
      role: role ? plain(offices(here, [role])) : '',
      village: role && !isCoordinator(role.kind) ? role.area : undefined,
    };
  });
}

/** A message as the page draws it. Its text comes as spans, so that the page never parses markup. */
export const messageView = ({ seq, message }: ChangedMessage) => {
  const { text, ...rest } = message;
  return { ...rest, seq, spans: parseMarkup(text) };
};
