import { chatsOf, openChat } from './chats.js';
import { $, ask, el } from './dom.js';
import { plainText } from './draw.js';
import { enqueue } from './queue.js';
import { shortened, WORDS } from './words.js';

/** Asks to which chat of this person a message is passed on; there it is marked as somebody else's words. */
export async function forward(message, person) {
  const chats = chatsOf(person);
  $('forward-message').replaceChildren(
    el('b', {}, message.name),
    el('span', {}, shortened(plainText(message) || WORDS.photo, 160)),
  );
  $('forward-to').replaceChildren(...chats.map(({ chat, title }) => el('option', { value: chat }, title)));
  if (!(await ask('forward'))) return;
  const { name, chat } = chats.find((each) => each.chat === $('forward-to').value);
  openChat(name);
  enqueue({ by: person.ref, chat, text: plainText(message), forwards: message.ref });
}
