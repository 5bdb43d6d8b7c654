import { isOneTypo } from '../interpret/tag/typos.ts';

/** A name, whatever stands between it and its words: `/rekap.`, `/lapor: klinik sudah`; no path, and no other bot's. */
const SLASHED = /^\s*\/\s?([a-z][a-z_]*)(?![a-z_@/])[\s.,:;!?…-]*([\s\S]*)$/i;
/** A first word without a slash, and all that follows it. */
const FIRST_WORD = /^\s*([a-z]+)([\s\S]*)$/i;
/** What may follow the name of a command without a slash: see `CommandBase.slashless`. */
const FOLLOWS = { text: /^(?:[\s:,]|$)/, line: /^(?:[ :,.!].{0,40}$|$)/ } as const;

/** Shorter names are one slip away from too many words. */
const SHORTEST = 4;

export interface TypedCommand {
  /** Lower case, without the slash. */
  readonly name: string;
  readonly words: string;
}

/** The commands that need no slash when they are said to the bot. */
export type Slashless = ReadonlyMap<string, keyof typeof FOLLOWS>;

/** The command that a text is; `slashless`: those that are one without a slash too. */
export function typedCommand(text: string, slashless?: Slashless): TypedCommand | undefined {
  const [, name, words = ''] = SLASHED.exec(text) ?? [];
  if (name !== undefined) return { name: name.toLowerCase(), words: words.trim() };
  const [, first = '', rest = ''] = FIRST_WORD.exec(text) ?? [];
  const follows = slashless?.get(first.toLowerCase());
  return follows && FOLLOWS[follows].test(rest)
    ? { name: first.toLowerCase(), words: rest.replace(/^[\s:,.!]+/, '').trim() }
    : undefined;
}

/** One slip away from a name of ours, and what other bots in a group are asked for. */
const OTHERS: readonly string[] = ['stats'];

/** The one name that a typed word is a slip of: "lapr"; `toUs`: no other bot can be meant, and a part of it will do: "setu". */
export function nearestName(typed: string, names: readonly string[], toUs: boolean): string | undefined {
  if (typed.length < SHORTEST || (!toUs && OTHERS.includes(typed))) return undefined;
  const isPart = (name: string) => toUs && (typed.startsWith(name) || name.startsWith(typed));
  const near = names.filter((name) => name.length >= SHORTEST && (isOneTypo(typed, name) || isPart(name)));
  return near.length === 1 ? near[0] : undefined;
}
