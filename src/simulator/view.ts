import { commands } from '../../commands/index.ts';
import { findScope, findUpperScope } from '../bot/scope.ts';
import { offeredTo } from '../bot/standing.ts';
import { type AreaRecap, hasReports, isUsing, percentOf, unitsOf } from '../domain/area-recap.ts';
import { area } from '../domain/areas.ts';
import { longDate } from '../domain/dates.ts';
import { type AreaCode, districtOf, type Instant, type VillageCode } from '../domain/ids.ts';
import type { Actor, Role } from '../domain/people.ts';
import { establishedIn, hasReported, type RecapTable, totals } from '../domain/progress.ts';
import { isCoordinator, isUpper } from '../domain/roles.ts';
import { STATUSES, UNITS } from '../domain/units.ts';
import { upperArea } from '../domain/upper-areas.ts';
import { unitOf } from '../features/recap/area-labels.ts';
import { areaRecap } from '../features/recap/area-snapshot.ts';
import { sumsOf } from '../features/recap/labels.ts';
import { recapTable } from '../features/recap/snapshot.ts';
import { SYMBOLS } from '../features/recap/theme.ts';
import type { Tx } from '../store/tx.ts';
import { type Markup, parseMarkup, plain } from '../text/markup.ts';
import {
  areaName,
  daysLeft,
  offices,
  partsName,
  statusMark,
  statusName,
  upperRoleName,
  villageWords,
} from '../text/phrases.ts';
import { say } from '../text/say.ts';
import { DISTRICT, DISTRICTS, GROUPS, REGENCY } from './groups.ts';
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
  commands: commands.flatMap(({ name, offered }) =>
    offered ? [{ name, does: plain(say(`menu-${name}` as 'menu-lapor')) }] : [],
  ),
});

/** What the page shows beside the conversations. */
export function viewOf(world: World) {
  const now = world.now();
  const shown = world.store.read((tx) => {
    const groups = GROUPS.map(({ ref, title, area: first }) => ({
      ref,
      title,
      home: first ?? DISTRICT,
      area: tx.chats.get(ref)?.area ?? undefined,
    }));
    const codes = new Set([...DISTRICTS, REGENCY, ...groups.map((group) => group.area)]);
    return {
      areas: [...codes].flatMap((code) => areaView(tx, code, now) ?? []),
      groups,
      ...peopleOf(tx, world.transcript, groups),
    };
  });
  return { world: world.id, ahead: world.clockOffsetMs(), ...shown };
}

/** The state of an area with its parts, and the moments to which its page offers to jump. */
function areaView(tx: Tx, code: AreaCode | undefined, now: Instant) {
  const here = findScope(tx, code);
  if (here) return districtView(recapTable(tx, here, now), now);
  const above = findUpperScope(tx, code);
  return above && upperView(areaRecap(tx, above, now), now);
}

const datedView = ({ deadline, daysLeft: days }: Pick<RecapTable, 'deadline' | 'daysLeft'>) => ({
  deadline: longDate(deadline),
  left: plain(daysLeft(deadline, days)),
});

function districtView(recap: RecapTable, now: Instant) {
  return {
    ...datedView(recap),
    code: recap.district.code,
    name: `Kec. ${recap.district.name}`,
    steps: stepsAhead(now, TIME_ZONE, recap.deadline, 'Besok'),
    ...totals(recap),
    villages: plain(villageWords(recap.villages)),
    silent: recap.villages.filter((village) => !hasReported(village)).length,
    rows: recap.villages.map(({ code, name, units }) => ({
      code,
      name,
      units,
      established: establishedIn(units),
    })),
  };
}

/** Of an area above the kecamatan each cell is a number: in how many villages of that part the unit is established. */
function upperView(recap: AreaRecap, now: Instant) {
  const { established, of } = sumsOf(recap);
  return {
    ...datedView(recap),
    code: recap.area.code,
    name: recap.area.name,
    parts: plain(partsName(recap.area.level)),
    steps: stepsAhead(now, TIME_ZONE, recap.deadline, 'Senin'),
    established,
    of,
    silent: recap.parts.filter((part) => !isUsing(part)).length,
    rows: recap.parts.map((part) => ({
      code: part.code,
      name: part.name,
      of: part.villages,
      ...(hasReports(part)
        ? {
            percent: percentOf(part.established, unitsOf(part)),
            counts: UNITS.map((unit) => unitOf(part, unit).count),
          }
        : { silent: isUsing(part) ? 'notReporting' : 'notUsing' }),
    })),
  };
}

interface GroupView {
  readonly ref: string;
  readonly home: AreaCode;
  readonly area: AreaCode | undefined;
}

/**
 * Everyone with their present role, grouped as holders above, coordinators, village heads and people without a role; and the lists of
 * commands from which each has one in each of their chats.
 */
function peopleOf(tx: Tx, transcript: World['transcript'], groups: readonly GroupView[]) {
  const menus: string[] = [];
  const menuOf = (actor: Actor, kind: 'group' | 'private', code?: AreaCode) => {
    const names = offeredTo(tx, commands, actor, { kind, area: code })
      .map(({ name }) => name)
      .join(' ');
    if (!menus.includes(names)) menus.push(names);
    return menus.indexOf(names);
  };
  const people = transcript.people().map(({ refs: [ref], name }) => {
    const person = tx.people.find([ref]);
    const roles = person === undefined ? [] : tx.people.roles(person);
    const actor = { account: { refs: [ref], name }, person, roles } satisfies Actor;
    const [role] = roles;
    const home = homeOf(ref);
    const own = groups.filter((group) => home === undefined || group.home === home);
    return {
      ref,
      name,
      home,
      group: role ? groupOfRole(role) : 'strangers',
      role: role ? plain(roleIn(role)) : '',
      village: role && groupOfRole(role) === 'villages' ? role.area : undefined,
      menu: Object.fromEntries([
        ...own.map((group) => [group.ref, menuOf(actor, 'group', group.area)]),
        [ref, menuOf(actor, 'private')],
      ]),
    };
  });
  return { menus: menus.map((names) => names.split(' ')), people };
}

const groupOfRole = ({ kind }: Role) =>
  isUpper(kind) ? 'above' : isCoordinator(kind) ? 'district' : 'villages';

/** "Kepala Dinas Koperasi Kabupaten Bengkalis", "Kepala Desa Petani" */
function roleIn(role: Role): Markup {
  const upper = upperArea(role.area);
  return upper && isUpper(role.kind)
    ? say('area', { kind: upperRoleName(role.kind), name: areaName(upper) })
    : offices(area(districtOf(role.area as VillageCode))!, [role]);
}

/** A message as the page draws it. Its text comes as spans, so that the page never parses markup. */
export const messageView = ({ seq, message }: ChangedMessage) => {
  const { text, ...rest } = message;
  return { ...rest, seq, spans: parseMarkup(text) };
};
