import { currentChat, currentGroup, isPrivate } from './chats.js';
import { messagesOf } from './dialogue.js';
import { $, el } from './dom.js';
import { plainText } from './draw.js';
import { ABOVE_IDEAS, CAMAT_IDEAS, HEAD_IDEAS, PRIVATE_IDEAS, WORDS } from './words.js';

const HEADS_SHOWN = 3;
/** Two texts shorter than this share a line on a phone. */
const SHORT = 15;

/** Offers messages to send next that nobody has sent yet in this chat. */
export function showIdeas(people, me, send) {
  const sent = new Set(messagesOf(currentChat()).map((message) => `${message.by} ${plainText(message)}`));
  const unsent = ([person, text]) => person && !sent.has(`${person.ref} ${text}`);
  const ideas = isPrivate() ? privateIdeas(me).filter(unsent) : groupIdeas(people, unsent);
  $('open-ideas').hidden = ideas.length === 0;
  $('open-ideas').textContent = WORDS.ideas(ideas.length);
  $('idea-list').replaceChildren(...ideas.map((idea) => drawIdea(idea, send)));
  foldIdeas($('open-ideas').getAttribute('aria-expanded') === 'true');
}

/**
 * Three of village heads and one of the camat; above the kecamatan three of the people who hold the area; none in a group that
 * is not linked, or to an area that is not its members'.
 */
function groupIdeas(people, unsent) {
  const { area, home } = currentGroup();
  if (area !== home) return [];
  const holders = people.filter(({ group }) => group === 'above');
  const looks = ABOVE_IDEAS.map(([i, text]) => [holders[i], text]).filter(unsent);
  if (looks.length > 0) return looks.slice(0, HEADS_SHOWN);
  const heads = people.filter(({ group }) => group === 'villages');
  const camat = people.find(({ group }) => group === 'district');
  const reports = HEAD_IDEAS.map(([i, text]) => [heads[i], text]).filter(unsent);
  const asks = CAMAT_IDEAS.map((text) => [camat, text]).filter(unsent);
  return [...reports.slice(0, HEADS_SHOWN), ...asks.slice(0, 1)];
}

const privateIdeas = (me) => (PRIVATE_IDEAS[me?.group] ?? []).map((text) => [me, text]);

const drawIdea = ([person, text], send) =>
  el(
    'li',
    { class: text.length < SHORT && 'short' },
    el(
      'button',
      { type: 'button', class: 'idea', onclick: () => send(person, text) },
      el('small', {}, WORDS.as(person.name)),
      el('span', {}, text),
    ),
  );

/** Shows the list of ideas, or folds it to its button. */
export function foldIdeas(open) {
  $('open-ideas').setAttribute('aria-expanded', `${open}`);
  $('idea-list').hidden = !open || $('open-ideas').hidden;
}

export function startIdeas() {
  $('open-ideas').addEventListener('click', () => {
    foldIdeas($('open-ideas').getAttribute('aria-expanded') !== 'true');
    // They may make the page longer than the screen.
    $('composer').scrollIntoView({ block: 'end' });
  });
}
