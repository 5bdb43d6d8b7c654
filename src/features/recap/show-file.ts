import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { findUpperScope } from '../../bot/scope.ts';
import { type AreaRecap, isUsing } from '../../domain/area-recap.ts';
import { area } from '../../domain/areas.ts';
import { type DistrictScope, isDistrictScope, type UpperScope, villageOf } from '../../domain/district.ts';
import type { RecapAct, RecapHistory } from '../../domain/progress.ts';
import { weekEnd } from '../../domain/weeks.ts';
import type { AreaFile, FileContent, RecapFile } from '../../text/content.ts';
import { type Markup, plain } from '../../text/markup.ts';
import { roleName } from '../../text/phrases.ts';
import { ranked } from './area-outline.ts';
import { areaRecap } from './area-snapshot.ts';
import { type RecapText, recapCaption, recapHead, recapText } from './message.ts';
import { onTime } from './show-text.ts';
import { districtRecap, recapTable } from './snapshot.ts';

/** A workbook holds so many of the newest rows of the ledger, and of the acts. */
export const HISTORY_ROWS = 2000;

interface Wanted {
  readonly as: RecapFile['as'];
  /** The most advanced first. */
  readonly isRanked: boolean;
  /** What was decided in a kecamatan, for its workbook. */
  readonly actsIn: (here: DistrictScope) => readonly RecapAct[];
}

/** The recap as a file, which is gone down from as from the text. */
export function showFile(context: MessageContext, scope: DistrictScope | UpperScope, wanted: Wanted): Reply {
  const { file, text, about } = isDistrictScope(scope)
    ? districtFile(context, scope, wanted)
    : areaFile(context, scope, wanted);
  return {
    answer: { text, file },
    context: { ...about, ...villagesBelow(context, scope) },
    ...(!isDistrictScope(scope) && { awaitsAnswer: true }),
  };
}

/** A file, the text beside it, and what a reply to it is about. */
interface ShownFile {
  readonly file: FileContent;
  readonly text: Markup;
  readonly about: RecapText['context'];
}

/** The file of a kecamatan; a workbook has its ledger and what was decided too, up to the recap's moment. */
function districtFile(
  context: MessageContext,
  here: DistrictScope,
  { as, isRanked, actsIn }: Wanted,
): ShownFile {
  const recap = districtRecap(context.tx, here, context.now, context.week);
  const { text: instead, context: about } = recapText(recap, { isRanked });
  const shown = as === 'xlsx' ? { ...recap, history: history(context, here), acts: actsIn(here) } : recap;
  const text = as === 'png' ? recapCaption(recap) : recapHead(recap);
  return { file: { as, recap: shown, instead }, text, about };
}

/** The file of an area above the kecamatan; a workbook has the levels below too. */
function areaFile(context: MessageContext, scope: UpperScope, { as, isRanked }: Wanted): ShownFile {
  const found = areaRecap(context.tx, scope, context.now, context.week);
  const { text: instead, context: about } = recapText(
    { ...found, onTime: onTime(context, scope) },
    { isRanked },
  );
  const recap = isRanked ? { ...found, parts: ranked(found.parts) } : found;
  const below = as === 'xlsx' && { below: levelsBelow(context, recap) };
  const text = as === 'png' ? recapCaption(recap) : recapHead(recap);
  return { file: { as, area: recap, ...below, instead }, text, about };
}

/** In a file the villages of a kecamatan have numbers. In its own group a number is a unit; from above it opens a village. */
const villagesBelow = ({ above }: MessageContext, scope: DistrictScope | UpperScope) =>
  above && isDistrictScope(scope) ? { parts: scope.area.villages.map(({ code }) => code) } : {};

/** What a workbook shows below the parts of an area: of a kabupaten all villages, also where the bot is not used, of others the parts of the parts. */
function levelsBelow({ tx, now, week }: MessageContext, recap: AreaRecap): NonNullable<AreaFile['below']> {
  return recap.area.level === 'regency'
    ? {
        villages: recap.parts.flatMap(({ code }) => {
          const found = area(code);
          return found ? [recapTable(tx, { ...recap, area: found, opened: recap }, now, week)] : [];
        }),
      }
    : {
        parts: recap.parts.filter(isUsing).flatMap(({ code }) => {
          const scope = findUpperScope(tx, code);
          return scope ? [areaRecap(tx, scope, now, week)] : [];
        }),
      };
}

const history = ({ tx, week }: MessageContext, here: DistrictScope): readonly RecapHistory[] =>
  tx.ledger.history(here.area.code, HISTORY_ROWS, week && weekEnd(week)).map((report) => ({
    at: report.recordedAt,
    village: villageOf(here, report.village)?.name ?? report.village,
    unit: report.unit,
    status: report.status,
    by: plain(roleName(report.role, report.village)),
    reversed: report.reversedAt !== null,
  }));
