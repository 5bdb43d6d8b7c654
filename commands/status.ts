import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { districtsIn } from '../src/bot/scope.ts';
import { isPlaced } from '../src/bot/standing.ts';
import type { Village } from '../src/domain/areas.ts';
import { villageOf } from '../src/domain/district.ts';
import { ownVillages } from '../src/domain/permissions.ts';
import { areaRecap } from '../src/features/recap/area-snapshot.ts';
import { recapTable } from '../src/features/recap/snapshot.ts';
import { areaStatus } from '../src/features/recap/status-message.ts';
import { villageStatus } from '../src/features/recap/village-message.ts';
import { villagesWith } from '../src/features/recap/villages-message.ts';
import { withoutFillers } from '../src/interpret/requests.ts';
import { unitsAlone } from '../src/interpret/units-named.ts';
import { literal, type Markup } from '../src/text/markup.ts';
import { EMPTY_LINE, lines, say } from '../src/text/say.ts';

/** Lists how many villages have a unit, or a village's units with their status, since when they have it, and the reporter's role. */
export const status = defineCommand({
  name: 'status',
  anonymous: true,
  menu: 'anywhere',
  offered: isPlaced,
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  above(words, { tx, above, now }) {
    const units = unitsAlone(above.area.code, words);
    if (words !== '' && units.length === 0) return undefined;
    const text = areaStatus(areaRecap(tx, above, now), units);
    const tables = districtsIn(tx, above).map((here) => recapTable(tx, here, now));
    const names = units.flatMap((unit) => villagesWith(tables, unit));
    const drill = `status ${withoutFillers(words)}`;
    return units.length > 0
      ? { ...ofUnits(lines(text, ...names), namesHow(words)), context: { drill } }
      : { answer: { text } };
  },
  run(words, context) {
    const { tx, here, now } = context;
    const units = unitsAlone(here.area.code, words);
    if (units.length > 0)
      return ofUnits(
        lines(
          areaStatus(recapTable(tx, here, now), units),
          ...units.flatMap((unit) => villagesWith([recapTable(tx, here, now)], unit)),
        ),
        namesHow(words, context.above && here.area.name),
      );
    // Whoever looks down from above asks how the kecamatan stands.
    if (words === '' && context.above) {
      const text = areaStatus(recapTable(tx, here, now));
      return { answer: { text: lines(text, EMPTY_LINE, say('recap-below-how')) } };
    }
    const own = ownVillages(context.actor, here.area.code);
    if (words === '' && own.length === 1) return show(context, villageOf(here, own[0]!)!);
    return resolveVillage(context, words, 'status', say('status-which'), (village) => show(context, village));
  },
});

/** Where the names stand of the villages that were counted. */
function namesHow(units: string, place = ''): Markup {
  const [belum, rekap] = [`/belum ${withoutFillers(units)} ${place}`, `/rekap xlsx ${place}`].map((each) =>
    literal(each.trim()),
  );
  return say('status-names-how', { belum: belum!, rekap: rekap! });
}

const ofUnits = (text: Markup, how: Markup): Reply => ({ answer: { text: lines(text, how) } });

const show = (context: DistrictContext, village: Village): Reply => ({
  answer: { text: villageStatus(context, village) },
  context: { about: village.code },
});
