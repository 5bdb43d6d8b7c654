### Every sentence the bot says. Formal, warm, short; Bapak/Ibu; no exclamation marks; nobody is shamed.
### The comment above a sentence names its arguments. A line may carry <b> and <i>; never begin one with * or [.

## Unit dan status

unit-kantor = kantor koperasi
unit-sembako = gerai sembako
unit-simpan_pinjam = simpan pinjam
unit-klinik = klinik
unit-apotek = apotek
unit-gudang = gudang
unit-logistik = logistik

unit-short-kantor = Kantor
unit-short-sembako = Sembako
unit-short-simpan_pinjam = Simpan Pinjam
unit-short-klinik = Klinik
unit-short-apotek = Apotek
unit-short-gudang = Gudang
unit-short-logistik = Logistik

status-belum = belum
status-proses = proses
status-berdiri = berdiri
status-beroperasi = beroperasi

## Berkas rekap

recap-file-cooperative-desa = Koperasi Desa Merah Putih
recap-file-cooperative-kelurahan = Koperasi Kelurahan Merah Putih
recap-file-cooperative-mixed = Koperasi Desa/Kelurahan Merah Putih
recap-file-silent = belum melapor

# $cooperative: one of recap-file-cooperative-…
recap-file-title = Rekap { $cooperative }
# $regency: "Kabupaten Bengkalis"; $province: "Riau"
recap-file-region = { $regency }, Provinsi { $province }
# $week: "23–29 November 2026"
recap-file-week = Pekan { $week }
# $at: "Senin, 23 November 2026 · 16.05 WIB"
recap-file-as-of = Data per { $at }
# $date: "Sabtu, 15 Mei 2027"; $days: whole days until then
recap-file-deadline-ahead = Tenggat: { $date } · { $days } hari lagi
# $date: "Sabtu, 15 Mei 2027"
recap-file-deadline-today = Tenggat: { $date } · hari ini
# $date: "Sabtu, 15 Mei 2027"; $days: whole days since then
recap-file-deadline-passed = Tenggat: { $date } · sudah lewat { $days } hari
# $line: one of the three above; $from: the day that the days count from, "23 November"
recap-file-deadline-from = { $line } (per { $from })
# $percent: units established, of a hundred
recap-file-percent = { $percent }%
# $done: units established; $all: units in all
recap-file-share = { $done } dari { $all } unit
# $done: units established; $all: units in all; $percent: the share
recap-file-done = { $done } dari { $all } unit ({ $percent }%)
# $done: units of one village established; $all: seven
recap-file-village-share = { $done }/{ $all }
# $page, $pages: number of this page, and how many there are
recap-file-page = halaman { $page }/{ $pages }
# $count: villages that never reported; $villages: desa, kelurahan, gampong …
recap-file-silent-count = { $count } { $villages } belum pernah melapor
# $villages: desa, kelurahan, gampong …
recap-file-none-silent = semua { $villages } sudah pernah melapor
# $name: of a kelurahan, beside desa
recap-file-kelurahan = Kel. { $name }
# $count: units in one state
recap-file-units = { $count } unit
recap-file-sum = Sudah berdiri
# $count: villages of the kecamatan; $villages: desa, kelurahan, gampong …
recap-file-sum-of = dari { $count } { $villages }
recap-file-legend-note = Bilah dan angka jumlah mencakup unit yang sudah berdiri dan yang sudah beroperasi.

recap-file-not-using = belum memakai bot ini
# $established, $of: unit; $recent, $villages: desa
recap-file-part = { $established }/{ $of } · { $recent } dari { $villages } melapor
# $established: bagian unit dari seratus; $recent: bagian desa dari seratus
recap-file-part-shares = { $established }% · { $recent }% melapor
# $week: "23–29 November"
recap-file-reports-week = Melapor: ada laporan pada { $week }.
recap-file-reports-days = Melapor: ada laporan dalam 7 hari terakhir.
recap-file-shades = Bagian desa/kelurahan yang unitnya sudah berdiri atau beroperasi.
recap-file-kecamatan = Kecamatan
recap-file-open = Kecamatan memakai bot
recap-file-reporting = Melapor 7 hari terakhir
recap-file-reporting-before = Melapor 7 hari sebelumnya
recap-file-established = Unit berdiri
recap-file-established-before = Berdiri 7 hari lalu
recap-file-reporting-week = Melapor pekan itu
recap-file-reporting-before-week = Melapor sebelumnya
recap-file-established-before-week = Berdiri sebelumnya
recap-file-villages-count = Desa/kelurahan
recap-file-units-count = Banyak unit

recap-file-sheet-recap = Rekap
recap-file-sheet-history = Riwayat
recap-file-sheet-missing = Belum
recap-file-sheet-acts = Tindakan
recap-file-act-area = Wilayah
recap-file-act = Tindakan
recap-file-act-by = Oleh
recap-file-number = No.
recap-file-code = Kode
recap-file-total = Jumlah
recap-file-share-label = Persentase yang sudah berdiri atau beroperasi
recap-file-sum-both = Berdiri atau beroperasi
recap-file-sum-open = Beroperasi
# A number format of sheets: for a positive number, for a negative one, for zero
recap-file-days-format = 0" hari lagi";"sudah lewat "0" hari";"hari ini"
recap-file-unit = Unit
recap-file-status = Status
recap-file-by = Pelapor
recap-file-note = Keterangan
recap-file-reversed = dibatalkan
recap-file-count = Jumlah unit
recap-file-lacks = Unit yang belum berdiri atau belum dilaporkan
recap-file-never = belum pernah melapor
recap-file-no-report = belum ada laporan
recap-file-nothing-missing = Semua unit sudah lengkap.
# $zone: "WIB", "WITA" or "WIT"
recap-file-time-in = Waktu ({ $zone })
recap-file-as-of-label = Data per
recap-file-deadline-label = Tenggat

# $regency: "Kabupaten Bengkalis"
recap-file-government = Pemerintah { $regency }
# $province: "Riau"
recap-file-province = Provinsi { $province }
# $province: "Riau"
recap-file-government-province = Pemerintah Provinsi { $province }
recap-file-government-nation = Republik Indonesia
# $cooperative: one of recap-file-cooperative-…
recap-file-report = Laporan Perkembangan { $cooperative }
# $name: of the kecamatan; $date: "23 November 2026"
recap-file-place-date = { $name }, { $date }
# $office: Camat dan namanya
recap-file-camat = { $office },
recap-file-nip = NIP.
recap-file-no-count = –
recap-file-numbers-mean = Angka: banyaknya desa/kelurahan yang unitnya sudah berdiri atau beroperasi. Tanda –: tidak ada laporan sama sekali. Jumlah dan persentase terhadap seluruh desa/kelurahan, juga yang belum memakai bot.
recap-file-signs = Mengetahui,
# $name: "Bengkalis"
recap-file-bupati = Bupati { $name },
# $name: "Dumai"
recap-file-walikota = Wali Kota { $name },
# $name: "Riau"
recap-file-gubernur = Gubernur { $name },
recap-file-minister = Menteri Koperasi,
# $at: "Senin, 23 November 2026 · 16.05 WIB"
recap-file-printed = Disusun otomatis dari laporan desa/kelurahan · { $at }
# $page, $pages: number of this page, and how many there are
recap-file-page-of = Halaman { $page } dari { $pages }

mark-belum = ❌
mark-proses = ⏳
mark-berdiri = ✅
mark-beroperasi = 🟢
mark-none = ▫️

## Jabatan
# Sebutan daerah untuk kepala, sekretaris dan camat ada di src/domain/titles.ts.

role-kasi = Kasi PMD
# $head: sebutan kepalanya, misalnya: kepala desa, Kepala Desa
role-pj = Pj. { $head }
# $head: sebutan kepalanya
role-plt = Plt. { $head }
# $head: sebutan kepalanya
role-plh = Plh. { $head }
role-kadis_koperasi = Kepala Dinas Koperasi
role-kadis_pmd = Kepala Dinas PMD
role-bupati = Bupati
role-walikota = Wali Kota
role-sekretaris_dinas = Sekretaris Dinas
role-kabid = Kepala Bidang
role-satgas = Satgas/PMO
role-dinas = Dinas Koperasi Provinsi
role-gubernur = Gubernur
role-kementerian = Kementerian
role-operator = operator
role-pengurus = pengurus koperasi
role-ba = BA (business assistant)
role-bendahara = bendahara
role-bpd = anggota BPD
role-bumdes = direktur BUMDes
role-pendamping = pendamping desa

office-kasi = Kasi PMD
office-operator = Operator
# $cooperative: KDMP atau KKMP
office-pengurus = Pengurus { $cooperative }
office-ba = BA
office-bendahara = Bendahara
office-bpd = Anggota BPD
office-bumdes = Direktur BUMDes
office-pendamping = Pendamping Desa

cooperative-desa = KDMP
cooperative-kelurahan = KKMP
cooperative-mixed = KDKMP

## Potongan kalimat

# $kind: Desa, Gampong, Kecamatan dan seterusnya, atau jabatannya; $name: namanya
area = { $kind } { $name }
# $name: nama provinsi
province = Provinsi { $name }
parts-nation = provinsi
parts-province = kabupaten/kota
parts-regency = kecamatan
# $items: daftar dengan koma; $last: yang terakhir
list-and = { $items } dan { $last }
# $items: daftar dengan koma; $last: yang terakhir
list-or = { $items } atau { $last }
all-units = ketujuh unit
# $units: unit yang sudah
all-units-except = semua unit kecuali { $units }
yes-lower = Ya, benar turun
no-lower = Tidak
no = Tidak

## Laporan

# $village: desa; $established: unit berdiri dari tujuh
echo-head = Dicatat untuk <b>{ $village }</b> ({ $established }/7):
# $mark: tanda status; $units: unit; $status: statusnya
echo-row = { $mark } { $units }: { $status }
# $village: desa; $established: unit berdiri dari tujuh; $rows: baris echo-row dengan titik koma
echo-brief = <b>{ $village }</b> dicatat ({ $established }/7): { $rows }
# $units: unit
echo-assumed = Status { $units } tidak disebut, jadi dicatat berdiri. Bila belum, balas pesan ini, misalnya: masih proses. Untuk membatalkannya: /batal
echo-undo = Bila ada yang keliru, balas pesan ini dengan /batal
# $village: desa; $established: unit berdiri dari tujuh; $rows: unit dengan statusnya
echo-again = Sudah tercatat sebelumnya untuk <b>{ $village }</b> ({ $established }/7): { $rows }.
# $rows: unit dengan statusnya
echo-again-too = Sudah tercatat sebelumnya: { $rows }.
# $units: unit yang hanya disebut tanpa status, tetapi sudah beroperasi
echo-kept = Tetap beroperasi: { $units }.
# $units: unit yang sudah ada kabar lebih baru
echo-overtaken = Hanya dicatat di riwayat, karena sudah ada laporan yang lebih baru: { $units }.
# $units: unit yang laporannya sudah dibatalkan
echo-taken-back = Belum dicatat, karena laporan itu sudah dibatalkan: { $units }. Bila memang demikian, mohon dikirim sebagai pesan baru.
# $units: unit, dengan huruf besar di awal
not-taken-plan = { $units } belum dicatat karena masih rencana.
# $units: unit
not-taken-question = { $units } belum dicatat karena masih berupa pertanyaan.
# $units: unit
not-taken-hearsay = { $units } belum dicatat karena belum pasti.
# $words: hal lain yang disebut, misalnya NIB
not-taken-matter = { $words }: belum ada tempatnya di sini, jadi tidak dicatat.
# $names: nama yang ditulis dalam daftar
not-taken-village = Tidak dicatat, karena bukan nama desa/kelurahan di kecamatan ini: { $names }.
# $village: desa; $changes: baris perubahan
lower-ask = <b>{ $village }</b>: status ini lebih rendah daripada laporan sebelumnya. Apakah benar statusnya turun?
# $unit: unit; $from, $to: status lama dan baru
lower-row = { $unit }: { $from } → { $to }
# $village: desa
lower-kept = <b>{ $village }</b>: tidak ada yang diubah.
# $village: desa; $units: unit yang berubah sejak pertanyaan
lower-outdated = <b>{ $village }</b>: { $units } sudah diperbarui setelah pertanyaan itu, sehingga tidak diubah lagi. Silakan lihat /status.
# $village: desa; $established: unit berdiri
toast-recorded = Dicatat. { $village } { $established }/7

# $village: desa yang dilaporkan
refuse-village = Mohon maaf, laporan untuk <b>{ $village }</b> hanya dapat disampaikan oleh aparat setempat, camat, atau Kasi PMD. Laporan ini belum dicatat.
# $village: desa
alert-village = Hanya aparat { $village }, camat, dan Kasi PMD yang dapat melapor di sini.
# $roles: jabatan yang dipegang; $heads: kepala desa/lurah
refuse-reader = Terima kasih, Bapak/Ibu. Sebagai { $roles }, Bapak/Ibu dapat melihat /rekap dan /status. Laporan disampaikan oleh { $heads }, sekretaris, operator, atau pengurus koperasi.
refuse-anonymous = Mohon maaf, laporan dari akun anonim tidak dapat dicatat. Silakan matikan "Tetap anonim", lalu kirim sekali lagi.
refuse-photo = Terima kasih atas fotonya. Foto tidak disimpan; mohon tuliskan unitnya, misalnya: klinik sudah.
# $what: apa yang dikirim, misalnya: Pesan suara
refuse-holding = { $what } tidak dapat dibaca sebagai laporan. Mohon tulis dengan kata-kata, misalnya: klinik sudah.
holding-video = video
holding-voice = pesan suara
holding-audio = rekaman suara
holding-sticker = stiker
holding-document = berkas
holding-location = lokasi
holding-contact = kontak
holding-poll = polling
holding-other = pesan jenis ini
edit-none = Pesan itu sudah diubah dan tidak lagi terbaca sebagai laporan; laporan sebelumnya tetap tercatat. Untuk membatalkannya, balas pesan itu dengan /batal

edit-unread = Pesan yang diubah itu belum jelas sebagai laporan, jadi tidak ada yang dicatat. Untuk melapor, mohon kirim pesan baru, misalnya: /lapor klinik sudah
edit-before-link = Pesan itu ditulis sebelum grup ini tersambung ke kecamatan ini, jadi perubahannya tidak dicatat. Untuk melapor, mohon kirim pesan baru.
edit-unlinked = Laporan dari pesan itu tetap tercatat, karena grup ini tidak lagi tersambung ke kecamatannya. Untuk memperbaikinya, kirim /lapor di grup kecamatan atau di chat pribadi dengan bot.
# $village: desa
edit-former = Laporan sebelumnya dari pesan itu tetap tercatat, karena Bapak/Ibu tidak lagi tercatat di { $village }. Untuk mengubahnya, mohon hubungi camat atau Kasi PMD.
# $village: desa
edit-head = Karena tidak ada lagi dalam pesan itu, laporan untuk <b>{ $village }</b> berikut dibatalkan:
# $units: unit
edit-kept = Tetap tercatat, karena dijawab sesudah pesan itu diubah: { $units }.
# $rows: unit dan status, misalnya: apotek berdiri
edit-others = Tetap tercatat, karena dijawab orang lain: { $rows }. Bila keliru, mohon kirim /lapor dengan kondisi yang benar.
# $units: unit
edit-reversed = Laporan yang dibatalkan oleh pesan itu tetap dibatalkan: { $units }. Bila keliru, mohon kirim /lapor dengan kondisi yang benar.
# $acts: yang diputuskan
edit-decided = Keputusan dari pesan itu tetap berlaku: { $acts }.
edit-decided-change = Untuk mengubahnya, silakan kirim perintahnya sebagai pesan baru.
edit-decided-left = Untuk mengubahnya, mohon hubungi yang kini menjabat.
edit-decided-unlinked = Untuk menyambungkannya lagi, mohon kirim /mulai diikuti kode undangan yang baru.
edit-asked = Sampai pertanyaan ini dijawab, laporan sebelumnya dari pesan itu tetap tercatat.

# $village: desa atau kelurahan
report-elsewhere = { $village } berada di kecamatan lain.
forwarded = Pesan itu diteruskan atau dikutip dari orang lain.
# $village: desa
forwarded-ask = Apakah ini laporan <b>{ $village }</b> untuk hari ini?
yes-record = Ya, catat
forwarded-own-words = Pesan itu diteruskan atau dikutip dari orang lain, jadi belum ada yang dicatat. Bila kondisinya memang begitu, mohon tulis sendiri laporannya.
forwarded-command = Perintah yang diteruskan tidak dijalankan. Bila memang dimaksud, mohon ketik sendiri.
edit-unreadable = Perubahan pesan itu tidak dapat dibaca, jadi laporan sebelumnya masih tercatat. Mohon kirim yang benar sebagai pesan baru.

