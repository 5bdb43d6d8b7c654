import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ChatAdapter } from '../src/adapters/adapter.ts';
import { NEEDS_OWNER } from '../src/app/exit.ts';
import { systemClock } from '../src/domain/clock.ts';
import { openStore } from '../src/store/store.ts';
import { createMetrics } from '../src/web/metrics.ts';

const read = (name: string) => readFileSync(`deploy/${name}`, 'utf8');

it('the unit leaves a bot stopped that needs its owner, by the code that it ends with', () => {
  expect(read('kopdes-bot.service')).toMatch(new RegExp(`^RestartPreventExitStatus=${NEEDS_OWNER}$`, 'm'));
});

it('alerts and dashboard ask for figures that there are', () => {
  const there = new Set(readFileSync('src/web/metrics.ts', 'utf8').match(/\b(?:kopdes|process)_[a-z_]+/g));
  for (const name of ['alerts.yml', 'grafana.json']) {
    const asked = new Set(read(name).match(/\b(?:kopdes|process)_[a-z_]+/g));
    expect(asked.size).toBeGreaterThan(4);
    expect([...asked].filter((metric) => !there.has(metric))).toEqual([]);
  }
});

it('a platform that was never heard from counts as silent without end, so that the alert tells of it', async () => {
  const store = openStore(':memory:');
  const never = { name: 'telegram', lastContact: () => undefined } as ChatAdapter;
  const metrics = await createMetrics({ store, platforms: [never], clock: systemClock }).metrics();
  store.close();
  expect(metrics).toMatch(/^kopdes_platform_contact_age_seconds\{platform="telegram"\} \+Inf$/m);
});

it('the image holds what the package holds of the program', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
  const copied = [...read('Dockerfile').matchAll(/^COPY --from=build .*\/opt\/kopdes-bot\/(\S+) \S+$/gm)];
  const holds = (file: string) => copied.some(([, path]) => file === path || file.startsWith(`${path}/`));
  const program = files.filter((file) => /^(bin|dist|data|locales|src)\b/.test(file));
  expect(program.filter((file) => !holds(file))).toEqual([]);
});
