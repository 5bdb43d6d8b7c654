import type { IncomingMessage } from '../adapters/adapter.ts';
import type { DistrictCode, Instant, UpperCode } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import { overseenAreas, ownDistricts } from '../domain/permissions.ts';
import { isWithin } from '../domain/upper-areas.ts';
import type { Chat } from '../store/chats.ts';
import type { Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { choiceNamed } from './choosing.ts';
import type { MessageContext, Settings } from './context.ts';
import { partNamed } from './parts.ts';
import type { ReportWriter } from './report-writer.ts';
import { findScope, findUpperScope } from './scope.ts';

/**
 * Resolves who speaks, where, and about which of our messages. A reply that names one of our buttons is treated as pressing
 * it. Notes what the message shows of its chat: that it is active, its title, the forum topic used last.
 */
export function buildContext(
  tx: Tx,
  reportsOf: (tx: Tx) => ReportWriter,
  settings: Settings,
  received: IncomingMessage,
  now: Instant,
): MessageContext {
  const referred = received.pressedOn ?? received.quotes?.ref;
  const prompt = referred && tx.outbox.bySent(referred);
  const named =
    received.pressedOn || received.forwarded
      ? undefined
      : (partNamed(prompt, received.text) ?? choiceNamed(prompt, received.text, received.quotes?.text));
  const stale = named === 'stale';
  const choice = stale ? undefined : named;
  const message = choice ? { ...received, text: choice.command, pressedOn: referred! } : received;
  const chat = tx.chats.get(message.chat);
  if (chat) noteActivity(tx, chat, message);
  const actor = actorOf(tx, message);
  const isPrivate = message.chatKind === 'private';
  const here = findScope(tx, chat?.district ?? (isPrivate ? privateDistrict(message, actor, prompt) : null));
  const above = here
    ? undefined
    : findUpperScope(tx, chat?.district ?? (isPrivate ? privateArea(message, actor, prompt) : null));
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
    here,
    above,
  };
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

/** In a private chat: the kecamatan that the words name by its code, that the prompt is about, or the only one. */
function privateDistrict(
  message: IncomingMessage,
  actor: Actor,
  prompt: Posted | undefined,
): DistrictCode | undefined {
  const districts = ownDistricts(actor);
  const named = districts.find((code) => message.text.includes(code));
  const asked = districts.find((code) => code === prompt?.context.district);
  return named ?? asked ?? (districts.length === 1 ? districts[0] : undefined);
}

/** In a private chat: the area of the role above the kecamatan that the prompt is about, or the one held longest. */
function privateArea(
  message: IncomingMessage,
  actor: Actor,
  prompt: Posted | undefined,
): UpperCode | undefined {
  const areas = overseenAreas(actor);
  const shown = prompt?.context.area;
  return (
    areas.find((code) => message.text.split(/\s+/).includes(code)) ??
    areas.find((code) => shown !== undefined && isWithin(shown, code)) ??
    areas[0]
  );
}
