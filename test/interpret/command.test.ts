import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const run = (input: string, ...words: string[]) =>
  spawnSync(process.execPath, ['dist/main.js', 'interpret', ...words], { input, encoding: 'utf8' });

const CASE = {
  id: '1',
  text: 'sdh kantor',
  mode: 'addressed',
  sender: { role: 'kades', village: 'Petani' },
  villages: ['Petani', 'Bumbung'],
};

it('answers a message a line, empty lines left out', () => {
  const { stdout, status } = run(`${JSON.stringify(CASE)}\n\n`);
  expect(JSON.parse(stdout)).toEqual({
    id: '1',
    kind: 'report',
    reports: [{ village: 'Petani', unit: 'kantor', status: 'berdiri' }],
  });
  expect(status).toBe(0);
});

it.each(['kantor sdh', '{"text":"kantor sdh"}', '7', 'null'])(
  'says what it expects instead of %s',
  (line) => {
    const { stdout, stderr, status } = run(`${line}\n`);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toMatch(/^line 1: expected one message a line as JSON/);
  },
);

it('says what it expects instead of other words', () => {
  expect(run('', 'kantor', 'sdh').status).toBe(2);
  expect(run('', '--explain').stderr).toMatch(/^expected/);
});
