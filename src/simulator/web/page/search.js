import { currentChat } from './chats.js';
import { messagesOf } from './dialogue.js';
import { $ } from './dom.js';
import { plainText } from './draw.js';
import { goTo } from './log.js';
import { WORDS } from './words.js';

let hits = [];
let at = 0;

/** Finds words in the chat that is shown, the newest message first. */
export function startSearch() {
  $('open-search').addEventListener('click', () => show($('search').hidden));
  $('search-close').addEventListener('click', () => show(false));
  $('search-text').addEventListener('input', find);
  $('search-older').addEventListener('click', () => step(1));
  $('search-newer').addEventListener('click', () => step(-1));
  $('search').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(false);
    if (event.key !== 'Enter' || event.target !== $('search-text')) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
}

function show(open) {
  $('search').hidden = !open;
  $('open-search').setAttribute('aria-expanded', `${open}`);
  $('search-text').value = '';
  find();
  (open ? $('search-text') : $('open-search')).focus();
}

/** Ends the search: another chat is shown. */
export function endSearch() {
  if ($('search').hidden) return;
  $('search').hidden = true;
  $('open-search').setAttribute('aria-expanded', 'false');
}

function find() {
  const words = $('search-text').value.trim().toLowerCase();
  const fits = (message) => `${message.name} ${plainText(message)}`.toLowerCase().includes(words);
  hits = words === '' ? [] : messagesOf(currentChat()).filter(fits).reverse();
  at = 0;
  mark();
}

function step(by) {
  if (hits.length === 0) return;
  at = (at + by + hits.length) % hits.length;
  mark();
}

function mark() {
  for (const node of document.querySelectorAll('.hit')) node.classList.remove('hit');
  const words = $('search-text').value.trim();
  $('search-count').textContent = words === '' ? '' : WORDS.found(hits.length, at + 1);
  for (const id of ['search-older', 'search-newer']) $(id).disabled = hits.length < 2;
  const hit = hits[at];
  if (!hit) return;
  const focused = document.activeElement;
  goTo(hit.ref);
  focused?.focus({ preventScroll: true });
  document.querySelector(`.message[data-ref="${CSS.escape(hit.ref)}"]`)?.classList.add('hit');
}
