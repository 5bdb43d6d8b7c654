// Loaded into each bot (and its threads) that is measured: tells what its process has used so far, whenever it is asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const delay = monitorEventLoopDelay({ resolution: 1 });
if (process.env.METER_DELAY && isMainThread) delay.enable();

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({
    cpuMs: (user + system) / 1000,
    rss: process.memoryUsage.rss(),
    longestBlockMs: delay.max / 1e6,
  });
  delay.reset();
});
process.channel?.unref();
