import { messages } from './chat.js';
import { $, el } from './dom.js';
import { plainText } from './draw.js';
import { CAMAT_IDEAS, IDEAS, WORDS } from './words.js';

const HEADS_SHOWN = 3;
/** Two texts shorter than this share a line on a phone. */
const SHORT = 15;

/** Offers messages to send next: three of village heads and one of the camat that nobody has sent yet. */
export function showIdeas(people, send) {
  const sent = new Set(messages().map((message) => `${message.by} ${plainText(message)}`));
  const headOf = (code) => people.find((person) => person.village === code);
  const camat = people.find(({ group }) => group === 'district');
  const unsent = ([person, text]) => person && !sent.has(`${person.ref} ${text}`);
  const heads = IDEAS.map(([code, text]) => [headOf(code), text]).filter(unsent);
  const asks = CAMAT_IDEAS.map((text) => [camat, text]).filter(unsent);
  const ideas = [...heads.slice(0, HEADS_SHOWN), ...asks.slice(0, 1)];
  $('ideas').hidden = ideas.length === 0;
  $('ideas').querySelector('summary').textContent = WORDS.ideasFor(ideas.length);
  $('idea-list').replaceChildren(
    ...ideas.map(([person, text]) =>
      el(
        'li',
        { class: text.length < SHORT && 'short' },
        el(
          'button',
          { type: 'button', class: 'idea', onclick: () => send(person, text) },
          el('small', {}, WORDS.as(person.name)),
          el('span', {}, text),
        ),
      ),
    ),
  );
}
