import { $, el } from './dom.js';

let commands = [];
let shown = [];
let at = 0;
let onPick = () => {};
let menu = () => [];

/**
 * Offers the bot's commands while a slash is typed; `picked` is called with the one that is chosen. `menuNow` gives the names of those
 * that the person may use in the chat.
 */
export function startCommands(all, menuNow, picked) {
  commands = all;
  menu = menuNow;
  onPick = picked;
  $('text').addEventListener('input', offer);
  $('text').addEventListener('blur', () => close());
}

export const isOffering = () => shown.length > 0;

function offer() {
  const [, typed] = /^\/([a-z_]*)$/i.exec($('text').value) ?? [];
  const names = typed === undefined ? [] : menu().filter((name) => name.startsWith(typed.toLowerCase()));
  shown = commands.filter(({ name }) => names.includes(name));
  at = 0;
  draw();
}

function draw() {
  $('commands').hidden = shown.length === 0;
  $('commands').replaceChildren(
    ...shown.map(({ name, does }, i) =>
      el(
        'div',
        {
          id: `command-${name}`,
          role: 'option',
          'aria-selected': `${i === at}`,
          // The text field keeps the focus.
          onpointerdown: (event) => event.preventDefault(),
          onclick: () => pick(name),
        },
        el('b', {}, `/${name}`),
        el('span', {}, does),
      ),
    ),
  );
  const selected = shown[at];
  if (selected) $('text').setAttribute('aria-activedescendant', `command-${selected.name}`);
  else $('text').removeAttribute('aria-activedescendant');
  $('commands').children[at]?.scrollIntoView({ block: 'nearest' });
}

function pick(name) {
  close();
  onPick(`/${name} `);
}

function close() {
  shown = [];
  draw();
}

/** Handles a key while commands are offered; gives whether it did. */
export function commandKey({ key, shiftKey }) {
  if (!isOffering()) return false;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    at = (at + (key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length;
    draw();
  } else if (key === 'Escape') close();
  // A whole name is sent as it stands.
  else if (key === 'Enter' && $('text').value === `/${shown[at].name}`) {
    close();
    return false;
  } else if (key === 'Tab' ? !shiftKey : key === 'Enter') pick(shown[at].name);
  else return false;
  return true;
}
