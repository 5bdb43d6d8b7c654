import { loadConfig } from '../app/config.ts';
import { openAlone } from '../app/database.ts';
import { workOrExit } from '../app/exit.ts';
import { literal } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { printSaid } from './shared/print.ts';

/** Counts again from the ledger what recaps above the kecamatan add up, and says what was counted wrongly. */
export async function run(): Promise<void> {
  const config = loadConfig();
  const { store, close } = await openAlone(config);
  const wrong = await workOrExit(config.DATABASE_URL, () => store.transaction((tx) => tx.counters.rebuild()));
  close();
  const text =
    wrong.length === 0
      ? say('cli-recount-right')
      : say('cli-recount-mended', { count: wrong.length, districts: literal(wrong.join(', ')) });
  await printSaid(text);
}
