/** What people say in answer to a message of the bot, instead of pressing a button. */

/** A yes, and so the choice that is labelled "Ya". */
export const YES = `
  ya, y, iya, iyo, betul, benar, jadi, lanjut, lanjutkan
`;

/** A no, and so the choice that is labelled "Tidak". */
export const NO = `
  tidak, tdk, nggak, enggak, gak, ga, jangan, bukan
`;

/** They are a no where they are all that is said: beside other words they may be an "and" or a "number". */
export const NO_ALONE = `
  t, n, no, gk, tak, ngga, engga, kagak, ndak
`;

/** A no to a question which records nothing; of a report it says more, that it is taken back. */
export const CALLED_OFF = `
  batal, batalkan, gak jadi, ga jadi, gk jadi, nggak jadi, ngga jadi, enggak jadi, engga jadi,
  tidak jadi, tdk jadi, tak jadi, ndak jadi, gajadi, jangan dulu, jgn, jgn dulu, nanti dulu
`;

/** What a camat says to a list of requests to approve some of them. */
export const APPROVALS = `
  setuju, setujui, disetujui, menyetujui, acc, approve
`;

/** What a camat says to it to decline some of them. */
export const REFUSALS = `
  tolak, ditolak, menolak
`;

/** All that a list shows. */
export const ALL_SHOWN = `
  semua, semuanya, seluruhnya, smua, smuanya
`;

/** They stand beside a decision and change nothing about it: "ok, saya setujui semua ya, mohon diproses". */
export const BESIDE_DECISION = `
  ok, oke, okay, okey, sip, siap, baik, baiklah, iya, kami, bot, min, admin, tolong, tlg, mohon, silakan, dong, deh, langsung, pendaftaran, pendaftarannya
`;

/** With one of them a text decides nothing: "jangan disetujui semua", "semua belum disetujui". */
export const NEGATIONS = `
  belum, blm, blum, jgn, tak, ndak, engga, kagak, tanpa
`;

/** What people say to get somebody's attention, and nothing with it. */
export const HAILS = `
  halo, hallo, haloo, hai, hay, hi, hei, hey, permisi, tes, test, tes tes, p
  Sunda: punten
`;

/** Beside thanks: they end a talk, and nothing is asked again after them. */
export const FAREWELLS = `
  siap, 🙏, 👍
`;

/** What is said of an answer that was read, and asks for none. */
export const NODS = `
  baik, mantap, mantab, bagus, hebat, keren, top, noted, dimengerti
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
  yang, yg, untuk, utk, maksud, maksudnya, saya, itu, pak, bu, bapak, ibu, desa, ds, kelurahan, kel, kecamatan, kec
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
