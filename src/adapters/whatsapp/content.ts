import type { proto } from '@whiskeysockets/baileys';
import type { MediaKind } from '../adapter.ts';
import { isForwarding } from './own-words.ts';

/** More wrappers than any message of WhatsApp's has. */
const MOST_WRAPPERS = 8;

/** A message without its wrappers, and what the wrappers say about it. */
export interface Unwrapped {
  readonly content: proto.IMessage;
  /** The secret that later edits of the message are sealed with. */
  readonly secret: Uint8Array | undefined;
  /** The message that this one is a part of. */
  readonly association: proto.IMessageAssociation | undefined;
  /** A wrapper says that it is passed on. */
  readonly forwarded: boolean;
}

/**
 * Takes a message out of its wrappers (disappearing, view once, part of another, written to an assistant). A wrapper is recognised
 * by the message in it and not by its name, because WhatsApp adds new ones. Undefined where nothing is inside.
 */
export function unwrap(message: proto.IMessage | null | undefined): Unwrapped | undefined {
  let content = message;
  let info: proto.IMessageContextInfo = {};
  let forwarded = false;
  for (let depth = 0; content && depth <= MOST_WRAPPERS; depth++) {
    info = { ...info, ...content.messageContextInfo };
    const wrapper = Object.entries(content).find(isWrapper);
    if (!wrapper) {
      const { messageSecret, messageAssociation } = info;
      const association = messageAssociation ?? undefined;
      return { content, secret: messageSecret ?? undefined, association, forwarded };
    }
    const [name, { message: inner }] = wrapper;
    forwarded ||= isForwarding(name);
    content = inner;
  }
  return undefined;
}

const isWrapper = (part: readonly [string, unknown]): part is [string, { message: proto.IMessage }] => {
  const inner = (part[1] as { message?: unknown } | null | undefined)?.message;
  return typeof inner === 'object' && inner !== null;
};

/** Parts that hold keys, calls and earlier messages, or announce what comes next: nobody said them. */
const SILENT: ReadonlySet<string> = new Set([
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'protocolMessage',
  'call',
  'callLogMesssage',
  'chat',
  'albumMessage',
  'messageHistoryBundle',
  'messageHistoryNotice',
  'placeholderMessage',
  'stickerSyncRmrMessage',
]);

export const isSilent = (name: string): boolean => SILENT.has(name);

/** Whether somebody said something by a message, of whatever kind. What acts on another message (a reaction, a vote) names its key. */
export const saysSomething = (content: proto.IMessage): boolean =>
  Object.entries(content).some(
    ([name, part]) =>
      part && !isSilent(name) && !Object.keys(part).some((field) => /^key$|MessageKey$/.test(field)),
  );

/** The text of a message, or the caption of its media. */
export const textIn = (content: proto.IMessage): string | undefined =>
  content.conversation ??
  content.extendedTextMessage?.text ??
  content.imageMessage?.caption ??
  content.videoMessage?.caption ??
  content.documentMessage?.caption ??
  undefined;

/** The quote and the mentions of a message, and what it says about the chat. */
export const contextIn = (content: proto.IMessage): proto.IContextInfo | undefined =>
  Object.values(content).find(
    (part): part is { contextInfo: proto.IContextInfo } =>
      typeof part === 'object' && part !== null && 'contextInfo' in part && Boolean(part.contextInfo),
  )?.contextInfo;

const MEDIA: readonly (readonly [RegExp, MediaKind])[] = [
  [/^imageMessage$/, 'photo'],
  [/^(videoMessage|ptvMessage)$/, 'video'],
  [/^documentMessage$/, 'document'],
  [/^sticker(Pack)?Message$/, 'sticker'],
  [/^(liveL|l)ocationMessage$/, 'location'],
  [/^contact(sArray)?Message$/, 'contact'],
  [/^pollCreationMessage/, 'poll'],
];

/** The kind of its media; undefined where there is none or it is not known. */
export function mediaIn(content: proto.IMessage): MediaKind | undefined {
  if (content.audioMessage) return content.audioMessage.ptt ? 'voice' : 'audio';
  const keys = Object.keys(content).filter((key) => content[key as keyof proto.IMessage]);
  return MEDIA.find(([pattern]) => keys.some((key) => pattern.test(key)))?.[1];
}
