import {
  type AreaSummary,
  isPartComplete,
  isUsing,
  type PartSummary,
  unitsOf,
} from '../../domain/area-recap.ts';
import {
  hasReported,
  isComplete,
  lackingAlike,
  type RecapTable,
  type RecapVillage,
} from '../../domain/progress.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, kecamatan, lackingWords, villageWords } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { notUsing } from './area-outline.ts';
import type { RecapText } from './message.ts';

// What still lacks something. Of a kecamatan it says which units, because somebody there can see to them; above, how many and where.

/** The units that each village still lacks, those that lack the same together, and the villages that never reported. */
export function districtMissing(recap: RecapTable): Markup {
  if (isComplete(recap)) return say('missing-none', { villages: villageWords(recap.villages) });
  const silent = recap.villages.filter((village) => !hasReported(village));
  const names = (villages: readonly RecapVillage[]) => join(villages.map(({ name }) => literal(name)));
  return lines(
    say('missing-head', { district: kecamatan(recap.district) }),
    ...lackingAlike(recap.villages).map(({ units, villages }) =>
      say('missing-row', { villages: names(villages), units: lackingWords(units) }),
    ),
    silent.length > 0 && say('recap-silent', { villages: names(silent) }),
  );
}

/** Which parts still lack something, and how much. */
export function areaMissing(recap: AreaSummary): RecapText {
  const lacking = recap.parts.filter((part) => isUsing(part) && !isPartComplete(part));
  const context = { area: recap.area.code, parts: lacking.map(({ code }) => code), drill: 'belum' } as const;
  if (lacking.length === 0 && recap.parts.every(isUsing))
    return { text: say('missing-none', { villages: say('above-villages') }), context };
  return {
    text: lines(
      say('missing-head', { district: areaName(recap.area) }),
      ...lacking.map((part, i) => missingRow(part, i + 1)),
      notUsing(recap),
      lacking.length > 0 && say('above-drill', { number: lacking.length }),
    ),
    context,
  };
}

/** What a part lacks, as the list of a reminder or of /belum has it. */
function missingRow(part: PartSummary, number: number): Markup {
  const missing = unitsOf(part) - part.established;
  const silent = part.villages - part.reporting;
  const row = say('above-missing', { number, name: literal(part.name), missing });
  return silent > 0 ? say('above-missing-silent', { row, silent }) : row;
}
