import type { PlatformEvent } from '../adapters/adapter.ts';
import { nameFrom } from '../text/names.ts';

/** What came in, with every name and title in it as the bot may say it. */
export function withNames<Event extends PlatformEvent>(event: Event): Event {
  const named = <Account extends { readonly name: string }>(account: Account): Account => ({
    ...account,
    name: nameFrom(account.name),
  });
  const title = 'chatTitle' in event &&
    event.chatTitle !== undefined && { chatTitle: nameFrom(event.chatTitle) };
  if (event.kind !== 'message') return { ...event, ...title };
  const { sender, quotes } = event;
  return {
    ...event,
    ...title,
    sender: sender === 'anonymous' ? sender : named(sender),
    ...(quotes?.author && { quotes: { ...quotes, author: named(quotes.author) } }),
  };
}
