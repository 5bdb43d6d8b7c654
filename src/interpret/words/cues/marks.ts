/* Marks that are written as words or letters. Picked out of the other tables, where they stand too. */

/** Letters that tick a number off. */
export const TICKS = `
  v, x, c, w
`;

/** Commas and full stops as dictation writes them, when it takes them for words. */
export const SPOKEN_COMMA = `
  koma
`;
export const SPOKEN_STOP = `
  titik
`;

/** A yes and a no in a field of a form: "kantor: ya", "klinik = T". */
export const FIELD_YES = `
  ya, iya, y, yes
`;
export const FIELD_NO = `
  tidak, tdk, t, no, n
`;