ask-number-zero = Nomor unit adalah 1 sampai 7. Nomor berapa yang dimaksud?
# $number: nomor yang tidak ada
ask-number = Nomor { $number } tidak ada; nomor unit hanya 1 sampai 7. Nomor berapa yang dimaksud?
# $word: kata yang ditulis; $units: unit yang mungkin
ask-which-unit = "{ $word }" bisa berarti { $units }. Yang dimaksud yang mana, Bapak/Ibu?
# $villages: desa yang mungkin
ask-which-village = Yang dimaksud { $villages }?
ask-no-village = Mohon sebutkan desa/kelurahannya, misalnya: { $village } kantor sudah.
# $village: desa
ask-unclear-villages = Mohon maaf, desa/kelurahan mana yang dilaporkan belum dapat kami pahami. Mohon sebutkan yang dilaporkan saja, misalnya: { $village } klinik sudah.
ask-no-unit = Unit mana yang dimaksud? Balas dengan nomor atau nama, misalnya: 1 3 5, atau: klinik sudah.
# $units: unit
ask-no-status = { $units }: sudah berdiri, masih proses, atau belum?
ask-status-berdiri = Sudah
ask-status-proses = Proses
ask-status-belum = Belum
ask-status-beroperasi = Buka
# $units: unit yang sudah jelas
ask-only = Catat { $units } saja
# $words: hal lain yang disebut, misalnya NIB
ask-other-matter = { $words }: belum ada tempatnya di sini. Yang dicatat hanya ketujuh unit, misalnya: kantor sudah, klinik belum.
# $unit: unit; $statuses: status yang saling bertentangan
ask-contradiction = { $unit } disebut { $statuses }. Mana yang benar?
# $units: unit
ask-plan = { $units } masih berupa rencana, jadi belum dicatat. Bagaimana kondisinya saat ini?
# $units: unit
ask-uncertain = { $units }: kondisinya belum jelas. Apakah sudah berdiri, masih proses, atau belum?
ask-unclear = Mohon maaf, maksudnya belum dapat kami pahami. Silakan tulis unit dan kondisinya, misalnya: kantor sudah, klinik belum.
# $rows: yang dipahami
ask-understood = Yang terbaca: { $rows }. Belum ada yang dicatat.
ask-nothing = Belum ada yang dicatat.
# $things: unit atau kata yang belum jelas
ask-also = Belum jelas juga: { $things }. Mohon disebutkan lagi setelah ini.
help-line = Untuk melapor, balas dengan nomor unit yang sudah berdiri (misalnya 1 3 5), tulis "klinik sudah", atau ketik /lapor. Selengkapnya: /bantuan

# $village: desa; $established: unit berdiri
checklist-head = <b>{ $village }</b> · { $established } dari 7 berdiri
# $district: kecamatannya
status-head-above = <b>{ $village }, { $district }</b> · { $established } dari 7 berdiri
# $number: nomor unit; $mark: tanda; $unit: unit; $status: status
checklist-row = { $number }. { $mark } { $unit }: { $status }
checklist-none = belum lapor
checklist-reply = Balas pesan ini dengan nomor yang sudah berdiri, misalnya 1 3 5. Untuk status lain, pilih dulu statusnya.
# $status: status yang dipilih
checklist-pick = Unit mana yang statusnya <b>{ $status }</b>? Balas dengan nomornya, misalnya 4 6.
# $number: nomor; $unit: unit
checklist-button = { $number } { $unit } ✓
# $number: nomor; $unit: unit
checklist-button-plain = { $number } { $unit }
checklist-x = Belum …
checklist-p = Masih proses …
checklist-o = Beroperasi …
checklist-back = Kembali
checklist-stands = Tidak ada yang diubah; yang sudah tercatat tetap tercatat. Untuk membatalkan laporan terakhir, kirim /batal sebagai pesan baru.
lapor-which = Laporan untuk desa/kelurahan mana?

## Daftar isian

# $district: kecamatan
list-head = <b>Daftar isian koperasi { $district }</b>
# $at: tanggal dan jam
list-as-of = Data per { $at }
# $number: nomor urut; $village: desa; $units: unit dengan keadaannya
list-row = { $number }. { $village } : { $units }
# $unit: unit; $status: keadaannya
list-unit = { $unit } { $status }
list-how = Salin pesan ini, isi baris desa Bapak/Ibu, lalu kirim sebagai balasan.
list-unchanged = Daftar sudah kami terima. Isinya sama dengan data yang tercatat, jadi tidak ada yang diubah.
# Di bawahnya tampil keadaan setiap unit
unchanged-head = Baik, Bapak/Ibu. Tidak ada yang diubah. Yang tercatat saat ini:
# $units: unit
list-stale = Tidak diubah, karena sudah dilaporkan atau dibatalkan setelah daftar itu dibuat: { $units }.

## /batal

# $village: desa
undo-head = Laporan untuk <b>{ $village }</b> sudah dibatalkan:
# $units: unit, dengan huruf besar di awal; $status: status yang berlaku lagi
undo-row = { $units } kembali ke status { $status }.
# $units: unit, dengan huruf besar di awal
undo-row-none = { $units } kembali ke status belum lapor.
# $units: unit, dengan huruf besar di awal; $status: status yang tetap
undo-row-same = { $units } tetap { $status } karena ada laporan lain.
undo-nothing = Tidak ada laporan Bapak/Ibu dalam 24 jam terakhir yang dapat dibatalkan. Untuk laporan lain, balas jawaban bot atas laporan itu dengan /batal
undo-nothing-there = Tidak ada laporan dari pesan itu yang dapat dibatalkan. Untuk memperbaiki kondisi suatu desa, kirim /lapor
# $what: unit dan desa yang disebut
undo-nothing-named = Tidak ada laporan Bapak/Ibu dalam 24 jam terakhir tentang { $what } yang dapat dibatalkan. Untuk laporan lain, balas jawaban bot atas laporan itu dengan /batal
# $what: unit dan desa yang disebut
undo-not-among = Laporan { $what } tidak dapat dibatalkan dari pesan itu. Untuk memperbaikinya, kirim /lapor dengan nama desa dan kondisi yang benar.
undo-held = Laporan yang kami simpan sudah dibatalkan.
undo-edited = Pesan itu sudah dijawab sebelum diubah, jadi tidak ada laporan lain yang dibatalkan. Bila memang ada, kirim /batal sebagai pesan baru.
undo-overtaken = Pesan itu diubah sesudah jawaban ini, jadi belum ada yang dibatalkan. Untuk membatalkan laporan yang berlaku, balas jawaban bot atas perubahannya dengan /batal
undo-question = Pertanyaan itu ditutup; tidak ada yang dicatat.
undo-already = Laporan itu sudah dibatalkan.
not-this-kecamatan = Laporan itu milik kecamatan lain, jadi tidak diubah dari sini. Camat kecamatan itu dapat memperbaikinya dengan /lapor.
undo-which = Laporan desa mana yang dibatalkan?
undo-own-denied = Laporan sendiri dapat dibatalkan dalam 24 jam, selama pelapornya tercatat di desa itu. Mohon minta bantuan camat atau Kasi PMD.
undo-denied = Laporan itu hanya dapat dibatalkan oleh pelapornya, camat atau Kasi PMD.

## /status, /rekap, /belum, /riwayat

# $number, $mark, $unit, $status; $since: sejak kapan; $role: peran pelapor
status-row = { $number }. { $mark } { $unit }: { $status }, dilaporkan { $since } oleh { $role }
# $number, $mark, $unit, $status; $since: sejak kapan; $last: laporan terakhir; $role: peran pelapor yang terakhir
status-row-again = { $number }. { $mark } { $unit }: { $status } sejak { $since }, terakhir dilaporkan { $last } oleh { $role }
status-which = Status desa/kelurahan mana yang ingin dilihat?
# $cooperative: KDMP, KKMP atau keduanya; $area: kecamatan, kabupaten, provinsi atau negara
recap-head = <b>Rekap { $cooperative } { $area }</b>
# $cooperative: KDMP, KKMP atau keduanya; $area: kecamatan, kabupaten, provinsi atau negara; $week: "23–29 November 2026"
recap-head-week = <b>Rekap { $cooperative } { $area }, pekan { $week }</b>
# $cooperative: KDMP, KKMP atau keduanya; $area: kecamatan, kabupaten, provinsi atau negara
status-area-head = <b>Status { $cooperative } { $area }</b>
# $n: banyaknya desa; $villages: desa, kelurahan, gampong …
status-area-counts = Banyaknya { $villages } menurut status, dari { $n }:
# $belum, $rekap: perintah
status-names-how = Nama desanya: { $belum } dan { $rekap }
# $at: waktu
recap-as-of = Data per { $at }
# $established, $of: unit; $change: kalimat perubahan hari ini
recap-total = <b>{ $established }/{ $of }</b> unit berdiri{ $change }
# $n: jumlah desa; $villages: desa, kelurahan, gampong …
recap-never = Belum ada laporan dari { $n } { $villages }
recap-span-day = hari ini
recap-span-days = 7 hari terakhir
recap-span-week = pekan itu
# $span: recap-span-…; $n: bertambah berapa
recap-up = , { $span } bertambah { $n } unit
# $span: recap-span-…; $n: berkurang berapa
recap-down = , { $span } berkurang { $n } unit
# $span: recap-span-…
recap-same = , { $span } jumlahnya tetap
# $recent: desa yang melapor dalam tujuh hari terakhir; $villages: semua desa; $words: desa, kelurahan, gampong …; $before: yang melapor dalam tujuh hari sebelumnya
recap-reporting = Melapor 7 hari terakhir: { $recent } dari { $villages } { $words } (sebelumnya { $before })
# $recent: desa yang melapor dalam pekan itu; $villages: semua desa; $words: desa, kelurahan, gampong …; $before: yang melapor pekan sebelumnya
recap-reporting-week = Melapor pekan itu: { $recent } dari { $villages } { $words } (sebelumnya { $before })
# $week: "23–29 November 2026"
week-not-over = Pekan { $week } belum selesai, jadi ini keadaan sekarang:
# $week: "7–13 Desember 2026"
week-ahead = Pekan { $week } belum tiba, jadi ini keadaan sekarang (untuk tahun lalu, sebutkan tahunnya):
# $date: yang diketik
week-no-date = "{ $date }" tidak ada di kalender, jadi ini keadaan sekarang:
time-unread = Waktu itu belum dapat saya baca. Yang terbaca, misalnya: hari ini, kemarin, minggu lalu, 14 hari terakhir, bulan Mei, 1 Juni sampai 30 Juni, sejak 1 Mei.
# $span: "1–31 Desember 2027"
time-ahead = { $span } belum tiba. Untuk tahun lalu, sebutkan tahunnya.
week-not-here = Ini keadaan sekarang. Pekan yang sudah lewat hanya ada pada rekap wilayah, misalnya: /rekap minggu lalu
time-not-here = Di sini tidak dipilah menurut waktu; berikut yang terakhir. Pekan yang sudah lewat ada pada rekap wilayah, misalnya: /rekap minggu lalu
week-now = Keadaan sekarang: /rekap sekarang
# $date: tanggal; $when: misalnya "3 hari lagi"
deadline-line = Tenggat { $date }: { $when }
# $from: hari yang menjadi awal hitungan, bila bukan hari datanya
deadline-line-from = Tenggat { $date }: { $when } (per { $from })
# $days: sisa hari
deadline-left = { $days } hari lagi
deadline-tomorrow = besok
deadline-today = hari ini
# $days: hari yang lewat
deadline-over = sudah lewat { $days } hari
recap-ranked = Yang terbaik dahulu
# $village: nama desa; $established: unit berdiri
recap-village = { $village } { $established }/7
# $villages: nama desa
recap-silent = Belum pernah melapor: { $villages }
# $unit: unit; $n: jumlah desa
recap-unit = { $unit } { $n }
# $n: jumlah desa; $villages: desa, kelurahan, gampong …
recap-of-villages = Rincian per unit (dari { $n } { $villages }):
# $district: kecamatan
missing-head = <b>Yang belum berdiri atau belum dilaporkan di { $district }</b>
# $villages: "Desa"; $unit: unit; $area: wilayah; $count, $of: banyaknya
lacking-head = <b>{ $villages } yang belum memiliki atau belum melaporkan { $unit } di { $area }</b>: { $count } dari { $of }
# $villages: nama-nama
lacking-proses = Masih proses: { $villages }
# $villages: nama-nama
lacking-belum = Belum: { $villages }
# $villages: nama-nama
lacking-unreported = Belum lapor: { $villages }
# $unit: unit; $villages: "desa"; $area: wilayah
lacking-nobody = { $unit } sudah berdiri di semua { $villages } di { $area }.
# $villages: "Desa/kelurahan"; $units: unit; $area: wilayah; $counts: banyaknya; $of: banyaknya desa/kelurahan
lacking-head-above = <b>{ $villages } di { $area } yang belum memiliki atau belum melaporkan { $units }</b>: { $counts } dari { $of }
# $number: nomor; $name: wilayah; $counts: banyaknya; $of: banyaknya desa/kelurahan
lacking-part = { $number }. { $name }: { $counts } dari { $of }
# $villages: nama desa; $units: unit yang belum
missing-row = { $villages }: { $units }
# $villages: desa, kelurahan, gampong …
missing-none = Seluruh unit di semua { $villages } sudah berdiri. Terima kasih, Bapak/Ibu.
# $area: desa atau kecamatan
history-head = <b>Riwayat { $area }</b>, terbaru di atas
# $at: waktu; $unit: unit; $status: status; $role: peran
history-row = { $at } · { $unit }: { $status } ({ $role })
# $at: waktu; $village: desa; $unit: unit; $status: status; $role: peran
history-row-village = { $at } · { $village } · { $unit }: { $status } ({ $role })
# $row: baris riwayat
history-row-reversed = { $row } · <i>dibatalkan</i>
# $at: kapan; $what: tindakan; $by: peran yang melakukannya
act-row = { $at } · { $what } (oleh { $by })
# $role: peran
act-invited = membuat undangan untuk { $role }
# $count: banyaknya; $parts: sebutan bagiannya
act-invited-parts = membuat undangan untuk { $count } { $parts } yang belum memakai bot
# $role: peran
act-approved = menyetujui pendaftaran { $role }
# $role: peran
act-declined = menolak pendaftaran { $role }
# $role: peran
act-appointed = menunjuk { $role }
# $role: peran
act-replaced = mengganti { $role } sebelumnya
# $role: peran
act-revoked = mencabut jabatan { $role }
act-handed-over = menyerahkan jabatan camat
# $date: tanggal
act-deadline = menetapkan tenggat { $date }
act-reminders-on = mengaktifkan pengingat
act-reminders-off = menonaktifkan pengingat
act-shown-below = membuka rekap untuk tingkat di bawahnya
act-hidden-below = menutup rekap untuk tingkat di bawahnya
act-linked = menautkan grup
act-unlinked = melepas grup
# $units: unit
act-reversed = membatalkan laporan { $units }
act-resent = mengirim lagi pesan bot yang tidak sampai
act-dropped = membuang pesan bot yang tidak sampai
act-by-server = pengelola bot
act-by-invitation = kode undangan
history-empty = Belum ada laporan.
# $n: banyaknya; $command: perintahnya
history-more = Hanya { $n } baris terbaru yang ditampilkan; selengkapnya di { $command }

## Rekap di atas kecamatan

