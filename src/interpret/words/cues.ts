/**
 * Words by which the code tells one use of a meaning from another. They stand in the other tables too; here they are
 * only picked out: "kosong" means that there is none, and of one unit overheard perhaps that its shelves are empty.
 */

/** The cooperative by one of its names. */
export const COOPERATIVE = `
  koperasi, kop, kopdes, kopdesmp, kdmp, kkmp, kdkmp, koperasi desa, koperasi kami, koperasi desa merah putih,
  koperasi merah putih, koperasi kelurahan merah putih, kopdes merah putih, desa merah putih, merah putih,
  koperasi kelurahan, gerai, unit, unit usaha, unit bisnis
`;

/** Number words that also count sentences: "pertama, kantor sudah. Kedua, ...". Each place has a line. */
export const ORDINALS = `
  pertama, kesatu
  kedua
  ketiga
  keempat
  kelima
  keenam
  ketujuh
  kedelapan
  kesembilan
  kesepuluh
`;

/** Beside a single unit they speak of it in passing. */
export const PASSING = `
  pernah, prnh, saja, aja, aj, sj, doang, terus, trus
`;

/** Behind a digit's word they make tens of it, and teens: "delapan puluh", "dua belas". */
export const TENS = `
  puluh, pulu, plh
  Jawa: doso
`;
export const TEENS = `
  belas, blas
`;

/** Letters that tick a number off. */
export const TICKS = `
  v, x, c, w
`;

/** "Siapa" as much as "simpan pinjam". */
export const SHORT_WHO = `
  sp
`;

/** People, who are counted: of a unit there is one, of those who work or buy in it there are many. */
export const PEOPLE = `
  orang, org, orng, wong, urang, anggota, anggotanya, kk, jiwa
`;

/** All units, named as such: "ketujuh unit" is said of nothing else, "semua" of anything. */
export const ALL_BY_NAME = `
  semua unit, seluruh unit, semua unit usaha, seluruh unit usaha, semua gerai, ketujuh, ketujuhnya, ketujuh unit,
  ketujuh-tujuhnya, tujuh-tujuhnya, tujuh unit, full 7 unit, full tujuh unit, full semua unit
`;

/** The office of the village, which stands in every village. */
export const VILLAGE_OFFICE = `
  kantor desa, kantor kelurahan
`;

/** Names of units that are said of goods and transport every day. */
export const EVERYDAY = `
  sembako, distribusi, angkutan, logistik, logistic
`;

/** Names of a unit that are also what is done with goods. */
export const HANDING_OUT = `
  distribusi
`;

/** Closed for today, sold out for today: overheard, it need not mean that there is no such unit. */
export const FOR_TODAY = `
  tutup, ditutup, kosong, ksong, habis
`;

/** The day of which opening hours are told. */
export const TODAY = `
  hari ini, hr ini, hri ini, pagi ini, siang ini, sore ini, malam ini
`;

/** Of them a part is still to come. */
export const THIS_PERIOD = `
  minggu ini, pekan ini, bulan ini, bln ini, tahun ini, thn ini
`;

/** Behind a number they count so many from an end of a list: "2 terakhir". */
export const FROM_END = `
  pertama, terakhir, teratas, terbawah
`;

/** What a time of the day is written behind. */
export const CLOCK = `
  jam, pukul, pkl
`;

/** Parts of the day. */
export const DAYPARTS = `
  pagi, siang, sore, malam
`;

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

/** What opens "at last" has not been open before. */
export const AT_LAST = `
  akhirnya, resmi, diresmikan, perdana
`;

/** Who speaks: in "kios kami" it tells whose the units are, in "kios sudah siap, kita kumpul jam 9" it does not. */
export const PRONOUNS = `
  kami, kmi, kita, kta, kito, awak
`;

/** One person alone: "kios saya" is not the village's. */
export const ONESELF = `
  saya, sya, aku, kulo, abdi, ambo
`;

/** One's own: "milik sendiri". */
export const ONES_OWN = `
  sendiri, sndiri, bersama, kita, kami
`;

/** How something goes: "jalan mulus"; any other word behind "jalan" may name a street. */
export const WAYS_OF_GOING = `
  mulus, santai, rame, ramai, rami, pelan, pelan2, pelan-pelan, plan2, normal, baik, baik2, bagus, sepi, kecil,
  kecil-kecilan, kecil2an, stabil, tersendat, lambat, cepat, bareng, sendiri, sndiri, online, maksimal, efektif,
  rutin, penuh, optimal, sukses, tertib, terbatas, seadanya, apa adanya, alhamdulillah, insyaallah, bertahap, maju
`;

