import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Those of what the bot is made of that may be given on under the GPL-3.0. */
const COMPATIBLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'GPL-3.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'OFL-1.1', // the font, which goes into files as it is
  'Zlib',
]);

/** Its package.json names no licence; the file LICENSE in it holds this one. */
const STATED_IN_A_FILE: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };

interface Installed {
  readonly dev?: true;
  readonly license?: string;
}

const compatible = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => COMPATIBLE.has(licence)));

it('each package that the bot runs with has a licence which goes together with its own', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Installed>;
  };
  const running = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const licences = running.map(([path, { license }]) => [path, license ?? STATED_IN_A_FILE[path] ?? 'none']);
  expect(licences.length).toBeGreaterThan(50);
  expect(licences.filter(([, licence]) => !compatible(licence!))).toEqual([]);
  for (const [path, licence] of Object.entries(STATED_IN_A_FILE))
    expect(readFileSync(`${path}/LICENSE`, 'utf8')).toMatch(new RegExp(`^${licence} License`));
});