above-villages = desa/kelurahan
# $date: hari pengingat; $week: tujuh hari sebelumnya, "8–14 April"; $count: desa yang melapor dalam hari-hari itu; $villages: semua desa
above-on-time = Tepat waktu (melapor { $week }) untuk pengingat { $date }: { $count } dari { $villages }
# $established, $of: unit; $change: kalimat perubahan pekan ini
above-total = Berdiri <b>{ $established } dari { $of }</b> unit{ $change }
# $parts: kecamatan, kabupaten/kota atau provinsi; $span: recap-span-…
above-parts-head = Per { $parts }: unit berdiri · yang melapor dalam { $span }
# $number: nomor; $name: kecamatan, kabupaten atau provinsi; $established, $of: unit; $recent, $villages: desa
above-part = { $number }. { $name } { $established }/{ $of } · { $recent }/{ $villages }
# $number: nomor; $name: kecamatan, kabupaten atau provinsi
above-part-silent = { $number }. { $name }: belum pernah melapor
# $row: baris; $open, $of: kecamatan yang memakai bot ini
above-part-partly = { $row } ({ $open } dari { $of } kecamatan memakai bot ini)
# $parts: kecamatan, kabupaten/kota atau provinsi; $names: nama; $villages: banyaknya desa/kelurahan di sana; $of: di seluruh wilayah
above-not-using = Belum memakai bot ini: { $parts } { $names } ({ $villages } dari { $of } desa/kelurahan)
# $count: banyaknya; $parts: kecamatan, kabupaten/kota atau provinsi; $villages: banyaknya desa/kelurahan di sana; $of: di seluruh wilayah
above-not-using-count = Belum memakai bot ini: { $count } { $parts } ({ $villages } dari { $of } desa/kelurahan)
# $names: kecamatan, kabupaten atau provinsi
above-attention = Perlu perhatian: { $names }
# $number: nomor terakhir
above-drill = Untuk rincian, balas dengan nomor atau namanya, misalnya: { $number }
# $number: nomor; $name: kecamatan, kabupaten atau provinsi; $what: above-missing-…
above-missing = { $number }. { $name }: { $what }
# $n: unit
above-missing-lacking = { $n } unit belum berdiri
# $n: unit
above-missing-unreported = { $n } unit belum dilaporkan
# $lacking, $unreported: unit
above-missing-both = { $lacking } unit belum berdiri, { $unreported } belum dilaporkan
# $area: wilayah; $count: desa yang tidak melapor dalam tujuh hari; $of: semua desa; $villages: desa/kelurahan
silent-head = <b>Belum melapor dalam 7 hari terakhir di { $area }</b>: { $count } dari { $of } { $villages }
# $area: wilayah; $villages: desa/kelurahan
silent-none = Semua { $villages } di { $area } sudah melapor dalam 7 hari terakhir.
# $parts: kecamatan, kabupaten/kota atau provinsi
silent-none-using = Semua desa/kelurahan di { $parts } yang memakai bot ini sudah melapor dalam 7 hari terakhir.
# $number: nomor; $name: kecamatan, kabupaten atau provinsi; $silent: desa yang tidak melapor dalam tujuh hari; $of: semua desa
silent-part = { $number }. { $name }: { $silent } dari { $of }
# $never: di antaranya yang belum pernah melapor
silent-part-never = { $number }. { $name }: { $silent } dari { $of }, { $never } belum pernah
# $name: desa; $date: tanggal laporan terakhirnya
silent-since = { $name } ({ $date })
# $villages: desa dengan tanggal laporan terakhirnya
silent-before = Laporan terakhir: { $villages }
# $area: wilayah; $count, $of: banyaknya desa; $villages: kata desa
never-head = <b>Belum pernah melapor di { $area }</b>: { $count } dari { $of } { $villages }
# $area: wilayah; $villages: kata desa
never-none = Semua { $villages } di { $area } sudah pernah melapor.
# $parts: kecamatan, kabupaten/kota atau provinsi
never-none-using = Semua desa/kelurahan di { $parts } yang memakai bot ini sudah pernah melapor.
# $villages: desa
silent-never = Belum pernah melapor: { $villages }
# $unit: unit; $counts: banyaknya desa menurut status
above-status-row = { $unit }: { $counts }
# $area: wilayah; $percent: 0 sampai 100
recap-percent = Sudah berdiri <b>{ $percent }%</b> dari semua unit di { $area }.
# $n: banyaknya desa; $name: status
above-status-count = { $n } { $name }
# $parts: kecamatan, kabupaten/kota atau provinsi; $example: nama salah satunya
above-how = Melihat: /rekap (juga laju, peringkat, perubahan, gambar, xlsx, pdf), /belum, /belum lapor, /status, /riwayat dan /tenggat. Untuk satu { $parts }, sebutkan namanya, misalnya: /rekap { $example }; kembali: /rekap ke atas. Pertanyaan dengan kata-kata sendiri: awali dengan "bot", atau balas pesan saya.
# $week: "23–29 November 2026"
changes-week = pekan { $week }
# $span: recap-span-days atau changes-week; $area: wilayah; $change: changes-up, -down atau -none
changes-head = <b>Perubahan { $span } di { $area }</b>: { $change }
# $number: nomor; $name: wilayah di dalamnya; $change: changes-up atau -down
changes-row = { $number }. { $name }: { $change }
# $names: wilayah di dalamnya
changes-same = Tetap: { $names }
# $n: unit
changes-up = bertambah { $n } unit
# $n: unit
changes-down = berkurang { $n } unit
changes-today = hari ini
changes-yesterday = kemarin
changes-none = jumlah unit berdiri tetap
# $span: hari-harinya; $change: changes-…; $established, $of: unit; $recent, $villages: desa
times-row = { $span }: { $change }, pada akhirnya { $established }/{ $of } unit berdiri; melapor dalam tujuh hari terakhirnya { $recent } dari { $villages } desa/kelurahan
# $date: "31 Mei 2027"
recap-of-span = Rekap dibuat per tujuh hari; ini yang berakhir pada { $date }:
recap-of-span-now = Ini keadaan sekarang:
pace-to-now = Laju selalu dihitung sampai sekarang:
# $span: recap-span-days atau changes-week; $area: wilayah
changes-no-fall = Tidak ada yang berkurang di { $area } dalam { $span }.
# $parts: kabupaten/kota atau provinsi; $area: wilayah; $span: recap-span-days atau changes-week
changes-no-part-fell = Tidak ada yang berkurang menurut jumlah per { $parts } di { $area } dalam { $span }.
# $villages: changes-village, dipisahkan koma
changes-risen = Desa/kelurahan yang bertambah: { $villages }
# $villages: changes-village, dipisahkan koma
changes-fallen = Desa/kelurahan yang berkurang: { $villages }
# $name: desa; $district: kecamatan; $change: changes-up atau changes-down
changes-village = { $name } di { $district } ({ $change })
# $n: banyaknya desa
changes-fallen-more = dan { $n } lagi
# $area: wilayah
compare-head = <b>Perbandingan di { $area }</b>
# $number: nomor; $name: wilayah; $established, $of: unit; $percent: 0 sampai 100; $recent, $villages: desa; $span: hari-harinya; $change: changes-…
compare-row = { $number }. { $name }: { $established }/{ $of } unit berdiri ({ $percent }%), { $recent } dari { $villages } melapor dalam { $span }, { $change }
# $number: nomor; $name: wilayah
compare-not-using = { $number }. { $name }: belum memakai bot ini
# $parts: kecamatan, kabupaten/kota atau provinsi; $first, $second: nama dua di antaranya
compare-how = Sebutkan dua { $parts } atau lebih, misalnya: /rekap banding { $first }, { $second }
# $area: wilayah
villages-head = <b>Desa/kelurahan menurut unit berdiri di { $area }</b>
# $n: unit; $count: banyaknya desa; $names: nama-nama
villages-row = { $n }/7 ({ $count } desa/kelurahan): { $names }
# $name: desa; $district: kecamatan
villages-name = { $name } di { $district }
# $status: status; $names: nama-nama
villages-with = { $status } di: { $names }
# $area: wilayah; $span: hari-harinya; $count, $of: banyaknya desa; $percent: 0 sampai 100; $villages: "desa/kelurahan"
reported-head = <b>Melapor { $span } di { $area }</b>: { $count } dari { $of } { $villages } ({ $percent }%)
# $number: nomor; $name: kecamatan; $count, $of: banyaknya desa; $villages: nama-nama
reported-part = { $number }. { $name } ({ $count } dari { $of }): { $villages }
# $names: nama kecamatan
reported-none = Tidak ada yang melapor: { $names }
reported-of-regency = Yang melapor disebut namanya sampai tingkat kabupaten/kota. Jumlahnya:
# $at: persen
bounds-below = di bawah { $at }%
# $at: persen
bounds-above = di atas { $at }%
# $at: persen
bounds-least = minimal { $at }%
# $at: persen
bounds-most = maksimal { $at }%
# $at: persen
bounds-exact = tepat { $at }%
# $unit: unit; $n, $of: banyaknya desa; $percent: 0 sampai 100
status-share = { $unit } sudah berdiri di { $n } dari { $of } desa/kelurahan ({ $percent }%).
status-all-units = semua unit
# $area: wilayah
villages-none = Tidak ada di antara yang sudah melapor di { $area }.
# $n: banyaknya desa
villages-never = Belum pernah melapor: { $n } desa/kelurahan (daftarnya: /belum pernah lapor)
villages-of-regency = Daftar desa/kelurahan tersedia sampai tingkat kabupaten/kota. Silakan sebutkan kabupaten/kota atau kecamatannya.
# $parts: kecamatan, kabupaten/kota atau provinsi; $area: wilayah; $asked: misalnya "di bawah 20 persen"; $count, $of: banyaknya
parts-within-head = <b>Unit berdiri { $asked } menurut { $parts } di { $area }</b>: { $count } dari { $of } { $parts } yang memakai bot ini
# $number: nomor; $name: wilayah; $established, $of: unit; $percent: 0 sampai 100
parts-within-row = { $number }. { $name }: { $established }/{ $of } unit berdiri ({ $percent }%)
parts-within-villages = Desa/kelurahan yang lengkap: /rekap desa 7/7
ask-detail = Rinciannya per wilayah: balas daftar itu dengan nomor atau namanya. Daftar desa/kelurahan: /rekap desa, atau /status diikuti unitnya.
ask-meaning = Belum: belum ada. Proses: sedang disiapkan atau dibangun. Berdiri: sudah ada. Beroperasi: sudah buka dan melayani; yang beroperasi ikut terhitung berdiri. Melapor: desa/kelurahan yang laporannya tercatat dalam tujuh hari itu. 22/70: 22 dari 70 unit sudah berdiri.
ask-source = Data ini berasal dari laporan kepala desa, lurah, dan camat di grup kecamatannya, dan dijumlahkan apa adanya; kondisi lapangan tidak diperiksa oleh bot ini. Per desa/kelurahan: /riwayat diikuti namanya.
ask-successor = Pergantian pejabat: yang lama dicabut dengan /cabut diikuti nama wilayahnya, yang baru diundang dengan /undang diikuti nama wilayahnya. Jabatan di wilayah ini sendiri diberikan dengan membalas pesan orangnya: /tunjuk diikuti jabatannya. Belum ada yang diubah.
ask-suppose = Perhitungan dengan pengandaian belum dapat saya buat. Laju yang tercatat dan yang diperlukan sampai tenggat: /rekap laju
ask-not-sent = Rekap terkirim sendiri setiap Senin pagi selama pengingat aktif. Keadaannya:
ask-last-sent = Yang sudah terkirim tampak di grupnya; yang dapat saya tampilkan hanya jadwal berikutnya:
ask-when-changed = Kapan suatu wilayah terakhir naik atau turun tampak pada riwayatnya, terbaru di atas:
ask-attention = Yang paling perlu perhatian disebut lebih dahulu:
ask-why = Sebabnya tidak tercatat di bot ini. Yang tercatat:
ask-punctual = Yang tepat waktu dihitung pada hari pengingat, sejak tenggat ditetapkan; bila sudah ada, disebut di bawah ini.
ask-using = Yang belum memakai bot ini disebut di bagian akhir:
# $words: pertanyaan yang dijawab, seperti diketik
ask-first = Pertanyaan dijawab satu per satu; ini jawaban untuk "{ $words }":
# $words: kata dari pertanyaan
ask-unread = "{ $words }" belum terbaca dalam pertanyaan itu. Yang terdekat:
ask-people = Nama dan nomor orang tidak ditampilkan di sini; yang ditampilkan adalah keadaan wilayah dan jabatan yang melapor. Pemegang jabatan di wilayah ini sendiri tampak bagi pimpinannya dengan /tunjuk.
ask-one-place = Wilayah ditanyakan satu per satu; ini jawaban untuk yang pertama:
ask-unknown = Pertanyaan itu belum dapat saya jawab.
called-how = Ya, Bapak/Ibu. Melapor, misalnya: bot kantor sudah, klinik belum. Bertanya, misalnya: bot siapa yang belum lapor. Selengkapnya: /bantuan
ask-thanks = Sama-sama, Bapak/Ibu.
ask-remind = Saya tidak mengingatkan grup atau orang lain atas permintaan, jadi belum ada yang diingatkan; pengingat terkirim sendiri menurut jadwal: /pengingat
ask-appoint = Jabatan diberikan dengan membalas pesan orangnya: /tunjuk diikuti jabatannya, misalnya /tunjuk kabid. Belum ada yang diubah.
ask-move = Tenggat diubah dengan tanggal barunya, misalnya: /tenggat 31 Desember, atau /tenggat dua minggu lagi. Belum ada yang diubah:
ask-who-moves = Tenggat kecamatan diubah oleh camat dan Kasi PMD-nya; tenggat wilayah di atasnya oleh pimpinan wilayah itu. Tenggat saat ini:
ask-send = Saya hanya menjawab di percakapan ini, jadi belum ada yang dikirim ke tempat lain. Pesan ini dapat Bapak/Ibu teruskan sendiri:
ask-tell = Saya tidak menyampaikan pesan kepada orang lain, jadi belum ada yang disampaikan. Yang dapat saya tampilkan: /rekap, /belum dan /belum lapor.
ask-without = Pengecualian belum dapat saya buat: yang tampil selalu seluruh wilayah, atau satu wilayah yang disebut namanya. Beberapa wilayah sekaligus: /rekap banding
ask-late = Yang belum melapor disebut di bawah ini; yang unitnya belum lengkap: /belum, tenggatnya: /tenggat
ask-last-report = Kapan suatu wilayah terakhir melapor tampak pada riwayatnya, terbaru di atas:
ask-at-deadline = Keadaan pada hari tenggat belum dapat diketahui. Lajunya sampai saat ini:
ask-money = Uang dan anggaran koperasi tidak dicatat di bot ini; yang dicatat hanya ketujuh unitnya. Keadaannya: /status
ask-members = Anggota dan pengurus koperasi tidak dicatat di bot ini; yang dicatat hanya ketujuh unitnya. Keadaannya: /status
ask-unkept = Itu tidak dicatat di bot ini; yang dicatat hanya ketujuh unit koperasi. Keadaannya: /status
ask-wrong = Laporan hanya diubah oleh yang melaporkannya, di grup kecamatannya, jadi belum ada yang diubah dari sini. Riwayatnya: /riwayat diikuti nama wilayahnya. Bila jawaban saya yang keliru, mohon maaf; silakan tanyakan dengan kata lain.
ask-schedule = Jadwal dan bentuk kiriman tidak diubah dengan pesan, jadi belum ada yang diubah. Yang terkirim sendiri:
ask-letter = Surat tidak dibuat di bot ini, kecuali surat undangan bagi pimpinan wilayah di bawahnya: /undang
ask-report = Dari sini tidak ada laporan yang dicatat; yang melaporkan adalah kepala desa, lurah dan camat di grup kecamatannya. Keadaannya: /status
ask-day-reports = Yang belum melapor dihitung per tujuh hari, bukan per hari:
ask-greet = Salam, Bapak/Ibu.
ask-nod = Baik, Bapak/Ibu.
ask-not-read = Itu belum saya pahami.
ask-photo = Foto unit tidak disimpan di bot ini. Yang tercatat:
changes-text-only = Perubahan tersedia hanya sebagai teks:
pace-picture-only = Laju tersedia sebagai gambar ini saja.
village-up-how = Kembali ke kecamatannya: /rekap ke atas
recap-below-how = Untuk satu desa/kelurahan, balas dengan namanya. Kembali: /rekap ke atas
# $parts: kecamatan, kabupaten/kota atau provinsi; $example: perintah
above-form-no = Daftar isian itu untuk grup kecamatan. Rekap satu { $parts } di sini: { $example }
above-no = Perintah itu untuk grup kecamatan. Di sini: /rekap, /belum, /status, /tenggat
# $district: kecamatan
above-not-open = { $district } belum memakai bot ini.
# $name: namanya saja
above-not-open-invite = Untuk mengundang camatnya, ketik di percakapan pribadi dengan bot ini: /undang { $name }
# $name: yang diketik
which-area = "{ $name }" yang mana?
# $cooperative: KDMP, KKMP atau keduanya; $area: wilayah
pace-head = <b>Laju { $cooperative } { $area }</b>
# $established, $of: unit
pace-reached = Tercapai { $established } dari { $of } unit.
# $weeks: banyaknya pekan; $n: unit
pace-average = { $weeks } pekan terakhir bertambah rata-rata { $n } unit per pekan.
# $weeks: banyak pekan; $n: rata-rata
pace-average-down = { $weeks } pekan terakhir berkurang rata-rata { $n } unit per pekan.
# $weeks: banyak pekan
pace-average-none = { $weeks } pekan terakhir tidak bertambah.
# $n: unit yang belum berdiri; $days: hari yang tersisa; $date: tenggat
pace-needed-days = Yang diperlukan sampai { $date }: { $n } unit dalam { $days } hari.
# $n: unit yang belum berdiri; $date: tenggat
pace-needed-today = Yang diperlukan sampai { $date }: { $n } unit hari ini.
# $n: unit; $date: tenggat
pace-needed = Yang diperlukan sampai { $date }: { $n } unit per pekan.
# $from, $to: tanggal, atau bagian bulan
pace-band = Dengan laju ini tercapai antara { $from } dan { $to }.
# $date: bagian bulan
pace-about = Dengan laju ini tercapai sekitar { $date }.
# $date: tanggal
pace-day = Dengan laju ini tercapai pada { $date }.
# $month: bulan dan tahun
pace-early = awal { $month }
# $month: bulan dan tahun
pace-middle = pertengahan { $month }
# $month: bulan dan tahun
pace-late = akhir { $month }
# $weeks: pekan yang sudah ada laporannya; $fewest: yang diperlukan
pace-young = Perkiraan baru dapat dibuat setelah laporan berjalan { $fewest } pekan penuh; sampai saat ini { $weeks } pekan.
pace-still = Dengan laju ini belum tercapai dalam lima tahun, jadi tidak ada perkiraan.
pace-uneven = Kenaikan dari pekan ke pekan terlalu berbeda, jadi belum ada perkiraan.
pace-done = Semua unit sudah berdiri. Terima kasih, Bapak/Ibu.
# $names: kecamatan, kabupaten atau provinsi
pace-parts-still = Tidak bergerak lebih dari 21 hari: { $names }.
pace-caveat = Perkiraan ini dihitung dari laporan yang masuk, bukan dari kondisi lapangan.
# $area: wilayah
pace-file-title = Laju { $area }
# $units: banyaknya unit
pace-file-units = { $units }
pace-file-reached = tercapai
# $date: "21 Des"
pace-file-today = hari ini { $date }
# $date: "31 Des"
pace-file-deadline = tenggat { $date }
pace-file-needed = diperlukan sampai tenggat
pace-file-band = perkiraan (80%)

