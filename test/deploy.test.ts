import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NEEDS_OWNER } from '../src/app/exit.ts';

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

it('the image holds what the package holds of the program', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
  const copied = [...read('Dockerfile').matchAll(/^COPY --from=build .*\/opt\/kopdes-bot\/(\S+) \S+$/gm)];
  const holds = (file: string) => copied.some(([, path]) => file === path || file.startsWith(`${path}/`));
  const program = files.filter((file) => /^(bin|dist|data|locales|src)\b/.test(file));
  expect(program.filter((file) => !holds(file))).toEqual([]);
});
