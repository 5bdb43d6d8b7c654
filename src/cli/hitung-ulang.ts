import { loadConfig } from '../app/config.ts';
import { exitWith, openOrExit } from '../app/exit.ts';
import { holdAlone } from '../store/lock.ts';
import { openStore } from '../store/store.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

/** Counts again from the ledger what recaps above the kecamatan add up, and says what was counted wrongly. */
export function run(): void {
  const { DATABASE_URL: file } = loadConfig();
  const release = holdAlone(file) ?? exitWith(1, plain(say('cli-database-twice', { file: literal(file) })));
  const store = openOrExit(file, () => openStore(file));
  const wrong = store.transaction((tx) => tx.counters.rebuild());
  store.close();
  release();
  const text =
    wrong.length === 0
      ? say('cli-recount-right')
      : say('cli-recount-mended', { count: wrong.length, districts: literal(wrong.join(', ')) });
  process.stdout.write(`${plain(text)}\n`);
}