# $name: yang diketik; $area: wilayah; $example: perintah
area-unknown = "{ $name }" tidak ditemukan di { $area }. Silakan ketik nama atau kode wilayah di dalamnya, misalnya: { $example }
# $name: yang diketik; $area: wilayahnya; $near: yang mirip
area-near = "{ $name }" tidak ditemukan di { $area }. Maksudnya { $near }?
# $words: yang diketik; $shown: wilayah yang ditampilkan
words-unknown = "{ $words }" tidak dikenali di sini; berikut { $shown }.
above-holders-only = Itu hanya untuk yang memegang wilayah ini.
# $area: wilayah
shown-below = Camat dan Kasi PMD kini dapat melihat rekap { $area } dengan /rekap ke atas. Untuk menutupnya: /rekap tutup
# $area: wilayah
hidden-below = Rekap { $area } kini tidak terbuka lagi bagi camat dan Kasi PMD.
# $example: nama salah satu kecamatannya
history-which = Riwayat kecamatan mana? Balas dengan nama kecamatan atau desanya, atau ketik misalnya: /riwayat { $example }
# $asked: tanggal yang diminta; $area: kabupaten, provinsi atau negara; $date: tanggal
deadline-later = { $asked } lebih lambat daripada tenggat { $area }, yaitu { $date }. Di sini dapat lebih awal, tidak lebih lambat. Tidak ada yang diubah.
# $district: kecamatan
deadline-of-part = Tenggat { $district } diubah oleh camat dan Kasi PMD-nya; di sini yang diubah adalah tenggat seluruh wilayah. Tidak ada yang diubah.
# $area: wilayah; $n: banyaknya grup
deadline-moved-often = Tenggat { $area } sudah diubah dua kali dalam 24 jam, dan setiap perubahan disampaikan ke { $n } grup. Tidak ada yang diubah; mohon dikirim kembali besok.
deadline-set-below = Berlaku juga untuk kecamatan di bawahnya, dan grupnya diberi tahu; yang sudah lebih awal tetap.
up-closed = Rekap di atas wilayah ini tidak terbuka di sini.

## Mulai, peran

# $district: kecamatan; $regency: kabupaten; $office: Camat dan namanya
opened = <b>{ $district }, { $regency }</b> sudah aktif. Bapak/Ibu tercatat sebagai { $office }.
# $count: banyaknya desa; $villages: desa, kelurahan, gampong …; $deadline: tanggal
opened-facts = { $count } { $villages }, tenggat { $deadline }.
# $heads: kepala desa/lurah
opened-next = Langkah berikutnya: mohon para { $heads } mengetik /daftar di grup ini. Bapak/Ibu dapat menyetujui semuanya sekaligus.
opened-kasi = Untuk menunjuk Kasi PMD, balas salah satu pesan beliau dengan /tunjuk kasi
# $district: kecamatan
linked-again = Penyambungan berhasil: grup ini sekarang tersambung ke <b>{ $district }</b>.
# $district: kecamatan yang sudah tersambung
start-linked = Grup ini sudah tersambung ke { $district }. Satu grup untuk satu kecamatan; untuk melepasnya, camat mengetik /lepas
start-no-code = Untuk memulai, ketik /mulai diikuti kode undangan. Kode diberikan oleh wilayah di atasnya, misalnya kabupaten, atau oleh pengelola bot ini.
start-private = Silakan tambahkan bot ini ke grup kecamatan, lalu ketik /mulai diikuti kode undangan di grup itu.
start-wrong = Kode itu tidak berlaku: mungkin salah ketik, sudah dipakai, atau sudah lewat masanya. Mohon minta kode baru kepada yang memberikannya; untuk grup tambahan, camat mengetik /undang lewat japri (percakapan pribadi) dengan saya.
code-spent = Kode itu sudah terlihat di grup, jadi tidak berlaku lagi. Kode baru dapat diminta kepada yang memberikannya.
code-spent-further = Kode itu sudah terlihat di grup, jadi tidak berlaku lagi. Camat dapat membuat kode baru dengan /undang di percakapan pribadi dengan saya.
start-too-often = Kode sudah 5 kali salah dalam satu jam. Mohon coba kembali satu jam lagi.
# $district: kecamatan
start-has-camat = Jabatan camat untuk { $district } sudah ada pemegangnya di bot ini. Pemegangnya dapat menyerahkannya dengan /tunjuk camat, atau silakan hubungi pengelola bot.
# $office: Camat dan namanya; $names: nama pemegangnya
camat-is = { $office }: { $names }.
# $office: jabatan; $names: yang memegangnya setelah perubahan
camat-now = { $office } kini: { $names }.
# $district: kecamatan
camat-none = { $district } kini tanpa camat di bot ini. Kabupaten/kota atau pengelola bot ini dapat memberikan kode undangan kepada camat; camat mengetik /mulai diikuti kodenya di grup ini.
start-anonymous = Bapak/Ibu menulis sebagai admin anonim, sehingga tidak dapat dikenali. Silakan matikan "Tetap anonim", lalu ketik sekali lagi.
start-as-channel = Bapak/Ibu menulis sebagai kanal, sehingga tidak dapat dikenali. Silakan pilih akun sendiri di samping kolom pesan, lalu kirim sekali lagi.

# $title: nama grup
added = Salam sejahtera, Bapak/Ibu. Saya mencatat laporan Koperasi Desa/Kelurahan Merah Putih di grup ini: Bapak/Ibu kepala desa dan lurah cukup membalas dengan bahasa sehari-hari, camat melihat rekapnya dengan /rekap.
added-next = Langkah berikutnya: mohon pemegang kode undangan mengetik /mulai diikuti kodenya.
added-privacy = Saya hanya melihat perintah dan balasan atas pesan saya; percakapan lain tidak saya baca.
added-all = Saya juga membaca pesan lain di grup ini, tetapi hanya laporan yang jelas yang dicatat; selebihnya tidak disimpan.
sees-all-now = Saya kini admin di grup ini, sehingga pesan lain juga saya baca; hanya laporan yang jelas yang dicatat, selebihnya tidak disimpan.
sees-less-now = Saya bukan lagi admin di grup ini, sehingga hanya melihat perintah dan balasan atas pesan saya.
# $district: kecamatan
added-back = Saya sudah kembali ke grup ini dan tersambung ke <b>{ $district }</b>. Laporan sebelumnya tetap ada; silakan lihat /rekap.

letter-title = Undangan bot laporan Koperasi Desa/Kelurahan Merah Putih
letter-code = Kode undangan
letter-scan = Grup di Telegram: pindai dengan kamera ponsel, atau ketuk tautan ini. Bot ditambahkan ke grup dan langsung terhubung.
letter-number = Grup di WhatsApp: nomor bot terbuka lewat tautan ini.
letter-scan-number = Pindai dengan kamera ponsel, atau ketuk tautan ini: nomor bot terbuka di WhatsApp.
letter-scan-code = Isi kode QR ini diketik di grup itu, setelah bot ditambahkan.
# $until: tanggal
letter-valid = Berlaku sampai { $until } untuk satu kali pakai. Yang memakainya tercatat memegang wilayah ini, jadi mohon dijaga.
letter-bot = bot ini
# $bot: nama bot; $area: wilayah yang diundang
letter-step-add = Tambahkan { $bot } ke grup { $area }.
# $area: wilayah yang diundang; $phone: nomor WhatsApp bot
letter-step-add-number = Simpan nomor bot { $phone } sebagai kontak, lalu tambahkan ke grup WhatsApp { $area }.
# $bot: nama bot di Telegram; $area: wilayah yang diundang; $phone: nomor WhatsApp bot
letter-step-add-either = Pakai grup { $area } di Telegram atau di WhatsApp. Di Telegram tambahkan { $bot }; di WhatsApp simpan nomor bot { $phone } sebagai kontak, lalu tambahkan ke grup itu.
# $code: kode undangan
letter-step-start = Ketik di grup itu: /mulai { $code }
letter-step-village = Minta para kepala desa dan lurah mengetik /daftar di grup itu.
letter-step-invite = Undang yang di bawahnya dengan /undang semua, di percakapan pribadi dengan bot ini.
# $area: wilayah; $code: kode
invite-below =
    Kode undangan { $area }: { $code }
    Berlaku 7 hari untuk satu kali pakai. Mohon teruskan kepada yang memimpinnya, jangan ke grup. Kode sebelumnya untuk jabatan ini tidak berlaku lagi.
# $count: banyaknya; $parts: kecamatan, kabupaten/kota atau provinsi
invite-all = { $count } undangan, satu halaman untuk setiap { $parts }. Kode berlaku 7 hari untuk satu kali pakai; mohon dibagikan satu per satu, jangan ke grup. Kode sebelumnya tidak berlaku lagi.
# $names: nama wilayah
invite-all-names = Untuk: { $names }
# $parts: kecamatan, kabupaten/kota atau provinsi
invite-all-none = Semua { $parts } sudah memakai bot ini.
# $area: wilayah; $count: banyaknya; $parts: kecamatan, kabupaten/kota atau provinsi; $list: invite-open-part, dipisah koma
invite-open = Undangan yang masih berlaku di { $area }, { $count } { $parts }: { $list }
# $name: wilayah; $date: tanggal
invite-open-part = { $name } (sampai { $date })
invite-open-none = Tidak ada undangan yang masih berlaku di { $area }.
invite-open-how = Kode hanya ditampilkan sekali; undangan baru, yang menggantikan kode lama: /undang diikuti nama wilayahnya.
# $parts: kecamatan, kabupaten/kota atau provinsi; $example: nama salah satunya
invite-how = Ketik /undang diikuti nama { $parts }, misalnya: /undang { $example }. Untuk semua yang belum memakai bot ini: /undang semua. Yang sedang diundang: /undang daftar
invite-not-yours = Undangan ke bawah dibuat oleh yang memegang wilayah ini.
# $name: yang diketik; $area: wilayah; $example: perintah
invite-unknown = "{ $name }" tidak ditemukan satu tingkat di bawah { $area }.
# $parts: kecamatan, kabupaten/kota atau provinsi; $example: nama salah satunya
revoke-below-how = Ketik /cabut diikuti nama { $parts }, misalnya: /cabut { $example }. Untuk jabatan di sini yang bukan pimpinan: /cabut satgas, atau balas pesan yang bersangkutan dengan /cabut
# $names: wilayah
invite-some-held = Sudah memakai bot ini, jadi tidak diundang: { $names }
# $parts: kecamatan, kabupaten/kota atau provinsi; $example: nama salah satunya
revoke-one = Jabatan dicabut satu per satu, misalnya: /cabut { $example }. Belum ada yang dicabut.
# $area: wilayah
revoke-below-none = Belum ada pimpinan { $area } yang tercatat di bot ini.
# $area: wilayah; $name: namanya saja
revoke-below-ask = Cabut jabatan pimpinan { $area } di bot ini? Laporan tetap ada; penggantinya diundang dengan /undang { $name }
revoke-below-changed = Pemegangnya sudah berganti sejak pertanyaan itu; belum ada yang dicabut.
yes-revoke = Ya, cabut
# $area: wilayah; $name: namanya saja
revoked-below = Jabatan pimpinan { $area } di bot ini sudah dicabut. Untuk mengundang penggantinya: /undang { $name }
# $area: wilayah; $name: namanya saja
invite-held = { $area } sudah memakai bot ini dan ada camatnya. Untuk mengundang camat yang baru, cabut dahulu jabatan yang sekarang: /cabut { $name }

# $area: kabupaten, provinsi atau negara
start-linked-above = Grup ini sudah tersambung ke { $area }. Satu grup untuk satu wilayah.
# $role: peran; $area: wilayah
above-already = Bapak/Ibu sudah tercatat sebagai { $role } { $area }.
# $role: peran; $area: wilayah; $above: wilayah di atasnya
above-held = Jabatan { $role } { $area } sudah ada pemegangnya di bot ini. Bila berganti, yang memegang { $above } mencabutnya dahulu dengan /cabut { $area }, atau pengelola bot; sesudah itu mohon minta kode baru.
# $role: peran; $area: wilayah
above-held-nation = Jabatan { $role } { $area } sudah ada pemegangnya di bot ini. Bila berganti, pengelola bot mencabutnya dahulu; sesudah itu mohon minta kode baru.
# $role: peran; $area: wilayah; $name: nama
above-given = { $role } { $area } kini: { $name }.
# $role: peran; $area: wilayah
above-given-privately = Jabatan { $role } { $area } kini ada pemegangnya di bot ini.
# $roles: peran; $area: wilayah
above-taken = Jabatan { $roles } { $area } di bot ini sudah dicabut.
above-taken-next = Pemegang yang baru memerlukan kode undangan.
# $area: wilayah
above-vacant = Saat ini belum ada yang memimpin { $area } di bot ini. Pemegang yang baru memerlukan kode undangan.
# $area: wilayah; $role: peran
opened-above = <b>{ $area }</b> sudah aktif. Bapak/Ibu tercatat sebagai { $role }.
# $districts: banyaknya kecamatan; $villages: banyaknya desa/kelurahan; $deadline: tanggal
opened-above-facts = { $districts } kecamatan, { $villages } desa/kelurahan, tenggat { $deadline }.
# $parts: kecamatan, kabupaten/kota atau provinsi
opened-above-next = Untuk melihat kondisinya: /rekap. Untuk mengundang semua { $parts } sekaligus: /undang semua, di percakapan pribadi dengan saya.

invite-privately = Kode undangan bersifat rahasia. Mohon ketik /undang lewat japri (percakapan pribadi) dengan saya.
# $district: kecamatan
invite-here-alone = Belum ada kode baru, dan kode sebelumnya masih berlaku. Bapak/Ibu dapat menyambungkan grup { $district } saja: ketik /undang tanpa nama. Kecamatan lain diundang oleh kabupatennya.
# $district: kecamatan; $code: kode
invite-further =
    Kode untuk menyambungkan satu grup lagi ke { $district }: { $code }
    Ketik /mulai { $code } di grup itu dalam 24 jam. Kode ini hanya menyambungkan grup: yang mengetiknya tidak mendapat jabatan. Kode sebelumnya tidak berlaku lagi.
# $link: alamat
invite-by-link = Di Telegram: ketuk { $link } dan pilih grupnya.
# $phone: nomor WhatsApp bot; $link: alamat
invite-by-number = Di WhatsApp: simpan nomor bot { $phone } ({ $link }) sebagai kontak, lalu tambahkan ke grupnya.

register-as = Apa jabatan Bapak/Ibu? Pilih salah satu, atau ketik /daftar diikuti nama desa atau kelurahan.
register-which = Bapak/Ibu dari desa atau kelurahan mana? Pilih namanya, atau ketik /daftar diikuti namanya.
register-office = Camat dan Kasi PMD tidak mendaftar di sini. Kasi PMD ditunjuk oleh camat, yang membalas salah satu pesan beliau dengan /tunjuk kasi. Jabatan camat diserahkan oleh camat sebelumnya, atau diperoleh dengan kode undangan.
# $village: desa
register-role = Apa jabatan Bapak/Ibu di <b>{ $village }</b>?
# $name: nama yang ditulis
did-you-mean = "{ $name }" tidak ditemukan. Apakah yang dimaksud salah satu dari ini?
# $n: banyaknya yang tidak ditampilkan
did-you-mean-more = { $n } lagi tidak ditampilkan; silakan ketik namanya lebih lengkap.
# $office: jabatan dan wilayahnya, misalnya: Kepala Desa Petani
register-asked = Terima kasih, Bapak/Ibu. Pendaftaran sebagai { $office } sudah diterima dan menunggu persetujuan camat atau Kasi PMD.
# $office: jabatan dan wilayahnya, misalnya: Kepala Desa Petani
register-already-asked = Pendaftaran sebagai { $office } sudah diterima dan masih menunggu persetujuan camat atau Kasi PMD.
# $office: jabatan dan wilayahnya, misalnya: Kepala Desa Petani
register-already = Bapak/Ibu sudah tercatat sebagai { $office }.
# $office: jabatan dan wilayahnya, misalnya: Kepala Desa Petani
register-withdrawn = Pesan itu sudah diubah: pendaftaran sebagai { $office } ditarik kembali.
# $villages: nama desa yang ditulis
register-several = Untuk beberapa desa, mohon sebutkan juga jabatannya, misalnya: /daftar ba { $villages }
# $village: desa
register-no-role = Jabatan itu tidak ada di { $village }. Silakan pilih salah satu.
# $name: yang ditulis; $villages: nama desa
register-near = "{ $name }" tidak ditemukan. Apakah yang dimaksud { $villages }? Silakan ketik /daftar sekali lagi untuk desa itu.
held-unknown = Laporannya kami simpan dulu dan dicatat setelah pendaftaran disetujui. Bapak/Ibu dari desa atau kelurahan mana?
# $village: desa
held-known = Laporan untuk <b>{ $village }</b> kami simpan dulu dan dicatat setelah pendaftaran disetujui. Apa jabatan Bapak/Ibu di sana?
held-pending = Laporan Bapak/Ibu kami simpan dan langsung dicatat begitu pendaftarannya disetujui.
not-registered = Bapak/Ibu belum terdaftar di sini. Silakan ketik /daftar

