import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Figure, json, table } from './figures.ts';
import { above } from './works/above.ts';
import { footprint } from './works/footprint.ts';
import { nation } from './works/nation.ts';
import { numbers } from './works/numbers.ts';
import { recap } from './works/recap.ts';
import { reminders } from './works/reminders.ts';
import { sameMoment } from './works/same-moment.ts';
import { sideBySide } from './works/side-by-side.ts';

const WORKS = {
  'side-by-side': sideBySide,
  recap,
  reminders,
  'same-moment': sameMoment,
  footprint,
  nation,
  numbers,
  above,
};
const RESULT = 'bench.json';

// `npm run bench`, or some of it: `npm run bench -- recap`.
const asked = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, work] of Object.entries(WORKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  figures.push(...(await work()));
}
writeFileSync(RESULT, json(figures));
process.stdout.write(
  `${table(figures)}\n\nNode ${process.version}, ${availableParallelism()} cores; written to ${RESULT}\n`,
);
process.exit(0);
