// Loaded into each bot (and its threads) that is measured: tells what its process has used so far, whenever it is asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const delay = monitorEventLoopDelay({ resolution: 1 });
if (process.env.METER_DELAY && isMainThread) delay.enable();

const answers = {
  usage() {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() };
  },
  longestBlock() {
    const ms = delay.max / 1e6;
    delay.reset();
    return ms;
  },
};
process.on('message', (what) => process.send(answers[what]()));
process.channel?.unref();
