import type { IncomingMessage } from '../adapters/adapter.ts';
import type { Instant } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import type { Chat } from '../store/chats.ts';
import type { Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { CommandIndex } from './command-index.ts';
import type { MessageContext, Settings } from './context.ts';
import { placesMeant } from './place.ts';
import { isOnlyUnits } from './prompts/alone.ts';
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
      : isOfAnotherForm(tx, prompt, received)
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
 * Whether units answer a checklist that asks for another status than in the form which its reader made or was notified of: it is changed
 * in its place, of which nobody is told.
 */
function isOfAnotherForm(tx: Tx, prompt: Posted | undefined, { text, sender }: IncomingMessage): boolean {
  if (!prompt?.context.checklist || prompt.edits === null || !isOnlyUnits(text)) return false;
  const isOwn = ({ sender: by }: Posted) => sender !== 'anonymous' && by !== null && sender.refs.includes(by);
  if (isOwn(prompt)) return false;
  const seen = tx.outbox.formsOf(prompt.edits).find((form) => form.edits === null || isOwn(form));
  return seen?.context.picked !== prompt.context.picked;
}

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
