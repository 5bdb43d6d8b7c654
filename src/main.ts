import { DamagedFile } from './damaged-file.ts';

try {
  // Loaded here, so that a damaged file is told of however early it is read.
  const { run } = await import('./cli/command-line.ts');
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof DamagedFile)) throw error;
  process.stderr.write(`${error.message}\n`);
  // As in exit.ts: only the owner can help.
  process.exit(2);
}
