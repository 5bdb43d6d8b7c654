// Loaded into each bot (and its threads) that is measured: tells what its process has used so far, whenever it is asked.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() });
});
process.channel?.unref();
