import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { villageOf } from '../src/domain/district.ts';
import type { RecapAct, RecapHistory, RecapTable } from '../src/domain/progress.ts';
import { actInWords } from '../src/features/members/acts.ts';
import { recapHead, recapText } from '../src/features/recap/message.ts';
import { changeToday, recapTable } from '../src/features/recap/snapshot.ts';
import { fillInLists } from '../src/features/reports/fill-in-list.ts';
import type { Content, RecapFile } from '../src/text/content.ts';
import { type Markup, plain } from '../src/text/markup.ts';
import { kecamatan, roleName } from '../src/text/phrases.ts';

/** A workbook holds so many of the newest rows of the ledger, and of the acts. */
const HISTORY_ROWS = 2000;

const FILES: Readonly<Record<string, RecapFile['as']>> = {
  gambar: 'png',
  foto: 'png',
  png: 'png',
  xlsx: 'xlsx',
  excel: 'xlsx',
  pdf: 'pdf',
};

/** Shows the recap, a line for each village, those that are behind first; or a picture, a workbook, a page or the fill-in list. */
export const rekap = defineCommand({
  name: 'rekap',
  slashless: 'line',
  aliases: ['recap', 'rekapan', 'rekapitulasi'],
  anonymous: true,
  menu: 'anywhere',
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  run(words, context) {
    const { tx, here, now } = context;
    const recap = recapTable(tx, here, now);
    const as = FILES[words.toLowerCase()];
    if (words.toLowerCase() === 'daftar') return fillIn(context, recap);
    const text = recapText(recap, changeToday(tx, here, recap));
    return { answer: as ? recapFile(context, recap, as, text) : { text } };
  },
});

function fillIn({ message }: DistrictContext, recap: RecapTable): Reply {
  const [answer, ...more] = fillInLists(recap);
  return { ...(answer && { answer }), followUps: more.map((content) => ({ to: message.chat, content })) };
}

const recapFile = (
  context: DistrictContext,
  recap: RecapTable,
  as: RecapFile['as'],
  instead: Markup,
): Content => ({
  text: recapHead(recap),
  file: {
    as,
    recap: as === 'xlsx' ? { ...recap, history: history(context), acts: acts(context) } : recap,
    instead,
  },
});

const acts = ({ tx, here }: DistrictContext): readonly RecapAct[] =>
  tx.acts.within(here.area.code, HISTORY_ROWS).map((act) => ({
    at: act.at,
    area: villageOf(here, act.area)?.name ?? plain(kecamatan(here.area)),
    ...actInWords(act),
  }));

const history = ({ tx, here }: DistrictContext): readonly RecapHistory[] =>
  tx.ledger.history(here.area.code, HISTORY_ROWS).map((report) => ({
    at: report.recordedAt,
    village: villageOf(here, report.village)?.name ?? report.village,
    unit: report.unit,
    status: report.status,
    by: plain(roleName(report.role, report.village)),
    reversed: report.reversedAt !== null,
  }));
