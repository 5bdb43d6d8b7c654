import type { ChatRef } from '../domain/ids.ts';
import type { Queued } from '../store/outbox.ts';

/**
 * What is sent one after another: a chat's texts; beside them its files, which no text waits for, and what is said to people without a
 * role, which nobody else waits for; of these those who ask for a role wait for no others.
 */
export type Line = ChatRef | `${ChatRef} ${'files' | 'applicants' | 'strangers'}`;

export function lineOf({ chat, file, priority }: Pick<Queued, 'chat' | 'file' | 'priority'>): Line {
  if (priority === 'stranger' || priority === 'applicant') return `${chat} ${priority}s`;
  return file ? `${chat} files` : chat;
}

export const isOfFiles = (line: Line): boolean => line.endsWith(' files');

export const linesOf = (chat: ChatRef): readonly Line[] => [
  chat,
  `${chat} files`,
  `${chat} applicants`,
  `${chat} strangers`,
];

/**
 * How a message came to be sent: answers may come in a burst, scheduled messages go out evenly between them. A
 * look-up leaves a part of a group's rate free, so that the next report is answered at once.
 */
export type Kind = 'answer' | 'lookup' | 'scheduled';

/** In the order in which they go. */
export const KINDS = ['answer', 'lookup', 'scheduled'] as const satisfies readonly Kind[];

export function kindOf({ scheduled, priority }: Queued): Kind {
  if (scheduled) return 'scheduled';
  return priority === 'report' ? 'answer' : 'lookup';
}
