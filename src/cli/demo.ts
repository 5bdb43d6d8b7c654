import { loadConfig } from '../app/config.ts';
import { exitWith } from '../app/exit.ts';
import { systemClock } from '../domain/clock.ts';
import { createLog } from '../log.ts';
import { nextDeadline } from '../simulator/moments.ts';
import { beginOf, play } from '../simulator/play.ts';
import { clear } from '../simulator/playground.ts';
import { FILE, openWorld, ZONE } from '../simulator/world.ts';
import { holdAlone } from '../store/lock.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

// `npm run demo`: the simulator with a fortnight of reports in it, the morning before H-3.
const config = loadConfig();
if (!holdAlone(FILE)) exitWith(1, plain(say('cli-simulator-twice')));
clear(FILE);
const deadline = nextDeadline(systemClock(), ZONE);
const settings = { deadline, reminderDays: [30, 14, 7, 3, 1, 0], reminderCron: '0 8 * * *' };
const log = createLog(config.LOG_LEVEL === 'info' ? 'error' : config.LOG_LEVEL);
const world = openWorld({ file: FILE, settings, log, begin: beginOf(deadline) });
await world.start();
await play(world, deadline);
await world.stop();
const address = `http://${config.HTTP_HOST}:${config.HTTP_PORT}`;
process.stdout.write(`${plain(say('cli-demo', { address: literal(address) }))}\n`);
process.exit(0);
