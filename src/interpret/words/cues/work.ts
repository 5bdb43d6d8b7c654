/* Building, mending, and what keeps it up. Picked out of the other tables, where they stand too. */

/** An office that stands is repaired every few years. */
export const REPAIR = `
  renovasi, direnovasi, rehab, direhab, diperbaiki, dibenahi, dicat
`;

/** Said of a building only: whatever else is spoken of, it stands. */
export const BUILT = `
  jadi, rampung, terbangun, berdiri, didirikan
`;

/** Said of a building or an organization, never of goods or of handing them out. */
export const STANDING = `
  terbangun, berdiri, didirikan
`;

/** Begun: with nothing else said it is little. */
export const BEGUN = `
  mulai dibangun, mulai dikerjakan, mulai dibuat, mulai diurus, mulai diproses, mulai proses, mulai pembangunan
`;

/** Work on what stands, and what puts a message right: "perbaikan kantor sudah selesai", "perbaikan: kantor sudah". */
export const MENDING = `
  perbaikan
`;

/** Work, as a noun: where it goes on, what is built is being built. */
export const WORKS = `
  pengerjaan, renovasi, rehab, pengecoran, pengecatan, pemasangan, penyelesaian, perbaikan, pemberkasan, perizinan,
  pengurusan
`;

/** What such work does: "pembangunan kantor masih berlangsung". */
export const GOING_ON = `
  berlangsung, berlanjut, lanjut, dilanjutkan
`;

/** What a unit is waiting for where there is none yet: "gudang belum pak masih sengketa lahan". */
export const OBSTACLES = `
  tunggu, nunggu, menunggu, sengketa, bersengketa, cari, mencari, nyari, rebutan, debat, musyawarah, bermasalah, dana, dananya, anggaran,
  anggarannya, biaya, biayanya
`;

/** What is still to do where only it is left: "tinggal pasang atap"; "tinggal atap" may be all that is left. */
export const TO_DO = `
  pasang bata, pasang atap, pasang keramik, plester, plesteran, ngecor, pekerjaan atap
`;

/** Making ready for what is to come. */
export const READYING = `
  siap-siap, siap siap, siap2, bersiap
`;
