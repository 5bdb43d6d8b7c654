import { type Key, readLocale } from './locale.ts';
import type { Markup } from './markup.ts';
import type { SENTENCES } from './sentences.ts';

export type { Key };

/** What a sentence is given, by name. */
type Arguments<K extends Key> = (typeof SENTENCES)[K] extends readonly []
  ? []
  : [Readonly<Record<(typeof SENTENCES)[K][number], Markup | number>>];

const bundle = readLocale();

/**
 * A sentence of the locale as markup. Texts that come from people are escaped by the caller (`literal`), which the
 * types demand; numbers are written as Indonesians write them. Throws where an argument is missing.
 */
export function say<K extends Key>(key: K, ...args: Arguments<K>): Markup {
  const errors: Error[] = [];
  const text = bundle.formatPattern(bundle.getMessage(key)!.value!, args[0] ?? {}, errors);
  if (errors.length > 0) throw new Error(`${key}: ${errors[0]?.message}`);
  return text as Markup;
}

/** Several pieces of markup as one, a line each; those left out (undefined, false) take no line. */
export const lines = (...parts: readonly (Markup | undefined | false | '')[]): Markup =>
  parts.filter(Boolean).join('\n') as Markup;

/** Stands between paragraphs. */
export const EMPTY_LINE = ' ' as Markup;

/** Pieces of markup with a separator between them. */
export const join = (parts: readonly Markup[], separator = ', '): Markup => parts.join(separator) as Markup;