/** A bare "buka", "jalan", "lagi": too little when nobody was asked. */
export const WEAK = `
  buka, dibuka, terbuka, bka, jalan, berjalan, jln, lagi, lg, lgi
`;

/** Behind a status they ask for a yes: "kantor sudah ya", "sudah kan". */
export const TAGS = `
  ya, yaa, yah, y, yo, iya, kan, toh, to, betul, bener
`;

/** What news and announcements hold: who speaks in them, and how they end. */
export const NEWS = `
  menteri, mentri, menko, menkop, mendes, wamen, wamenkop, kementerian, kemenkop, kemendes, presiden, wapres,
  wakil presiden, prabowo, gubernur, wagub, wakil gubernur, bupati, wabup, wakil bupati, dpr, dprd, nasional,
  se-indonesia, seindonesia, indonesia, pemerintah, selengkapnya, selanjutnya di, berita, breaking, news, siaran pers
`;

/** Before a word they make people of it: "para petani". */
export const GROUPS_OF_PEOPLE = `
  para, kelompok, kaum, warga, masyarakat, penduduk, pemuda
`;

/** Having, not standing: "kios punya bu haji". */
export const HAVING = `
  punya, punyanya, memiliki, mempunyai, milik, miliknya, kepunyaan
`;

/** How lines begin that only the bot writes, one a line; its fill-in list is not among them. */
export const BOT_LINES = `
  yang belum berdiri di
  yang belum berdiri atau belum dilaporkan di
  rekap penutup tenggat
  rincian per unit (dari
  seluruh unit di semua
  balas pesan ini dengan nomor
  bapak/ibu, mohon balas pesan ini bila ada unit yang sudah berdiri
  bila sudah ada yang berdiri, balas pesan ini
  sudah tercatat sebelumnya untuk
  bila ada yang keliru, balas pesan ini dengan /batal
  untuk melapor, balas dengan nomor
  yang terbaca:
`;

/** How such lines end. */
export const BOT_LINE_ENDS = `
  , terbaru di atas
  . belum ada yang dicatat.
`;

/** How lines begin above words that were passed on, one a line. */
export const PASSED_ON_LINES = `
  forwarded from
  forwarded message
  diteruskan dari
  diteruskan:
  fwd:
  dari bot:
  info dari bot
  kabar dari bot
  pesan dari bot
`;

/** Endings that leave a word what it is: "kliniknya", "sudahlah". The one that asks stands apart. */
export const CLITICS = `
  nya, ny, nyo, lah, pun, ku, mu, mi, mo
`;

export const ASKING_CLITIC = `
  kah
`;

/** Endings of other languages, which other words have too: "kantore", "klinikna". */
export const REGIONAL_CLITICS = `
  Jawa: ne, e
  Sunda: na
`;

/** "Its": a word with such an ending is a thing of something, and no name. */
export const POSSESSIVES = `
  nya, ny, nyo
`;

/** The same as a word of its own: "dokter e". */
export const POSSESSIVES_APART = `
  nya, ny, nyo
  Jawa: ne, e
  Sunda: na
`;

/** People who are greeted together: "rekan yang lain" are not units. */
export const COMPANIONS = `
  rekan, rekan-rekan, rekan2, kawan, kawan-kawan, kawan2, teman, teman-teman, teman2
`;

/** How people are, not units: "semua aman". */
export const WELL = `
  lancar, aman, baik, sehat, semangat, mantap
`;

/** What is left over, of units or of work: "sisanya tinggal …". */
export const LEFT_OVER = `
  sisanya, sisany, sisa nya, sisa yang lain, sisane, sisanyo
`;

/** Words that a date is written behind. */
export const DATED = `
  tgl, tanggal, tggal, tahun, thn, bulan, bln
`;

/** Words behind a count that tell how long ago: "2 bulan lalu". */
export const AGO = `
  minggu lalu, bulan lalu, bln lalu, tahun lalu, thn lalu
`;

/** Between two numbers it multiplies: "3 x 4". */
export const TIMES = `
  x
`;

/** The office by its own name, which other offices share. */
export const OFFICE = `
  kantor, kntr, ktr
`;

/** Short for kecamatan, and for kecuali. */
export const KEC = `
  kec
`;

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

/** Asked for politely, or granted on paper. */
export const PERMIT = `
  izin, ijin
`;

