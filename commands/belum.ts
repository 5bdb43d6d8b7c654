import { villageMeant } from '../src/bot/ask-village.ts';
import { defineCommand } from '../src/bot/command.ts';
import { notUnderstood } from '../src/bot/not-understood.ts';
import { isPlaced } from '../src/bot/standing.ts';
import type { AreaRecap } from '../src/domain/area-recap.ts';
import type { AreaCode } from '../src/domain/ids.ts';
import { areaRecap, areaSummary } from '../src/features/recap/area-snapshot.ts';
import { areaLacking, districtLacking } from '../src/features/recap/lacking-message.ts';
import { areaMissing, districtMissing } from '../src/features/recap/missing-message.ts';
import {
  areaNeverReported,
  areaSilent,
  districtNeverReported,
  districtSilent,
} from '../src/features/recap/silent-message.ts';
import { recapTable } from '../src/features/recap/snapshot.ts';
import { villageStatus } from '../src/features/recap/village-message.ts';
import { takeShownIn } from '../src/interpret/places.ts';
import { type Shown, takeShown, withoutFillers } from '../src/interpret/requests.ts';
import { unitsAlone } from '../src/interpret/units-named.ts';
import { kecamatan } from '../src/text/phrases.ts';
import { lines } from '../src/text/say.ts';

/** What may stand beside "lapor": who has not reported is asked for anyway. */
const OF_REPORTS: readonly Shown[] = ['reporting', 'missing', 'denied', 'never', 'who', 'count', 'list'];

/** "lapor": who has not reported is meant, and not which units are missing. The name of a place is no slip of such a word. */
function asksWhoReported(code: AreaCode, words: string): boolean {
  const { shown, rest } = takeShownIn(code, withoutFillers(words));
  return rest === '' && shown.includes('reporting') && shown.every((each) => OF_REPORTS.includes(each));
}

/** "pernah lapor": who has never reported is meant. */
const asksWhoNever = (words: string): boolean => {
  const { shown } = takeShown(words);
  return shown.includes('never') && shown.includes('reporting');
};

/**
 * Lists the units that each village still lacks, and the villages that never reported; of one village how its units stand. With "lapor":
 * who has not reported in the last seven days; with units: who lacks those.
 */
export const belum = defineCommand({
  name: 'belum',
  anonymous: true,
  menu: 'anywhere',
  offered: isPlaced,
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  above(words, { tx, above, now }) {
    const isOfReports = asksWhoReported(above.area.code, words);
    const units = unitsAlone(above.area.code, words);
    if (words !== '' && !isOfReports && units.length === 0) return undefined;
    const ofReports = asksWhoNever(words) ? areaNeverReported : areaSilent;
    const ofUnits = (recap: AreaRecap) => (units.length > 0 ? areaLacking(recap, units) : areaMissing(recap));
    const { text, context } =
      isOfReports && units.length === 0
        ? ofReports(areaSummary(tx, above, now))
        : ofUnits(areaRecap(tx, above, now));
    return { answer: { text }, context, awaitsAnswer: true };
  },
  run(words, context) {
    const { tx, here, now } = context;
    if (asksWhoReported(here.area.code, words)) {
      const isOfNever = asksWhoNever(words);
      const text = isOfNever
        ? districtNeverReported(recapTable(tx, here, now))
        : districtSilent(tx, here, now);
      return { answer: { text } };
    }
    const units = unitsAlone(here.area.code, words);
    if (units.length > 0) return { answer: { text: districtLacking(recapTable(tx, here, now), units) } };
    const village = villageMeant(context, words, 'belum', (found) => ({
      answer: { text: villageStatus(context, found) },
      context: { about: found.code },
    }));
    if (village) return village;
    const text = districtMissing(recapTable(tx, here, now));
    return { answer: { text: lines(notUnderstood(words, kecamatan(here.area)), text) } };
  },
});
