import type { Village } from '../src/area.ts';
import { defineCommand, type InDistrict, type Reply, villageOf } from '../src/command.ts';
import { literal } from '../src/content.ts';
import { localDate, shortDate } from '../src/dates.ts';
import { ownVillages } from '../src/permissions.ts';
import { roleName, statusMark, statusName, unitName, villageLabel } from '../src/phrases.ts';
import { establishedIn } from '../src/recap/table.ts';
import { lines, say } from '../src/text.ts';
import { numberOf, UNITS } from '../src/units.ts';
import { whichVillage } from '../src/which-village.ts';

/** The seven units of a village with status, since when, and by whom (the role). */
export const status = defineCommand({
  name: 'status',
  menu: 'anywhere',
  needs: 'kecamatan',
  who: () => true,
  run(words, context) {
    const own = ownVillages(context.actor, context.here.area.code);
    if (words === '' && own.length === 1) return show(context, villageOf(context.here, own[0]!)!);
    return whichVillage(context, words, 'status', say('status-which'), (village) => show(context, village));
  },
});

function show({ store, here }: InDistrict, village: Village): Reply {
  const now = new Map(store.ledger.village(village.code).map((row) => [row.unit, row]));
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
    return say('status-row', { ...common, since, role: roleName(row.role) });
  });
  const head = say('checklist-head', { village: villageLabel(village), established: establishedIn(units) });
  return { answer: { text: lines(head, ...rows) }, context: { about: village.code } };
}
