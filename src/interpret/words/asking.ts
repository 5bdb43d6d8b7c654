/** What people say when they ask the bot to show something, in their own words or behind a command. */

/** What people say to go up from what is shown. */
export const UP = `
  atas, keatas, kembali, kmbali, balik, back, sebelumnya
`;

/** What may be shown, by what it is: a word may have an ending ("peringkatnya"), and long ones a slip. */
export const SHOWN_WORDS = {
  pace: `
    laju, tren, trend, perkiraan, prediksi, proyeksi, mandek, macet, tercapai, target, terkejar, kekejar, kejar, mengejar, ramalan
  `,
  ranking: `
    peringkat, ranking, rangking, rangkingnya, urutkan
  `,
  picture: `
    gambar, gambarkan, foto, png, grafik, diagram, chart, bagan
  `,
  workbook: `
    xlsx, xls, excel, exel, eksel
  `,
  page: `
    pdf, pdfkan, cetak, print
  `,
  history: `
    riwayat, histori, history
  `,
  deadline: `
    tenggat, deadline, tenggang, batas
  `,
  when: `
    kapan, kpn, kapn
    Melayu: bile
  `,
  missing: `
    belum, blm, blum, blom, belom, kurang, nunggak, menunggak
    Jawa: durung, dereng
    Melayu: belom
  `,
  late: `
    telat, terlambat, lewat, kelewat, melewati
  `,
  never: `
    pernah, prnh, sekali
  `,
  last: `
    terakhir, trakhir, terakhr
  `,
  average: `
    rata-rata, rata2, rerata, ratarata
  `,
  denied: `
    tidak, tdk, tak, nggak, enggak, gak, ga, ndak, gk, tk
    Jawa: ora, mboten
  `,
  reporting: `
    lapor, melapor, ngelapor, laporan, lapornya, lapur, lapor2
  `,
  change: `
    perubahan, berubah, naik, kenaikan, meningkat, peningkatan, bertambah, tambah, nambah, tambahan, penambahan, gerak, gerak2, bergerak, stagnan
    Jawa: mundhak, mundak
  `,
  fall: `
    turun, penurunan, menurun, berkurang, merosot, anjlok
    Jawa: mudhun, mudun
  `,
  compare: `
    banding, bandingkan, bandingin, dibanding, dibandingkan, perbandingan, selisih, vs, versus, lawan
  `,
  differ: `
    beda, berbeda, bedanya, perbedaan
  `,
  fast: `
    cepat, tercepat, gesit
  `,
  best: `
    tinggi, tertinggi, terbaik, bagus, terbagus, banyak, terbanyak, unggul, terbesar, maju, terdepan, juara, top
    Jawa: apik
  `,
  keen: `
    rajin, terajin, teraktif
  `,
  lazy: `
    malas, termalas
  `,
  worst: `
    rendah, terendah, lambat, lamban, lelet, terburuk, buruk, jelek, sedikit, dikit, tersedikit, terbawah, terbelakang, tertinggal, ketinggalan, parah, terparah
    Jawa: elek, keri
    Melayu: lembab
  `,
  done: `
    selesai, slesai, lengkap, rampung, tuntas, kelar, beres, penuh, komplit, komplet, siap, 100, 100%, 7/7
    Jawa: rampunge
  `,
  left: `
    sisa, tersisa, tinggal
  `,
  day: `
    hari, hr
  `,
  month: `
    bulan, bln, bulanan
    Jawa: wulan
  `,
  punctual: `
    tepat, ontime, on-time
  `,
  reminding: `
    pengingat, diingatkan, mengingatkan, reminder, peringatan
  `,
  remind: `
    ingatkan, ingetin, ingatin, tegur, tagih, desak, colek, peringatkan
  `,
  appoint: `
    angkat, jadikan, tunjuk, lantik, tugaskan
  `,
  invited: `
    diundang, terundang
  `,
  invitation: `
    undangan, undangannya
  `,
  move: `
    undur, undurkan, undurin, pengunduran, tetapkan, menetapkan, ditetapkan, tentukan, menentukan, nentukan, diundur, mundur, mundurkan, mundurin, dimundurkan, majukan, majuin, memajukan, dimajukan, percepat, dipercepat, tunda, geser, digeser, pindahkan, ubah, diubah, rubah, ganti, diganti
  `,
  extend: `
    perpanjang, perpanjangin, diperpanjang, perpanjangan, memperpanjang
  `,
  send: `
    kirim, kirimkan, kirimin, teruskan, share, forward, bagikan
  `,
  to: `
    ke, kpd, kepada
  `,
  stop: `
    jangan, jgn, stop, hentikan
  `,
  each: `
    tiap, setiap, rutin
  `,
  cancel: `
    batalin, batalkan, dibatalkan
  `,
  letter: `
    surat
  `,
  tell: `
    sampaikan, umumkan, kabari, kabarin, beritahu, infokan, hubungi, telepon, telpon
  `,
  money: `
    uang, duit, dana, anggaran, modal, biaya, omzet, saldo, keuangan, rupiah
  `,
  member: `
    anggota, pengurus, pengawas, ketua, bendahara, karyawan, pegawai
  `,
  unkept: `
    alamat, hukum, akta, truk, mobil, listrik, internet, lahan, tanah, kendala, hambatan, masalah, nib, npwp, rat, musdes, musdesus,
    peta, koordinat, notaris, legalitas, rekening, proposal, bimtek, pelatihan, sertifikat
  `,
  wrong: `
    salah, keliru, hapus, koreksi, betulkan, perbaiki
  `,
  meaning: `
    arti, artinya, berarti, pengertian, definisi, istilah
  `,
  explain: `
    jelaskan, jelasin, penjelasan
  `,
  others: `
    lain, lainnya, masing-masing, masing2
  `,
  source: `
    sumber, sumbernya, asal, asalnya, akurat, valid, terpercaya
  `,
  need: `
    perlu, butuh, diperlukan, dibutuhkan
  `,
  attention: `
    perhatikan, diperhatikan, perhatian, didatangi, dikunjungi, prioritas, penting, pokok, poin, sorotan, intinya, inti, kesimpulan, kesimpulannya
  `,
  handover: `
    serahkan, mutasi, pensiun, dimutasi, penggantinya, pengganti, gantinya
  `,
  detail: `
    rincian, rinciannya, rinci, rincikan, detail, detailnya, detil
  `,
  suppose: `
    seandainya, andaikan, andai, misalkan, simulasi, simulasikan
  `,
  input: `
    input, nginput, menginput, terdaftar
  `,
  leave: `
    lepas, lepaskan, pergi
  `,
  fresh: `
    baru
  `,
  you: `
    kamu, anda, kau, situ
  `,
  idle: `
    diam, vakum, pasif
  `,
  zero: `
    0, nol, 0/7, kosong, ksong
  `,
  why: `
    kenapa, knp, knapa, mengapa
    Jawa: ngopo, kenopo
    Melayu: ngape, kenape
  `,
  who: `
    siapa, siapakah, sp, sapa
    Jawa: sopo, sinten
    Melayu: siape
  `,
  person: `
    camat, kades, lurah, kadis, kabid, bupati, walikota, gubernur, kasi, sekdes, operator, pemegang
  `,
  contact: `
    hp, kontak
  `,
  kind: `
    unit, gerai
  `,
  using: `
    pakai, pake, pkai, memakai, make, menggunakan, gunakan, gabung, bergabung, join
    Melayu: pakek
  `,
  ability: `
    bisa, bs, fitur, fungsi, guna, gunanya
  `,
  how: `
    cara, bantuan, bantu, help, menu, petunjuk, panduan, tutorial
  `,
  status: `
    status
  `,
  unit: `
    kantor, kios, sembako, simpan, pinjam, klinik, apotek, apotik, gudang, logistik
  `,
  state: `
    rekap, recap, rekapan, rekapitulasi, progres, progress, perkembangan, capaian, kondisi, keadaan, data, hasil, update, kemajuan,
    ringkasan, ringkas, ringkaskan, rangkum, rangkuman, rangkumkan, simpulkan, laporkan, posisi, realisasi, info, informasi
  `,
  standing: `
    berdiri, jumlah, total
  `,
  percent: `
    persen, persentase, prosentase, %
  `,
  stage: `
    proses, beroperasi, operasional, buka, dibangun, pembangunan
  `,
  list: `
    daftar, list, tabel
  `,
  reached: `
    sampai, sampe, nyampe
  `,
  time: `
    lama, waktu
  `,
  hour: `
    jam, pukul
  `,
  sent: `
    dikirim, terkirim, keluar, senin
  `,
  count: `
    berapa, brp, brapa, brpa
    Jawa: piro, pinten
    Melayu: berape
  `,
  up: UP,
} as const;

