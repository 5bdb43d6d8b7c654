import { post } from './api.js';
import {
  currentChat,
  currentGroup,
  isAbove,
  isPrivate,
  markRead,
  openChat,
  PRIVATE,
  refreshChats,
  unreadIn,
} from './chats.js';
import { dayOf } from './clock.js';
import { rememberPerson } from './composer.js';
import { clearMessages, keepMessage, messageOf, messagesOf } from './dialogue.js';
import { $, el, hideToast, toast } from './dom.js';
import { drawMessage, learnMarks, plainText } from './draw.js';
import { activate, keepFocus } from './log-keys.js';
import { showWaiting } from './queue.js';
import { WORDS } from './words.js';

const NEAR_END_PX = 120;

/** What is drawn of the chat that is shown: node and previous message by ref. */
const entries = new Map();
const unanswered = new Set();
let world = '';
let me = '';
let actions = {};
/** Whether the reader is at the end of the conversation and stays there when it grows. */
let followsEnd = true;
/** Brings back the place that the log was led to, until the reader scrolls from there; undefined after that. */
let bringBack;
let lastTop = 0;

/** `onReply(message)`, `onForward(message)`, `onEdit(message)`, `onCommand(text, message)`, `onWhy(message)`. */
export function startLog(vocabulary, handlers) {
  learnMarks(vocabulary.states);
  actions = { ...handlers, onPress: press, onQuote: goTo, onPicture: keepPlace };
  $('newest').addEventListener('click', goToUnread);
  for (const deed of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    $('log').addEventListener(deed, leavePlace, { passive: true });
  $('log').addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('visibilitychange', () => isNearEnd() && readAll());
  new ResizeObserver(keepPlace).observe($('log'));
}

function isNearEnd() {
  const { scrollHeight, scrollTop, clientHeight } = $('log');
  return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
}

function onScroll() {
  const { scrollTop } = $('log');
  // Only scrolling back leaves the end: a picture that loads below also moves it away.
  if (scrollTop < lastTop - 2) followsEnd = false;
  if (!bringBack && isNearEnd()) followsEnd = true;
  lastTop = scrollTop;
  if (isNearEnd()) readAll();
}

/** Leads the log to a place other than its end; `show` scrolls there. */
function lead(show) {
  followsEnd = false;
  bringBack = show;
  // The browser would keep in place what stands below a picture that loads, and so move the beginning of its message away.
  $('log').style.overflowAnchor = 'none';
  show();
}

function leavePlace() {
  bringBack = undefined;
  $('log').style.overflowAnchor = '';
}

/** Keeps what is read in view when the log changes its size, or a picture loads. */
function keepPlace() {
  if (bringBack) bringBack();
  else if (followsEnd) scrollToEnd();
}

function readAll() {
  $('newest').hidden = true;
  if (document.visibilityState === 'visible') markRead(currentChat());
}

/** Takes the messages of a world as they are when it is loaded. */
export function loadMessages(ofWorld, messages) {
  world = ofWorld;
  clearMessages();
  unanswered.clear();
  for (const message of messages) keepMessage(message);
}

/** Draws the chat that is shown, with a line above what has not been read. */
export function drawLog(person) {
  me = person;
  entries.clear();
  const chat = currentChat();
  const [firstUnread] = unreadIn(chat);
  for (const node of [...$('log').children]) if (!node.classList.contains('welcome')) node.remove();
  showWelcome();
  for (const message of messagesOf(chat)) {
    if (message === firstUnread) drawUnreadLine();
    draw(message);
  }
  showWaiting();
  activate([...entries.values()].at(-1)?.node);
  scrollToEnd();
  if (firstUnread) lead(showUnreadLine);
}

/** Draws the line at the end of the log, in place of an earlier one; the unread messages follow it. */
function drawUnreadLine() {
  $('log').querySelector('.unread')?.remove();
  const line = el('p', { class: 'unread' }, el('span', {}, WORDS.unread(unreadIn(currentChat()).length)));
  lastNode().after(line);
}

const showUnreadLine = () => $('log').querySelector('.unread')?.scrollIntoView({ block: 'start' });

/** The last of what the log shows, without messages that wait to be sent. */
const lastNode = () => [...$('log').children].findLast((node) => node.id !== 'waiting');

function goToUnread() {
  lead(showUnreadLine);
  readAll();
}

function showWelcome() {
  const isEmpty = messagesOf(currentChat()).length === 0;
  const shown = isEmpty && welcomeOf(currentGroup());
  for (const id of WELCOMES) $(id).hidden = id !== shown;
  // Without a message to stop at, a log that is larger than its room is scrolled by keyboard itself.
  $('log').tabIndex = isEmpty ? 0 : -1;
  $('log').setAttribute('aria-label', isPrivate() ? WORDS.logPrivate : WORDS.logGroup);
}

const WELCOMES = ['welcome', 'welcome-private', 'welcome-new', 'welcome-above'];

/** The welcome of a group; of a private chat where there is no group. */
function welcomeOf(group) {
  if (!group) return 'welcome-private';
  if (group.home !== group.area) return 'welcome-new';
  return isAbove(group.area) ? 'welcome-above' : 'welcome';
}

/** Adds a message, or shows its new version in its place; one of another chat is only counted. */
export function showMessage(message) {
  const isNew = keepMessage(message);
  if (message.chat !== currentChat()) return refreshChats();
  const follows = followsEnd || isNearEnd() || (isNew && message.by === me);
  const unread = unreadIn(message.chat);
  if (!follows && message === unread[0] && isNew) drawUnreadLine();
  draw(message);
  showWelcome();
  showWaiting();
  hideToastThatIsSaid();
  if (follows) return scrollToEnd();
  $('newest').hidden = unread.length === 0;
  $('newest').textContent = WORDS.newest(unread.length);
  const line = $('log').querySelector('.unread span');
  if (line && unread.length > 0) line.textContent = WORDS.unread(unread.length);
  return undefined;
}

function draw(message) {
  const earlier = entries.get(message.ref);
  const previous = earlier ? earlier.previous : [...entries.values()].at(-1)?.message;
  const node = drawMessage(message, {
    previous,
    world,
    me,
    actions,
    unanswered: unanswered.has(message.ref) && silence(message),
    quoted: messageOf(message.quotes),
  });
  entries.set(message.ref, { message, node, previous });
  if (earlier) {
    keepFocus(earlier.node, node);
    earlier.node.replaceWith(node);
  } else {
    dayFor(message, previous).append(node);
    activate(node);
  }
}

/** What approves or declines requests, without the slash of its command. */
const DECISION = /^(?:setujui(?: semua\b)?|tolak)\b/i;

/** Whether a message calls the bot by its name or replies to it. */
const isToBot = (message) =>
  /(?<![\p{L}\d])bot(?![\p{L}\d])/iu.test(plainText(message)) || messageOf(message.quotes)?.by === 'bot';

/** Why the bot is silent, and how it is spoken to here. */
function silence(message) {
  const group = currentGroup();
  if (!group) return WORDS.unansweredPrivate;
  if (!group.area) return WORDS.unansweredNew;
  if (isAbove(group.area)) return WORDS.unansweredAbove;
  const [decision] = DECISION.exec(plainText(message)) ?? [];
  if (decision) return WORDS.unansweredDecision(`/${decision.toLowerCase()}`);
  return isToBot(message) ? WORDS.unansweredCalled : WORDS.unanswered;
}

/** The section of the message's day, which is added for its first message and after the line above what is unread. */
function dayFor({ at }, previous) {
  const last = lastNode();
  const isSameDay = previous && dayOf(previous.at) === dayOf(at);
  if (isSameDay && last?.matches('.day-section')) return last;
  const day = el(
    'section',
    { class: 'day-section', 'aria-label': dayOf(at) },
    !isSameDay && el('p', { class: 'day' }, el('span', {}, dayOf(at))),
  );
  if (last) last.after(day);
  else $('log').prepend(day);
  return day;
}

/** Says under a message that the bot did not answer it. */
export function markUnanswered(ref) {
  unanswered.add(ref);
  const entry = entries.get(ref);
  if (entry) draw(entry.message);
  if (followsEnd) scrollToEnd();
}

/** Shows a message of any chat, and puts the focus on it. */
export function goTo(ref) {
  const message = messageOf(ref);
  if (!message) return;
  if (message.chat !== currentChat()) {
    rememberPerson();
    openChat(message.chat === me ? PRIVATE : message.chat);
  }
  const node = entries.get(ref)?.node;
  if (!node) return;
  activate(node);
  node.focus({ preventScroll: true });
  lead(() => show(entries.get(ref).node));
}

/** Brings a message to the middle of the log; one that is taller is read from its beginning. */
const show = (node) =>
  node.scrollIntoView({ block: node.offsetHeight < $('log').clientHeight ? 'center' : 'start' });

export function scrollToEnd() {
  leavePlace();
  followsEnd = true;
  if (entries.size === 0) return;
  $('log').scrollTop = $('log').scrollHeight;
  readAll();
}

const MOST_LATE = 3;
const inOneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** Hides a notice whose words stand at the end of the conversation, which it would cover. */
function hideToastThatIsSaid() {
  const notice = inOneLine($('toast').textContent);
  const newest = messagesOf(currentChat()).slice(-MOST_LATE);
  if (followsEnd && newest.some((message) => inOneLine(plainText(message)).includes(notice))) hideToast();
}

async function press({ command }, on, button) {
  // A button that is disabled would lose the focus.
  if (button.ariaDisabled) return;
  button.ariaDisabled = 'true';
  hideToast();
  const answer = await post('/api/press', { by: me, on, command });
  button.ariaDisabled = null;
  if (answer?.toast) toast(answer.toast);
  hideToastThatIsSaid();
  if (!answer?.alert) return;
  $('alert-text').textContent = answer.alert;
  if (!$('alert').open) $('alert').showModal();
}
