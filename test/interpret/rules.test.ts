import { expect, it } from 'vitest';
import { RULES } from '../../src/interpret/tag/disambiguate.ts';
import { reading } from './read-case.ts';

it.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_, { example: [text, word, becomes] }) => {
  expect(reading(text).tags.find((tag) => tag.text === word)?.is, text).toBe(becomes);
});

it('has a name of its own for every rule', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
});
