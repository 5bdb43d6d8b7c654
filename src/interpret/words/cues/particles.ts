/* Small words that join, limit or turn what is said. Picked out of the other tables, where they stand too. */

/** Short for "dan", which ends nothing. */
export const SHORT_AND = `
  n
`;

/** "And" before a unit, "the same" behind one. */
export const SAME = `
  sama, sm, ama
`;

/** "Together": a share in something. */
export const JOINTLY = `
  bersama
`;

/** "Only", said of a status as well. */
export const ONLY_SO = `
  saja, aja, aj, sj, doang, wae, sajo
`;

/** Certain: "pasti jadi" is still to come, "sudah pasti" is so. */
export const CERTAINLY = `
  pasti, psti, fix, fiks
`;

/** What was written is to be changed: "ubah gudang jadi belum". */
export const CHANGING = `
  ubah, diubah, rubah, dirubah, ganti, diganti
`;

/** What was there before: "kantor lama". */
export const OLD = `
  lama
`;

/** Before a unit an order, or what was done: "buka klinik". */
export const ORDERS = `
  buka, bka, bangun, buke, dirikan
`;

/** What it goes without. */
export const WITHOUT = `
  tanpa, tnpa, tnp
  Jawa: tanpo
`;

/** What follows is otherwise than it was told: "ternyata salah bangun". */
export const TURNED_OUT = `
  ternyata, trnyata, rupanya, nyatanya, kenyataannya
`;

/** With whom something is agreed or talked over: "kerja sama dengan klinik". */
export const WITH = `
  dengan, dgn, dg, dng, dngn, dgan, sama, sm, ama, antara, bersama
`;

/** Before "untuk" they single a unit out, and are nothing that it is given: "khusus untuk kantor sudah jadi". */
export const SINGLING = `
  khusus, khususnya, khusunya, terutama, terutamanya, utamanya
`;

/** A particle of emphasis, and "already" before a status: "kios lah buko". */
export const LAH = `
  lah
`;

/** What stood there before, behind what is told: "kantor sudah, tapi yang lama". */
export const FORMER = `
  lama, bekas
`;

/** "If", and in speech "as for": "kantor sudah, kalau gudang belum". */
export const IFS = `
  kalau, kalo, klo, klu, kl, kalu
  Jawa: nek, yen
`;

/** "Not that", before what is not so: "sudah bukan belum". */
export const NOT_THAT = `
  bukan, bkn
`;

/** Behind what is spoken of: "kalau kios sih sudah". */
export const AS_FOR_PARTICLES = `
  sih, mah
`;
