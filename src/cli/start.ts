import { loadConfig } from '../app/config.ts';

/** With nothing configured the simulator alone; otherwise the platforms, and nothing of the simulator. */
export async function run(): Promise<void> {
  const config = loadConfig();
  const isConfigured = config.TELEGRAM_BOT_TOKEN !== undefined || config.WHATSAPP === 'on';
  const program = await (isConfigured ? import('../app/process.ts') : import('../simulator/process.ts'));
  await program.run(config);
}
