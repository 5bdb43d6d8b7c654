/* What names the level of the areas that a question is about, and tells which of them. */

/** What names the level of villages. */
export const VILLAGE_LEVEL = `
  desa, kelurahan, kel, ds, gampong, nagari, kampung, pekon, tiyuh, kalurahan, kepenghuluan
`;

export const KELURAHAN = `
  kelurahan, kel
`;

/** What names the levels above it. */
export const DISTRICT_LEVEL = `
  kecamatan, kec, distrik
`;

export const REGENCY_LEVEL = `
  kabupaten, kab, kota
`;

/** What people call a village by its cooperative: "berapa koperasi yang lengkap". */
export const COOPERATIVES = `
  koperasi, kopdes, kdmp, kkmp, kdkmp
`;

/** What stands before a level or behind it where its areas are asked for one by one: "per desa", "desa yang naik". */
export const EACH_OF = `
  per, tiap, setiap, masing-masing, masing2, daftar, list, tabel, nama
`;

export const SOME_OF = `
  berapa, brp, brapa, jumlah
`;

export const OF_THEM = `
  mana, mane, yang, yg, sing, dengan, dgn, paling, plg, apa
`;

/** What asks for one of several. */
export const WHICH = `
  mana, mane, endi
`;

/** What says all, also where it is said of a part. */
export const ALL = `
  semua, semuanya
`;

/** What asks of a whole area. */
export const WHOLE = `
  total, totalnya, seluruh, seluruhnya, keseluruhan
`;

/** What leaves all other levels out, before one or behind it: "hanya desa", "desa aja"; and the level of which it is said. */
export const DESA = `
  desa, ds
`;
export const ALONE_BEFORE = `
  hanya, hny, cuma, cuman, khusus
`;
export const ALONE_BEHIND = `
  aja, saja, doang, doank
`;
