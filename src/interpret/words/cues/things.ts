/* Goods, papers and visits, which are no units. Picked out of the other tables, where they stand too. */

/** Names of units that are said of goods and transport every day. */
export const EVERYDAY = `
  sembako, distribusi, angkutan, logistik, logistic
`;

/** Names of a unit that are also what is done with goods. */
export const HANDING_OUT = `
  distribusi
`;

/** Asked for politely, or granted on paper. */
export const PERMIT = `
  izin, ijin
`;

/** Going to see units: what is "sudah" has been visited. */
export const VISITS = `
  monitoring, pemantauan, kunjungan, sidak, rute, peninjauan, tinjauan, inspeksi, pengecekan, pemeriksaan, verifikasi,
  kunker
`;

/** What only a visit is called: over a list they do not tell how units stand. */
export const TOURS = `
  kunjungan, sidak, rute, peninjauan, tinjauan, inspeksi, pengecekan, pemeriksaan, kunker
`;

/** "All right", and short for the permit to practise. */
export const PRACTICE_PERMIT = `
  sip
`;

/** What stands behind them did it, or is meant: "dibuka preman", "ditutup terpal", "kosong barang". */
export const DONE_BY = `
  dibuka, ditutup, kosong, ksong
`;

/** What is opened or shut besides units: "buka pendaftaran", "tutup buku". */
export const OPENED = `
  pendaftaran, lowongan, loker, cabang, rekening, rekening bank, tender, lelang, penerimaan, kas, buku, pintu, lahan,
  tabungan, kelas, pesanan, stand, forum, dialog, aib, suara, mata, hati, usaha, bisnis
`;

/** Papers and programs in which a unit may stand before it stands anywhere else. */
export const PAPERS = `
  foto, poto, video, spanduk, baliho, brosur, berita, tv, televisi, koran, facebook, fb, tiktok, youtube, internet, mimpi, rab, rpjmdes, rkpdes, rkp, apbdes, apbd, proposal, anggaran, juknis, dokumen, aplikasi, sistem, peta, gambar,
  buku, laporan
`;

/** Before a unit they name what is laid on to it: "air klinik sudah jalan". */
export const UTILITIES = `
  air, air bersih, listrik, lampu, internet, wifi, sinyal, jaringan, pompa, pdam, pln, sumur, genset, pipa
`;
