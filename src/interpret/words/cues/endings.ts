/* Endings of words. Picked out of the other tables, where they stand too. */

/** Endings that leave a word what it is: "kliniknya", "sudahlah". The one that asks stands apart. */
export const CLITICS = `
  nya, ny, nyo, lah, pun, ku, mu, mi, mo
`;
export const ASKING_CLITIC = `
  kah
`;

/** Endings of other languages, which other words have too: "kantore", "klinikna". */
export const REGIONAL_CLITICS = `
  Jawa: ne, e
  Sunda: na
`;

/** "Its": a word with such an ending is a thing of something, and no name. */
export const POSSESSIVES = `
  nya, ny, nyo
`;

/** The same as a word of its own: "dokter e". */
export const POSSESSIVES_APART = `
  nya, ny, nyo
  Jawa: ne, e
  Sunda: na
`;

/** "My" and "your" at the end of a word. */
export const PERSONAL_CLITICS = `
  ku, mu
`;
