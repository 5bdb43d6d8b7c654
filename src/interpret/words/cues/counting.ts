/* How many there are, and which. Picked out of the other tables, where they stand too. */

/** Number words that also count sentences: "pertama, kantor sudah. Kedua, ...". Each place has a line. */
export const ORDINALS = `
  pertama, kesatu
  kedua
  ketiga
  keempat
  kelima
  keenam
  ketujuh
  kedelapan
  kesembilan
  kesepuluh
`;

/** Behind a digit's word they make tens of it, and teens: "delapan puluh", "dua belas". */
export const TENS = `
  puluh, pulu, plh
  Jawa: doso
`;
export const TEENS = `
  belas, blas
`;

/** All units, named as such: "ketujuh unit" is said of nothing else, "semua" of anything. */
export const ALL_BY_NAME = `
  semua unit, seluruh unit, semua unit usaha, seluruh unit usaha, semua gerai, ketujuh, ketujuhnya, ketujuh unit,
  ketujuh-tujuhnya, tujuh-tujuhnya, tujuh unit, full 7 unit, full tujuh unit, full semua unit
`;

/** Behind a number they count so many from an end of a list: "2 terakhir". */
export const FROM_END = `
  pertama, terakhir, teratas, terbawah
`;

/** What is left over, of units or of work: "sisanya tinggal …". */
export const LEFT_OVER = `
  sisanya, sisany, sisa nya, sisa yang lain, sisane, sisanyo
`;

/** Between two numbers it multiplies: "3 x 4". */
export const TIMES = `
  x
`;

/** What several of a kind are counted in. */
export const PIECES = `
  buah, bh, bj, titik, petak, desa, ds, kelurahan, kampung, nagari, gampong
`;

/** What sums of money are counted in. */
export const MONEY = `
  juta, jt, ribu, rb, miliar, milyar, rupiah
`;

/** None at all, of everything that was asked for. */
export const NONE_AT_ALL = `
  nihil, nihilnya
`;

/** What a number behind is the sum of. */
export const TOTALS = `
  total, totalnya, jumlah, jumlahnya, dari 7, dari tujuh
`;

/** A part of a plan, by its number: "tahap 1". */
export const PHASES = `
  tahap
`;

/** Before a number it makes an ordinal of it: "ke-2". */
export const ORDINAL_PREFIX = `
  ke
`;

/** What was spoken of before: "yang 3 itu". */
export const POINTING = `
  itu, ini, tersebut, tsb, tadi, td
`;

/** About so many: "kira2 60%". */
export const ABOUT_SO_MANY = `
  kira-kira, kira2
`;

/** A part of a unit that is done, or of many: "gudang setengah sudah", "separuh desa". */
export const FRACTIONS = `
  setengah, separuh, separo, seperempat, sepertiga, dua pertiga, tiga perempat
`;
