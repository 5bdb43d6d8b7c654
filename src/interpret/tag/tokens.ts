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

const LETTER = /^\p{L}/u;
const PHONE_DIGITS = /^(?:62|0)8\d{7,}$/u;

const kindOf = (piece: string): Token['kind'] => {
  const first = piece.charCodeAt(0);
  if (first >= 97 && first <= 122) return /^(?:https?:\/\/|www\.)/u.test(piece) ? 'link' : 'word';
  if (first >= 48 && first <= 57) {
    if (piece.includes('.')) return 'code';
    return piece.length > 8 && (PHONE_DIGITS.test(piece) || !/^\d+$/u.test(piece)) ? 'phone' : 'digits';
  }
  if (first === 10) return 'line';
  if (first === 43 && piece.length > 1) return 'phone';
  return LETTER.test(piece) ? 'word' : 'mark';
};

/** Cuts a normalised text into tokens; spaces are dropped, line ends kept. */
export const tokenise = (text: string): Token[] => {
  const tokens: Token[] = [];
  let glued = false;
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece.charCodeAt(0) === 32) glued = false;
    else {
      tokens.push({ kind: kindOf(piece), text: piece, glued });
      glued = piece !== '\n';
    }
  }
  return tokens;
};
