import { existsSync } from 'node:fs';
import { type Config, ConfigError, readConfig } from './config.ts';
import { plain } from './content.ts';
import { say } from './text.ts';

/** For programs: the configuration from `.env` and the environment; a wrong one is named on stderr and ends the process with 2. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return exitWith(2, `${plain(say('cli-config'))}\n${error.message}`);
  }
}

/** Says a last word on stderr and ends the process. */
export function exitWith(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
