import type { ChatAdapter } from '../adapters/adapter.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Content } from '../text/content.ts';
import { lines, say } from '../text/say.ts';

/** What is said in place of a message whose file was refused or could not be made, with the reason, in pieces that fit. */
export function withoutFile(
  { file, ...content }: Content,
  why: Refusal | 'unmade',
  split: ChatAdapter['split'],
): readonly Content[] {
  const what = say(`file-${file!.as}`);
  const reason =
    why === 'files' || why === 'unmade' ? say(`unsent-${why}`, { what }) : say('unsent-message', { what });
  return split({ ...content, text: lines(file!.instead ?? content.text, reason) });
}
