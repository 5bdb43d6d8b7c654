import type { Added, PlatformEvent, Rights } from '../adapters/adapter.ts';
import { area } from '../domain/areas.ts';
import type { Instant } from '../domain/ids.ts';
import type { Enqueue } from '../outbox/enqueue.ts';
import type { Tx } from '../store/tx.ts';
import type { Markup } from '../text/markup.ts';
import { kecamatan } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';

/** What happens to the bot's place in a chat: everything that is no message. */
export type MembershipEvent = Exclude<PlatformEvent, { readonly kind: 'message' }>;

/** Anybody may add the bot to a group, again and again: that takes nothing from what groups are answered with. */
const ANYBODYS = 'stranger';

/** Records a membership event, and greets a group that the bot has joined. */
export function handleMembership(tx: Tx, enqueue: Enqueue, event: MembershipEvent, now: Instant): void {
  if (event.kind === 'same-person') {
    tx.people.link(event.refs);
    return;
  }
  tx.inbox.take(event.ref, now);
  switch (event.kind) {
    case 'added':
      tx.chats.seen(event.chat, 'group', event.chatTitle);
      tx.chats.sees(event.chat, event.seesAll);
      enqueue(tx, { to: event.chat, content: { text: greeting(tx, event) }, priority: ANYBODYS }, now);
      break;
    case 'rights':
      changeRights(tx, enqueue, event, now);
      break;
    case 'removed':
      tx.chats.pause(event.chat);
      break;
    case 'migrated':
      tx.chats.move(event.from, event.to);
      tx.chats.resume(event.to);
      break;
  }
}

/** An admin is given every message of a group: the group is told when that begins and when it ends. */
function changeRights(
  tx: Tx,
  enqueue: Enqueue,
  { chat: ref, chatTitle, seesAll }: Rights,
  now: Instant,
): void {
  const before = tx.chats.get(ref);
  tx.chats.seen(ref, 'group', chatTitle);
  tx.chats.sees(ref, seesAll);
  if (!before || before.seesAll === seesAll) return;
  const text = say(seesAll ? 'sees-all-now' : 'sees-less-now');
  const to = { to: ref, thread: before.thread ?? undefined };
  enqueue(tx, { ...to, content: { text }, priority: ANYBODYS }, now);
}

/** What the bot is and the next step; after a return, that its link still holds. */
function greeting(tx: Tx, { chat, seesAll }: Added): Markup {
  const linked = tx.chats.get(chat)?.area;
  const found = linked && area(linked);
  const sight = say(seesAll ? 'added-all' : 'added-privacy');
  if (found) return lines(say('added-back', { district: kecamatan(found) }), sight);
  return lines(say('added'), say('added-next'), sight);
}
