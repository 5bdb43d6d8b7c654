/** Letters, digits and pairs that a reader mistakes for another in the typefaces of phones. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/[1l|]/g, 'i'],
  [/0/g, 'o'],
];
const FOREIGN = /[^a-z\d]/;

/** A name as a reader takes it in: without case, accents, spaces and punctuation. */
const read = (name: string): readonly string[] => {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return Array.from(SAME.reduce((text, [sign, as]) => text.replace(sign, as), bare));
};

/**
 * Whether readers may take two names for one. A letter of another script may look like any: a Cyrillic "а" in "Sаri" is not
 * told from a Latin one.
 */
export function lookAlike(one: string, other: string): boolean {
  const [a, b] = [read(one), read(other)];
  return (
    a.length === b.length &&
    a.every((letter, i) => letter === b[i] || FOREIGN.test(letter) || FOREIGN.test(b[i]!))
  );
}
