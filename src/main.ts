import { loadConfig } from './app/config.ts';

// With nothing configured, or when asked for, the simulator alone; otherwise the platforms, and nothing of the simulator.
const config = loadConfig();
const configured = config.TELEGRAM_BOT_TOKEN !== undefined || config.WHATSAPP === 'on';
const simulate = process.argv.includes('--simulasi') || !configured;
const { run } = await (simulate ? import('./simulator/process.ts') : import('./app/process.ts'));
await run(config);