/** What tells a question or a request from a remark, beside a question mark and the words of a question. */
export const ASKING_WORDS = `
  tolong, tlg, mohon, mhn, minta, mintak, minte, coba, lihat, liat, tampilkan, tunjukkan, tunjukin, perlihatkan, sajikan, siapkan, kirim, kirimkan, kasih, boleh, piye, pripun, sopo, piro, endi, siape, berape,
  ape, mane, bile, macam, cek, tampilin, bikin, bikinkan, bikinin, buatkan, buatin, sebutkan, sebutin, berikan, beri
`;

/** What a number counts that stands before it: "7 unit" is no place in a list. */
export const COUNTED = `
  unit, desa, kelurahan, kel, kecamatan, kec, kabupaten, kab, kota, hari, hr, pekan, minggu, mgg, mggu, bulan, bln, tahun, thn, orang, persen, %, poin, point, hal,
  baris, halaman
`;

/** What people call the bot. */
export const CALLED = `
  bot
`;

/** Whose bot it is, behind that: "Bot Koperasi". */
export const BOTS_OF = `
  koperasi, kopdes, kdmp, kkmp, kdkmp, desa merah putih, kelurahan merah putih, merah putih
`;

/** What people say around the name of a place and between the words of a request: it says neither where nor what. */
export const AROUND_NAMES = `
  dong, donk, pak, bapak, bpk, bu, ibu, min, admin, bot, ya, yaa, yah, yang, yg, buat, utk, untuk, di, dari, itu, ini, nih, dan,
  saat, sekarang, skrg, hari, pekan, minggu, terbaru, terkini, terakhir, semua, seluruh, lengkap, wilayah, tentang, kec, kecamatan, kab,
  kabupaten, kota, prov, provinsi, desa, kelurahan, kel, ds, gampong, nagari, kampung, pekon, tiyuh, kalurahan, kepenghuluan, sih, deh, aja, saja, berapa, brp, mana, apa,
  apakah, siapa, ada, punya, mempunyai, memiliki, masih, sudah, sdh, udah, udh, dah, terima, kasih, makasih, kabar, kabarnya, oleh, sekali, banget, terus,
  kok, dgn, dg, dengan, sama, dalam, dlm, bentuk, format, berikutnya, lagi, lg, se, nya, atau, atw, kopdes, kdmp, kkmp, kdkmp, koperasi, paling, plg, dimana, urutkan, file, berkas, per, sejak, sejk, kira2, kira-kira, begini, akan, masuk, angka
  Jawa: sing, wis, wes, sampun, piye, pripun, endi, opo, iki, kuwi, sopo
  kita, kami, jabatan, menteri, wamen, presiden, wapres, sekda, wabup, wagub
  Melayu: macam, macem, mane, ape, siape, ni, tu, je, kite
`;

