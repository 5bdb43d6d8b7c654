import type { Log } from '../log.ts';
import { createGuard, type Guard } from '../web/guard.ts';
import type { Config } from './config.ts';
import { isChosenInBrowser } from './saved-settings.ts';

/** The guard of a process's pages, by its settings. */
export const guardOf = (config: Config, log: Log): Guard =>
  createGuard({
    host: config.HTTP_HOST,
    password: config.WEB_PASSWORD,
    isChosenInBrowser: isChosenInBrowser(config.WEB_PASSWORD, config.DATABASE_URL),
    elapsed: () => performance.now(),
    log,
  });
