import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The clock of a town, which the bot's process follows by a file (see `preload/clock.mjs`). */
export function createTownClock(folder: string, start: string) {
  const file = join(folder, 'clock');
  let ahead = 0;
  const set = (moment: string): void => {
    ahead = Date.parse(moment) - Date.now();
    writeFileSync(file, `${ahead}`);
  };
  set(start);
  return {
    file,
    set,
    /** Milliseconds since 1970, as the bot's clock shows them. */
    now: (): number => Date.now() + ahead,
  };
}
