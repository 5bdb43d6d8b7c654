import type { Update } from 'grammy/types';

const BOT_NAME = /@\w{1,60}bot(?!\w)/gi;

/** The usernames in an update that end as every bot's does. */
export function botsNamedIn(update: Update): readonly string[] {
  const { text, caption } = update?.message ?? update?.edited_message ?? {};
  const written: unknown = text ?? caption;
  return typeof written === 'string' ? (written.match(BOT_NAME) ?? []).map((name) => name.slice(1)) : [];
}

export interface Addressing {
  /** The text without the bot's name. */
  readonly text: string;
  /** It is a command or mentions the bot. */
  readonly addressed: boolean;
  /** It names the bot. */
  readonly named: boolean;
}

/** A username with the spaces around it and a comma or colon behind it; not inside of an address or a path. */
const MENTION = /(?<![ \t])[ \t]*(?<![\w@./-])@(\w+)[ \t]*[,:]?[ \t]*/g;

/** How a text addresses the bot, by any of its `names`; undefined for a command to another bot. */
export function readAddressing(text: string, names: readonly string[]): Addressing | undefined {
  const isOwn = (name: string) => names.some((own) => own.toLowerCase() === name.toLowerCase());
  const words = text.replace(MENTION, (sign, name: string) => (isOwn(name) ? ' ' : sign)).trim();
  const command = /^\/\w+(?:@(\w+))?(?![\w@/])/.exec(words);
  const to = command?.[1];
  const mention = words !== text.trim();
  if (to === undefined) return { text: words, addressed: command !== null || mention, named: mention };
  if (!isOwn(to)) return undefined;
  return { text: words.replace(`@${to}`, ''), addressed: true, named: true };
}
