import { existsSync } from 'node:fs';
import { root } from '../paths.ts';
import { literal, type Markup } from '../text/markup.ts';

/** How a person starts a subcommand here: through npm in a checkout of the project, by its own name where it was installed. */
export const commandName = (subcommand: string): Markup =>
  literal(existsSync(`${root}build.mjs`) ? `npm run --silent ${subcommand} --` : `kopdes-bot ${subcommand}`);
