import type { WAMessage } from '@whiskeysockets/baileys';
import type { MessageRef } from '../../domain/ids.ts';
import type { Added, Removed } from '../adapter.ts';
import { type DecodeContext, type Place, sentAt } from './decode-content.ts';
import { chatRef, isGroup } from './refs.ts';

/** The bot joined a group or left it. The server's notice has an id and a time as a message has. */
export function fromMembership(
  message: WAMessage,
  { chat, key }: Place,
  { baileys, groups, memberships, isThisNumber }: DecodeContext,
): Added | Removed | undefined {
  const { WAMessageStubType: Type, toNumber } = baileys;
  const type: number = message.messageStubType!;
  const parameters = (message.messageStubParameters ?? []) as readonly string[];
  if (type === Type.GROUP_CHANGE_SUBJECT && parameters[0]) groups.rename(chat, parameters[0]);
  // A group that is new to the bot is announced with its subject; otherwise those who joined or left are listed.
  const isNewGroup = type === Type.GROUP_CREATE;
  if (!isGroup(chat) || !(isNewGroup || membersIn(parameters).some(isThisNumber))) return undefined;

  const at = sentAt(baileys, message);
  switch (type) {
    case Type.GROUP_PARTICIPANT_REMOVE:
    case Type.GROUP_PARTICIPANT_LEAVE:
      memberships.left(chat);
      return {
        kind: 'removed',
        ref: `${chatRef(chat)}:member:${key.id}` as MessageRef,
        chat: chatRef(chat),
        at,
      };
    case Type.GROUP_CREATE:
    case Type.GROUP_PARTICIPANT_ADD:
    case Type.GROUP_PARTICIPANT_INVITE: {
      const chatTitle = (isNewGroup ? parameters[0] : groups.title(chat)) ?? '';
      // The server may announce one arrival in both ways. The ref has the time, so that it counts once.
      const ref = `${chatRef(chat)}:added:${toNumber(message.messageTimestamp)}` as MessageRef;
      return { kind: 'added', ref, chat: chatRef(chat), chatTitle, seesAll: true, at };
    }
    default:
      return undefined;
  }
}

/** Baileys lists members as JSON texts of `{ id, phoneNumber, lid }`. */
function membersIn(parameters: readonly string[]): readonly string[] {
  return parameters.flatMap((parameter) => {
    if (!parameter.startsWith('{')) return [];
    const member = JSON.parse(parameter) as Record<string, unknown>;
    return [member.id, member.phoneNumber, member.lid].filter((jid) => typeof jid === 'string');
  });
}
