import { commandAlone } from '../app/command-name.ts';
import { loadConfig } from '../app/config.ts';
import { exitWith, FAILED } from '../app/exit.ts';
import { createLog } from '../log.ts';
import { isReal, SIMULATOR_FILE } from '../simulator/file.ts';
import { deleteWorld, openFortnight } from '../simulator/playground.ts';
import { holdAlone } from '../store/lock.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { printSaid } from './shared/print.ts';

/** Fills the simulator with a fortnight of reports; its clock then stands on the morning before H-3. */
export async function run(): Promise<void> {
  const config = loadConfig();
  if (!holdAlone(SIMULATOR_FILE)) exitWith(FAILED, plain(say('cli-simulator-twice')));
  if (isReal(SIMULATOR_FILE))
    exitWith(FAILED, plain(say('cli-simulator-real', { file: literal(SIMULATOR_FILE) })));
  deleteWorld(SIMULATOR_FILE);
  const settings = { deadline: undefined, reminderDays: [30, 14, 7, 3, 1, 0], reminderCron: '0 8 * * *' };
  const log = createLog(config.LOG_LEVEL === 'info' ? 'error' : config.LOG_LEVEL);
  const world = await openFortnight({ file: SIMULATOR_FILE, settings, log });
  await world.stop();
  const address = literal(`http://${config.HTTP_HOST}:${config.HTTP_PORT}`);
  await printSaid(say('cli-demo', { address, command: commandAlone('simulasi') }));
  process.exit(0);
}
