import { defineCommand, type InDistrict, type Reply, villageOf } from '../src/command.ts';
import {
  type Content,
  type Markup,
  plain,
  type RecapFile,
  type RecapHistory,
  type RecapTable,
} from '../src/content.ts';
import { roleName } from '../src/phrases.ts';
import { changeToday, recapTable } from '../src/recap/table.ts';
import { recapHead, recapText } from '../src/recap/text.ts';
import { fillInLists } from '../src/reporting/fill-in-list.ts';

/** The ledger's newest rows that a workbook holds. */
const HISTORY_ROWS = 2000;

const FILES: Readonly<Record<string, RecapFile['as']>> = {
  gambar: 'png',
  foto: 'png',
  png: 'png',
  xlsx: 'xlsx',
  excel: 'xlsx',
  pdf: 'pdf',
};

/** One line a village, those that are behind first; or as a picture, a workbook, a page, or the group's fill-in list. */
export const rekap = defineCommand({
  name: 'rekap',
  menu: 'anywhere',
  needs: 'kecamatan',
  who: () => true,
  run(words, context) {
    const { store, here, now } = context;
    const recap = recapTable(store, here, now);
    const as = FILES[words.toLowerCase()];
    if (words.toLowerCase() === 'daftar') return fillIn(context, recap);
    const text = recapText(recap, changeToday(store, here, recap));
    return { answer: as ? recapFile(context, recap, as, text) : { text } };
  },
});

function fillIn({ message }: InDistrict, recap: RecapTable): Reply {
  const [answer, ...more] = fillInLists(recap);
  return { ...(answer && { answer }), also: more.map((content) => ({ to: message.chat, content })) };
}

const recapFile = (
  context: InDistrict,
  recap: RecapTable,
  as: RecapFile['as'],
  instead: Markup,
): Content => ({
  text: recapHead(recap),
  file: { as, recap: as === 'xlsx' ? { ...recap, history: history(context) } : recap, instead },
});

const history = ({ store, here }: InDistrict): readonly RecapHistory[] =>
  store.ledger.history(here.area.code, HISTORY_ROWS).map((report) => ({
    at: report.recordedAt,
    village: villageOf(here, report.village)?.name ?? report.village,
    unit: report.unit,
    status: report.status,
    by: plain(roleName(report.role)),
    reversed: report.reversedAt !== null,
  }));
