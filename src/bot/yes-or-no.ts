import type { Choice } from '../text/content.ts';
import { type Markup, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { KEEP_AS_IS } from './command.ts';

/** The answer that changes nothing. */
export const NO: Choice = { label: plain(say('no')), command: KEEP_AS_IS };

/** The two answers to a question whether something is to be done; `yes` says what, `command` does it. */
export const yesOrNo = (yes: Markup, command: string): readonly Choice[] => [
  { label: plain(yes), command },
  NO,
];
