const number = (n) => n.toLocaleString('id-ID');

/** The beginning of a text, at most so many characters and "…", cut behind a word. */
export const shortened = (text, most) =>
  text.length > most
    ? `${text
        .slice(0, most + 1)
        .replace(/[.,:;]?\s+\S*$/, '')
        .slice(0, most)}…`
    : text;

/** The page's own texts; the bot's texts come from the bot. */
export const WORDS = {
  members: (n) => `${n} anggota`,
  bot: 'Bot Koperasi',
  reply: 'Balas',
  edit: 'Ubah',
  forward: 'Teruskan',
  forwardedFrom: (name) => `Diteruskan dari ${name}`,
  why: 'Mengapa?',
  edited: 'diubah',
  messageLabel: (name, time, text) => `${name}, ${time}: ${text}`,
  replyingTo: (name, text) => `Membalas ${name}: ${shortened(text, 90)}`,
  answering: (name, text) => `Menjawab ${name}: ${text}`,
  editing: 'Mengubah pesan',
  withPhoto: 'Foto siap dikirim. Mohon beri keterangan, misalnya: klinik sudah',
  earlier: 'pesan sebelumnya',
  photo: 'Foto',
  photoOf: (name, caption) => `Foto dari ${name}${caption ? `: ${caption}` : ', tanpa keterangan'}`,
  botPicture: (caption) => `Gambar: ${caption}`,
  fileNames: (name) => `Berkas ${name}`,
  copied: 'Teks pesan disalin',
  notCopied: 'Teks tidak dapat disalin di peramban ini.',
  privateChat: 'Chat pribadi',
  onlyTwo: 'Anda dan bot',
  logGroup: 'Percakapan grup',
  logPrivate: 'Chat pribadi dengan bot',
  unread: (n) => `${n} pesan belum dibaca`,
  unreadHidden: 'belum dibaca',
  unreadElsewhere: 'belum dibaca di percakapan lain',
  newest: (n) => `${n} pesan baru ↓`,
  waiting: 'Menunggu sambungan',
  found: (n, at) => (n === 0 ? 'Tidak ditemukan' : `${at} dari ${n}`),
  unanswered:
    'Bot diam: di percakapan grup hanya laporan yang jelas yang dicatat. Agar selalu dibaca, balas pesan bot, awali laporan dengan /lapor, atau pertanyaan dengan kata bot.',
  unansweredCalled:
    'Bot diam: tidak ada yang dilaporkan atau ditanyakan di dalamnya, atau petunjuknya baru saja diberikan. Yang dapat ditulis: /bantuan',
  unansweredDecision: (command) =>
    `Bot diam: pendaftaran diputuskan dengan membalas daftarnya, dengan tombol, atau dengan perintah ${command}.`,
  unansweredPrivate: 'Bot diam: dianggap sapaan atau ucapan terima kasih.',
  unansweredNew:
    'Bot diam: grup ini belum tersambung ke kecamatan. Pemegang kode undangan mengetik /mulai diikuti kodenya.',
  unansweredAbove:
    'Bot diam: dianggap percakapan biasa. Perintah diawali garis miring, misalnya /rekap; pertanyaan dijawab bila membalas pesan bot atau menyebut @bot.',
  typeReport: 'Ketik laporan…',
  typeMessage: 'Ketik pesan…',
  groups: { above: 'Kabupaten', district: 'Kecamatan', villages: 'Desa', strangers: 'Belum terdaftar' },
  newcomer: 'Orang baru…',
  ideas: (n) => `Contoh (${n})`,
  as: (name) => `${name}:`,
  jumpTo: (label) => `Majukan jam bot ke ${label}`,
  moved: (at, sent) =>
    `Jam bot kini ${at}. ${sent === 0 ? 'Tidak ada pesan yang dijadwalkan.' : `Bot mengirim ${sent} pesan:`}`,
  leftOut: (day) => `Yang dijadwalkan sebelum ${day} dilewati, kecuali yang terbaru.`,
  earlierSent: (n) => `dan ${n} pesan sebelumnya`,
  restarted: 'Dimulai ulang',
  filling: 'Dua pekan laporan sedang diisi. Mohon tunggu sebentar…',
  filled: 'Terisi contoh dua pekan',
  sum: (done, of, silent, villages) =>
    `${number(done)} dari ${number(of)} unit berdiri · ${silent > 0 ? `${silent} ${villages} belum pernah melapor` : `semua ${villages} sudah pernah melapor`}`,
  score: (done, of) => `${number(done)}/${number(of)}`,
  sumAbove: (done, of, silent, parts) =>
    `${number(done)} dari ${number(of)} unit berdiri${silent > 0 ? ` · ${silent} ${parts} belum memakai bot` : ''}`,
  notUsing: 'belum memakai bot',
  notReporting: 'belum pernah melapor',
  shades:
    'Angka: jumlah desa/kelurahan yang unitnya berdiri, dari merah (belum ada) sampai hijau (semuanya).',
  caption: (parts) => `Kondisi tujuh unit di setiap ${parts}`,
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

/** Messages to try in a group, each with the place in the list of the village whose head sends it. */
export const HEAD_IDEAS = [
  [0, 'Kantor sudah, sembako sudah, klinik belum'],
  [1, 'Simpan pinjam proses, apotek belum'],
  [3, '/lapor'],
  [2, '/lapor semua sudah kecuali gudang'],
  [7, 'Kantor sudah buka, gudang belum'],
  [0, 'Klinik sudah berdiri'],
];
export const CAMAT_IDEAS = ['/rekap', '/belum', '/rekap gambar', '/riwayat'];
/** Messages to try above the kecamatan, each with the place in the list of the holder who sends it. */
export const ABOVE_IDEAS = [
  [0, '/rekap'],
  [2, '/rekap laju'],
  [0, '/rekap gambar'],
  [1, '/belum'],
  [0, '/rekap xlsx'],
  [2, '/rekap peringkat'],
];
/** Messages to try in a private chat, by what the person is. */
export const PRIVATE_IDEAS = {
  above: ['/undang semua', '/undang Talang Muandau', '/rekap'],
  district: ['/undang', '/rekap', '/belum'],
  villages: ['Kantor sudah, gudang masih proses', '/status', '/rekap'],
  strangers: ['/bantuan'],
};
