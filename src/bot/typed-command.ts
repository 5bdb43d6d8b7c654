import { isOneTypo } from '../interpret/tag/typos.ts';

/** A name, whatever stands between it and its words: `/rekap.`, `/lapor: klinik sudah`; no path, and no other bot's. */
const SLASHED = /^\s*\/\s?([a-z][a-z_]*)(?![a-z_@/])[\s.,:;!?…-]*([\s\S]*)$/i;
/**
 * Commands that need no slash when they are said to the bot; never those that are everyday words (belum, batal, status).
 * A list that comes back may begin with "Daftar" or "Rekap" as well: those are commands on a short line of their own.
 */
const SLASHLESS = /^\s*(lapor(?=[\s:,]|$)|(?:rekap|bantuan|daftar)(?=[ :,.!].{0,40}$|$))[\s:,.!]*([\s\S]*)$/i;

/** Shorter names are one slip away from too many words. */
const SHORTEST = 4;

export interface TypedCommand {
  /** Lower case, without the slash. */
  readonly name: string;
  readonly words: string;
}

/** The command that a text is; `slashless`: also where it has no slash. */
export function typedCommand(text: string, slashless: boolean): TypedCommand | undefined {
  const [, name, words] = SLASHED.exec(text) ?? (slashless ? SLASHLESS.exec(text) : undefined) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), words: (words ?? '').trim() };
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
