import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import type { Village } from '../src/domain/areas.ts';
import { localDate, shortDate } from '../src/domain/dates.ts';
import { villageOf } from '../src/domain/district.ts';
import { ownVillages } from '../src/domain/permissions.ts';
import { establishedIn } from '../src/domain/progress.ts';
import { numberOf, UNITS } from '../src/domain/units.ts';
import { areaStatus } from '../src/features/recap/area-message.ts';
import { areaRecap } from '../src/features/recap/area-snapshot.ts';
import { literal } from '../src/text/markup.ts';
import { roleName, statusMark, statusName, unitName, villageLabel } from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** Lists a village's units with their status, since when they have it, and the reporter's role. */
export const status = defineCommand({
  name: 'status',
  anonymous: true,
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  above: (_words, { tx, above, now }) => ({ answer: { text: areaStatus(areaRecap(tx, above, now)) } }),
  run(words, context) {
    const own = ownVillages(context.actor, context.here.area.code);
    if (words === '' && own.length === 1) return show(context, villageOf(context.here, own[0]!)!);
    return resolveVillage(context, words, 'status', say('status-which'), (village) => show(context, village));
  },
});

function show({ tx, here }: DistrictContext, village: Village): Reply {
  const now = new Map(tx.ledger.village(village.code).map((row) => [row.unit, row]));
  const units = Object.fromEntries([...now].map(([unit, row]) => [unit, row.status]));
  const rows = UNITS.map((unit) => {
    const row = now.get(unit);
    const common = {
      number: numberOf(unit),
      mark: statusMark(row?.status),
      unit: unitName(unit),
      status: statusName(row?.status),
    };
    if (!row) return say('checklist-row', common);
    const since = literal(shortDate(localDate(row.since, here.timeZone)));
    return say('status-row', { ...common, since, role: roleName(row.role, village.code) });
  });
  const head = say('checklist-head', { village: villageLabel(village), established: establishedIn(units) });
  return { answer: { text: lines(head, ...rows) }, context: { about: village.code } };
}
