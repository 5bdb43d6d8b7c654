import { loadConfig } from '../app/config.ts';
import { exitWith } from '../app/exit.ts';
import { holdAlone } from '../store/lock.ts';
import { openStore } from '../store/store.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

// `npm run hitung-ulang` counts again from the ledger what recaps above the kecamatan add up, and says what was counted wrongly.
const { DATABASE_URL } = loadConfig();
const release =
  holdAlone(DATABASE_URL) ?? exitWith(1, plain(say('cli-database-twice', { file: literal(DATABASE_URL) })));
const store = openStore(DATABASE_URL);
const wrong = store.transaction((tx) => tx.counters.rebuild());
store.close();
release();
const text =
  wrong.length === 0
    ? say('cli-recount-right')
    : say('cli-recount-mended', { count: wrong.length, districts: literal(wrong.join(', ')) });
process.stdout.write(`${plain(text)}\n`);