requests-none = Tidak ada pendaftaran yang menunggu persetujuan.
# $coordinators: camat dan kasi
requests-head = <b>Pendaftaran</b> yang menunggu persetujuan { $coordinators }:
# $n: banyaknya
requests-more = Masih ada { $n } pendaftaran lain, yang ditampilkan setelah sebagian di atas diputuskan.
# $command: /setujui atau /tolak
requests-how = Untuk satu orang: { $command } diikuti nama desanya. Untuk semua yang tampil: { $command } semua
# $command: /setujui atau /tolak
requests-how-alone = Untuk satu orang: { $command } diikuti namanya, atau nama desanya.
# $name: nama yang diketik
requests-several = Ada beberapa pendaftaran untuk "{ $name }". Belum ada yang diputuskan; mohon pilih satu di bawah ini.
# $name: nama; $office: jabatan dan wilayahnya; $told: akun dan waktunya
request-row = • { $name } sebagai { $office } ({ $told })
# $name: nama; $by: nama pengguna, akhir nomor atau waktu
request-twin = { $name } ({ $by })
# $at: waktu permintaan; $sign: nama pengguna atau akhir nomor
request-told = { $sign }, { $at }
# $former: nama yang memegang sekarang
requests-alone = Mohon dipilih satu per satu (sudah ada pejabatnya, diajukan lebih dari satu orang, atau satu akun mendaftar untuk beberapa desa):
approve-all = Setujui semua
# $name: nama; $village: desa
approve-one = Setujui { $name } · { $village }
# $name: nama; $village: desa
decline-one = Tolak { $name } · { $village }
requests-look = Belum ada yang diputuskan: mohon periksa dulu daftar terbaru ini.
# $name: nama; $office: jabatan dan wilayahnya; $told: akun dan waktunya
ask-setujui = Setujui { $name } sebagai { $office } ({ $told })?
yes-setujui = Ya, setujui
# $name: nama; $office: jabatan dan wilayahnya; $told: akun dan waktunya
ask-tolak = Tolak pendaftaran { $name } sebagai { $office } ({ $told })?
yes-tolak = Ya, tolak
approved-how = Silakan melapor: balas pesan ini dengan nomor unit yang sudah berdiri, misalnya 1 3 5, atau ketik /lapor
approved-read = Silakan lihat /rekap dan /status kapan saja.
# $village: desa; $former: pemegang sekarang; $name: yang meminta
approve-replace = <b>{ $village }</b> saat ini diwakili { $former }. Ganti dengan { $name }?
yes-replace = Ya, ganti
# $name: nama; $office: jabatan dan wilayahnya
declined = Pendaftaran { $name } sebagai { $office } tidak disetujui. Bila ada yang keliru, silakan ketik /daftar sekali lagi.
request-gone = Pendaftaran itu sudah diputuskan.
# $names: nama
approve-rivals = Masih menunggu, mohon dipilih satu per satu: { $names }.

decide-denied = Hanya camat dan Kasi PMD yang dapat memutuskan hal ini.
# $office: camat, atau camat dan Kasi PMD; $platforms: Telegram, WhatsApp
office-elsewhere = Jabatan { $office } di sini tercatat pada akun { $platforms }; keputusannya diberikan di grup atau percakapan pribadi di sana.
camat-only = Hanya camat yang dapat melakukan hal ini.
# $village: nama desa di kecamatan itu; $role: "kepala desa"
appoint-how = Balas pesan yang bersangkutan dengan /tunjuk diikuti nama desa dan jabatannya, misalnya: /tunjuk { $village } { $role }, /tunjuk kasi, atau /tunjuk camat.
# $village, $second: nama desa di kecamatan itu
appoint-several = Untuk beberapa desa: /tunjuk ba { $village }, { $second }
# $name: nama yang ditulis; $villages: desa yang mirip
appoint-near = "{ $name }" tidak ditemukan. Apakah yang dimaksud { $villages }? Silakan balas pesan yang bersangkutan sekali lagi.
# $name: nama
appoint-handover = Serahkan jabatan camat di bot ini kepada { $name }? Setelah itu Bapak/Ibu tidak lagi tercatat sebagai camat di sini.
yes-handover = Ya, serahkan
# $area: wilayah; $roles: perannya
appoint-above-how = Balas pesan yang bersangkutan dengan /tunjuk diikuti jabatannya di { $area }: { $roles }. Jabatan pimpinan yang sudah ada pemegangnya hanya dapat diserahkan oleh pemegangnya sendiri. Yang bukan pimpinan dapat dipegang beberapa orang, dan dicabut dengan /cabut diikuti jabatannya.
# $role: jabatan; $names: pemegangnya
appoint-above-holders = { $role }: { $names }
# $roles: jabatan pimpinan; $area: wilayah
deadline-heads-only = Tenggat { $area } diubah oleh pimpinannya: { $roles }.
# $roles: jabatan pimpinan; $area: wilayah
above-heads-only = Jabatan di { $area } diberikan dan dicabut oleh pimpinannya: { $roles }.
# $roles: jabatan pimpinan; $area: wilayah
above-set-by-heads = Hal ini di { $area } diatur oleh pimpinannya: { $roles }.
appoint-mention = Menyebut nama orang (@) belum memberikan jabatan: yang dibaca adalah penulis pesan yang dibalas. Bila ia belum pernah menulis di sini, mintalah ia menulis satu pesan.
# $village: desa
revoke-below-village = Jabatan di { $village } dicabut oleh camat dan Kasi PMD di kecamatannya.
# $role: jabatan; $area: wilayah; $roles: jabatan yang ada di sana
invite-role-unknown = { $area } tidak mempunyai { $role }. Yang dapat diundang: { $roles }. Tanpa jabatan, undangannya untuk yang pertama.
invite-held-unlinked = Saat ini tidak ada grupnya yang tersambung. Camat menyambungkan grup dengan /undang di percakapan pribadi dengan bot.
# $area: wilayah yang grupnya dilepas
unlinked-below = Grup { $area } dilepas dari bot ini oleh pimpinannya di sana, dan tidak ada grup lain yang tersambung. Laporan yang sudah ada tetap tercatat.
# $area: wilayah yang grupnya dilepas; $n: banyaknya grup yang masih tersambung
unlinked-one-below = Salah satu grup { $area } dilepas dari bot ini oleh pimpinannya di sana; { $n } grup masih tersambung.
# $role: jabatan; $area: wilayah; $name: orangnya; $command: perintah untuk mencabutnya
appoint-assistant-ask = Berikan jabatan { $role } { $area } di bot ini kepada { $name }? Jabatan itu dapat dicabut lagi dengan { $command }.
# $role: jabatan; $area: wilayah; $who: yang dapat mencabutnya
revoke-head = Jabatan { $role } { $area } hanya dapat dicabut oleh { $who }.
# $n: kode undangan
codes-void = { $n } kode undangan yang dibuatnya tidak berlaku lagi. Bila sudah dibagikan, mohon diberi tahu, dan undang lagi dengan /undang.
# $name: orangnya; $role: jabatan; $area: wilayah
assistant-revoked = Jabatan { $name } sebagai { $role } { $area } di bot ini dicabut.
# $role: peran; $area: wilayah; $command: perintah untuk menyerahkannya; $who: siapa yang dapat mencabutnya
appoint-above-held = Jabatan { $role } { $area } sudah ada pemegangnya di bot ini. Pemegangnya sendiri dapat menyerahkannya: balas pesan penggantinya dengan { $command }. Selain itu, yang dapat mencabutnya: { $who }.
# $above: wilayah di atasnya; $area: wilayah
appoint-above-revokes = yang memegang { $above } dengan /cabut { $area }, atau pengelola bot
appoint-above-revokes-nation = pengelola bot
# $role: peran; $area: wilayah; $name: nama; $who: siapa yang dapat mencabutnya
appoint-above-ask = Berikan jabatan { $role } { $area } di bot ini kepada { $name }? Sesudah itu hanya pemegangnya yang dapat menyerahkannya; yang dapat mencabutnya: { $who }.
yes-appoint = Ya, berikan
# $role: peran; $area: wilayah; $name: nama
appoint-above-handover = Serahkan jabatan { $role } { $area } di bot ini kepada { $name }? Setelah itu Bapak/Ibu tidak lagi memegangnya di sini.
# $name: nama; $office: jabatan dan wilayahnya
appointed = { $name } kini tercatat sebagai { $office }.
# $names: nama dan platformnya; $village: desa; $command: perintah untuk mencabutnya
heads-beside = { $names } juga masih tercatat memimpin { $village }. Bila bukan orang yang sama, cabut dengan { $command }
# $n: banyaknya
decided-count = { $n } pendaftaran sudah diputuskan.
decided-appointed = Kini tercatat:
decided-declined = Pendaftaran yang tidak disetujui:
# $name: nama; $office: jabatan dan wilayahnya
decided-row = • { $name }: { $office }
appoint-forwarded = Pesan yang dibalas adalah terusan, bisa jadi dari orang lain. Mohon balas pesan yang ditulis sendiri oleh yang bersangkutan.
# $name: nama; $office: jabatan dan wilayahnya
appoint-withdrawn = Pesan itu sudah diubah: { $name } tidak lagi tercatat sebagai { $office }.
appoint-withdrawn-head = Bila ada pejabat yang digantikannya, mohon ditunjuk kembali.
appoint-own = Itu pesan Bapak/Ibu sendiri. Jabatan ini diberikan dengan membalas pesan orang yang akan memegangnya.
appoint-bot = Jabatan tidak dapat diberikan kepada bot. Mohon balas pesan yang bersangkutan.
# $name: nama; $office: jabatan dan wilayahnya
revoke-choice = { $name } · { $office }
revoke-which = Jabatan mana yang dicabut?
revoke-where = Jabatan di mana yang dicabut?
# $name: nama; $office: jabatan dan wilayahnya
revoke-ask = Cabut jabatan { $name } sebagai { $office }?
revoke-none = Tidak ada jabatan yang dapat dicabut di sana.
# $name: nama; $office: jabatan dan wilayahnya
revoked = Jabatan { $name } sebagai { $office } di bot ini dicabut. Laporan yang sudah ada tetap tercatat.
revoke-gone = Jabatan itu sudah dicabut.
# $district: kecamatan
unlink-ask = Lepaskan grup ini dari { $district }? Laporan tetap tersimpan, tetapi untuk menyambungkannya lagi diperlukan kode undangan baru.
yes-unlink = Ya, lepaskan
# $district: kecamatan
unlinked = Grup ini dilepas dari { $district }.
nothing-changed = Tidak ada yang diubah.

## Tenggat dan pengingat

# $district: kecamatan; $date: tanggal; $when: misalnya "3 hari lagi"
deadline-now = Tenggat { $district }: <b>{ $date }</b>, { $when }.
# $parts: deadline-below-part, dipisah koma
deadline-below = Tenggat sendiri: { $parts }. Yang lain mengikuti tenggat itu.
# $name: wilayah; $date: tanggal; $when: misalnya "3 hari lagi"
deadline-below-part = { $name } { $date } ({ $when })
# $parts: kecamatan, kabupaten/kota atau provinsi
deadline-below-same = Tenggat itu berlaku di semua { $parts } yang memakai bot ini.
deadline-how = Mengubahnya: /tenggat diikuti tanggalnya.
# $area: wilayah; $before: tenggat sebelumnya; $date: tanggal; $when: misalnya "3 hari lagi"
deadline-set = Tenggat { $area } diubah dari { $before } menjadi <b>{ $date }</b>, { $when }. Pengingat mengikuti tanggal ini.
# $area: wilayah; $date: tanggal; $when: misalnya "3 hari lagi"
deadline-same = Tenggat { $area } memang sudah <b>{ $date }</b>, { $when }. Tidak ada yang berubah.
# $area: wilayah; $before: tenggat sebelumnya; $date: tanggal; $when: misalnya "3 hari lagi"; $n: selisih hari
deadline-ask-later = Tenggat { $area } saat ini { $before }. Ubah menjadi <b>{ $date }</b>, { $when }? Itu { $n } hari lebih lambat.
# $area: wilayah; $before: tenggat sebelumnya; $date: tanggal; $when: misalnya "3 hari lagi"; $n: selisih hari
deadline-ask-earlier = Tenggat { $area } saat ini { $before }. Ubah menjadi <b>{ $date }</b>, { $when }? Itu { $n } hari lebih awal.
yes-deadline = Ya, ubah
# $area: "Kecamatan Mandau"; $date: tanggal
deadline-moved = Tenggat { $area } diubah menjadi <b>{ $date }</b>. Pengingat mengikuti tanggal ini.
# $area: "Kecamatan Mandau"; $above: "Kabupaten Bengkalis"; $date: tanggal
deadline-followed = Tenggat { $area } diubah menjadi <b>{ $date }</b>, mengikuti tenggat { $above }. Pengingat mengikuti tanggal ini.
# $area: "Kecamatan Mandau"; $above: "Kabupaten Bengkalis"; $date: tanggal
deadline-own-again = Tenggat { $above } diubah. Tenggat { $area } kini <b>{ $date }</b>, yang ditetapkan lebih awal. Pengingat mengikuti tanggal ini.
deadline-unreadable = Tanggalnya belum terbaca, atau tidak ada di kalender. Contoh: /tenggat 15 Mei, /tenggat 15/5/2027, /tenggat akhir Mei, atau /tenggat dua minggu lagi
# $date: tanggal
deadline-past = { $date } sudah lewat. Mohon tulis tanggal hari ini atau sesudahnya.
# $area: wilayah; $date: tenggatnya; $when: berapa hari lagi
deadline-overtaken = Sesudah pesan itu ditulis, tenggat { $area } sudah ditetapkan, yaitu { $date }, { $when }. Tidak ada yang diubah; bila perlu, silakan kirim perintahnya sebagai pesan baru.
# $about: yang diputuskan
decision-overtaken = Sesudah pesan itu ditulis, sudah ada keputusan lain tentang { $about }. Tidak ada yang diubah; bila perlu, silakan kirim perintahnya sebagai pesan baru.
# $office: jabatan dan wilayahnya
overtaken-role = jabatan { $office }
overtaken-link = sambungan grup ini
overtaken-reminders = pengingat
overtaken-shown = rekap untuk wilayah di bawahnya
deadline-far = Tenggat itu lebih dari dua tahun lagi. Mohon periksa tahunnya.
deadline-denied = Tenggat hanya dapat diubah oleh camat dan Kasi PMD.
reminders-denied = Jadwal pengingat dilihat dan diatur oleh camat dan Kasi PMD.
reminders-on = Pengingat otomatis aktif.
reminders-off = Pengingat otomatis nonaktif.
# $slots: daftar tanggal
reminders-ahead = Pengingat berikutnya:
# $date: tanggal; $name: nama pengingat
reminders-slot = { $date }: { $name }
reminders-none = Tidak ada lagi pengingat sebelum tenggat ini.
# $date: tanggal
reminders-recap = Rekap berikutnya: { $date }.
reminders-usage = /pengingat sekarang untuk mengirim saat ini juga; /pengingat mati dan /pengingat nyala untuk mengatur pengingat otomatis.
reminders-above = Rekap setiap Senin pukul 07.30; daftar yang belum lengkap pada H-3 dan H-1. /pengingat sekarang menampilkan daftarnya saat ini juga.
reminders-above-set = Mengaturnya: /pengingat mati dan /pengingat nyala
slot-deadline-day = hari tenggat
# $days: hari
slot-before = H-{ $days }
slot-monday = rekap Senin
reminders-refused = Yang tidak diterima grup:
# $date: tanggal; $what: pengingat, rekap atau pesan; $why: sebabnya
reminders-refused-waits = { $date }, { $what }: { $why }; masih dicoba lagi hari ini.
# $date: tanggal; $what: pengingat, rekap atau pesan; $why: sebabnya
reminders-refused-over = { $date }, { $what }: { $why }; tidak terkirim.
# $what: pengingat, rekap atau pesan; $group: nama grup
refused-in-group = { $what } di grup { $group }
refused-reminder = pengingat
refused-recap = rekap
refused-other = pesan
refusal-gone = bot bukan anggota grup
refusal-rights = bot tidak diizinkan menulis di grup
refusal-topic = topiknya ditutup
refusal-files = grup tidak mengizinkan berkasnya
refusal-message = isinya tidak diterima