/** Begun: with nothing else said it is little. */
export const BEGUN = `
  mulai dibangun, mulai dikerjakan, mulai dibuat, mulai diurus, mulai diproses, mulai proses, mulai pembangunan
`;

/** How the bot's list says of when it is. */
export const AS_OF = `
  data per, keadaan
`;

/** They ask for more than a yes: behind what is told they ask about something else. */
export const OPEN_QUESTIONS = `
  kapan, kpn, kapn, kpan, bagaimana, bgmn, bgmna, bgmana, bagaimna, gimana, gmn, gmna, gimna, gmana, siapa, kenapa, knp,
  mengapa, berapa, brp, brapa, mana, dimana, dmn
  Jawa: piye, kepiye, pripun, endi, piro
  Sunda: kumaha, iraha
  Minang: baa, bilo, camano
  Melayu: macam mana, cemana, bile
`;

/** Whom village heads report to, and so speak to. */
export const REPORTED_TO = `
  camat, sekcam, kasi, kasi pmd, kasipmd, pmd, bupati, gubernur, dinas, pendamping
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

/** Before those who do something: "dibuka oleh pak camat". */
export const DOERS = `
  oleh
`;

/** "Meanwhile", and what serves until then. */
export const FOR_THE_TIME = `
  sementara, smntara, smentara
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

/** Some hours ago. */
export const THIS_DAY = `
  tadi, td, tadi pagi, tadi siang, tadi sore, tadi malam, barusan, kemarin sore, kemarin pagi, kemarin siang
`;

/** Parts of a building, in which something is. */
export const INSIDE = `
  lantai, ruang, ruangan, kamar, teras, halaman, emperan, garasi
`;

/** Certain: "pasti jadi" is still to come, "sudah pasti" is so. */
export const CERTAINLY = `
  pasti, psti
`;

/** What several of a kind are counted in. */
export const PIECES = `
  buah, bh, bj, titik, petak, desa, ds, kelurahan, kampung, nagari, gampong
`;

/** Parts of a village that have officers of their own. */
export const WARDS = `
  rt, rw
`;

/** Looking at a unit tells nothing of it. */
export const LOOKS = `
  cek, dicek
`;

/** Near what something is, or is to be. */
export const BESIDES = `
  depan, belakang, samping, sebelah, dekat, dkt, sekitar, luar, seberang
`;

/** What sums of money are counted in. */
export const MONEY = `
  juta, jt, ribu, rb, miliar, milyar, rupiah
`;

/** None at all, of everything that was asked for. */
export const NONE_AT_ALL = `
  nihil, nihilnya
`;

/** Who may report for a village: "kades Petani: 1 3 5". */
export const REPORTERS = `
  kades, kepala desa, pj kades, pj, plt, sekdes, lurah, operator, penghulu, wali nagari, keuchik
`;

/** What a number behind is the sum of. */
export const TOTALS = `
  total, totalnya, jumlah, jumlahnya, dari 7, dari tujuh
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

/** Papers and programs in which a unit may stand before it stands anywhere else. */
export const PAPERS = `
  rab, rpjmdes, rkpdes, rkp, apbdes, apbd, proposal, anggaran, juknis, dokumen, aplikasi, sistem, peta, gambar,
  buku, laporan
`;

/** Another village, without its name. */
export const ANOTHER_VILLAGE = `
  desa sebelah, desa tetangga, desa lain, di desa sebelah, di desa tetangga, di desa lain, kampung sebelah,
  di kampung sebelah, kampung lain, kelurahan sebelah, kelurahan lain, kades sebelah, kades lain
`;

/** Titles that stand for a name. */
export const HAJI = `
  haji, h, hj, ust, ustadz, tuan
`;

/** What was written is to be changed: "ubah gudang jadi belum". */
export const CHANGING = `
  ubah, diubah, rubah, dirubah, ganti, diganti
`;

/** What was there before: "kantor lama". */
export const OLD = `
  lama
`;

/** Of requests those that ask to be heard: "mohon dicatat", not "jangan lapor". */
export const HEARING = `
  mohon, mhn, tolong, tlg, tlong, perlu, minta, harap
`;

/** Said first, of something that surprises: "loh klinik sudah buka". */
export const SURPRISE = `
  loh, lho, lo, emang
`;

/** Before a unit an order, or what was done: "buka klinik". */
export const ORDERS = `
  buka, bka, bangun, buke, dirikan
