import { defineCommand } from '../src/command.ts';
import { literal } from '../src/content.ts';
import { kecamatan, unitNames } from '../src/phrases.ts';
import { hasReported, isComplete, lacking, recapTable } from '../src/recap/table.ts';
import { join, lines, say } from '../src/text.ts';
import { UNITS } from '../src/units.ts';

/** Which units each village still lacks, and who never reported. */
export const belum = defineCommand({
  name: 'belum',
  menu: 'anywhere',
  needs: 'kecamatan',
  who: () => true,
  run(_words, { store, here, now }) {
    const recap = recapTable(store, here, now);
    if (isComplete(recap)) return { answer: { text: say('missing-none') } };
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