# $what: yang tidak terkirim: gambar rekap atau berkas
unsent-files = { $what } tidak dapat dikirim: grup ini tidak mengizinkan bot mengirimnya.
# $what: yang tidak terkirim
unsent-message = { $what } tidak dapat dikirim: tidak diterima aplikasi percakapan.
# $what: yang tidak terkirim
unsent-unmade = { $what } tidak dapat dibuat. Silakan coba lagi beberapa saat lagi.
file-png = Gambar rekap
file-xlsx = Berkas Excel
file-pdf = Berkas PDF

reminder-reply = Bapak/Ibu, mohon balas pesan ini bila ada unit yang sudah berdiri, misalnya: klinik sudah.
reminder-lacking = Yang masih perlu dilengkapi:
# $villages: desa dengan orang yang disebut; $units: unit yang belum
reminder-row = { $villages }: { $units }
# $village: desa; $who: orang yang disebut
reminder-village = <b>{ $village }</b> ({ $who })
# $village: desa
reminder-village-nobody = <b>{ $village }</b>
# $villages: desa dengan orang yang disebut
reminder-silent = Belum ada laporan: { $villages }
# $date: tanggal
closing-head = <b>Rekap penutup tenggat { $date }</b>
weekly-head = <b>Rekap mingguan</b>
monday-head = <b>Rekap Senin</b>
# $district: kecamatan; $of: banyaknya unit
congratulation = Puji syukur, seluruh { $of } unit di <b>{ $district }</b> sudah berdiri. Terima kasih atas kerja keras Bapak/Ibu semua.

## Bantuan

help-group = <b>Laporan Koperasi Desa/Kelurahan Merah Putih</b>
# $district: kecamatan
help-here = Di sini: { $district }.
help-not-linked = Grup ini belum tersambung ke kecamatan. Mohon pemegang kode undangan mengetik /mulai diikuti kodenya.
# $area: kabupaten, provinsi atau negara
help-above = Di sini: { $area }.
# $parts: kecamatan, kabupaten/kota atau provinsi
help-above-invite = Mengundang { $parts }: /undang diikuti namanya, atau /undang semua, di percakapan pribadi. Mencabut pemegangnya: /cabut diikuti namanya. Pesan otomatis: /pengingat
help-above-head = Mengatur: /tenggat, /pengingat, /tunjuk, /cabut, /rekap buka, /rekap tutup, /lepas
help-above-head-privately = Mengatur: /tenggat, /pengingat, /cabut, /rekap buka, /rekap tutup; di grup juga /tunjuk dan /lepas
# $roles: peran
help-you = Bapak/Ibu tercatat sebagai { $roles }.
help-report = Melapor: balas pesan saya dengan nomor ("1 3 5") atau kata-kata ("kantor sudah, klinik belum"), atau ketik /lapor. Bila keliru: /batal
help-register = Bila mewakili desa atau kelurahan: /daftar
help-read = Melihat: /rekap (juga gambar, pdf, xlsx, daftar), /belum, /status, /riwayat, /tenggat
help-decide = Mengatur: /setujui, /tolak, /tunjuk, /cabut, /tenggat, /pengingat
help-camat = Khusus camat: /tunjuk kasi, /tunjuk camat, /undang (lewat japri), /lepas
help-forget = Menghapus data diri: /lupakan_saya
help-units = Nomor unit: 1 kantor koperasi, 2 gerai sembako, 3 simpan pinjam, 4 klinik, 5 apotek, 6 gudang, 7 logistik.
help-private-stranger = Saya mencatat laporan Koperasi Desa/Kelurahan Merah Putih di grup kecamatan. Silakan mendaftar di grup kecamatan Bapak/Ibu dengan /daftar; setelah disetujui, Bapak/Ibu juga dapat melapor di sini.
# $said: perintah atau laporan yang ditanyakan
which-about = Perihal: { $said }
which-kecamatan = Untuk kecamatan mana?
which-place = Untuk wilayah mana?
# $command: perintah yang mirip
command-near = Maksudnya { $command }?
# $command: perintah yang mirip
command-reply = Silakan balas pesan itu sekali lagi dengan { $command }
# $command: perintah yang mirip
yes-command = Ya, { $command }
unknown-command = Perintah itu tidak dikenal. Silakan lihat /bantuan

## Hal lain

# $village: nama
village-unknown = "{ $name }" tidak ditemukan di kecamatan ini.
# $letter: huruf pertama
letters-how = Balas pesan ini dengan huruf, misalnya: { $letter }
# $labels: pilihan yang tidak berhuruf
letters-words = Atau dengan tulisan: { $labels }
# $labels: pilihan selebihnya
letters-rest = Pilihan lain, balas dengan tulisannya: { $labels }
not-for-you = Pilihan ini khusus untuk yang ditanya. Silakan ketik sendiri perintahnya.
button-old = Pilihan ini sudah tidak berlaku. Silakan ketik perintahnya.
answer-there = Pertanyaan itu hanya dapat dijawab di grupnya.
question-ended = Pertanyaan ini ditutup: yang ditanya tidak dapat menjawabnya lagi.
question-closed = Pertanyaan ini tidak berlaku lagi: sudah dijawab, atau diganti oleh yang lebih baru.
no-name = tanpa nama
choice-stale = Pilihan itu sudah tidak berlaku. Tidak ada yang diubah; silakan pilih lagi.
choice-unquoted = Belum ada yang diubah. Agar tidak keliru, mohon jawab dengan membalas pesan ini.
answer-gone = Pesan yang dibalas itu sudah tidak tersimpan, jadi tidak ada yang diubah. Mohon tuliskan laporan atau perintahnya secara lengkap.
choice-gone = Pilihan itu sudah tidak berlaku. Tidak ada yang diubah.
group-only = Perintah ini digunakan di grup kecamatan.
fault = Mohon maaf, pesan itu tidak dapat diproses dan tidak ada yang dicatat. Silakan kirim sekali lagi.
budget-spent = Mohon tunggu sebentar: pesan Bapak/Ibu terlalu banyak sekaligus. Laporan yang jelas tetap dicatat; yang lain mohon dikirim lagi beberapa menit kemudian.
budget-spent-by-all = Mohon tunggu sebentar: pesan dari mereka yang belum terdaftar terlalu banyak sekaligus. Pendaftaran, laporan, kode undangan, dan penghapusan data tetap diterima.
budget-spent-today = Pesan Bapak/Ibu hari ini sudah sangat banyak, sedangkan bot dapat mengirim pesan WhatsApp sehari hanya dalam jumlah terbatas untuk semua grup. Laporan yang jelas tetap dicatat; permintaan lain dijawab lagi satu per satu, mohon dikirim kembali nanti.
resent = <i>(dikirim ulang)</i>
forget-ask = Hapus nama, akun, dan teks laporan Bapak/Ibu? Jabatan di bot ini ikut berakhir; data laporan desa tetap ada tanpa nama.
yes-forget = Ya, hapus
forgotten = Data Bapak/Ibu sudah dihapus.
forget-camat = Hanya Bapak/Ibu yang tercatat sebagai camat di { $district }. Mohon serahkan dulu: balas pesan penggantinya dengan /tunjuk camat
forget-privately = Permintaan ini mohon diketik lewat japri (percakapan pribadi) dengan saya.
forget-unknown = Tidak ada data Bapak/Ibu yang tersimpan.

## Menu perintah

menu-lapor = Laporkan unit koperasi
menu-rekap = Rekap laporan
menu-belum = Unit yang masih kurang
menu-status = Status satu desa
menu-batal = Batalkan laporan
menu-daftar = Daftar sebagai perwakilan desa/kelurahan
menu-setujui = Setujui pendaftaran
menu-tolak = Tolak pendaftaran
menu-tunjuk = Beri jabatan (balas pesan yang bersangkutan)
menu-cabut = Cabut jabatan
menu-tenggat = Lihat atau ubah tenggat
menu-pengingat = Pengingat otomatis
menu-riwayat = Riwayat laporan
menu-undang = Kode untuk menyambungkan grup lain
menu-mulai = Sambungkan grup dengan kode undangan
menu-lepas = Lepaskan grup dari kecamatan
menu-lupakan_saya = Hapus data diri
menu-bantuan = Bantuan

## Terminal pengelola

cli-token = Telegram tidak mengenal token bot ini: keliru, atau sudah dicabut. Ambil token dari @BotFather, tulis di TELEGRAM_BOT_TOKEN, lalu mulai lagi.
cli-other-poller = Bot Telegram ini sudah dijalankan proses lain dengan token yang sama, mungkin di komputer lain. Hentikan yang itu, lalu mulai lagi.
cli-config = Pengaturan belum benar (lihat .env.example):
cli-env-unreadable = Berkas .env tidak dapat dibaca. Beri pengguna yang menjalankan bot izin membacanya, lalu mulai lagi.
# $file: nama berkas
cli-settings-unreadable = Berkas pengaturan { $file } tidak dapat dibaca atau isinya keliru. Perbaiki, atau hapus untuk menyiapkan bot dari awal.
# $name: nama pengaturan; $expected: isi yang benar
cli-setting = { $name } harus berisi { $expected }.
# $name: yang tertulis; $meant: nama pengaturan
cli-setting-unknown = { $name } bukan nama pengaturan. Mungkin maksudnya { $meant }.
setting-TELEGRAM_BOT_TOKEN = token seperti yang diberikan @BotFather
setting-TELEGRAM_API_ROOT = alamat http atau https
setting-TELEGRAM_RATE = "per detik,per menit dalam satu grup", misalnya 30,20, atau off
setting-TELEGRAM_REACTIONS = on atau off
setting-WHATSAPP = on atau off
setting-WHATSAPP_RATE = "per detik,per menit dalam satu grup", misalnya 1,12, atau off
setting-WHATSAPP_PHONE = nomor bot sendiri, angka saja, dengan kode negara
setting-WHATSAPP_WEB_SOCKET_URL = alamat ws atau wss
setting-WHATSAPP_VERSION = tiga angka, misalnya 2.3000.1043857760
setting-DATABASE_URL = nama berkas SQLite, atau postgresql://pengguna:sandi@host/basisdata
setting-BACKUP_DIR = nama folder cadangan
setting-DEADLINE = tanggal yang ada, sebagai TTTT-BB-HH, misalnya 2027-05-15
setting-REMINDER_CRON = jadwal cron dengan lima bagian, misalnya 0 8 * * *
setting-REMINDER_DAYS = hari sebelum tenggat, misalnya 30,14,7,3,1,0
setting-HTTP_HOST = alamat komputer ini
setting-HTTP_PORT = nomor port, 0 sampai 65535
setting-WEB_PASSWORD = 8 sampai 200 huruf
setting-LOG_LEVEL = fatal, error, warn, info, debug, trace atau silent
# $reason: sebab
cli-output = Keluaran perintah ini tidak dapat ditulis: { $reason }
# $name: yang diketik
cli-unknown = Perintah "{ $name }" tidak dikenal.
cli-help =
    kopdes-bot                         menjalankan bot; tanpa pengaturan, simulator
    kopdes-bot undang KECAMATAN        membuat kode undangan untuk camat
    kopdes-bot cabut-camat KECAMATAN   mengakhiri jabatan camat yang pergi tanpa serah terima
    kopdes-bot hitung-ulang            memeriksa dan membetulkan hitungan wilayah
    kopdes-bot backup BERKAS           membuat cadangan, juga saat bot berjalan
    kopdes-bot restore [BERKAS]        memulihkan cadangan, saat bot berhenti; tanpa nama, dari daftar
    kopdes-bot nomor                   nomor-nomor WhatsApp: daftar, tambah, jeda, lanjut, hapus
    kopdes-bot pindah BERKAS URL       memindahkan semuanya ke PostgreSQL, saat bot berhenti
    kopdes-bot simulasi                membuka simulator
    kopdes-bot demo                    mengisi simulator dengan laporan dua pekan
    kopdes-bot interpret               menunjukkan bagaimana pesan dibaca
    kopdes-bot bantuan                 menampilkan daftar ini
    Pengaturan dibaca dari lingkungan dan dari berkas .env di folder ini.
# $command: perintah
cli-number-usage =
    Cara pakai:
    { $command }               daftar nomor WhatsApp bot
    { $command } tambah NAMA   menambah nomor; tautkan dengan kode QR di /whatsapp
    { $command } jeda N        menutup sesi nomor N; pesan di grupnya menunggu
    { $command } lanjut N      membuka kembali sesinya
    { $command } hapus N       menghapus nomor N dengan kuncinya
