import { commandName } from '../app/command-name.ts';
import { loadConfig } from '../app/config.ts';
import { exitWith } from '../app/exit.ts';
import { systemClock } from '../domain/clock.ts';
import { createLog } from '../log.ts';
import { trialDeadline } from '../simulator/moments.ts';
import { playFortnight, startOfFortnight } from '../simulator/play.ts';
import { deleteWorld } from '../simulator/playground.ts';
import { openWorld, SIMULATOR_FILE, TIME_ZONE } from '../simulator/world.ts';
import { holdAlone } from '../store/lock.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

/** Fills the simulator with a fortnight of reports; its clock then stands on the morning before H-3. */
export async function run(): Promise<void> {
  const config = loadConfig();
  if (!holdAlone(SIMULATOR_FILE)) exitWith(1, plain(say('cli-simulator-twice')));
  deleteWorld(SIMULATOR_FILE);
  const deadline = trialDeadline(systemClock(), TIME_ZONE);
  const settings = { deadline, reminderDays: [30, 14, 7, 3, 1, 0], reminderCron: '0 8 * * *' };
  const log = createLog(config.LOG_LEVEL === 'info' ? 'error' : config.LOG_LEVEL);
  const world = openWorld({ file: SIMULATOR_FILE, settings, log, startAt: startOfFortnight(deadline) });
  await world.start();
  await playFortnight(world, deadline);
  await world.stop();
  const address = literal(`http://${config.HTTP_HOST}:${config.HTTP_PORT}`);
  process.stdout.write(`${plain(say('cli-demo', { address, command: commandName('simulasi') }))}\n`);
  process.exit(0);
}
