/** A piece of a message: a word, a run of digits, or a single mark. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'mark' | 'line' | 'link' | 'phone' | 'code';
  readonly text: string;
  /** Nothing stands between this token and the one before it. */
  readonly glued: boolean;
}

const LINK = /(?:https?:\/\/|www\.)\S+/u.source;
const PHONE = /(?:\+62[ -]?|62|0)8\d(?:[ -]?\d){6,12}(?!\d)/u.source;
const CODE = /\d\d\.\d\d\.\d\d\.\d{4}(?!\d)/u.source;
const WORD = /\p{L}+(?:'\p{L}+)*/u.source;
const PIECE = new RegExp(`${LINK}|${PHONE}|${CODE}|${WORD}|\\d+|\\n| +|\\.{2,}|-{2,}|[-=]>|.`, 'gsu');

const kindOf = (piece: string): Token['kind'] => {
  if (piece === '\n') return 'line';
  if (/^\p{L}/u.test(piece)) return /^(?:https?:\/\/|www\.)/u.test(piece) ? 'link' : 'word';
  if (/^\+?\d/u.test(piece)) {
    if (/^\d+$/u.test(piece) && !/^(?:62|0)8\d{7,}$/u.test(piece)) return 'digits';
    return piece.includes('.') ? 'code' : 'phone';
  }
  return 'mark';
};

/** Cuts a normalised text into tokens; spaces are dropped, line ends kept. */
export const tokenise = (text: string): Token[] => {
  const tokens: Token[] = [];
  let glued = false;
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece.startsWith(' ')) glued = false;
    else {
      tokens.push({ kind: kindOf(piece), text: piece, glued });
      glued = piece !== '\n';
    }
  }
  return tokens;
};
