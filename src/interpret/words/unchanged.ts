/** What people say where nothing has changed since they reported: "tidak ada perubahan", "masih sama seperti kemarin". */

/** What there is none of. */
export const CHANGES = `
  perubahan, perubahannya, perkembangan, perkembangannya, kemajuan, kemajuannya, pergerakan, progres, progress, progresnya,
  update, updet, apdet, updatenya, tambahan, tambahannya, penambahan, peningkatan, berubah, bertambah, nambah, tambah, yang baru, baru, terbaru,
  unit baru, yang berubah, yang bertambah
  Jawa: owah
`;

/** The same as before. */
export const THE_SAME = `
  sama, sm, samo, sama saja, sama aja, idem, serupa
  Jawa: podo, pada
`;

/** As it was. */
export const LIKE = `
  seperti, sprti, spt, kayak, kaya, kyk, sesuai, sebagaimana
`;

/** What it is the same as. */
export const EARLIER = `
  kemarin, kmrn, kmaren, kemaren, kemarin-kemarin, kemarin2, kemarin lusa, sebelumnya, sblmnya, sblm, terakhir, lalu, dulu, semula, biasa,
  biasanya, minggu lalu, mgg lalu, pekan lalu, bulan lalu, bln lalu, tahun lalu, thn lalu, tadi, awal
  Jawa: wingi
`;

/** What stands beside them and changes nothing: "laporan yang lalu", "masih tetap sama dengan yang kemarin". */
export const BESIDE_SAME = `
  masih, msh, masi, tetap, ttp, yang, yg, dengan, dgn, dg, ada, belum ada, tetap aja, begitu, gitu, unit, laporan, laporannya, data, datanya
`;
