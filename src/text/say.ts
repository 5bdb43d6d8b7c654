import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { localesFile } from '../paths.ts';
import type { Markup } from './markup.ts';
import type { Sentences } from './sentences.ts';

export type Key = keyof Sentences;

// Isolation marks around arguments would end up inside commands and names that people copy.
const bundle = new FluentBundle('id', { useIsolating: false });
const faults = bundle.addResource(new FluentResource(readFileSync(localesFile, 'utf8')));
if (faults.length > 0) throw faults[0];

/**
 * A sentence of the locale as markup. Texts that come from people are escaped by the caller (`literal`), which the
 * types demand; numbers are written as Indonesians write them. Throws where the locale lacks the key or an argument.
 */
export function say<K extends Key>(key: K, ...args: Sentences[K] extends null ? [] : [Sentences[K]]): Markup {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`the locale has no sentence ${key}`);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args[0] ?? {}, errors);
  if (errors.length > 0) throw new Error(`${key}: ${errors[0]?.message}`);
  return text as Markup;
}

/** Several pieces of markup as one, a line each; those left out (undefined, false) take no line. */
export const lines = (...parts: readonly (Markup | undefined | false | '')[]): Markup =>
  parts.filter(Boolean).join('\n') as Markup;

/** Pieces of markup with a separator between them. */
export const join = (parts: readonly Markup[], separator = ', '): Markup => parts.join(separator) as Markup;
