import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../app/config.ts';
import { exitWith } from '../app/exit.ts';
import { redact } from '../log.ts';
import { TABLES as SIMULATOR_TABLES } from '../simulator/transcript-tables.ts';
import { backUp } from '../store/backup.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

// `npm run backup FILE` copies the present database into one file while the bot keeps running.
const { DATABASE_URL } = loadConfig();
const [to = ''] = process.argv.slice(2);
if (to === '') exitWith(2, plain(say('cli-backup-usage')));
if (existsSync(to)) exitWith(1, plain(say('cli-backup-exists', { file: literal(to) })));
if (!existsSync(DATABASE_URL)) exitWith(1, plain(say('cli-backup-missing', { file: literal(DATABASE_URL) })));
const flaw = await backUp(DATABASE_URL, to, SIMULATOR_TABLES).catch((error) =>
  exitWith(
    1,
    plain(say('cli-backup-failed', { file: literal(DATABASE_URL), reason: literal(redact(String(error))) })),
  ),
);
if (flaw) exitWith(1, plain(say(`cli-backup-${flaw}`, { file: literal(DATABASE_URL) })));
process.stdout.write(`${plain(say('cli-backup-done', { file: literal(resolve(to)) }))}\n`);
