import { loadConfig } from '../app/config.ts';
import * as simulator from '../simulator/process.ts';

/** The simulator, whatever is configured. */
export async function run(): Promise<void> {
  await simulator.run(loadConfig());
}
