import { messagesOf, numberOf } from './dialogue.js';
import { $, el, isWide, onLayout } from './dom.js';
import { WORDS } from './words.js';

const CHAT_KEY = 'percakapan';
const READ_KEY = 'dibaca';
export const PRIVATE = 'pribadi';

let groups = [];
let people = 1;
let me = '';
let current = sessionStorage.getItem(CHAT_KEY);
let onSwitch = () => {};
/** The number of the last message that was read, by chat. */
const read = new Map(JSON.parse(sessionStorage.getItem(READ_KEY) ?? '[]'));

/** Calls `switched` when another chat is opened. */
export function startChats(switched) {
  onSwitch = switched;
  $('open-chats').addEventListener('click', () => showList(!isOpen()));
  $('chats').addEventListener('keydown', ({ key }) => key === 'Escape' && showList(false));
  onLayout(() => {
    // Beside the conversation the list is always open.
    $('open-chats').disabled = isWide();
  });
}

const isOpen = () => $('chats').classList.contains('open');

function showList(open) {
  $('chats').classList.toggle('open', open);
  $('open-chats').setAttribute('aria-expanded', `${open}`);
  if (open) $('chat-list').querySelector('[aria-current]')?.focus();
  else $('open-chats').focus();
}

/** The group that is shown; undefined in a private chat. */
export const currentGroup = () => groups.find(({ ref }) => ref === current);
/** The ref of the chat that is shown: the private one is the person's own. */
export const currentChat = () => currentGroup()?.ref ?? me;
/** Whether an area lies above the kecamatan: the codes of those have three parts. */
export const isAbove = (code) => code.split('.').length < 3;
export const isPrivate = () => currentGroup() === undefined;
export const titleOf = (chat) => groups.find(({ ref }) => ref === chat)?.title ?? WORDS.privateChat;

/** Shows which chats there are for this person, and how many unread messages each holds. */
export function showChats(view, person) {
  groups = view.groups;
  me = person;
  if (current !== PRIVATE && !currentGroup()) current = groups[0].ref;
  people = isPrivate() ? 1 : view.people.filter(isIn(currentGroup())).length;
  drawList();
}

/** Whether somebody is a member of a group. */
export const isIn =
  ({ home }) =>
  (person) =>
    person.home === undefined || person.home === home;

/** The chats in which somebody can write: the name by which each is opened, its ref and its title. */
export const chatsOf = (person) => [
  ...groups.filter((group) => isIn(group)(person)).map(({ ref, title }) => ({ name: ref, chat: ref, title })),
  { name: PRIVATE, chat: person.ref, title: WORDS.privateChat },
];

function drawList() {
  const rows = [...groups.map(({ ref, title }) => [ref, title, ref]), [PRIVATE, WORDS.privateChat, me]];
  let elsewhere = 0;
  const items = rows.map(([name, title, chat]) => {
    const unread = unreadIn(chat).length;
    const isCurrent = name === current || (name === PRIVATE && isPrivate());
    if (!isCurrent) elsewhere += unread;
    const badge = unread > 0 && el('b', { class: 'badge' }, `${unread}`, hidden(` ${WORDS.unreadHidden}`));
    const onclick = () => openChat(name);
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'chat-row', 'aria-current': isCurrent && 'true', onclick },
        title,
        badge,
      ),
    );
  });
  const focused = [...$('chat-list').querySelectorAll('button')].indexOf(document.activeElement);
  $('chat-list').replaceChildren(...items);
  if (focused >= 0) $('chat-list').querySelectorAll('button')[focused]?.focus();
  $('chat-title').textContent = isPrivate() ? WORDS.privateChat : currentGroup().title;
  $('members').textContent = isPrivate() ? WORDS.onlyTwo : WORDS.members(people + 1);
  $('unread-total').hidden = elsewhere === 0;
  $('unread-total').replaceChildren(`${elsewhere}`, hidden(` ${WORDS.unreadElsewhere}`));
}

const hidden = (text) => el('span', { class: 'hidden' }, text);

/** Opens a chat by its ref; a private one by the word for it. */
export function openChat(name) {
  const changed = name !== current;
  current = name;
  sessionStorage.setItem(CHAT_KEY, name);
  if (isOpen()) showList(false);
  if (changed) onSwitch();
}

/** The messages of others in a chat after the last one that was read. */
export const unreadIn = (chat) =>
  messagesOf(chat).filter((message) => message.by !== me && numberOf(message) > (read.get(chat) ?? 0));

/** Notes that everything in a chat was read. */
export function markRead(chat) {
  const last = messagesOf(chat).at(-1);
  if (!last || read.get(chat) === numberOf(last)) return;
  read.set(chat, numberOf(last));
  sessionStorage.setItem(READ_KEY, JSON.stringify([...read]));
  drawList();
}

/** Notes everything as read in a tab that has not read anything yet, and forgets what was read of another world. */
export function startReading(world) {
  if (sessionStorage.getItem('dunia') === world) return;
  sessionStorage.setItem('dunia', world);
  read.clear();
  for (const chat of [...groups.map(({ ref }) => ref), me]) {
    const last = messagesOf(chat).at(-1);
    if (last) read.set(chat, numberOf(last));
  }
  sessionStorage.setItem(READ_KEY, JSON.stringify([...read]));
  drawList();
}

export const refreshChats = drawList;
