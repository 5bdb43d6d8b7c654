import { existsSync } from 'node:fs';
import { root } from '../paths.ts';
import { literal, type Markup } from '../text/markup.ts';

const isCheckout = (): boolean => existsSync(`${root}build.mjs`);

/** How a person starts a subcommand here, which arguments follow: through npm in a checkout of the project, by its own name where it was installed. */
export const commandName = (subcommand: string): Markup =>
  literal(isCheckout() ? `npm run --silent ${subcommand} --` : `kopdes-bot ${subcommand}`);

/** The same without arguments. */
export const commandAlone = (subcommand: string): Markup =>
  literal(isCheckout() ? `npm run ${subcommand}` : `kopdes-bot ${subcommand}`);
