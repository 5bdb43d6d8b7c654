/** What people say when they ask the bot to show something, in their own words or behind a command. */

/** What may be shown, by what it is: a word may have an ending ("peringkatnya"), and long ones a slip. */
export const SHOWN_WORDS = {
  pace: `
    laju, perkiraan, prediksi, proyeksi, bergerak, mandek, tercapai
  `,
  ranking: `
    peringkat, ranking, rangking
  `,
  picture: `
    gambar, foto, png, grafik
  `,
  workbook: `
    xlsx, xls, excel, exel, eksel
  `,
  page: `
    pdf
  `,
  history: `
    riwayat, histori, history
  `,
  deadline: `
    tenggat, deadline, tenggang
  `,
  when: `
    kapan, kpn
  `,
  missing: `
    belum, blm, blum, blom, belom, kurang, tertinggal, ketinggalan, telat, terlambat, nunggak, menunggak
  `,
  denied: `
    tidak, tdk, tak, nggak, enggak, gak, ga, ndak
  `,
  reporting: `
    lapor, melapor, ngelapor, laporan, lapornya
  `,
  how: `
    cara, bantuan, bantu, menu, petunjuk, panduan, tutorial
  `,
  status: `
    status
  `,
  unit: `
    kantor, gerai, sembako, simpan, pinjam, klinik, apotek, apotik, gudang, logistik
  `,
  state: `
    rekap, recap, rekapan, rekapitulasi, progres, progress, perkembangan, capaian, kondisi, keadaan, data, hasil, update, kemajuan
  `,
  standing: `
    berdiri, beroperasi, jumlah, total, persen
  `,
  count: `
    berapa, brp, brapa
  `,
} as const;

/** What tells a question or a request from a remark, beside a question mark and the words of a question. */
export const ASKING_WORDS = `
  tolong, tlg, mohon, mhn, minta, coba, lihat, liat, tampilkan, kirim, kirimkan, kasih, boleh
`;

/** What people call the bot. */
export const CALLED = `
  bot
`;

/** What people say around the name of a place and between the words of a request: it says neither where nor what. */
export const AROUND_NAMES = `
  dong, donk, pak, bapak, bpk, bu, ibu, min, admin, bot, ya, yaa, yah, yang, yg, buat, utk, untuk, di, dari, itu, ini, nih, dan,
  saat, sekarang, skrg, hari, pekan, minggu, terbaru, terkini, terakhir, semua, seluruh, lengkap, wilayah, tentang, kec, kecamatan, kab,
  kabupaten, kota, prov, provinsi, desa, kelurahan, kel, sih, deh, aja, saja, gmn, gmana, gimana, bagaimana, bgmn, berapa, brp, mana, apa,
  apakah, siapa, ada, masih, sudah, sdh, udah, pernah, terima, kasih, makasih
`;

/** What people say for a week that is over, the one before that which is shown, and the present: "pekan lalu", "pekan sebelumnya", "sekarang". */
export const WEEK_WORDS = {
  week: `
    pekan, minggu, mgg, mggu, seminggu, sepekan
  `,
  past: `
    lalu, kemarin, kemaren, kmrn, kmren, silam, lewat
  `,
  before: `
    sebelumnya, sblmnya, sebelum itu
  `,
  present: `
    sekarang, skrg, skrang, saat ini, hari ini, terkini, terbaru
  `,
  on: `
    tanggal, tgl, per, pada, sampai
  `,
} as const;

/** What the months are called; each line is one. */
export const MONTHS = `
  januari, jan
  februari, pebruari, feb, peb
  maret, mar
  april, apr
  mei
  juni, jun
  juli, jul
  agustus, agu, agt, ags
  september, sept, sep
  oktober, okt
  november, nopember, nov, nop
  desember, des
`;
