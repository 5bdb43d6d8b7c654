import { hash } from 'node:crypto';

/** A text as far as it says something: without case, repeated spaces and the punctuation that ends a line; a question mark counts. */
const essenceOf = (text: string): string =>
  text.toLowerCase().replace(/[\s.,;!…]+/gu, (run: string, at: number, whole: string) => {
    if (at + run.length === whole.length) return '';
    return run.includes('\n') ? '\n' : run.replace(/\s+/g, ' ');
  });

/** Tells texts apart without keeping them; those that say the same have the same digest. */
export const digest = (text: string): string => hash('sha256', essenceOf(text), 'base64url').slice(0, 16);
