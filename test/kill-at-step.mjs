// Ends the process the hard way before its nth change to files.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.STEP);
for (const name of ['openSync', 'writeSync', 'renameSync', 'rmSync', 'fsyncSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();
