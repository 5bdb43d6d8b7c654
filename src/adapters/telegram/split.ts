import type { Choice, Content } from '../../text/content.ts';
import { literal, type Markup, mention, parseMarkup, type Span } from '../../text/markup.ts';
import { COMMAND } from './encode.ts';

/** The size of a piece of text, as the limits count it. */
interface Weight {
  readonly units: number;
  readonly mentions: number;
  readonly entities: number;
}

/**
 * Bot API, sendMessage: 4096 characters after entities parsing, counted in UTF-16 units; a message keeps 100
 * entities and drops the rest silently, and notifies about 50 people.
 */
const MESSAGE: Weight = { units: 4096, mentions: 50, entities: 100 };
/** Bot API, sendPhoto and sendDocument: 1024 characters of caption. */
const CAPTION: Weight = { ...MESSAGE, units: 1024 };
/** Bot API: a bot's username has 32 letters at most; in a group each command gets it, with an `@`. */
const COMMAND_SUFFIX = 1 + 32;
/** A third of it could be commands at most, and a mention takes more letters than a command. */
const SHORT = 300;
/** Telegram's servers: 100 buttons a message, and about 10 KB of markup. */
const BUTTONS = 100;
const MARKUP_BYTES = 10_000;
const BYTES_BESIDES = Buffer.byteLength('[{"text":"","callback_data":""}],');

const NOTHING: Weight = { units: 0, mentions: 0, entities: 0 };

const sum = (a: Weight, b: Weight): Weight => ({
  units: a.units + b.units,
  mentions: a.mentions + b.mentions,
  entities: a.entities + b.entities,
});
const fits = (weight: Weight, limit: Weight): boolean =>
  weight.units <= limit.units && weight.mentions <= limit.mentions && weight.entities <= limit.entities;

/**
 * Splits content into messages that Telegram accepts: between lines, at a blank line where one is near; a line too long
 * for one message is cut between words. The file and the choices go with the last.
 */
export function split(content: Content): readonly Content[] {
  const { file, text } = content;
  const [choices = [], ...more] = keyboards(content.choices ?? []);
  const texts = file ? withCaption(text) : isShort(text) ? [text] : pack(linesOf(text, MESSAGE), MESSAGE);
  const last = texts.length - 1;
  const pieces = texts.map((text, i) => ({
    text,
    ...(i === last && file && { file }),
    ...(i === last && choices.length > 0 && { choices }),
  }));
  return [...pieces, ...more.map((rest) => ({ text: '…' as Markup, choices: rest }))];
}

/** Most answers are: whatever such a text consists of, it fits, and there is nothing to trim. */
const isShort = (text: Markup): boolean => text.length <= SHORT && !/^\n|\n$/.test(text);

/** Splits a text so that the last piece fits into a caption. */
function withCaption(text: Markup): Markup[] {
  const lines = trimmed(linesOf(text, CAPTION));
  const caption = pack(lines.toReversed(), CAPTION)[0]!.split('\n').toReversed();
  const before = lines.slice(0, Math.max(0, lines.length - caption.length));
  return [...(before.length > 0 ? pack(before, MESSAGE) : []), caption.join('\n') as Markup];
}

interface Line {
  readonly text: Markup;
  readonly weight: Weight;
}

/** Packs lines into few pieces. A full piece ends at a blank line where one lies in its second half. */
function pack(lines: readonly Line[], limit: Weight): Markup[] {
  const pieces: Markup[] = [];
  let piece: Line[] = [];
  let weight = NOTHING;
  const close = (end: number) => {
    const done = trimmed(piece.slice(0, end));
    if (done.length > 0) pieces.push(done.map((line) => line.text).join('\n') as Markup);
    piece = trimmed(piece.slice(end));
    weight = piece.map(withLineEnd).reduce(sum, NOTHING);
  };
  for (const line of lines) {
    if (!fits(sum(weight, line.weight), limit)) {
      const blank = piece.findLastIndex(isBlank);
      close(blank > piece.length / 2 ? blank : piece.length);
      if (!fits(sum(weight, line.weight), limit)) close(piece.length);
    }
    piece.push(line);
    weight = sum(weight, withLineEnd(line));
  }
  close(piece.length);
  return pieces.length > 0 ? pieces : ['' as Markup];
}

const withLineEnd = ({ weight }: Line): Weight => ({ ...weight, units: weight.units + 1 });
const isBlank = (line: Line): boolean => line.weight.units === 0;
const trimmed = (lines: readonly Line[]): Line[] =>
  lines.slice(
    lines.findIndex((line) => !isBlank(line)),
    lines.findLastIndex((line) => !isBlank(line)) + 1,
  );

const linesOf = (text: Markup, limit: Weight): Line[] =>
  text.split('\n').flatMap((line) => {
    const whole = lineOf(parseMarkup(line as Markup));
    return fits(whole.weight, limit) ? [whole] : cut(line as Markup, limit);
  });

/** Cuts a line that does not fit into a message between words. */
function cut(line: Markup, limit: Weight): Line[] {
  const lines: Line[] = [];
  let spans: Span[] = [];
  let weight = NOTHING;
  for (const word of parseMarkup(line).flatMap(wordsOf)) {
    const more = weightOf(word);
    if (!fits(sum(weight, more), limit)) {
      lines.push(lineOf(spans));
      spans = [];
      weight = NOTHING;
    }
    spans.push(word);
    weight = sum(weight, more);
  }
  return [...lines, lineOf(spans)];
}

/** The words of a span, each with the space before it. A very long word is cut; a name stays whole. */
const wordsOf = (span: Span): Span[] =>
  span.kind === 'mention'
    ? [span]
    : (span.text.match(/\s{0,100}\S{1,200}|\s{1,100}/gu) ?? []).map((text) => ({ ...span, text }));

const lineOf = (spans: readonly Span[]): Line => ({
  text: spans.map(markupOf).join('') as Markup,
  weight: spans.map(weightOf).reduce(sum, NOTHING),
});

function markupOf(span: Span): string {
  if (span.kind === 'mention') return mention(span.ref, span.text);
  const text = span.bold ? `<b>${literal(span.text)}</b>` : literal(span.text);
  return span.italic ? `<i>${text}</i>` : text;
}

function weightOf(span: Span): Weight {
  if (span.kind === 'mention') return { units: span.text.length, mentions: 1, entities: 1 };
  const commands = span.text.match(COMMAND)?.length ?? 0;
  return {
    units: span.text.length + commands * COMMAND_SUFFIX,
    mentions: 0,
    // Telegram marks every command as an entity of its own.
    entities: Number(span.bold) + Number(span.italic) + commands,
  };
}

/** Distributes choices over keyboards: one, unless there are more than Telegram shows at once. */
function keyboards(choices: readonly Choice[]): Choice[][] {
  const all: Choice[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    const more = Buffer.byteLength(choice.label + choice.command) + BYTES_BESIDES;
    bytes += more;
    if (bytes > MARKUP_BYTES || all.at(-1)!.length === BUTTONS) {
      all.push([]);
      bytes = more;
    }
    all.at(-1)!.push(choice);
  }
  return all;
}