`;

/** What was written wrongly: "salah tulis klinik sudah" takes it back, "salah tulis, klinik sudah" puts it right. */
export const MISWRITTEN = `
  slah, slah ketik, salah, slh, keliru, maaf salah, maaf keliru, sori salah, sorry salah, salah ketik, salah tulis,
  salah kirim, salah lapor, salah input, salah isi, salah catat, salah rekap
`;

/** Others who have shops, stores and clinics, beside the cooperative. */
export const ORGANISATIONS = `
  bumdes, bumdesa, bumdesma, kud, kub, gapoktan, poktan, kelompok tani, kwt, upk, bulog, puskesmas, pustu, posyandu,
  perusahaan, pabrik, koperasi lama, koperasi lain, koperasi sebelah, koperasi tetangga, koperasi karyawan,
  koperasi pegawai, koperasi sawit, koperasi tani, koperasi wanita, koperasi sekolah
`;

/** Bodies, which nobody speaks to as to a person. */
export const BODIES = `
  dinas, bpd, bumdes, bumdesa, bumdesma
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

/** By others, as it stands behind what is told: "… tapi dipakai TK". */
export const OCCUPIED = `
  dipakai, dipake, digunakan, ditempati, dihuni, dikuasai, ditinggali
`;

/** With whom something is agreed or talked over: "kerja sama dengan klinik". */
export const WITH = `
  dengan, dgn, dg, dng, dngn, dgan, sama, sm, ama, antara, bersama
`;

/** Before "untuk" they single a unit out, and are nothing that it is given: "khusus untuk kantor sudah jadi". */
export const SINGLING = `
  khusus, khususnya, khusunya, terutama, terutamanya, utamanya
`;

/** Work on what stands, and what puts a message right: "perbaikan kantor sudah selesai", "perbaikan: kantor sudah". */
export const MENDING = `
  perbaikan
`;

/** So often: "sudah 3 kali". */
export const OFTEN = `
  kali
`;

/** Said of a report that comes late: "maaf terlambat lapor". */
export const LATE = `
  terlambat, trlambat
`;

/** Where somebody does not come: "tidak bisa hadir". */
export const ATTENDING = `
  hadir, menghadiri, hadiri, ikut, mengikuti, datang, dtg, rapat, kumpul, gabung, bergabung
`;

/** Behind a correction they say that it is one: "salah, apotek maksudnya". */
export const MEANT = `
  maksudnya, maksud, maksud saya, mksdnya, mksd, mksud, maksudnyo
`;

/** Asked to be looked after: "mohon dicek klinik sudah buka". */
export const CHECKS = `
  mohon dicek, tolong dicek, mohon dikoreksi
`;

/** As soon as: "begitu kantor jadi". */
export const AS_SOON_AS = `
  begitu
`;

/** Ever, or once: "pernah buka". */
export const EVER = `
  pernah, prnh
`;

/** Whom it thanks, it does not report: "terima kasih klinik sudah buka". */
export const THANKS = `
  terima kasih, trima kasih, terimakasih, trimakasih, makasih, mksh, makasi, mksih, trims, tks, thanks, thx,
  matur suwun, matur nuwun, suwun, hatur nuhun, tarimo kasih
`;

/** What somebody else has done is praised with them: "mantap pak kiosnya sudah jalan". */
export const PRAISE = `
  mantap, mantab, mantul, keren, hebat, salut, jos, joss, top, wah, wow, luar biasa
`;

/** Nor whom it wishes well. */
export const WISHES = `
  selamat
`;

/** Since when today: "sudah buka dari pagi". */
export const SINCE_TODAY = `
  pagi, siang, sore, malam, subuh, tadi, td, tadi pagi, tadi siang, tadi malam
`;

/** Times that are to come. */
export const FUTURE = `
  besok, bsk, bsok, esok, lusa, minggu depan, mgg depan, mggu depan, minggu dpn, mgg dpn, mggu dpn, pekan depan,
  bulan depan, bln depan, bulan dpn, bln dpn, tahun depan, thn depan, tahun dpn, thn dpn
`;

/** From when. */
export const FROM = `
  dari, dr, dri, sejak, semenjak
`;

/** A part of a plan, by its number: "tahap 1". */
export const PHASES = `
  tahap
`;

/** Parts of a village, and where somebody lives: before a unit they tell that it is there. */
export const WHERES = `
  rt, rw, dusun, dsn, blok, gang, gg, lingkungan, tempat, rumah, wilayah, daerah
`;

/** A title before a name; "from" elsewhere. */
export const DOCTOR = `
  dr
`;

