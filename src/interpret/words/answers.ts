/** What people say in answer to a message of the bot, instead of pressing a button. */

/** A yes, and so the choice that is labelled "Ya". */
export const YES = `
  ya, iya, iyo, betul, benar
`;

/** A no, and so the choice that is labelled "Tidak". */
export const NO = `
  tidak, tdk, nggak, enggak, gak, ga, jangan, bukan
`;

/** What a camat says to a list of requests, of which each has to be decided by itself. */
export const DECISIONS = `
  setuju, setujui, disetujui, acc, tolak, ditolak
`;

/** Beside thanks: they end a talk, and nothing is asked again after them. */
export const FAREWELLS = `
  siap, 🙏, 👍
`;

/** They only show that the question was read: "ok, besok saya lapor". */
export const ASSENTS = `
  ok, oke, okay, okey, sip, siap
`;

/** What stands before the place of a choice: "pilihan kedua", "jawaban 2". */
export const CHOICE_NOUNS = `
  pilih, pilihan, opsi, jawaban
`;

/** What stands before a number: "nomor 2". */
export const NUMBER_NOUNS = `
  nomor, nomer, nmr, no, poin, point, angka, urutan
`;

/** Words before a name or a number that choose nothing: "yang Pamesi". */
export const BEFORE_CHOICE = `
  yang, yg, untuk, utk, maksud, maksudnya, saya, itu, pak, bu, bapak, ibu, desa, ds, kelurahan, kel
`;

/** Words behind a name or a number that choose nothing: "Pamesi saja, Pak". */
export const BEHIND_CHOICE = `
  saja, aja, ya, pak, bu, bapak, ibu, itu, terima, kasih
`;

/** Two letters that people say: they are never the letters of a choice, even where a list has come as far as that. */
export const TWO_LETTER_WORDS = `
  ok, ya, yo, ga, gk, no, oh, eh
`;

/** Letters that people say for "ya", "tidak", "gak", "ok" and the like: they are choices only to those who see them beside one. */
export const ONE_LETTER_WORDS = `
  y, t, g, k, p, n
`;