# $id: nomor urut; $name: nama; $state: keadaan; $groups: banyak grup; $sent: pesan terkirim dalam 24 jam
cli-number = { $id }. { $name }: { $state }; { $groups } grup; { $sent } pesan dalam 24 jam
number-linked = tertaut
number-unlinked = belum ditautkan
number-paused = dijeda
cli-number-none = Belum ada nomor. Nomor pertama dibuat saat bot dijalankan dengan WHATSAPP=on.
# $id: nomor urut; $name: nama
cli-number-added = Nomor { $id } ({ $name }) ditambahkan. Bot yang sedang berjalan memunculkan kode QR-nya di /whatsapp dalam beberapa detik.
cli-number-jeda = Nomor { $id } ({ $name }) dijeda. Jawaban dan pengingat di grupnya menunggu.
cli-number-lanjut = Nomor { $id } ({ $name }) dilanjutkan.
cli-number-hapus = Nomor { $id } ({ $name }) dihapus dengan kuncinya. Di ponselnya, hapus juga perangkat tertautnya. Grupnya dilayani nomor bot lain yang menjadi anggota di sana.
# $id: yang diketik
cli-number-unknown = Tidak ada nomor { $id }.
# $address: alamat web
cli-simulator = Simulator: { $address } — buka di peramban, tanpa token.
# $address: alamat web
cli-simulator-locked = Simulator: { $address } — buka di peramban dengan kata sandi halaman pengelola; nama pengguna boleh apa saja.
# $address: alamat web, sekali pakai
cli-setup = Menyiapkan bot: { $address } — bila sudah siap memakai Telegram atau WhatsApp; berlaku sampai bot dihentikan atau disiapkan.
# $address: alamat web
cli-setup-done = Bot sudah disiapkan, dan tautan untuk itu tidak berlaku lagi. Halaman pengelola: { $address }
cli-simulator-password = Untuk membuka simulator bagi komputer lain (HTTP_HOST), atur WEB_PASSWORD lebih dulu.
cli-simulator-twice = Simulator sudah berjalan di proses lain dengan berkas yang sama. Hentikan dulu yang itu (Ctrl+C).
# $file: berkas simulator
cli-simulator-real = { $file } berisi basis data bot, bukan percobaan. Pindahkan berkas itu, lalu mulai lagi. Tidak ada yang diubah.
# $address: alamat web bila dijalankan
# $command: perintah
cli-demo = Simulator terisi laporan dua pekan. Jalankan { $command }, lalu buka { $address } di peramban.
# $port: port
cli-port-taken = Port { $port } sudah dipakai program lain: hentikan dulu yang itu, atau pilih port lain dengan HTTP_PORT.
# $port: port
cli-port-rights = Port { $port } tidak boleh dibuka pengguna ini: pilih port di atas 1023 dengan HTTP_PORT.
# $host: alamat
cli-port-host = Alamat { $host } tidak ada di komputer ini: perbaiki HTTP_HOST.
# $host: alamat; $port: port; $reason: sebab
cli-port = Halaman web tidak dapat dibuka di { $host } port { $port } ({ $reason }): periksa HTTP_HOST dan HTTP_PORT.
# $file: berkas
cli-database-broken = Basis data { $file } rusak atau bukan basis data, dan tidak diubah: periksa DATABASE_URL, atau pulihkan dari cadangan.
# $file: berkas
cli-database-rights = Basis data { $file } tidak boleh ditulis: beri pengguna yang menjalankan bot izin menulis berkas itu dan foldernya.
# $file: berkas
cli-database-busy = Basis data { $file } sedang dipakai proses lain: hentikan dulu yang itu, lalu mulai lagi.
# $file: berkas
cli-database-full = Basis data { $file } tidak dapat ditulis: periksa ruang dan keadaan disk, lalu mulai lagi.
# $file: berkas
cli-database-links = Berkas { $file } mempunyai lebih dari satu nama (tautan keras), dan SQLite dapat merusaknya: hapus nama yang lain, lalu mulai lagi.
# $file: berkas; $needed: versi skema; $known: versi skema
cli-database-newer = Basis data { $file } (skema { $needed }) berasal dari kopdes-bot yang lebih baru daripada ini (skema { $known }), dan tidak diubah: pasang kembali versi yang lebih baru itu.
# $file: berkas; $version: versi program; $needed: versi skema
cli-database-newer-version = Basis data { $file } (skema { $needed }) memerlukan kopdes-bot { $version } atau yang lebih baru, dan tidak diubah: pasang kembali versi itu.
# $file: berkas
cli-database-older-bot = Basis data { $file } sedang dipakai bot versi lama, dan tidak diubah: mulai ulang bot dengan versi ini dulu, lalu ulangi perintahnya.
# $file: berkas
cli-database-file = { $file } bukan berkas biasa: perbaiki DATABASE_URL.
# $file: berkas; $reason: sebab
cli-database = Basis data { $file } tidak dapat dibuka ({ $reason }), dan tidak diubah: periksa DATABASE_URL dan disknya.
# $file: berkas
cli-database-made = Basis data baru dibuat: { $file }. Bila bot sudah berjalan, jalankan perintah ini di folder bot, atau periksa DATABASE_URL.
# $platform: Telegram atau WhatsApp
cli-unreached = { $platform } belum dapat dihubungi: periksa sambungan internet komputer ini. Bot terus mencoba.
# $file: alamat server tanpa kata sandi; $reason: sebab
cli-server = Basis data PostgreSQL { $file } tidak dapat dipakai: { $reason }.
cli-server-away = Periksa DATABASE_URL, jaringan, dan apakah servernya berjalan.
cli-server-busy = Bot atau perintah lain sedang memakainya dan belum selesai: ulangi sebentar lagi.
cli-server-full = Periksa ruang disk dan keadaan server itu, lalu ulangi.
cli-server-rights = Periksa nama, kata sandi, nama basis data, dan hak pengguna pada DATABASE_URL.
cli-server-foreign = Di sana ada tabel yang bukan buatan bot ini, atau ada yang kurang. Pakai basis data kosong tersendiri, atau pulihkan dari cadangan.
# $file: alamat basis data; $encoding: pengodean huruf basis data itu
cli-server-encoding = Basis data PostgreSQL { $file } memakai pengodean { $encoding }, yang tidak memuat semua huruf dan tanda: buat basis data dengan ENCODING 'UTF8'. Tidak ada yang diubah.
cli-server-backup = DATABASE_URL menunjuk ke PostgreSQL: buat cadangan dengan pg_dump -Fc atau pgBackRest, dan pulihkan dengan pg_restore atau pgBackRest. Perintah ini hanya untuk berkas SQLite.
# $command: perintah
cli-move-usage = Cara pakai: { $command } BERKAS URL (misalnya data/kopdes.sqlite postgresql://kopdes@localhost/kopdes)
# $file: berkas
cli-move-missing = Berkas { $file } tidak ada. Tidak ada yang dipindahkan.
# $file: berkas
cli-move-damaged = Berkas { $file } rusak. Pulihkan dulu dari cadangan, lalu ulangi. Tidak ada yang dipindahkan.
# $file: berkas
cli-move-foreign = { $file } bukan basis data bot ini. Tidak ada yang dipindahkan.
# $file: berkas
cli-move-altered = Di { $file } ada tabel, indeks, tampilan atau pemicu yang bukan buatan bot ini, misalnya dari simulator. Tidak ada yang dipindahkan.
# $file: berkas
cli-move-newer = { $file } berasal dari versi bot yang lebih baru. Perbarui dulu bot ini, lalu ulangi. Tidak ada yang dipindahkan.
# $file: berkas
cli-move-file-in-use = Basis data { $file } sedang dipakai bot. Hentikan dulu, lalu ulangi. Tidak ada yang dipindahkan.
# $file: berkas
cli-move-server-in-use = Basis data PostgreSQL itu sedang dipakai bot. Hentikan dulu, lalu ulangi. Isi { $file } tidak dipindahkan.
# $file: berkas
cli-move-not-empty = Basis data PostgreSQL itu sudah berisi data. Pakai basis data yang kosong. Isi { $file } tidak dipindahkan.
# $file: berkas; $reason: sebab
cli-move-failed = Isi { $file } tidak dapat dipindahkan: { $reason }. Basis data PostgreSQL tidak diubah.
# $file: berkas
cli-move-done = Semua isi { $file } sudah dipindahkan. Isi DATABASE_URL dengan alamat PostgreSQL itu, lalu mulai bot. Berkas lama tidak diubah; simpan atau hapus sendiri.
# $file: berkas
cli-database-twice = Basis data { $file } sudah dipakai bot di proses lain. Hentikan dulu yang itu.
# $command: perintah
cli-usage = Cara pakai: { $command } "Nama Kecamatan" (atau kodenya, misalnya 14.03.16)
# $command: perintah
cli-usage-undang = Cara pakai: { $command } "Nama Kecamatan" (atau kodenya, misalnya 14.03.16). Juga kabupaten/kota, provinsi atau Indonesia; jabatannya boleh menyusul, misalnya: { $command } "Kabupaten Bengkalis" bupati
# $name: yang diketik
cli-no-area = Wilayah "{ $name }" tidak ditemukan. Silakan periksa ejaannya, atau pakai kodenya.
# $name: yang diketik
cli-which-area = Ada beberapa wilayah bernama "{ $name }". Silakan ulangi dengan kodenya:
# $area: wilayah; $roles: peran yang ada
cli-no-role = Jabatan itu tidak ada di { $area }. Yang ada: { $roles }
# $name: yang diketik
cli-no-district = Kecamatan "{ $name }" tidak ditemukan. Silakan periksa ejaannya, atau pakai kodenya.
# $name: yang diketik
cli-similar-district = Kecamatan "{ $name }" tidak ditemukan. Mungkin maksudnya salah satu dari ini; silakan ulangi dengan kodenya:
# $name: yang diketik
cli-which-district = Ada beberapa kecamatan bernama "{ $name }". Silakan ulangi dengan kodenya:
# $code: kode undangan
cli-code =
    Kode: { $code }
    Kode yang dibuat sebelumnya untuk jabatan ini, bila ada, tidak berlaku lagi.
# $link: alamat
cli-link = Tautan: { $link }
cli-no-link = Tautan tidak dibuat karena Telegram tidak dapat dihubungi. Kodenya tetap berlaku.
cli-no-link-token = Tautan tidak dibuat karena Telegram tidak mengenal TELEGRAM_BOT_TOKEN. Kodenya tetap berlaku.
# $district: kecamatan; $regency: kabupaten; $code: kode
cli-invitation =
    Yth. Camat { $district }, { $regency }. Mohon tambahkan bot ini ke grup kecamatan, lalu ketik di grup itu:
    /mulai { $code }
    Kode berlaku 7 hari untuk satu kali pakai; yang memakainya tercatat sebagai camat.
# $area: kabupaten, provinsi atau negara; $role: peran; $code: kode
cli-invitation-above =
    Yth. { $role } { $area }. Mohon tambahkan bot ini ke grup wilayah itu, lalu ketik di grup itu:
    /mulai { $code }
    Tanpa grup: ketik hal yang sama di percakapan pribadi dengan bot ini.
    Kode berlaku 7 hari untuk satu kali pakai; yang memakainya tercatat sebagai { $role }.
# $area: wilayah; $role: jabatan; $groups: banyaknya; $command: perintah; $code: kode wilayah
cli-invitation-held = { $area } sudah punya { $role } dan { $groups } grup tertaut. Kode ini tidak mengganti { $role } itu: hanya ia sendiri yang dapat memakainya, untuk menautkan satu grup lagi. Bila ia pergi tanpa serah terima: { $command } { $code }, lalu undang lagi.
# $area: wilayah; $role: jabatan; $groups: banyaknya
cli-invitation-groups = { $area } sudah punya { $groups } grup tertaut, tetapi belum ada { $role }. Yang memakai kode ini, di grup itu atau di grup lain, tercatat sebagai { $role }; grup lain ikut ditautkan.
cli-no-number = Undangan belum dibuat: belum ada nomor WhatsApp bot yang tertaut dan aktif untuk disebut di dalamnya. Jalankan bot, tautkan nomornya di halaman pengelola, lalu ulangi.
cli-no-number-yet = Belum ada nomor WhatsApp bot yang tertaut dan aktif: undangan ini hanya untuk grup di Telegram.
# $district: kecamatan; $regency: kabupaten; $command: perintah
cli-camat-ended = Jabatan camat { $district }, { $regency } di bot ini dicabut. Buat kode baru dengan: { $command } "{ $district }"
# $district: kecamatan; $regency: kabupaten
cli-no-camat = Belum ada yang tercatat sebagai camat untuk { $district }, { $regency }.
# $area: wilayah; $command: perintah
cli-above-ended = Jabatan yang memegang { $area } di bot ini dicabut. Buat kode baru dengan: { $command } "{ $area }"
# $area: wilayah
cli-no-holder = Belum ada yang memegang { $area } di bot ini.

cli-recount-right = Hitungan semua wilayah sudah sama dengan riwayat laporan.
# $count: banyaknya kecamatan; $districts: kodenya
cli-recount-mended = Hitungan { $count } kecamatan berbeda dari riwayat laporan dan sudah dibetulkan: { $districts }.

# $command: perintah
cli-backup-usage = Cara pakai: { $command } BERKAS (nama berkas cadangan yang akan dibuat, misalnya kopdes-2027-05-01.sqlite)
# $file: berkas cadangan
cli-backup-exists = Berkas { $file } sudah ada dan tidak ditimpa. Pilih nama lain, atau pindahkan dulu berkas itu.
# $file: basis data
cli-backup-missing = Cadangan tidak dibuat: basis data { $file } belum ada. Jalankan dulu bot ini, atau periksa DATABASE_URL.
# $file: basis data; $reason: sebab
cli-backup-failed = Cadangan basis data { $file } tidak dapat dibuat: { $reason }.
# $file: basis data; $command: perintah
cli-backup-damaged = Cadangan tidak dibuat: basis data { $file } rusak. Pulihkan dari cadangan sebelumnya dengan: { $command } BERKAS
# $file: basis data
cli-backup-foreign = Cadangan tidak dibuat: { $file } bukan basis data bot ini. Periksa DATABASE_URL.
# $file: basis data
cli-backup-altered = Cadangan tidak dibuat: di basis data { $file } ada tabel, indeks, tampilan atau pemicu yang bukan buatan bot ini, dan cadangannya tidak akan dapat dipulihkan. Hapus dulu bagian itu.
# $file: basis data
cli-backup-newer = Cadangan tidak dibuat: basis data { $file } berasal dari versi bot yang lebih baru. Perbarui dulu bot ini.
# $file: berkas cadangan
cli-backup-done = Cadangan tersimpan di { $file }

# $folder: folder cadangan
cli-restore-menu = Cadangan di { $folder }:
# $folder: folder cadangan; $command: perintah; $backup: perintah
cli-restore-none = Belum ada cadangan di { $folder }. Sebutkan berkasnya bila ada di tempat lain: { $command } BERKAS. Cadangan pertama dibuat semenit setelah bot berjalan, atau sekarang dengan { $backup } BERKAS. Tidak ada yang diubah.
cli-restore-which = Nomor berapa yang dipulihkan?
# $number: yang diketik
cli-restore-no-number = { $number } tidak ada dalam daftar. Tidak ada yang diubah.
# $command: perintah; $backup: perintah
cli-restore-usage = Cara pakai: { $command } BERKAS (cadangan yang dibuat dengan { $backup } BERKAS)
# $file: basis data; $from: berkas cadangan
cli-restore-in-use = Basis data { $file } sedang dipakai. Hentikan dulu bot dan program lain yang membukanya, lalu ulangi. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-missing = { $from } tidak dapat dipulihkan: berkasnya tidak ditemukan, atau pengguna yang menjalankan perintah ini tidak boleh membacanya. Periksa nama dan izinnya. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-damaged = { $from } rusak atau bukan basis data. Pakai cadangan yang lain. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-foreign = { $from } bukan basis data bot ini. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-altered = Di { $from } ada tabel, indeks, tampilan atau pemicu yang bukan buatan bot ini. Pakai cadangan yang lain. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-newer = { $from } berasal dari versi bot yang lebih baru. Perbarui dulu bot ini, lalu ulangi. Tidak ada yang diubah.
# $from: berkas cadangan; $file: basis data
cli-restore-trial = { $from } adalah cadangan simulator, sedangkan { $file } milik bot. Untuk memulihkan simulator, atur DATABASE_URL=data/simulator.sqlite. Tidak ada yang diubah.
# $from: berkas cadangan; $file: basis data
cli-restore-real = { $from } adalah cadangan bot, sedangkan { $file } milik simulator. Untuk memulihkan bot, atur DATABASE_URL ke basis datanya. Tidak ada yang diubah.
# $from: berkas cadangan; $file: basis data; $reason: sebab
cli-restore-failed = { $from } tidak dapat dipulihkan: { $reason }. Basis data { $file } tidak diganti.
# $file: basis data; $from: berkas cadangan
cli-restore-done = Basis data { $file } dipulihkan dari { $from }. Jalankan kembali bot ini.
cli-restore-since = Kode undangan yang belum dipakai tidak berlaku lagi: buat yang baru. Siapa yang minta dilupakan setelah cadangan itu dibuat tercatat lagi dan perlu mengirim /lupakan_saya sekali lagi.
# $kept: berkas
cli-restore-kept = Basis data sebelumnya disimpan sebagai { $kept }

## WhatsApp

whatsapp-title = WhatsApp bot KDMP
whatsapp-connecting = Sedang menghubungi WhatsApp …
whatsapp-pairing = Hubungkan nomor bot: di ponselnya buka WhatsApp, lalu <b>Perangkat tertaut</b> › <b>Tautkan perangkat</b>, dan pindai kode ini.
whatsapp-renewed = Kodenya berganti sendiri setiap beberapa puluh detik; halaman ini mengikutinya.
whatsapp-qr = Kode QR untuk dipindai ponsel bot
# $code: kode penautan
whatsapp-code = Tidak dapat memindai? Pilih <b>Tautkan dengan nomor telepon saja</b> di ponsel, lalu ketik kode ini: <b>{ $code }</b>
whatsapp-open = Terhubung. Bot menerima dan menjawab pesan.
whatsapp-waiting = WhatsApp tidak dapat dihubungi; sebentar lagi dicoba kembali. Bila lama, periksa sambungan internet komputer ini.
whatsapp-replaced = Sesi ini dipakai proses lain. Hentikan proses itu, lalu jalankan bot ini kembali.
whatsapp-locked = WhatsApp mengunci nomor ini, atau WhatsApp di ponselnya sudah dikeluarkan. Buka WhatsApp di ponsel bot, ikuti petunjuknya, lalu jalankan bot ini kembali.
whatsapp-banned = WhatsApp memblokir nomor ini. Baca pesan dari WhatsApp di ponselnya; bila blokirnya dicabut, jalankan bot ini kembali.
whatsapp-rejected = WhatsApp tidak menerima versi program ini. Perbarui bot ini, atau isi WHATSAPP_VERSION dengan versi yang lebih baru, lalu jalankan kembali.
# $until: tanggal dan jam
whatsapp-suspended = WhatsApp memblokir nomor ini untuk sementara, sampai { $until }. Setelah itu bot menyambung kembali dengan sendirinya.
whatsapp-stopped = Bot sedang berhenti.
whatsapp-paused = Dijeda oleh pengelola. Pesan di grupnya belum terbaca sampai dilanjutkan.
# $name: nama nomor
whatsapp-number = Nomor “{ $name }”
number-first = Nomor pertama
# $at: waktu
whatsapp-lost = Sesi diakhiri dari ponsel pada { $at }. Silakan tautkan kembali.
# $until: waktu
whatsapp-restricted = WhatsApp membatasi nomor ini sampai { $until }: bot hanya dapat menjawab di grup.
whatsapp-lost-notice = Bot terputus dari WhatsApp: tautannya diakhiri dari ponsel bot. Laporan di grup WhatsApp belum terbaca sampai pengelola menautkannya kembali.
whatsapp-locked-notice = Bot terputus dari WhatsApp: nomornya dikunci WhatsApp. Laporan di grup WhatsApp belum terbaca sampai pengelola membukanya kembali.
whatsapp-banned-notice = Bot terputus dari WhatsApp: nomornya diblokir WhatsApp. Laporan di grup WhatsApp tidak terbaca sampai blokirnya dicabut.
whatsapp-rejected-notice = Bot terputus dari WhatsApp: versinya tidak diterima lagi. Laporan di grup WhatsApp belum terbaca sampai pengelola memperbaruinya.
# $until: tanggal dan jam
whatsapp-suspended-notice = Bot terputus dari WhatsApp: nomornya diblokir WhatsApp sementara, sampai { $until }. Laporan di grup WhatsApp belum terbaca sampai saat itu.
# $cap: how many messages may go out in 24 hours; $left: how many of these are left
whatsapp-cap-groups = Pesan untuk grup dan aparat desa/kelurahan dalam 24 jam: masih { $left } dari { $cap }.
# $cap: how many messages may go out in 24 hours; $left: how many of these are left
whatsapp-cap-strangers = Jawaban untuk orang yang belum punya jabatan dalam 24 jam: masih { $left } dari { $cap }.
whatsapp-cap-reached = Batas pesan harian tercapai. Laporan tetap dicatat; jawabannya menunggu sampai ada pesan yang berumur 24 jam.
whatsapp-unreadable = Ada anggota grup yang terus melihat “Menunggu pesan ini”?
# $count: banyaknya
whatsapp-retries = Sejak bot berjalan, ponsel { $count } kali meminta pesan bot dikirim ulang karena tidak terbaca. Sesekali itu biasa.
whatsapp-repair = Kirim ulang kunci ke semua anggota
whatsapp-repaired = Kunci untuk semua anggota dikirim ulang bersama pesan bot yang berikutnya.
whatsapp-no-code = Tidak ada kode QR untuk saat ini.
whatsapp-terminal = Hubungkan WhatsApp: di ponsel bot buka Perangkat tertaut › Tautkan perangkat, lalu pindai kode ini:
# $address: alamat halaman
whatsapp-terminal-page = (juga di { $address })
# $address: alamat
whatsapp-page = Nomor WhatsApp bot belum tertaut. Kode QR untuk dipindai ponselnya ada di { $address }
whatsapp-page-unset = Nomor WhatsApp bot belum tertaut. Untuk melihat kode QR-nya, isi WEB_PASSWORD dan mulai ulang, lalu buka /whatsapp; atau jalankan bot di terminal.

## Simulator: "Mengapa?"

why-sender = Pengirim
# $name: the sender's name; $roles: "Kepala Desa Petani"
why-sender-known = { $name }: { $roles }
# $name: the sender's name
why-sender-stranger = { $name } belum memegang jabatan yang disetujui.
why-sender-anonymous = Ditulis atas nama grup: bot tidak tahu siapa orangnya.
why-addressed = Ditujukan kepada bot: berupa perintah, balasan, sebutan atau chat pribadi.
why-overheard = Percakapan di grup: hanya laporan yang jelas yang dicatat; selain itu bot diam.
why-edited = Versi baru dari pesan ini: menggantikan yang lama.

why-way = Cara dibaca
# $command: "/rekap gambar"
why-command = Perintah { $command }
# $command: the command of a button
why-pressed = Tombol: sama dengan mengetik { $command }
why-text = Bukan perintah: dibaca sebagai laporan.
why-forwarded = Pesan terusan: perintah di dalamnya tidak dijalankan, dan isinya bukan laporan pengirimnya sebelum ditegaskan.

why-words = Kata dan artinya
why-word-unknown = tidak dikenal
why-word-number = angka
why-word-aside = tidak menentukan
why-word-plan = rencana
why-word-doubt = belum pasti
why-word-asks = pertanyaan
why-word-other = hal lain

why-statements = Unit dan kondisinya
why-scope-all = semua unit
why-scope-rest = unit lainnya
why-scope-counted = beberapa unit
why-no-unit = unit tidak disebut
why-outcome-contradiction = bertentangan
why-outcome-mentioned = hanya disebut
why-outcome-plan = baru rencana
why-outcome-question = pertanyaan
why-outcome-unsure = belum pasti
why-outcome-doubt = tidak jelas

why-meaning = Artinya
why-own-village = desa pengirim
why-meaning-none = Tidak ada laporan di dalamnya.
why-meaning-unclear = Ada unit yang disebut, tetapi belum cukup jelas untuk dicatat.
why-meaning-courtesy = Sapaan atau ucapan terima kasih.
why-meaning-question = Pertanyaan, bukan laporan.
why-meaning-unchanged = Tidak ada yang berubah sejak laporan sebelumnya.
why-withheld-plan = tidak dicatat: baru rencana
why-withheld-question = tidak dicatat: masih pertanyaan
why-withheld-hearsay = tidak dicatat: belum pasti
# Why the bot has to ask
why-ask-number = nomor itu bukan nomor unit
why-ask-which-unit = lebih dari satu unit dapat dimaksud
why-ask-which-village = desanya belum jelas
why-ask-unclear-villages = belum jelas desa mana yang dilaporkan
why-ask-no-unit = unitnya tidak disebut
why-ask-no-status = kondisinya tidak disebut
why-ask-contradiction = keterangannya bertentangan
why-ask-plan = baru rencana
why-ask-uncertain = belum pasti
why-ask-other-matter = bukan tentang unit
why-ask-forwarded = pesan terusan: perlu ditegaskan pengirimnya
why-ask-unclear = maksudnya belum jelas

why-decision = Siapa yang boleh melapor
# $village: "Desa Petani"
why-may-village = Pengirim memegang jabatan di { $village }: boleh melaporkan desa/kelurahan itu saja.
# $district: "Kecamatan Bathin Solapan"
why-may-district = Pengirim camat atau Kasi PMD: boleh melaporkan semua desa di { $district }.
why-may-stranger = Pengirim belum terdaftar di sini: laporannya ditahan sampai jabatannya disetujui.
# $village: "Desa Petani"
why-may-not = Ditolak: pengirim bukan aparat { $village }, camat atau Kasi PMD.
# $reason: one of why-ask-…
why-decision-ask = Bot bertanya dulu: { $reason }.
why-decision-report = Laporannya jelas dan diterima.
why-decision-none = Tidak ada yang perlu dicatat.

why-ledger = Yang dicatat
why-nothing-written = Tidak ada yang dicatat.
why-written = dicatat
# $from: status before
why-lowering = belum dicatat: sekarang { $from }, penurunannya menunggu jawaban ya
why-kept = tetap: sudah lebih tinggi
why-overtaken = dicatat, tetapi ada laporan yang lebih baru
why-outdated = tidak dicatat: kondisinya sudah berubah
why-not-revived = tidak dicatat: laporan itu sudah dibatalkan
why-taken-back = dibatalkan

why-answer = Jawaban
why-answered = Bot menjawab.
why-silent = Bot diam.
why-scheduled = Tidak menjawab siapa pun: dikirim menurut jadwal pengingat.
why-notice = Bukan jawaban langsung: pemberitahuan yang menyusul keputusan atau perubahan.
why-unknown = Penjelasan pesan ini tidak tersimpan.

## Permintaan ke halaman

web-password-set = Mohon masukkan kata sandi yang diatur dengan WEB_PASSWORD; nama penggunanya boleh apa saja.
web-password-chosen = Mohon masukkan kata sandi yang dipilih saat bot disiapkan di peramban; nama penggunanya boleh apa saja. Bila lupa, isi yang baru di WEB_PASSWORD pada .env, lalu mulai ulang bot.
# $seconds: detik
web-password-wait = Terlalu banyak percobaan. Mohon ulangi { $seconds } detik lagi.
web-no-password = Untuk membuka halaman ini, isi WEB_PASSWORD pada .env lebih dulu, lalu mulai ulang bot.
web-other-page = Permintaan dari halaman lain ditolak.
web-address = Alamat pada permintaan ini tidak dapat dibaca: nama Host atau jalurnya salah. Silakan buka halaman dengan alamat yang disebut bot saat mulai.
web-not-found = Halaman ini tidak ada. Silakan buka alamat utamanya, yaitu /.
web-home = Ke halaman utama
web-malformed = Permintaan ini tidak dapat dibaca. Silakan buka lagi halamannya, lalu ulangi dari sana.
web-too-big = Yang dikirim terlalu panjang. Silakan buka lagi halamannya, lalu ulangi dari sana.
web-fault = Permintaan itu tidak dapat diselesaikan sekarang. Log menyebut sebabnya; silakan ulangi sebentar lagi.

## Halaman pengelola

operator-title = Pengelola bot KDMP
operator-parts = Bagian halaman ini
operator-state = Keadaan
operator-messages = Pesan keluar
operator-groups = Grup
operator-invite = Wilayah dan undangan
operator-backups = Cadangan
operator-acts = Keputusan terakhir
operator-good = Baik:
operator-bad = Perlu diperiksa:
operator-never = belum ada
operator-database-ok = Basis data dapat dibaca dan ditulis.
operator-database-bad = Basis data rusak, atau tidak dapat dibaca atau ditulis. Periksa log dan ruang disk; bila rusak, pulihkan dari cadangan.
operator-telegram-waiting = Telegram belum dapat dihubungi; bot terus mencoba. Bila lama, periksa sambungan internet komputer ini.
# $at: waktu
operator-telegram-silent = Telegram tidak terdengar sejak { $at }; bot terus mencoba. Bila lama, periksa sambungan internet komputer ini.
# $bot: nama bot; $at: waktu
operator-telegram-open = Telegram: terhubung sebagai @{ $bot }, terakhir terdengar { $at }.
operator-privacy = Mode privasi Telegram menyala: di grup bot hanya melihat perintah dan balasan kepadanya, dan itu cukup. Agar laporan tanpa perintah juga terbaca: kirim <b>/setprivacy</b> kepada @BotFather, pilih bot ini, lalu <b>Disable</b>; sesudah itu keluarkan bot dari grup dan tambahkan lagi.
operator-sees-all = Mode privasi Telegram mati: bot membaca laporan tanpa perintah di grup yang dimasukinya sejak itu.
# $state: keadaan
operator-whatsapp = WhatsApp: { $state }
operator-whatsapp-pairing = nomor bot belum tertaut. Di ponselnya buka WhatsApp, lalu <b>Perangkat tertaut</b> › <b>Tautkan perangkat</b>, dan pindai kode ini.
# $name: nama nomor; $state: keadaan
operator-whatsapp-number = WhatsApp “{ $name }”: { $state }
operator-whatsapp-page = Buka halaman WhatsApp
# $count: banyaknya
operator-dead-letters = { $count } kejadian dalam 24 jam terakhir tidak dapat diolah; log menyebut sebabnya.
operator-all-sent = Tidak ada pesan yang menunggu atau gagal.
# $queued, $sending, $failed, $doubtful: banyaknya
operator-counts = Menunggu { $queued } · sedang dikirim { $sending } · tidak terkirim { $failed } · tidak pasti { $doubtful }
# $shown: banyaknya
operator-shown = Di bawah ini { $shown } di antaranya: yang gagal paling baru, dan yang paling lama menunggu.
operator-unknown-chat = percakapan yang tidak dikenal lagi
operator-scheduled = pesan terjadwal
operator-answer = jawaban
operator-queued = Menunggu giliran.
# $tries: banyaknya percobaan
operator-retried = Belum terkirim, sudah dicoba { $tries } kali. Masih dicoba lagi; log menyebut sebabnya.
operator-failed = Tidak dapat dikirim; log menyebut sebabnya.
operator-doubtful = Tidak pasti: mungkin sudah sampai.
# $why: sebabnya
operator-refused = Tidak terkirim: { $why }.
# $why: sebabnya
operator-refused-waits = Belum terkirim: { $why }. Masih dicoba lagi.
operator-blanked = Isinya sudah dihapus.
operator-resend = Kirim lagi
operator-drop = Buang
operator-resent = Pesan itu masuk antrean lagi.
operator-tried = Pesan itu dicoba lagi sekarang.
operator-dropped = Pesan itu dibuang.
operator-other-area = Pesan itu untuk wilayah yang dulu tertaut di grup itu; grupnya kini tertaut ke wilayah lain, sehingga pesan itu tidak dikirim. Silakan dibuang.
operator-no-message = Pesan itu sudah tidak ada di sini: sedang dikirim, sudah sampai, atau sudah dibuang.
operator-search = Nama atau kode kecamatan, kabupaten, kota atau provinsi
operator-search-go = Cari wilayah
# $count: banyaknya; $area: wilayah
operator-groups-in = { $count } grup tertaut di { $area }.
# $count: banyaknya
operator-groups-count = { $count } grup tertaut.
operator-groups-none = Belum ada grup yang tertaut. Mulailah dengan undangan di bawah ini.
operator-all-groups = Tampilkan semua grup
operator-gone = Bot bukan anggota grup ini.
operator-leaders = Pemegang wilayah
operator-no-leader = belum ada
operator-last-report = Laporan terakhir
operator-last-message = Pesan bot terakhir
operator-pages = Halaman daftar grup
# $page, $pages: nomor halaman
operator-page = Halaman { $page } dari { $pages }
operator-previous = Sebelumnya
operator-next = Berikutnya
operator-invite-about = Undangan adalah PDF dengan satu halaman untuk setiap wilayah: kode, kode QR, dan cara memulai. Kodenya berlaku 7 hari untuk satu kali pakai; kode sebelumnya untuk wilayah yang sama tidak berlaku lagi.
# $words: yang dicari
operator-found-none = Wilayah "{ $words }" tidak ditemukan. Silakan periksa ejaannya, atau pakai kodenya.
operator-role = Jabatan
operator-held = Camatnya sudah memakai bot ini.
operator-invite-one = Unduh undangan
# $parts: sebutan bagiannya
operator-invite-parts = Undangan untuk setiap { $parts }
operator-see-groups = Lihat grupnya
operator-all-invited = Tidak ada undangan yang dibuat: wilayah itu sudah memakai bot ini.
operator-no-number = Tidak ada undangan yang dibuat: nomor WhatsApp bot belum tertaut. Tautkan dulu di halaman WhatsApp, lalu unduh lagi.
operator-invite-none = Undangan dapat diunduh setelah nomor WhatsApp bot tertaut dan aktif, karena menyebut nomor itu.
operator-invite-telegram-only = Belum ada nomor WhatsApp bot yang tertaut dan aktif: undangan yang diunduh sekarang hanya untuk grup di Telegram.
operator-no-area = Wilayah itu tidak ada. Silakan cari lagi.
# $folder: folder
operator-backup-folder = Folder: { $folder }
# $folder: folder
operator-backup-newest = Yang terbaru di folder { $folder }:
operator-backup-server = Basis data di PostgreSQL dicadangkan dengan alat PostgreSQL sendiri.
operator-backup-soon = Cadangan pertama dibuat dalam satu sampai dua menit.
operator-backup-none = Belum ada cadangan yang baik; log menyebut sebabnya.
# $at: waktu
operator-backup-ok = Cadangan untuk { $at } sudah dibuat dan diperiksa.
# $at: waktu; $hours: jam
operator-backup-old = Cadangan terakhir yang baik adalah untuk { $at }, { $hours } jam yang lalu: periksa log, folder dan ruang disknya.
operator-no-acts = Belum ada keputusan.
# $place: wilayah; $what: tindakan
operator-act = { $place }: { $what }
# $version: versi bot; $schema: versi susunan basis data; $node: versi Node; $since: waktu
operator-versions = kopdes-bot { $version } · skema { $schema } · Node { $node } · berjalan sejak { $since }

## Halaman penyiapan

setup-title = Menyiapkan bot KDMP
setup-about = Isi kata sandi, lalu Telegram, WhatsApp atau keduanya. Sesudah itu bot langsung berjalan, dan halaman ini tidak berlaku lagi.
setup-again = Belum disimpan: silakan perbaiki yang ditandai. Kata sandi dan token perlu diisi lagi.
setup-no-platform = Belum disimpan: isi token Telegram atau nyalakan WhatsApp.
setup-not-saved = Pengaturan tidak dapat disimpan: periksa ruang disk, dan apakah bot boleh menulis folder datanya.
setup-starting = Pengaturan disimpan; bot sedang dimulai. Halaman pengelola terbuka dengan sendirinya, dan peramban menanyakan kata sandinya.
setup-password = Kata sandi halaman pengelola
setup-password-about = Di halaman pengelola terlihat keadaan bot, dan dibuat undangan untuk camat. Peramban akan menanyakan kata sandi ini; nama penggunanya boleh apa saja.
setup-link-old = Tautan ini tidak berlaku lagi. Setiap kali bot dimulai, tautan penyiapan yang baru tercetak di terminal, sampai bot disiapkan: buka tautan itu.
setup-used = Bot ini sudah disiapkan, dan isian ini tidak disimpan. Yang berlaku adalah kata sandi dan token yang disimpan lebih dulu.
setup-password-set = Sudah diatur (WEB_PASSWORD).
setup-password-new = Kata sandi baru, 8 sampai 200 huruf
setup-password-repeat = Kata sandi yang sama sekali lagi
setup-password-length = Kata sandi harus 8 sampai 200 huruf.
setup-password-differs = Kedua kata sandi berbeda.
setup-telegram = Di Telegram, kirim <b>/newbot</b> kepada @BotFather dan ikuti petunjuknya. Ia memberi sebuah token; tempel di sini.
setup-token = Token Telegram (kosongkan bila tidak memakai Telegram)
setup-token-shape = Ini bukan token: tempel seluruh token seperti yang diberikan @BotFather, misalnya 123456789:AAH…
setup-token-unknown-token = Telegram tidak mengenal token ini: keliru, atau sudah dicabut. Salin lagi dari @BotFather.
setup-token-unreached = Telegram tidak dapat dihubungi, jadi token ini belum diperiksa. Periksa sambungan internet komputer ini, lalu coba lagi.
setup-privacy = Di grup, bot Telegram biasanya hanya melihat perintah dan balasan kepadanya (mode privasi), dan itu cukup. Agar laporan tanpa perintah juga terbaca: kirim /setprivacy kepada @BotFather, pilih bot ini, lalu Disable, sebelum bot ditambahkan ke grup.
setup-whatsapp = Nyalakan WhatsApp. Kode QR untuk dipindai ponsel bot ada di halaman pengelola.
setup-whatsapp-risk = Pakai nomor cadangan, jangan nomor pribadi: WhatsApp tidak mengizinkan program seperti ini, dan sewaktu-waktu dapat membatasi atau memblokir nomornya.
setup-save = Simpan dan mulai bot
