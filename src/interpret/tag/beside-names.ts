import type { Finder } from './gazetteer.ts';
import { type Match, reader } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Reads what stands at a token; no phrase reaches into a village's name that begins in it: "di | Tengah Pisang". */
export const besideNames =
  (tokens: readonly Token[], meaningAt: (at: number) => Match | undefined, exactAt: Finder) =>
  (at: number): Match | undefined => {
    const match = meaningAt(at);
    for (let within = 1; within < (match?.length ?? 0); within++) {
      const name = exactAt(at + within);
      if (name && !name.ordinary && within + name.length > match!.length)
        return reader(tokens.slice(0, at + within))(at);
    }
    return match;
  };
