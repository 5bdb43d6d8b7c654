import {
  type AreaRecap,
  hasReports,
  isPartComplete,
  isUsing,
  type RecapPart,
  unitsOf,
} from '../../domain/area-recap.ts';
import {
  hasReported,
  isComplete,
  lackingAlike,
  type RecapTable,
  type RecapVillage,
} from '../../domain/progress.ts';
import { STATUSES, UNITS } from '../../domain/units.ts';
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
export function areaMissing(recap: AreaRecap): RecapText {
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

/** What a part lacks, as the list of a reminder or of /belum has it: what does not stand apart from what nobody reported. */
function missingRow(part: RecapPart, number: number): Markup {
  const name = literal(part.name);
  if (!hasReports(part)) return say('above-part-silent', { number, name });
  const reported = sumOf(UNITS, (unit) => sumOf(STATUSES, (status) => part.units[unit][status]));
  const lacking = reported - part.established;
  return say('above-missing', { number, name, what: missingWords(lacking, unitsOf(part) - reported) });
}

function missingWords(lacking: number, unreported: number): Markup {
  if (unreported === 0) return say('above-missing-lacking', { n: lacking });
  return lacking === 0
    ? say('above-missing-unreported', { n: unreported })
    : say('above-missing-both', { lacking, unreported });
}

const sumOf = <Each>(all: readonly Each[], count: (each: Each) => number): number =>
  all.reduce((sum, each) => sum + count(each), 0);
