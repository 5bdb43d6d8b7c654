/** The page's own texts; the bot's texts come from the bot. */
export const WORDS = {
  members: (n) => `${n} anggota`,
  bot: 'Bot Koperasi',
  reply: 'Balas',
  edit: 'Ubah',
  edited: 'diubah',
  replyingTo: (name, text) => `Membalas ${name}: ${text}`,
  editing: 'Mengubah pesan',
  withPhoto: 'Foto siap dikirim. Tulis keterangannya, misalnya: klinik sudah',
  earlier: 'pesan sebelumnya',
  photo: 'Foto',
  fileNames: (names) => `Berkas: ${names}`,
  unanswered:
    'Bot diam: dianggap percakapan biasa. Agar dibaca sebagai laporan, balas pesan bot atau awali dengan /lapor.',
  groups: { district: 'Kecamatan', villages: 'Desa', strangers: 'Belum terdaftar' },
  newcomer: 'Orang baru…',
  ideasFor: (n) => `Contoh pesan (${n})`,
  as: (name) => `${name}:`,
  forward: (label) => `Majukan jam bot ke ${label}`,
  moved: (at) => `Jam bot kini ${at}`,
  restarted: 'Dimulai ulang',
  sum: (done, of, silent) =>
    `${done} dari ${of} unit berdiri · ${silent > 0 ? `${silent} desa belum lapor` : 'semua desa sudah melapor'}`,
  village: 'Desa',
  total: 'Berdiri',
  of: (n) => `dari ${n}`,
  errors: {
    past: 'Waktu itu sudah lewat. Jam bot hanya dapat maju.',
    'no-moment': 'Tanggalnya belum terbaca.',
    'no-photo': 'Berkas itu bukan foto (JPEG, PNG, WebP atau GIF).',
    'too-big': 'Fotonya terlalu besar; paling besar 11 MB.',
    'not-here': 'Tidak ditemukan lagi di percakapan ini. Silakan muat ulang halaman.',
    fault: 'Belum berhasil. Silakan coba sekali lagi.',
    offline: 'Belum terkirim: tidak tersambung ke simulator.',
  },
};

/** Messages to try, each with the code of the village whose head sends it. */
export const IDEAS = [
  ['14.03.16.2001', 'Kantor sudah, sembako sudah, klinik belum'],
  ['14.03.16.2002', 'Simpan pinjam proses, apotek belum'],
  ['14.03.16.2004', '/lapor'],
  ['14.03.16.2003', '/lapor semua sudah kecuali gudang'],
  ['14.03.16.2008', 'Kantor sudah buka, gudang belum'],
  ['14.03.16.2001', 'Klinik sudah berdiri'],
];
export const CAMAT_IDEAS = ['/rekap', '/belum', '/rekap gambar', '/riwayat'];
