import { defineCommand } from '../src/bot/command.ts';
import { hasReported, isComplete, lacking } from '../src/domain/progress.ts';
import { UNITS } from '../src/domain/units.ts';
import { areaMissing } from '../src/features/recap/area-message.ts';
import { areaSummary } from '../src/features/recap/area-snapshot.ts';
import { recapTable } from '../src/features/recap/snapshot.ts';
import { literal } from '../src/text/markup.ts';
import { kecamatan, unitNames, villageWords } from '../src/text/phrases.ts';
import { join, lines, say } from '../src/text/say.ts';

/** Lists the units that each village still lacks, and the villages that never reported. */
export const belum = defineCommand({
  name: 'belum',
  anonymous: true,
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  above(_words, { tx, above, now }) {
    const { text, context } = areaMissing(areaSummary(tx, above, now));
    return { answer: { text }, context, awaitsAnswer: true };
  },
  run(_words, { tx, here, now }) {
    const recap = recapTable(tx, here, now);
    if (isComplete(recap))
      return { answer: { text: say('missing-none', { villages: villageWords(here.area.villages) }) } };
    const silent = recap.villages.filter((village) => !hasReported(village));
    const rows = recap.villages.filter(hasReported).flatMap((village) => {
      const units = lacking(village.units);
      if (units.length === 0) return [];
      const name = literal(village.name);
      return units.length === UNITS.length
        ? say('missing-all', { village: name })
        : say('missing-row', { village: name, units: unitNames(units) });
    });
    const text = lines(
      say('missing-head', { district: kecamatan(here.area) }),
      ...rows,
      silent.length > 0 && say('recap-silent', { villages: join(silent.map(({ name }) => literal(name))) }),
    );
    return { answer: { text } };
  },
});
