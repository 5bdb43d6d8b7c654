import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';

const source = readFileSync('locales/id.ftl', 'utf8');
const messages = parse(source, {}).body.filter((entry) => entry.type === 'Message');

const code = ['src', 'commands']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('sentences.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** What a key may begin with where code puts it together: `unit-${unit}`. */
const prefixes = [...code.matchAll(/`([a-z]+(?:-[a-z]+)*-)\$\{/g)].map(([, prefix]) => prefix!);

describe('the locale', () => {
  it.each(messages.map((message) => message.id.name))('%s is used', (key) => {
    const used = code.includes(`'${key}'`) || prefixes.some((prefix) => key.startsWith(prefix));
    expect(used).toBe(true);
  });

  it('speaks without exclamation marks', () => {
    expect(source.replace(/^#.*$/gm, '')).not.toMatch(/!/);
  });

  it('keeps every tag within its line, so that a text may be cut at any line end', () => {
    for (const line of source.split('\n').filter((each) => !each.startsWith('#')))
      for (const tag of ['b', 'i'])
        expect(line.split(`<${tag}>`).length, line).toBe(line.split(`</${tag}>`).length);
  });
});
