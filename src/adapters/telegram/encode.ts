import type { ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, InputMedia, Opts } from 'grammy/types';
import { InputFile } from 'grammy/web';
import type { Choice } from '../../text/content.ts';
import { literal, type Markup, parseMarkup } from '../../text/markup.ts';
import type { Attachment, Sendable } from '../adapter.ts';
import { idOf, messageIdIn } from './refs.ts';

type Method =
  | 'sendMessage'
  | 'sendPhoto'
  | 'sendDocument'
  | 'sendMediaGroup'
  | 'editMessageText'
  | 'editMessageCaption'
  | 'editMessageMedia';

/** One call of the Bot API. */
export type Call = { [M in Method]: { readonly method: M; readonly payload: Opts<M> } }[Method];

/** A message, and what the adapter learned about the one that it edits. */
export interface Form extends Sendable {
  /** The edited message is a picture or a document, so that the text becomes its caption. */
  readonly captioned?: true;
}

/** Bot API, InlineKeyboardButton.callback_data: 1-64 bytes. */
const CALLBACK_DATA_BYTES = 64;
/** Bot API, sendMediaGroup: 2-10 items. */
const ALBUM_ITEMS = 10;
/** Letters that a button shows on a small phone when it is alone in its row, shares it with one, with two. */
const BUTTON_WIDTHS = [32, 15, 9];

/** A command at the beginning of a word, but not a path, nor a command that names its bot already. */
export const COMMAND = /(?<![\w@/.:-])\/[a-z]\w*(?![\w@/])/gi;

/**
 * Encodes a message as one call; `username` is the bot's own. Throws `RangeError` for a message that no call can express. An album
 * loses its buttons, because the Bot API has no place for them.
 */
export function encode(message: Form, username: string): Call {
  const chat_id = idOf(message.to);
  if (chat_id === undefined) throw new RangeError('not a chat of Telegram');
  const text = html(message.text, chat_id < 0 ? username : undefined);
  const files = message.attachments ?? [];
  const choices = message.choices?.length ? keyboard(message.choices) : undefined;
  const edited = message.edits && messageIdIn(message.to, message.edits);

  if (edited !== undefined && files.length < 2) {
    const target = { chat_id, message_id: edited, ...(choices && { reply_markup: choices }) };
    if (files[0])
      return { method: 'editMessageMedia', payload: { ...target, media: mediaOf(files[0], text) } };
    if (message.captioned)
      return { method: 'editMessageCaption', payload: { ...target, caption: text, parse_mode: 'HTML' } };
    return { method: 'editMessageText', payload: { ...target, ...textOf(text) } };
  }

  const where = { chat_id, ...threadOf(message), ...replyOf(message) };
  if (files.length > ALBUM_ITEMS)
    throw new RangeError(`${files.length} files, an album takes ${ALBUM_ITEMS}`);
  if (files.length > 1)
    return { method: 'sendMediaGroup', payload: { ...where, media: albumOf(files, text) } };

  const reply_markup = choices ?? (message.asks && FORCE_REPLY);
  const body = { ...where, ...(reply_markup && { reply_markup }) };
  if (!files[0]) return { method: 'sendMessage', payload: { ...body, ...textOf(text) } };
  return files[0].as === 'picture'
    ? { method: 'sendPhoto', payload: { ...body, photo: fileOf(files[0]), ...captionOf(text) } }
    : { method: 'sendDocument', payload: { ...body, document: fileOf(files[0]), ...captionOf(text) } };
}

/**
 * Encodes markup as the Bot API's HTML. In a group every command gets the bot's name: a bare one goes to the bot that wrote
 * last, and to none in privacy mode.
 */
function html(markup: Markup, username: string | undefined): string {
  return parseMarkup(markup)
    .map((span) => {
      if (span.kind === 'mention') {
        const id = idOf(span.ref);
        return id === undefined
          ? literal(span.text)
          : `<a href="tg://user?id=${id}">${literal(span.text)}</a>`;
      }
      const text = literal(username ? span.text.replace(COMMAND, `$&@${username}`) : span.text);
      const bold = span.bold ? `<b>${text}</b>` : text;
      return span.italic ? `<i>${bold}</i>` : bold;
    })
    .join('');
}

const textOf = (text: string) =>
  ({ text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } }) as const;

const captionOf = (caption: string) => (caption === '' ? {} : ({ caption, parse_mode: 'HTML' } as const));

/** `selective`: the other members of the group are not prompted to answer. */
const FORCE_REPLY: ForceReply = { force_reply: true, selective: true };

const threadOf = ({ thread }: Sendable) =>
  thread === undefined ? {} : { message_thread_id: Number(thread) };

function replyOf({ to, quotes }: Sendable) {
  const message_id = quotes && messageIdIn(to, quotes);
  return message_id === undefined
    ? {}
    : { reply_parameters: { message_id, allow_sending_without_reply: true } };
}

/** Puts buttons into rows: short labels side by side, a long one alone. */
function keyboard(choices: readonly Choice[]): InlineKeyboardMarkup {
  const rows: InlineKeyboardButton[][] = [];
  let room = 0;
  for (const { label, command } of choices) {
    if (Buffer.byteLength(command) > CALLBACK_DATA_BYTES)
      throw new RangeError(`a button's command has more than ${CALLBACK_DATA_BYTES} bytes`);
    const button = { text: label, callback_data: command };
    const row = rows.at(-1);
    const most = BUTTON_WIDTHS.findLastIndex((width) => label.length <= width) + 1;
    if (row && row.length < Math.min(room, most)) {
      row.push(button);
      room = Math.min(room, most);
    } else {
      rows.push([button]);
      room = most;
    }
  }
  return { inline_keyboard: rows };
}

/** grammY writes a file's name into the request without quoting, so that only letters that need none are kept. */
const fileOf = ({ source, name }: Attachment): InputFile | string =>
  source instanceof Uint8Array ? new InputFile(source, name.replace(/[^\w.-]+/g, '-')) : source.uploaded;

const mediaOf = (file: Attachment, caption: string): InputMedia => ({
  type: file.as === 'picture' ? 'photo' : 'document',
  media: fileOf(file),
  ...captionOf(caption),
});

/** Bot API: documents only go with documents, so a mixed album is sent as documents. The first has the caption. */
function albumOf(files: readonly Attachment[], text: string): Opts<'sendMediaGroup'>['media'] {
  if (files.every((file) => file.as === 'picture'))
    return files.map((file, i) => ({ type: 'photo', media: fileOf(file), ...captionOf(i ? '' : text) }));
  return files.map((file, i) => ({ type: 'document', media: fileOf(file), ...captionOf(i ? '' : text) }));
}
