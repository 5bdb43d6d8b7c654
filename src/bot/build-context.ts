import type { IncomingMessage } from '../adapters/adapter.ts';
import type { Instant } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import { isNumbers } from '../domain/units.ts';
import type { Chat } from '../store/chats.ts';
import type { Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { CommandIndex } from './command-index.ts';
import type { MessageContext, Settings } from './context.ts';
import { placesMeant } from './place.ts';
import { choiceNamed } from './prompts/choosing.ts';
import { copyOf } from './prompts/copy-of.ts';
import { partNamed } from './prompts/list-reply.ts';
import type { ReportWriter } from './report-writer.ts';
import { findScope, findUpperScope } from './scope.ts';

/**
 * Resolves who speaks, where, and about which of our messages. A reply that names one of our buttons is treated as pressing
 * it. `recalled`: the message of ours that it answers without a reply. Notes what the message shows of its chat: that it is active, its
 * title, the forum topic used last.
 */
export function buildContext(
  tx: Tx,
  reportsOf: (tx: Tx) => ReportWriter,
  settings: Settings,
  { commandOf }: Pick<CommandIndex, 'commandOf'>,
  received: IncomingMessage,
  now: Instant,
  recalled?: Posted,
): MessageContext {
  const referred = received.pressedOn ?? received.quotes?.ref;
  const prompt = referred ? (tx.outbox.bySent(referred) ?? copyOf(tx, received, referred)) : recalled;
  const named =
    received.pressedOn || received.forwarded
      ? undefined
      : isPickedByAnother(prompt, received)
        ? 'stale'
        : (partNamed(prompt, received.text, recalled === undefined) ??
          choiceNamed(prompt, received.text, received.quotes?.text));
  const stale = named === 'stale';
  const choice = stale ? undefined : named;
  const message = choice
    ? { ...received, text: choice.command, ...(referred && { pressedOn: referred }) }
    : received;
  const chat = tx.chats.get(message.chat);
  if (chat) noteActivity(tx, chat, message);
  const actor = actorOf(tx, message);
  const { found, words } = commandOf(message) ?? { found: undefined, words: message.text };
  const places =
    message.chatKind === 'private'
      ? placesMeant({ tx, actor, message, prompt }, { command: found, words })
      : [];
  const place = chat?.area ?? (places.length === 1 ? places[0] : undefined);
  return {
    tx,
    reports: reportsOf(tx),
    settings,
    actor,
    message,
    typed: choice !== undefined,
    stale,
    now,
    chat,
    prompt,
    recalled: recalled !== undefined,
    places,
    here: findScope(tx, place),
    above: findUpperScope(tx, place),
  };
}

/**
 * Whether numbers answer a checklist that somebody else has made ask for another status since: it is changed in its place, of which
 * nobody is notified, and they may mean what it asked for before.
 */
const isPickedByAnother = (prompt: Posted | undefined, { text, sender }: IncomingMessage): boolean =>
  prompt?.context.picked !== undefined &&
  prompt.edits !== null &&
  isNumbers(text) &&
  (sender === 'anonymous' || prompt.sender === null || !sender.refs.includes(prompt.sender));

function noteActivity(tx: Tx, chat: Chat, message: IncomingMessage): void {
  if (message.chatTitle && chat.title !== message.chatTitle)
    tx.chats.seen(chat.ref, chat.kind, message.chatTitle);
  if (!chat.active) tx.chats.resume(chat.ref);
  const thread = message.thread ?? null;
  if (chat.lastThread !== thread) tx.chats.spokenIn(chat.ref, thread);
}

function actorOf(tx: Tx, { sender }: IncomingMessage): Actor {
  if (sender === 'anonymous') return { account: undefined, person: undefined, roles: [] };
  const person = tx.people.find(sender.refs);
  return { account: sender, person, roles: person === undefined ? [] : tx.people.roles(person) };
}
