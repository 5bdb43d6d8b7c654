/* Where something is. Picked out of the other tables, where they stand too. */

/** The office of the village, which stands in every village. */
export const VILLAGE_OFFICE = `
  kantor desa, kantor kelurahan
`;

/** How something goes: "jalan mulus"; any other word behind "jalan" may name a street. */
export const WAYS_OF_GOING = `
  mulus, santai, rame, ramai, rami, pelan, pelan2, pelan-pelan, plan2, normal, baik, baik2, bagus, sepi, kecil,
  kecil-kecilan, kecil2an, stabil, tersendat, lambat, cepat, bareng, sendiri, sndiri, online, maksimal, efektif,
  rutin, penuh, optimal, sukses, tertib, terbatas, seadanya, apa adanya, alhamdulillah, insyaallah, bertahap, maju
`;

/** The office by its own name, which other offices share. */
export const OFFICE = `
  kantor, kntr, ktr
`;

/** Short for kecamatan, and for kecuali. */
export const KEC = `
  kec
`;

/** Parts of a building, in which something is. */
export const INSIDE = `
  lantai, ruang, ruangan, kamar, teras, halaman, emperan, garasi
`;

/** Parts of a village that have officers of their own. */
export const WARDS = `
  rt, rw
`;

/** Near what something is, or is to be. */
export const BESIDES = `
  depan, belakang, samping, sebelah, dekat, dkt, sekitar, luar, seberang
`;

/** Where the neighbours are. */
export const NEXT_DOOR = `
  sebelah, seberang, depan, belakang, samping, luar, dekat, dkt
`;

/** Before an end they say that it is near: "dekat selesai". */
export const NEARING = `
  dekat, dkt, menuju
`;

/** Within which something is said, or stands. */
export const WITHIN = `
  di, pada, pd, dalam, dlm
  Jawa: neng, nang
`;

/** Another village, without its name. */
export const ANOTHER_VILLAGE = `
  desa sebelah, desa tetangga, desa lain, di desa sebelah, di desa tetangga, di desa lain, kampung sebelah,
  di kampung sebelah, kampung lain, kelurahan sebelah, kelurahan lain, kecamatan sebelah, kecamatan lain, kabupaten sebelah, kabupaten lain, kades sebelah, kades lain
`;

/** Parts of a village, and where somebody lives: before a unit they tell that it is there. */
export const WHERES = `
  rt, rw, dusun, dsn, blok, gang, gg, lingkungan, tempat, rumah, wilayah, daerah
`;

/** Water, which is no short name of a village in a sentence: "air di klinik sudah jalan". */
export const WATER = `
  air, aia, aek, ayer
`;

/** What a unit is built on: "kantor sudah di tanah kas desa". */
export const GROUND = `
  lahan, lahan desa, lahan hibah, lahan koperasi, tanah, tanah desa, tanah kas desa, tanah hibah, tanah wakaf, tkd
`;
