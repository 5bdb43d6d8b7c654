import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { deadLinks } from './links.ts';

const read = (file: string) => readFileSync(file, 'utf8');
/** The commands in the first column of a page's tables. */
const commandsIn = (file: string) =>
  new Set(
    read(file)
      .split('\n')
      .filter((line) => line.startsWith('| `/'))
      .flatMap((line) => [...line.split(' | ')[0]!.matchAll(/`\/([a-z_]+)/g)].map(([, name]) => name!)),
  );
const names = commands.map(({ name }) => name);

it.each(['README.md', 'docs/commands.md'])('%s has a row for every command that people type', (file) => {
  const shown = names.filter((name) => name !== 'tetap');
  expect([...commandsIn(file)].toSorted()).toEqual(shown.toSorted());
});

const GUIDES = readdirSync('docs/panduan').map((file) => `docs/panduan/${file}`);

it.each(['README.id.md', ...GUIDES])('%s names no command that there is not', (file) => {
  expect([...commandsIn(file)].filter((name) => !names.includes(name))).toEqual([]);
});

it('names one version in package, lock file, changelog and guide', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const lock = JSON.parse(read('package-lock.json')) as { version: string; packages: Record<string, object> };
  expect([lock.version, lock.packages['']]).toEqual([version, expect.objectContaining({ version })]);
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${version}, \\d{4}-\\d\\d-\\d\\d$`, 'm'));
  expect(read('docs/pasang.md')).toContain(`misalnya \`${version}\``);
});

it('has commands for npm that every system understands: cmd.exe knows no NAME=value before one', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(Object.values(scripts).filter((script) => /(?:^|&& )\w+=/.test(script))).toEqual([]);
});

it('can be read in five minutes', () => {
  const readme = read('README.md');
  expect(readme.split('\n').length).toBeLessThanOrEqual(150);
  // At 280 words a minute.
  expect(readme.split(/\s+/).length).toBeLessThanOrEqual(1400);
});

it.each(GUIDES)('%s is read in three minutes', (file) => {
  expect(read(file).split(/\s+/).length).toBeLessThanOrEqual(600);
});

const PAGES = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file}`);

it.each(['README.md', 'README.id.md', 'CONTRIBUTING.md', 'SECURITY.md', ...PAGES])(
  '%s links to what there is',
  (file) => {
    expect(deadLinks('.', file)).toEqual([]);
  },
);
