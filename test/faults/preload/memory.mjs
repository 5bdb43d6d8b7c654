// For a bot in a process of its own (`node --import`): on SIGUSR2 it throws away what it can, and says in bytes what is left.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

let times = 0;
process.on('SIGUSR2', () => {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.stderr.write(`${JSON.stringify({ memory: ++times, held: heapUsed + external, resident: rss })}\n`);
});