/** What a report begins with that is told. */
export const REPORTS = `
  lapor, catat, catatkan
`;

/** With one of them somebody is left out of what is asked for. */
export const LEFT_OUT = `
  kecuali, selain, jangan, jgn, bukan, tanpa
`;

/** With one of them before it a "belum" at the end only asks: "sudah 50 persen belum". */
export const SO_FAR = `
  sudah, sdh, udah, udh, dah, wis, wes, sampun
`;

/** What a question begins with that follows another. */
export const FOLLOWING = `
  kalau, kalo, klo, kl, klau, terus, trus, trs, nah, lalu, sedangkan
  Jawa: nek, yen
`;

/** What is counted where "kalau" supposes something: "kalau 3 unit per hari". */
export const SUPPOSED = `
  unit, desa, kelurahan, persen, %
`;

/** What stands between a question and the next one; `TOGETHER` stands between the parts of one question too. */
export const THEN = `
  terus, trus, trs, truss, kemudian, skalian, sekalian
`;

export const TOGETHER = `
  n, dan, serta, sama
`;

/** What goes up with one of these alone: "naik satu tingkat"; "naik" asks what rose. */
export const STEP = `
  tingkat, level
`;

/** What stands beside a word to go up. */
export const BESIDE_UP = `
  ke, k, naik, rekap, lagi, lg, dong, donk, pak, bapak, bpk, bu, ibu, min, bot, ya, yaa, yah, aja, saja, tolong, tlg, coba, dulu, satu
`;

