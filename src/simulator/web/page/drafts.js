const PREFIX = 'draf ';
const NONE = { text: '', reply: undefined };

/** What was begun in a chat and not sent: its text, and the ref of the message that it replies to. */
export function draftOf(chat) {
  const kept = localStorage.getItem(PREFIX + chat);
  return kept ? JSON.parse(kept) : NONE;
}

export function saveDraft(chat, draft) {
  if (draft.text === '' && !draft.reply) localStorage.removeItem(PREFIX + chat);
  else localStorage.setItem(PREFIX + chat, JSON.stringify(draft));
}
