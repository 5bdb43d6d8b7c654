import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

/** What they do at installing, which `.npmrc` forbids, and why nothing is missed: SECURITY.md. */
const INSTALL_SCRIPTS = ['@whiskeysockets/baileys', 'esbuild', 'protobufjs'];

interface Installed {
  readonly version: string;
  readonly dev?: true;
  readonly license?: string;
  readonly hasInstallScript?: true;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Installed>;
};
const running = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const compatible = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => COMPATIBLE.has(licence)));

it('each package that the bot runs with has a licence which goes together with its own', () => {
  const licences = running.map(([path, { license }]) => [path, license ?? STATED_IN_A_FILE[path] ?? 'none']);
  expect(licences.length).toBeGreaterThan(50);
  expect(licences.filter(([, licence]) => !compatible(licence!))).toEqual([]);
  for (const [path, licence] of Object.entries(STATED_IN_A_FILE))
    expect(readFileSync(`${path}/LICENSE`, 'utf8')).toMatch(new RegExp(`^${licence} License`));
});

it('no package has an install script but those that SECURITY.md explains', () => {
  const having = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(having.map(([path]) => nameOf(path)).sort()).toEqual(INSTALL_SCRIPTS);
  const explained = readFileSync('SECURITY.md', 'utf8');
  expect(INSTALL_SCRIPTS.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
  expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
});

interface Component {
  readonly purl: string;
  readonly hashes?: readonly unknown[];
  readonly properties: readonly { readonly name: string }[];
}

it('the list of packages has each one that the bot runs with, and its checksum', () => {
  const list = JSON.parse(execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8' })) as {
    bomFormat: string;
    components: readonly Component[];
  };
  expect(list.bomFormat).toBe('CycloneDX');
  const forDevelopment = ({ properties }: Component) =>
    properties.some(({ name }) => name === 'cdx:npm:package:development');
  const listed = list.components.filter((component) => !forDevelopment(component));
  const installed = running.filter(([path]) => existsSync(path));
  const purl = ([path, { version }]: [string, Installed]) =>
    `pkg:npm/${nameOf(path).replace('@', '%40')}@${version}`;
  expect(new Set(listed.map((component) => component.purl))).toEqual(new Set(installed.map(purl)));
  expect(listed.filter(({ hashes }) => !hashes?.length)).toEqual([]);
});
