import type { Command } from '../bot/command.ts';
import { createDispatcher, type Dispatcher } from '../bot/dispatch.ts';
import type { MessageOptions } from '../bot/handle-message.ts';
import type { ChatRef } from '../domain/ids.ts';
import { spendCodes } from '../features/members/invitations.ts';
import { readEdited } from '../features/reports/edit.ts';
import { readText } from '../features/reports/read-text.ts';
import { reportWriter } from '../features/reports/record.ts';
import { createEnqueue, type Enqueue } from '../outbox/enqueue.ts';
import type { Content } from '../text/content.ts';

export interface Bot extends Dispatcher {
  readonly enqueue: Enqueue;
}

export interface BotOptions
  extends Pick<MessageOptions, 'settings' | 'observe' | 'log'>,
    Partial<Pick<MessageOptions, 'isLimited' | 'accountOf'>> {
  readonly commands: readonly Command[];
  /** Cuts content to the limits of a chat's platform; without it nothing is cut. */
  readonly split?: (to: ChatRef, content: Content) => readonly Content[];
}

/** The dispatcher with the features behind it. */
export function createBot({ split, isLimited, accountOf, ...options }: BotOptions): Bot {
  const enqueue = createEnqueue(split ?? ((_, content) => [content]));
  const dispatcher = createDispatcher({
    ...options,
    enqueue,
    reportsOf: (tx) => reportWriter(tx.ledger),
    freeText: { command: 'lapor', read: readText, readEdited },
    amendReply: spendCodes,
    isLimited: isLimited ?? (() => false),
    accountOf: accountOf ?? (() => undefined),
  });
  return { ...dispatcher, enqueue };
}