/** Titles written out, which are rarely said to somebody in the middle of a sentence: "kantor bapak sudah jadi". */
export const KIN = `
  bapak, ibu, bos, kakak, ibu-ibu, ibu2, bapak-bapak, bapak2, pace, mace, pakcik, makcik, cikgu, tok
`;

/** "My" and "your" at the end of a word. */
export const PERSONAL_CLITICS = `
  ku, mu
`;

/** For a while: "tutup sementara", "tutup lebaran". */
export const FOR_NOW = `
  sementara, smntara, smentara, lebaran, libur, natal, imlek, nyepi, puasa, ramadan, ramadhan
`;

/** Before a number it makes an ordinal of it: "ke-2". */
export const ORDINAL_PREFIX = `
  ke
`;

/** A particle of emphasis, and "already" before a status: "kios lah buko". */
export const LAH = `
  lah
`;

/** Before a unit they name what is laid on to it: "air klinik sudah jalan". */
export const UTILITIES = `
  air, air bersih, listrik, lampu, internet, wifi, sinyal, jaringan, pompa, pdam, pln, sumur, genset, pipa
`;

/** Water, which is no short name of a village in a sentence: "air di klinik sudah jalan". */
export const WATER = `
  air, aia, aek, ayer
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

/** Behind what was done first: "setelah diperbaiki, gudang sudah beroperasi". */
export const AFTERWARDS = `
  setelah, stelah, stlh, sesudah, usai, seusai, selepas, sehabis
`;

/** One officer of the cooperative, who has things of his own; what its "pengurus" have is perhaps its own. */
export const OFFICERS = `
  ketua, wakil ketua, sekretaris, bendahara, manajer, manager, kasir, anggota, pengawas, pegawai, karyawan
`;

/** Commas and full stops as dictation writes them, when it takes them for words. */
export const SPOKEN_COMMA = `
  koma
`;
export const SPOKEN_STOP = `
  titik
`;

/** Said where somebody has just understood: "oh jadi kantor sudah". */
export const UNDERSTANDING = `
  o, oh, ooh, owh, oalah, ohh, oo
`;

/** What a unit is waiting for where there is none yet: "gudang belum pak masih sengketa lahan". */
export const OBSTACLES = `
  tunggu, nunggu, menunggu, sengketa, bersengketa, cari, mencari, nyari, rebutan, debat, musyawarah, bermasalah, dana, dananya, anggaran,
  anggarannya, biaya, biayanya
`;

/** What stood there before, behind what is told: "kantor sudah, tapi yang lama". */
export const FORMER = `
  lama, bekas
`;

/** Who builds: "dibangun TNI", "dikerjakan tukang". */
export const BUILDERS = `
  tni, tni ad, kodim, koramil, babinsa, zeni, zipur, agrinas, pt agrinas, tukang, kontraktor, pemborong, pupr
`;

/** A yes and a no in a field of a form: "kantor: ya", "klinik = T". */
export const FIELD_YES = `
  ya, iya, y, yes
`;
export const FIELD_NO = `
  tidak, tdk, t, no, n
`;

/** What was spoken of before: "yang 3 itu". */
export const POINTING = `
  itu, ini, tersebut, tsb, tadi, td
`;

/** Behind what is told it says so again: "sudah kok pak"; before it, it asks. */
export const SO_IT_IS = `
  kok
`;

/** What is still to do where only it is left: "tinggal pasang atap"; "tinggal atap" may be all that is left. */
export const TO_DO = `
  pasang bata, pasang atap, pasang keramik, plester, plesteran, ngecor, pekerjaan atap
`;

/** A time that is over, and the present: of "dulu belum, sekarang sudah" the latter holds. */
export const BYGONE = `
  dulu, dahulu, dulunya, tadinya, awalnya, semula, kemarin, kmrn, kmaren, kemaren, minggu lalu, bulan lalu, bln lalu,
  tahun lalu, thn lalu
`;
export const PRESENT = `
  sekarang, skrg, skarang, skr, kini, hari ini, hr ini, hri ini, saat ini
  Jawa: saiki, sakniki
  Minang: kini ko
`;

/** About so many: "kira2 60%". */
export const ABOUT_SO_MANY = `
  kira-kira, kira2
`;

/** A part of a unit that is done, or of many: "gudang setengah sudah", "separuh desa". */
export const FRACTIONS = `
  setengah, separuh, separo, seperempat, sepertiga, dua pertiga, tiga perempat
`;
