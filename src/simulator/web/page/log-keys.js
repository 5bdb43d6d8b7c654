import { $ } from './dom.js';

// The log is one stop of the Tab key. The arrows up and down go from message to message, left and right through what can
// be pressed in one; Escape goes back to the text field.

const controlsIn = (node) => [...node.querySelectorAll('button:not(:disabled), a[href]')].filter(isShown);
const isShown = (node) => node.checkVisibility({ visibilityProperty: true });
const articles = () => [...$('log').querySelectorAll('article')];

/** Makes a message the one that the Tab key stops at. */
export function activate(node) {
  if (!node) return;
  for (const other of $('log').querySelectorAll('article[tabindex="0"]')) other.tabIndex = -1;
  node.tabIndex = 0;
}

/** Hands the focus, and the stop of the Tab key, from a message to its new version. */
export function keepFocus(earlier, node) {
  node.tabIndex = earlier.tabIndex;
  const focused = controlsIn(earlier).indexOf(document.activeElement);
  if (focused < 0 && document.activeElement !== earlier) return;
  requestAnimationFrame(() => (controlsIn(node)[focused] ?? node).focus({ preventScroll: true }));
}

function moveTo(node) {
  if (!node) return;
  activate(node);
  node.focus();
  node.scrollIntoView({ block: 'nearest' });
}

const STEPS = {
  ArrowUp: (all, at) => all[at - 1],
  ArrowDown: (all, at) => all[at + 1],
  Home: (all) => all[0],
  End: (all) => all.at(-1),
};

function onKey(event) {
  const article = event.target.closest('article');
  if (!article || event.ctrlKey || event.altKey || event.metaKey) return;
  const { key } = event;
  if (key === 'Escape') $('text').focus();
  else if (STEPS[key]) moveTo(STEPS[key](articles(), articles().indexOf(article)));
  else if (key === 'ArrowRight' || key === 'ArrowLeft') moveWithin(article, key === 'ArrowRight' ? 1 : -1);
  else if (key === 'Enter' && event.target === article) moveWithin(article, 1);
  else return;
  event.preventDefault();
}

function moveWithin(article, step) {
  const stops = [article, ...controlsIn(article)];
  stops[stops.indexOf(document.activeElement) + step]?.focus();
}

export function startLogKeys() {
  $('log').addEventListener('keydown', onKey);
  $('log').addEventListener('focusin', ({ target }) => activate(target.closest('article')));
}
