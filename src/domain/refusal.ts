/**
 * Why a platform refused a message, which therefore surely did not arrive. `gone`: the bot is not in this chat, or is
 * blocked there; `rights`: it must not write there now; `topic`: the forum topic is closed; `files`: it must not send files
 * of this kind there; `message`: the message itself is not accepted.
 */
export type Refusal = 'gone' | 'rights' | 'topic' | 'files' | 'message';
