import { expect, it } from 'vitest';
import { inTurn } from '../../src/features/recap/in-turn.ts';

it('does as much at once as it may, and begins what waits in its order', async () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = inTurn(2, (name: string) => {
    begun.push(name);
    return new Promise<void>((resolve) => ends.set(name, resolve));
  });
  const end = async (name: string) => {
    ends.get(name)!();
    await new Promise(setImmediate);
  };
  for (const name of ['a', 'b', 'c', 'd']) add(name);
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('a');
  await end('c');
  await end('d');
  add('e');
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
});
