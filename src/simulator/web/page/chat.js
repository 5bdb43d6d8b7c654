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
/** The reader is at the end of the conversation, and stays there when it grows. */
let stuck = true;
let lastTop = 0;

/** `onReply(message)`, `onEdit(message)`, `onCommand(text, message)`. */
export function startChat(vocabulary, handlers) {
  marks = new Map(vocabulary.states.map(({ state, name, mark }) => [mark, { state, name }]));
  actions = {
    ...handlers,
    onPress: press,
    onQuote: (ref) => entries.get(ref)?.node.scrollIntoView({ block: 'center' }),
    onPicture: () => stuck && toEnd(),
  };
  $('newest').addEventListener('click', toEnd);
  $('log').addEventListener('scroll', onScroll, { passive: true });
  new ResizeObserver(() => stuck && toEnd()).observe($('log'));
}

function onScroll() {
  const { scrollHeight, scrollTop, clientHeight } = $('log');
  // Only going back leaves the end: pictures that arrive below push it away without being asked.
  if (scrollTop < lastTop - 2) stuck = false;
  if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) stuck = true;
  lastTop = scrollTop;
  if (stuck) $('newest').hidden = true;
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
  if (stuck || message.by === me) toEnd();
  else if (!earlier) $('newest').hidden = false;
}

/** The part of the conversation that a message belongs to, begun where its day has none yet. */
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

/** Shows the conversation as that person sees it. */
export function lookAs(ref) {
  me = ref;
  for (const { message, node } of entries.values()) node.classList.toggle('own', message.by === me);
  for (const node of $('log').querySelectorAll('[data-mention]'))
    node.classList.toggle('me', node.dataset.mention === me);
}

/** Says under a message that the bot left it alone. */
export function noteUnanswered(ref) {
  unanswered.add(ref);
  const entry = entries.get(ref);
  if (entry) showMessage(entry.message);
}

export function toEnd() {
  if (entries.size === 0) return;
  stuck = true;
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
