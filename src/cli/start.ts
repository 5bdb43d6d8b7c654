import { type Config, loadConfig } from '../app/config.ts';
import { workOrExit } from '../app/exit.ts';
import { checkAreas } from '../domain/areas.ts';
import type { WebServer } from '../web/server.ts';

/**
 * The platforms that are configured. With none, the simulator, and beside it a page that sets the bot up: once it has, the bot takes the
 * simulator's place.
 */
export async function run(): Promise<void> {
  // An output that cannot be written, to a full disk, ends nothing.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
  // Without it no message of a group could be dealt with.
  checkAreas();
  const config = loadConfig();
  if (config.TELEGRAM_BOT_TOKEN !== undefined || config.WHATSAPP === 'on') return runBot(config);
  const { createSetup } = await import('../app/setup.ts');
  const setup = createSetup(config);
  const simulator = await (await import('../simulator/process.ts')).run(config, setup);
  await setup.done;
  await runBot(loadConfig(), await simulator.handOver());
}

async function runBot(config: Config, web?: WebServer): Promise<void> {
  const bot = await import('../app/process.ts');
  await workOrExit(config.DATABASE_URL, () => bot.run(config, web));
}
