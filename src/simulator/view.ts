import { commands } from '../../commands/index.ts';
import { findScope } from '../bot/scope.ts';
import { area } from '../domain/areas.ts';
import { longDate } from '../domain/dates.ts';
import { type DistrictCode, districtOf, type Instant, type VillageCode } from '../domain/ids.ts';
import { establishedIn, hasReported, totals } from '../domain/progress.ts';
import { isCoordinator } from '../domain/roles.ts';
import { STATUSES, UNITS } from '../domain/units.ts';
import { recapTable } from '../features/recap/snapshot.ts';
import { SYMBOLS } from '../features/recap/theme.ts';
import type { Tx } from '../store/tx.ts';
import { parseMarkup, plain } from '../text/markup.ts';
import { daysLeft, offices, statusMark, statusName } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import { DISTRICT, DISTRICTS, GROUPS } from './groups.ts';
import { stepsAhead } from './moments.ts';
import { homeOf } from './people.ts';
import type { ChangedMessage } from './transcript.ts';
import { TIME_ZONE, type World } from './world.ts';

/** What never changes on the page: the names and symbols of units and statuses, as the bot uses them, and its commands. */
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
  commands: commands.flatMap(({ name, menu }) =>
    menu === 'none' ? [] : [{ name, where: menu, does: plain(say(`menu-${name}` as 'menu-lapor')) }],
  ),
});

/** What the page shows beside the conversations. */
export function viewOf(world: World) {
  const { districts, groups, people } = world.store.read((tx) => ({
    districts: DISTRICTS.map((code) => districtView(tx, code, world.now())),
    groups: GROUPS.map(({ ref, title, district }) => ({
      ref,
      title,
      home: district ?? DISTRICT,
      district: tx.chats.get(ref)?.district ?? undefined,
    })),
    people: peopleOf(tx, world.transcript),
  }));
  return { world: world.id, ahead: world.clockOffsetMs(), districts, groups, people };
}

/** The state of a kecamatan, and the moments to which its page offers to jump. */
function districtView(tx: Tx, code: DistrictCode, now: Instant) {
  const here = findScope(tx, code)!;
  const recap = recapTable(tx, here, now);
  const { established, of } = totals(recap);
  return {
    code,
    name: here.area.name,
    steps: stepsAhead(now, TIME_ZONE, recap.deadline),
    deadline: longDate(recap.deadline),
    left: plain(daysLeft(recap.deadline, recap.daysLeft)),
    established,
    of,
    silent: recap.villages.filter((village) => !hasReported(village)).length,
    villages: recap.villages.map(({ code: village, name, units }) => ({
      code: village,
      name,
      units,
      established: establishedIn(units),
    })),
  };
}

/** Everyone with their present role, grouped as coordinators, village heads and people without a role. */
function peopleOf(tx: Tx, transcript: World['transcript']) {
  return transcript.people().map(({ refs: [ref], name }) => {
    const person = tx.people.find([ref]);
    const [role] = person === undefined ? [] : tx.people.roles(person);
    const here = role && area(districtOf(role.area as VillageCode));
    return {
      ref,
      name,
      home: homeOf(ref),
      group: role ? (isCoordinator(role.kind) ? 'district' : 'villages') : 'strangers',
      role: role && here ? plain(offices(here, [role])) : '',
      village: role && !isCoordinator(role.kind) ? role.area : undefined,
    };
  });
}

/** A message as the page draws it. Its text comes as spans, so that the page never parses markup. */
export const messageView = ({ seq, message }: ChangedMessage) => {
  const { text, ...rest } = message;
  return { ...rest, seq, spans: parseMarkup(text) };
};
