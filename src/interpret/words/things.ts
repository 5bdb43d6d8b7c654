/**
 * Things that are not the unit itself. These words stand in the other tables too, where they say nothing around a
 * report; here they tell that a status beside them may be theirs: "foto gudang sudah ada" says nothing of the gudang.
 */
export const THING_WORDS = {
  /** What shows a unit: "foto gudang sudah ada" is said of the photo, "foto gudang, sudah rampung" of the unit. */
  picture: `
    foto, foto-foto, photo, gambar, video, dokumentasi, dok
  `,
  /** What tells of a unit. */
  report: `
    laporan, lap, data, isian, rekap, rekapan, daftar, monitoring, pemantauan, evaluasi, pendataan, harian, mingguan, bulanan
  `,
  /** People, papers and parts of a unit, and work on one of its parts. */
  belonging: `
    operator, pengurus, termin, kepengurusan, ketua, sekretaris, bendahara, staf, pendamping, dokumen, nama, isi, sk, jam, pagu,
    lantai, luas, ukuran, kapasitas, pemasangan, pengecoran, pengecatan, perizinan, pemberkasan, renovasi, rehab
  `,
  /** What "belum ada" may be said of, when no unit is named. */
  matter: `
    info, informasi, update, updet, apdet, perkembangan, kondisi, keadaan, status, hasil, pendataan, list, bangunan,
    gedung, fisik, program, pembentukan, rincian, koperasi, koperasi kami,
    kopdes, kdmp, kkmp, usaha, bisnis
  `,
};
