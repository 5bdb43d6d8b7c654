import { post } from './api.js';
import { dayOf } from './clock.js';
import { $, el, toast } from './dom.js';
import { drawMessage } from './draw.js';

const NEAR_END_PX = 120;

const entries = new Map();
const unanswered = new Set();
let marks;
let me = '';
let actions = {};
/** Whether the reader is at the end of the conversation and stays there when it grows. */
let followsEnd = true;
let lastTop = 0;

/** `onReply(message)`, `onEdit(message)`, `onCommand(text, message)`. */
export function startChat(vocabulary, handlers) {
  marks = new Map(vocabulary.states.map(({ state, name, mark }) => [mark, { state, name }]));
  actions = {
    ...handlers,
    onPress: press,
    onQuote: (ref) => entries.get(ref)?.node.scrollIntoView({ block: 'center' }),
    onPicture: () => followsEnd && scrollToEnd(),
  };
  $('newest').addEventListener('click', scrollToEnd);
  $('log').addEventListener('scroll', onScroll, { passive: true });
  new ResizeObserver(() => followsEnd && scrollToEnd()).observe($('log'));
}

function onScroll() {
  const { scrollHeight, scrollTop, clientHeight } = $('log');
  // Only scrolling back leaves the end: a picture that loads below also moves it away.
  if (scrollTop < lastTop - 2) followsEnd = false;
  if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) followsEnd = true;
  lastTop = scrollTop;
  if (followsEnd) $('newest').hidden = true;
}

export function clearChat() {
  entries.clear();
  unanswered.clear();
  for (const node of [...$('log').children]) if (node !== $('welcome')) node.remove();
  $('welcome').hidden = false;
}

export const messages = () => [...entries.values()].map(({ message }) => message);

/** Adds a message, or shows its new version in its place. */
export function showMessage(message, following = true) {
  const earlier = entries.get(message.ref);
  const previous = earlier ? earlier.previous : [...entries.values()].at(-1)?.message;
  const node = drawMessage(message, {
    previous,
    marks,
    me,
    actions,
    unanswered: unanswered.has(message.ref),
    quoted: entries.get(message.quotes)?.message,
  });
  entries.set(message.ref, { message, node, previous });
  $('welcome').hidden = true;
  if (earlier) earlier.node.replaceWith(node);
  else dayFor(message, previous).append(node);
  if (!following) return;
  if (followsEnd || message.by === me) scrollToEnd();
  else if (!earlier) $('newest').hidden = false;
}

/** The section of the message's day, which is added for its first message. */
function dayFor({ at }, previous) {
  if (previous && dayOf(previous.at) === dayOf(at)) return $('log').lastElementChild;
  const day = el(
    'section',
    { 'aria-label': dayOf(at) },
    el('p', { class: 'day' }, el('span', {}, dayOf(at))),
  );
  $('log').append(day);
  return day;
}

/** Shows the conversation as this person sees it. */
export function showAs(ref) {
  me = ref;
  for (const { message, node } of entries.values()) node.classList.toggle('own', message.by === me);
  for (const node of $('log').querySelectorAll('[data-mention]'))
    node.classList.toggle('me', node.dataset.mention === me);
}

/** Says under a message that the bot did not answer it. */
export function markUnanswered(ref) {
  unanswered.add(ref);
  const entry = entries.get(ref);
  if (entry) showMessage(entry.message);
}

export function scrollToEnd() {
  if (entries.size === 0) return;
  followsEnd = true;
  $('log').scrollTop = $('log').scrollHeight;
  $('newest').hidden = true;
}

async function press({ command }, on, button) {
  button.disabled = true;
  const answer = await post('/api/press', { by: me, on, command });
  button.disabled = false;
  if (answer?.toast) toast(answer.toast);
  if (!answer?.alert) return;
  $('alert-text').textContent = answer.alert;
  if (!$('alert').open) $('alert').showModal();
}