/** What asks how something is, without saying what is to be shown. */
export const HOW_IS = `
  sejauh, gmn, gmna, gmana, gimana, gimna, gimn, gmne, gimane, bagaimana, bgmn, bgmana, bgaimana
  Jawa: piye, pripun
  Melayu: macam, macem
`;

/** What stands behind "bot" where it is talked about, and not to. */
export const ABOUT_BOT = `
  ini, itu, tersebut, tsb, ni, tu, nih, tuh
`;

/** How much is asked for: "di bawah 20 persen", "lebih dari 5 unit". */
export const BOUND_WORDS = {
  below: `
    di bawah, dibawah, di bwh, kurang dari, krg dari, belum sampai, belum mencapai
  `,
  above: `
    di atas, diatas, lebih dari, lbh dari, melebihi
  `,
  least: `
    minimal, setidaknya, sedikitnya
  `,
  most: `
    maksimal, paling banyak
  `,
  said: `
    yang, yg, sudah, sdh, udah, udh, dah, masih, msh, baru, dengan, dgn, punya, hanya, cuma, lengkap, mencapai
  `,
  percent: `
    persen, persennya, %
  `,
  units: `
    unit, unitnya
  `,
  none: `
    nol
  `,
} as const;

/** What asks for more of what was shown, where nothing else is said. */
export const WHERE = `
  di mana, dimana, di mana saja, dimana saja, di mana aja, dimana aja, mana saja, mana aja, desa mana, desa mana saja, dari mana aja, dari mana saja, yang mana
`;

/** What several words together ask for. */
export const SHOWN_PHRASES = {
  meaning: `
    apa itu, apa sih, apa arti, apa maksudnya, apa maksud
  `,
  whence: `
    dari mana, darimana, dr mana
  `,
  since: `
    sejak kapan, sjk kapan, dari kapan, mulai kapan
  `,
  atDeadline: `
    hari tenggat, saat tenggat, pada tenggat, sampai tenggat, smpai tenggat, sebelum tenggat, waktu tenggat
  `,
  reported: `
    lapor, lapornya, melapor, melapornya, ngelapor, lapur
  `,
  without: `
    kecuali, selain, tanpa, kelurahan jangan, desa jangan, jangan kelurahan, jangan desa
  `,
  appoint: `
    tambah admin, nambah admin, tambahkan admin, tambah operator, tambah pengelola, tambah petugas
  `,
  photo: `
    foto, poto
  `,
  eachPart: `
    per kecamatan, tiap kecamatan, setiap kecamatan, masing-masing kecamatan, masing2 kecamatan, per kec, per kabupaten, tiap kabupaten,
    setiap kabupaten, per kab, per provinsi, tiap provinsi, setiap provinsi
  `,
  whichUnit: `
    unit apa, unit mana, unit2 apa, gerai apa, gerai mana
  `,
  eachUnit: `
    per unit, tiap unit, setiap unit, masing-masing unit, masing2 unit
  `,
} as const;
