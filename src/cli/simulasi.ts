import { loadConfig } from '../app/config.ts';
import * as simulator from '../simulator/process.ts';

/** The simulator, whatever is configured. */
export const run = (): Promise<void> => simulator.run(loadConfig());
