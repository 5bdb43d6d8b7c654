import type { Rule, TagKind } from '../tags.ts';

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
