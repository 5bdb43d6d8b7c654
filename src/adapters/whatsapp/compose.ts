import type { AnyMessageContent, proto } from '@whiskeysockets/baileys';
import type { MessageRef } from '../../domain/ids.ts';
import { type Attachment, type Sendable, SendError } from '../adapter.ts';
import { contextIn, textIn, unwrap } from './content.ts';
import { encode } from './encode.ts';
import type { Groups } from './groups.ts';
import { takeMentionsOut } from './mentions.ts';
import type { People } from './people.ts';
import { BOT, partsOf } from './refs.ts';

/** The message with this ref, to quote it, where it is still in memory. */
export type Recall = (ref: MessageRef) => proto.IMessage | undefined;

/**
 * Makes the composer, which turns a message into what Baileys sends. `edited` is the id of the message that it replaces. An album
 * becomes several messages.
 */
export function createComposer(people: People, groups: Groups, recall: Recall) {
  function quoteOf(
    ref: MessageRef,
    chat: string,
    address: (jid: string) => string,
  ): proto.IContextInfo | undefined {
    const parts = partsOf(ref);
    if (!parts || parts.chat !== chat || parts.participant === BOT) return undefined;
    const quotedMessage = { conversation: wordsOf(recall(ref)) || '…' };
    return { stanzaId: parts.id, participant: address(parts.participant), quotedMessage };
  }

  return (
    message: Sendable,
    chat: string,
    edited: string | undefined,
  ): readonly [AnyMessageContent, ...AnyMessageContent[]] => {
    const address = (jid: string) => groups.memberJid(chat, people.addresses(jid)) ?? jid;
    const { text, mentions } = encode(message.text, message.choices ?? [], address);
    const quote = message.quotes && !edited ? quoteOf(message.quotes, chat, address) : undefined;
    const extra = {
      ...(mentions.length > 0 && { mentions: [...mentions] }),
      ...(quote && { contextInfo: quote }),
    };
    const [file, ...more] = message.attachments ?? [];
    if (file) return [fileContent(file, text, extra), ...more.map((each) => fileContent(each, '', {}))];
    const edit = edited ? { edit: { remoteJid: chat, fromMe: true, id: edited } } : {};
    return [{ text, linkPreview: null, ...extra, ...edit }];
  };
}

/** The words of a message alone: whom it quotes or mentions may be nobody to the bot, and what is sent is kept. */
function wordsOf(message: proto.IMessage | undefined): string {
  const content = unwrap(message)?.content;
  const jids = (content && contextIn(content)?.mentionedJid) ?? [];
  return takeMentionsOut((content && textIn(content)) ?? '', jids, () => false);
}

function fileContent(
  { as, source, type, name }: Attachment,
  words: string,
  extra: object,
): AnyMessageContent {
  if (!(source instanceof Uint8Array)) throw new SendError('refused', 'no such upload');
  const bytes = Buffer.from(source);
  const caption = words ? { caption: words } : {};
  return as === 'picture'
    ? { image: bytes, mimetype: type, ...caption, ...extra }
    : { document: bytes, mimetype: type, fileName: name, ...caption, ...extra };
}
