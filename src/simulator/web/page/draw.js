import { dayOf, hourOf } from './clock.js';
import { el, tile } from './dom.js';
import { WORDS } from './words.js';

/** Messages of one person within this time of each other are shown as one group. */
const GROUPING_MS = 5 * 60_000;
const COLORS = 8;
const COMMAND = /((?<![\w@/.:-])\/[a-z_]+)/;

export const plainText = ({ spans }) => spans.map(({ text }) => text).join('');

const colorOf = (ref) =>
  [...ref].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 997, 7) % COLORS;

/** A message as an element. The context gives the previous and the quoted message, the reader, and what buttons do. */
export function drawMessage(message, context) {
  const { previous, me, actions } = context;
  const { ref, by, name, at, edited, spans, files, choices, quotes } = message;
  const together =
    previous?.by === by &&
    Date.parse(at) - Date.parse(previous.at) < GROUPING_MS &&
    dayOf(at) === dayOf(previous.at);
  const bot = by === 'bot';
  const classes = [bot ? 'bot' : `color-${colorOf(by)}`, by === me && 'own', together && 'together'];
  return el(
    'article',
    { class: ['message', ...classes].filter(Boolean).join(' '), data: { ref }, 'aria-label': name },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, bot ? '' : initial(name)),
    el(
      'div',
      { class: 'bubble' },
      el('p', { class: 'name' }, name),
      quotes && drawQuote(quotes, context),
      ...files.map((file) => drawFile(file, actions)),
      spans.length > 0 &&
        el('p', { class: 'text' }, ...spans.flatMap((span) => drawSpan(span, message, context))),
      el(
        'p',
        { class: 'foot' },
        edited && el('span', { class: 'edited' }, WORDS.edited),
        el('time', { datetime: at }, hourOf(at)),
      ),
      choices.length > 0 &&
        el('div', { class: 'choices' }, ...choices.map((choice) => drawChoice(choice, ref, actions))),
      context.unanswered && el('p', { class: 'unanswered' }, WORDS.unanswered),
    ),
    el(
      'div',
      { class: 'tools' },
      tool(WORDS.reply, '↩', () => actions.onReply(message), name),
      !bot && tool(WORDS.edit, '✎', () => actions.onEdit(message), name),
    ),
  );
}

const initial = (name) =>
  name
    .replace(/^(Kades|Camat|Kasi)\s+/, '')
    .slice(0, 1)
    .toUpperCase();

const tool = (label, symbol, onclick, name) =>
  el(
    'button',
    { type: 'button', class: `tool ${label === WORDS.edit ? 'edit' : ''}`, title: label, onclick },
    el('span', { 'aria-hidden': 'true' }, symbol),
    el('span', { class: 'hidden' }, `${label}: ${name}`),
  );

function drawSpan({ kind, ref, text, bold, italic }, message, context) {
  if (kind === 'mention')
    return el(
      'span',
      { class: `mention ${ref === context.me ? 'me' : ''}`, data: { mention: ref } },
      `@${text}`,
    );
  const pieces =
    message.by === 'bot'
      ? text.split(COMMAND).flatMap((piece) => drawPiece(piece, message, context))
      : [text];
  if (!bold && !italic) return pieces;
  const inner = italic ? el('i', {}, ...pieces) : undefined;
  return bold ? el('b', {}, ...(inner ? [inner] : pieces)) : inner;
}

/** Turns the bot's commands into buttons, and its status marks into the recap's tiles. */
function drawPiece(piece, message, context) {
  const { marks, actions } = context;
  if (COMMAND.test(piece)) {
    const onclick = () => actions.onCommand(piece, message);
    return el('button', { type: 'button', class: 'command', onclick }, piece);
  }
  const found = [...marks.keys()].find((mark) => piece.includes(mark));
  if (!found) return [piece];
  const { state, name } = marks.get(found);
  const at = piece.indexOf(found);
  const rest = piece.slice(at + found.length);
  return [
    ...drawPiece(piece.slice(0, at), message, context),
    tile(state, name),
    ...drawPiece(rest, message, context),
  ];
}

function drawQuote(ref, { quoted, actions }) {
  const text = quoted ? plainText(quoted) || WORDS.photo : WORDS.earlier;
  return el(
    'button',
    { type: 'button', class: 'quote', onclick: () => actions.onQuote(ref) },
    quoted && el('b', {}, quoted.name),
    el('span', {}, text.slice(0, 120)),
  );
}

function drawFile({ id, as, name, size }, actions) {
  const href = `/api/files/${id}`;
  if (as === 'picture') {
    return el(
      'a',
      { class: 'picture', href, target: '_blank' },
      el('img', { src: href, alt: name, onload: actions.onPicture }),
    );
  }
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return el(
    'a',
    { class: 'file', href, download: name },
    el('b', {}, name.split('.').at(-1).toUpperCase()),
    el('span', {}, name, el('small', {}, `${kilobytes} KB`)),
  );
}

function drawChoice(choice, ref, actions) {
  const onclick = () => void actions.onPress(choice, ref, button);
  const button = el('button', { type: 'button', class: 'choice', onclick }, choice.label);
  return button;
}
