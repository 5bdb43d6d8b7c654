/** All messages of all chats, in the order of writing. */
const messages = new Map();

export const clearMessages = () => messages.clear();
export const messageOf = (ref) => messages.get(ref);
export const messagesOf = (chat) => [...messages.values()].filter((message) => message.chat === chat);

/** Keeps a message, or its new version; gives whether it is new. */
export function keepMessage(message) {
  const isNew = !messages.has(message.ref);
  messages.set(message.ref, message);
  return isNew;
}

/** Where a message stands in the order of writing. */
export const numberOf = ({ ref }) => Number(ref.split(':').at(-1));
