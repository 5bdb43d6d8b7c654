import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

/** The oldest Node that the native part of better-sqlite3 13 runs on; an older one dies of a segmentation fault. */
const OLDEST_MAJOR = 22;

// Built into each program: it runs before anything else of ours.
if (Number.parseInt(process.versions.node, 10) < OLDEST_MAJOR) {
  const versions = { version: literal(process.versions.node), oldest: OLDEST_MAJOR };
  process.stderr.write(`${plain(say('cli-node', versions))}\n`);
  process.exit(2);
}
