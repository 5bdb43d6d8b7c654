import { villageMeant } from '../src/bot/ask-village.ts';
import { defineCommand } from '../src/bot/command.ts';
import { notUnderstood } from '../src/bot/not-understood.ts';
import { hasReported, isComplete, lackingAlike, type RecapVillage } from '../src/domain/progress.ts';
import { areaMissing } from '../src/features/recap/area-message.ts';
import { areaSummary } from '../src/features/recap/area-snapshot.ts';
import { areaSilent, districtSilent } from '../src/features/recap/silent-message.ts';
import { recapTable } from '../src/features/recap/snapshot.ts';
import { villageStatus } from '../src/features/recap/village-message.ts';
import { takeShown, withoutFillers } from '../src/interpret/requests.ts';
import { literal } from '../src/text/markup.ts';
import { kecamatan, lackingWords, villageWords } from '../src/text/phrases.ts';
import { join, lines, say } from '../src/text/say.ts';

/** "lapor": who has not reported is meant, and not which units are missing. */
function asksWhoReported(words: string): boolean {
  const { shown, rest } = takeShown(withoutFillers(words));
  return rest === '' && shown.includes('reporting');
}

/**
 * Lists the units that each village still lacks, and the villages that never reported; of one village how its units stand. With "lapor":
 * who has not reported in the last seven days.
 */
export const belum = defineCommand({
  name: 'belum',
  anonymous: true,
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  above(words, { tx, above, now }) {
    const isOfReports = asksWhoReported(words);
    if (words !== '' && !isOfReports) return undefined;
    const recap = areaSummary(tx, above, now);
    const { text, context } = isOfReports ? areaSilent(recap) : areaMissing(recap);
    return { answer: { text }, context, awaitsAnswer: true };
  },
  run(words, context) {
    const { tx, here, now } = context;
    if (asksWhoReported(words)) return { answer: { text: districtSilent(tx, here, now) } };
    const village = villageMeant(context, words, 'belum', (found) => ({
      answer: { text: villageStatus(context, found) },
      context: { about: found.code },
    }));
    if (village) return village;
    const recap = recapTable(tx, here, now);
    if (isComplete(recap))
      return { answer: { text: say('missing-none', { villages: villageWords(here.area.villages) }) } };
    const silent = recap.villages.filter((village) => !hasReported(village));
    const names = (villages: readonly RecapVillage[]) => join(villages.map(({ name }) => literal(name)));
    const rows = lackingAlike(recap.villages).map(({ units, villages }) =>
      say('missing-row', { villages: names(villages), units: lackingWords(units) }),
    );
    const text = lines(
      notUnderstood(words, kecamatan(here.area)),
      say('missing-head', { district: kecamatan(here.area) }),
      ...rows,
      silent.length > 0 && say('recap-silent', { villages: names(silent) }),
    );
    return { answer: { text } };
  },
});
