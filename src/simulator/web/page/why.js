import { messageOf } from './dialogue.js';
import { $, el, tile, toast } from './dom.js';
import { plainText, withTiles } from './draw.js';
import { shortened, WORDS } from './words.js';

/** Opens the panel that says why the bot did what it did with a message. */
export async function openWhy(message) {
  const response = await fetch(`/api/why?ref=${encodeURIComponent(message.ref)}`).catch(() => undefined);
  if (!response?.ok) return toast(response ? WORDS.errors.fault : WORDS.errors.offline);
  const sections = await response.json();
  const answered = messageOf(message.answers);
  $('why-message').replaceChildren(
    el('b', {}, message.name),
    el('span', {}, ...withTiles(beginning(message))),
    ...(answered ? [el('small', {}, ...withTiles(WORDS.answering(answered.name, beginning(answered))))] : []),
  );
  $('why-sections').replaceChildren(...sections.map(drawSection));
  if (!$('why').open) $('why').showModal();
  $('why').scrollTop = 0;
  return undefined;
}

const MOST_QUOTED = 240;
const beginning = (message) => shortened(plainText(message) || WORDS.photo, MOST_QUOTED);

const drawSection = ({ title, lines, words }) =>
  el(
    'section',
    {},
    el('h3', {}, title),
    words && el('ul', { class: 'why-words' }, ...words.map(drawWord)),
    lines.length > 0 && el('ul', { class: 'why-lines' }, ...lines.map(drawLine)),
  );

const drawWord = ({ text, means, as }) =>
  el('li', { class: `why-word why-${as}` }, el('b', {}, text), el('span', {}, means));

const drawLine = ({ about, status, says }) =>
  el(
    'li',
    {},
    about && el('span', { class: 'why-about' }, about),
    el('span', { class: 'why-says' }, status && tile(status), says ?? ''),
  );
