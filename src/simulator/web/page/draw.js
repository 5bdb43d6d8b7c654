import { dayOf, hourOf } from './clock.js';
import { el, tile } from './dom.js';
import { shortened, WORDS } from './words.js';

/** Messages of one person within this time of each other are shown as one group. */
const GROUPING_MS = 5 * 60_000;
const COLORS = 8;
const COMMAND = /((?<![\w@/.:-])\/[a-z_]+)/;
const APPROVES = /^\/setujui \d/;
const IN_LOG = { type: 'button', tabindex: -1 };

/** The statuses, by the mark that the bot writes for each. */
let marks = new Map();
export function learnMarks(states) {
  marks = new Map(states.map(({ state, name, mark }) => [mark, { state, name }]));
}

export const plainText = ({ spans }) => spans.map(({ text }) => text).join('');

const colorOf = (ref) =>
  [...ref].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 997, 7) % COLORS;

/** A message as an element. The context gives the world, the previous and the quoted message, the reader, and what buttons do. */
export function drawMessage(message, context) {
  const { ref, by, name } = message;
  const bot = by === 'bot';
  const classes = [
    'message',
    bot ? 'bot' : `color-${colorOf(by)}`,
    by === context.me && 'own',
    isTogether(message, context.previous) && 'together',
  ];
  return el(
    'article',
    { class: classes.filter(Boolean).join(' '), data: { ref }, tabindex: -1, 'aria-label': labelOf(message) },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, bot ? '' : initial(name)),
    drawBubble(message, context),
    drawTools(message, context),
  );
}

/** Who says what and when, for those who hear the page. */
function labelOf(message) {
  const { name, at, files, forwardedFrom } = message;
  const from = forwardedFrom && WORDS.forwardedFrom(forwardedFrom);
  const said = [from, plainText(message), ...files.map((file) => fileLabel(file, message))].filter(Boolean);
  return WORDS.messageLabel(name, hourOf(at), said.join('. '));
}

const isTogether = ({ by, at }, previous) =>
  previous?.by === by &&
  Date.parse(at) - Date.parse(previous.at) < GROUPING_MS &&
  dayOf(at) === dayOf(previous.at);

function drawBubble(message, context) {
  const { name, at, edited, spans, files, choices, quotes, forwardedFrom, ref } = message;
  const { actions } = context;
  return el(
    'div',
    { class: 'bubble' },
    el('p', { class: 'name' }, name),
    forwardedFrom && el('p', { class: 'forwarded' }, WORDS.forwardedFrom(forwardedFrom)),
    quotes && drawQuote(quotes, context),
    ...files.map((file) => drawFile(file, message, context)),
    spans.length > 0 &&
      el('p', { class: 'text' }, ...spans.flatMap((span) => drawSpan(span, message, context))),
    el(
      'p',
      { class: 'foot' },
      edited && el('span', { class: 'edited' }, WORDS.edited),
      el('time', { datetime: at }, hourOf(at)),
    ),
    choices.length > 0 &&
      el('div', { class: 'choices' }, ...rowsOf(choices).map((row) => drawRow(row, ref, actions))),
    context.unanswered && el('p', { class: 'unanswered' }, context.unanswered),
  );
}

const drawTools = (message, { actions }) =>
  el(
    'div',
    { class: 'tools' },
    tool('why', WORDS.why, '?', () => actions.onWhy(message), message),
    el(
      'div',
      { class: 'more' },
      tool('reply', WORDS.reply, '↩', () => actions.onReply(message), message),
      tool('forward', WORDS.forward, '↪', () => actions.onForward(message), message),
      message.by !== 'bot' &&
        !message.forwardedFrom &&
        tool('edit', WORDS.edit, '✎', () => actions.onEdit(message), message),
    ),
  );

const initial = (name) => {
  const [first = ''] = name.replace(/^(Kades|Lurah|Camat|Kasi)\s+/, '');
  return first.toUpperCase();
};

const tool = (kind, label, symbol, onclick, { name }) =>
  el(
    'button',
    { ...IN_LOG, class: `tool ${kind}`, title: label, onclick },
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
function drawPiece(piece, message, { actions }) {
  if (!COMMAND.test(piece)) return withTiles(piece);
  const onclick = () => actions.onCommand(piece, message);
  return el('button', { ...IN_LOG, class: 'command', onclick }, el('span', {}, piece));
}

/** A text with the recap's tiles in place of the bot's status marks, as children for an element. */
export function withTiles(text) {
  const found = [...marks.keys()].find((mark) => text.includes(mark));
  if (!found) return [text];
  const { state, name } = marks.get(found);
  const at = text.indexOf(found);
  return [...withTiles(text.slice(0, at)), tile(state, name), ...withTiles(text.slice(at + found.length))];
}

function drawQuote(ref, { quoted, actions }) {
  const text = quoted ? plainText(quoted) || WORDS.photo : WORDS.earlier;
  return el(
    'button',
    { ...IN_LOG, class: 'quote', onclick: () => actions.onQuote(ref) },
    quoted && el('b', {}, quoted.name),
    el('span', {}, el('span', {}, ...withTiles(shortened(text, 120)))),
  );
}

/** What a file shows, in words: a picture of the bot shows what its caption speaks of. */
function fileLabel({ as, name }, message) {
  if (as !== 'picture') return WORDS.fileNames(name);
  const caption = shortened(
    plainText(message)
      .replace(/([\p{L}\p{N})%])\n+/gu, '$1. ')
      .replaceAll('\n', ' '),
    200,
  );
  return message.by === 'bot' ? WORDS.botPicture(caption) : WORDS.photoOf(message.name, caption);
}

function drawFile(file, message, { world, actions }) {
  const { id, as, name, size } = file;
  const href = `/api/files/${id}?world=${encodeURIComponent(world)}`;
  if (as === 'picture') {
    return el(
      'a',
      { class: 'picture', href, target: '_blank', tabindex: -1 },
      el('img', { src: href, alt: fileLabel(file, message), loading: 'lazy', onload: actions.onPicture }),
    );
  }
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return el(
    'a',
    { class: 'file', href, download: name, tabindex: -1 },
    el('b', {}, name.split('.').at(-1).toUpperCase()),
    el('span', {}, name, el('small', {}, `${kilobytes} KB`)),
  );
}

/** The decisions about a person stand side by side, apart from those about others; other buttons follow one another. */
function rowsOf(choices) {
  const rows = [[]];
  for (const choice of choices) {
    if (APPROVES.test(choice.command) && rows.at(-1).length > 0) rows.push([]);
    rows.at(-1).push(choice);
  }
  return rows;
}

const drawRow = (row, ref, actions) =>
  el('div', { class: 'choice-row' }, ...row.map((choice) => drawChoice(choice, ref, actions)));

function drawChoice(choice, ref, actions) {
  const onclick = () => void actions.onPress(choice, ref, button);
  const button = el('button', { ...IN_LOG, class: 'choice', onclick }, choice.label);
  return button;
}
