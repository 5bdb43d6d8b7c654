import type { Neighbours, Rule, Tag, TagKind } from '../tags.ts';

/** How far a rule sees. */
export const SIGHT = 12;

/** A rule for words whose meaning hangs on their neighbours. */
export interface NamedRule {
  readonly name: string;
  /** A text, a word in it, and what the rule makes of that word. */
  readonly example: readonly [text: string, word: string, becomes: TagKind];
  /** The kinds of tags that it looks at. */
  readonly on: readonly TagKind[];
  readonly apply: Rule;
}

/** A rule for a unit called by its name: where `isOther` holds, perhaps something else is meant. */
export const lookalike = (
  name: string,
  [text, word]: readonly [text: string, word: string],
  isOther: (tag: Tag, neighbours: Neighbours) => boolean,
): NamedRule => ({
  name,
  example: [text, word, 'lookalike'],
  on: ['unit'],
  apply: (tag, neighbours) => (isOther(tag, neighbours) ? 'lookalike' : undefined),
});
