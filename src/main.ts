import { run } from './cli/command-line.ts';

await run(process.argv.slice(2));
