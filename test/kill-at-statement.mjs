// Ends the process the hard way before its nth change of a schema or pragma.
import Database from 'better-sqlite3';

let left = Number(process.env.STEP);
for (const name of ['exec', 'pragma']) {
  const real = Database.prototype[name];
  Database.prototype[name] = function (...args) {
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
    return real.apply(this, args);
  };
}
