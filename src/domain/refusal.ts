/**
 * Why a platform refused a message, so that it is known not to have arrived. `gone`: the bot is not in this chat, or is
 * blocked there; `rights`: it may not write there now; `topic`: the forum topic is closed; `files`: it may not send files
 * of this kind there; `message`: the message itself is not accepted.
 */
export type Refusal = 'gone' | 'rights' | 'topic' | 'files' | 'message';
