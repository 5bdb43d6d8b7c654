import { loadConfig } from '../app/config.ts';
import * as simulator from '../simulator/process.ts';
import { endUnwritten } from './shared/print.ts';

/** The simulator, whatever is configured. */
export async function run(): Promise<void> {
  // Nobody would know its address.
  process.stdout.once('error', endUnwritten);
  await simulator.run(loadConfig());
}
