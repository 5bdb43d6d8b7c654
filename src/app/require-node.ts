/** The oldest Node that the native part of better-sqlite3 13 runs on; an older one dies of a segmentation fault. */
const OLDEST_MAJOR = 22;

// Built into each program: it runs before anything else of ours, so it needs nothing of that, the locale neither.
if (Number.parseInt(process.versions.node, 10) < OLDEST_MAJOR) {
  process.stderr.write(
    `Node ${process.versions.node} sudah usang untuk bot ini. Pakai node_modules/.bin/node, yang terpasang bersamanya, atau Node ${OLDEST_MAJOR} ke atas.\n`,
  );
  process.exit(2);
}
