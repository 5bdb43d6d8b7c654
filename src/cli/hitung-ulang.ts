import { loadConfig } from '../app/config.ts';
import { exitWith, exitWithoutDatabase } from '../app/exit.ts';
import { redact } from '../log.ts';
import { takeTenure } from '../store/tenure.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

/** Counts again from the ledger what recaps above the kecamatan add up, and says what was counted wrongly. */
export async function run(): Promise<void> {
  const { DATABASE_URL: url } = loadConfig();
  const { store, release } =
    (await takeTenure(url).catch((error) => exitWithoutDatabase(url, error))) ??
    exitWith(1, plain(say('cli-database-twice', { file: literal(redact(url)) })));
  const wrong = store.transaction((tx) => tx.counters.rebuild());
  store.close();
  release();
  const text =
    wrong.length === 0
      ? say('cli-recount-right')
      : say('cli-recount-mended', { count: wrong.length, districts: literal(wrong.join(', ')) });
  process.stdout.write(`${plain(text)}\n`);
}
