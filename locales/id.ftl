### Every sentence the bot says. Formal, warm, short; Bapak/Ibu; no exclamation marks; nobody is shamed.
### The comment above a sentence names its arguments. A line may carry <b> and <i>; never begin one with * or [.

## Unit dan status

unit-kantor = kantor koperasi
unit-sembako = kios sembako
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
recap-file-village-desa = Desa
recap-file-village-kelurahan = Kelurahan
recap-file-village-mixed = Desa/Kelurahan
recap-file-villages-desa = desa
recap-file-villages-kelurahan = kelurahan
recap-file-villages-mixed = desa/kelurahan
recap-file-silent = belum lapor

# $cooperative: one of recap-file-cooperative-…
recap-file-title = Rekap { $cooperative }
# $district: name of the kecamatan
recap-file-district = Kecamatan { $district }
# $regency: "Kabupaten Bengkalis"; $province: "Riau"
recap-file-region = { $regency }, Provinsi { $province }
# $at: "Senin, 23 November 2026 · 16.05 WIB"
recap-file-as-of = Keadaan per { $at }
# $date: "Sabtu, 15 Mei 2027"; $days: whole days until then
recap-file-deadline-ahead = Batas: { $date } · { $days } hari lagi
# $date: "Sabtu, 15 Mei 2027"
recap-file-deadline-today = Batas: { $date } · hari ini
# $date: "Sabtu, 15 Mei 2027"; $days: whole days since then
recap-file-deadline-passed = Batas: { $date } · lewat { $days } hari
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
# $count: villages that never reported; $villages: one of recap-file-villages-…
recap-file-silent-count = { $count } { $villages } belum lapor
# $villages: one of recap-file-villages-…
recap-file-none-silent = semua { $villages } sudah lapor
# $name: of a kelurahan, beside desa
recap-file-kelurahan = Kel. { $name }
# $count: units in one state
recap-file-units = { $count } unit
recap-file-sum = Sudah berdiri
# $count: villages of the kecamatan; $villages: one of recap-file-villages-…
recap-file-sum-of = dari { $count } { $villages }
recap-file-legend-note = Bilah dan jumlah menghitung unit yang sudah berdiri atau sudah beroperasi.

recap-file-sheet-recap = Rekap
recap-file-sheet-history = Riwayat
recap-file-sheet-missing = Belum
recap-file-sheet-acts = Tindakan
recap-file-act-area = Wilayah
recap-file-act = Tindakan
recap-file-act-by = Oleh
recap-file-number = No
recap-file-code = Kode
recap-file-total = Jumlah
recap-file-share-label = Bagian yang sudah berdiri atau beroperasi
recap-file-sum-both = Berdiri atau beroperasi
recap-file-sum-open = Beroperasi
# A number format of sheets: for a positive number, for a negative one, for zero
recap-file-days-format = 0" hari lagi";"lewat "0" hari";"hari ini"
recap-file-unit = Unit
recap-file-status = Status
recap-file-by = Pelapor
recap-file-note = Keterangan
recap-file-reversed = dibatalkan
recap-file-count = Banyak
recap-file-lacks = Unit yang belum berdiri
recap-file-never = belum pernah lapor
recap-file-nothing-missing = Tidak ada yang kurang.
# $zone: "WIB", "WITA" or "WIT"
recap-file-time-in = Waktu ({ $zone })
recap-file-as-of-label = Keadaan per
recap-file-deadline-label = Batas

# $regency: "Kabupaten Bengkalis"
recap-file-government = Pemerintah { $regency }
# $province: "Riau"
recap-file-province = Provinsi { $province }
# $cooperative: one of recap-file-cooperative-…
recap-file-report = Laporan Perkembangan { $cooperative }
# $name: of the kecamatan; $date: "23 November 2026"
recap-file-place-date = { $name }, { $date }
# $name: of the kecamatan
recap-file-camat = Camat { $name },
recap-file-nip = NIP.
recap-file-no-count = –
# $at: "Senin, 23 November 2026 · 16.05 WIB"
recap-file-printed = Dibuat oleh bot rekap dari laporan desa · { $at }
# $page, $pages: number of this page, and how many there are
recap-file-page-of = Halaman { $page } dari { $pages }

mark-belum = ❌
mark-proses = ⏳
mark-berdiri = ✅
mark-beroperasi = 🟢
mark-none = ▫️

## Peran

role-camat = camat
role-kasi = Kasi PMD
role-kades = kepala desa
role-lurah = lurah
role-pj = penjabat (Pj)
role-sekdes = sekretaris desa
role-seklur = sekretaris kelurahan
role-operator = operator
role-bpd = BPD
role-bumdes = direktur BUMDes
role-pendamping = pendamping

## Potongan kalimat

# $kind: Desa atau Kelurahan; $name: namanya
village = { $kind } { $name }
# $name: nama kecamatan
kecamatan = Kecamatan { $name }
# $items: daftar dengan koma; $last: yang terakhir
list-and = { $items } dan { $last }
# $items: daftar dengan koma; $last: yang terakhir
list-or = { $items } atau { $last }
yes-lower = Ya, turunkan
no-lower = Tidak
no = Tidak

## Laporan

# $village: desa; $established: unit berdiri dari tujuh
echo-head = Dicatat untuk <b>{ $village }</b> ({ $established }/7):
# $mark: tanda status; $units: unit; $status: statusnya
echo-row = { $mark } { $units }: { $status }
# $village: desa; $established: unit berdiri dari tujuh; $rows: baris echo-row dengan titik koma
echo-brief = <b>{ $village }</b> dicatat ({ $established }/7): { $rows }
echo-undo = Bila keliru, balas dengan /batal
# $units: unit yang hanya disebut tanpa status, tetapi sudah beroperasi
echo-kept = Tetap beroperasi: { $units }.
# $units: unit yang sudah ada kabar lebih baru
echo-overtaken = Dicatat di riwayat saja, karena sudah ada kabar yang lebih baru: { $units }.
# $units: unit
not-taken-plan = { $units } belum dicatat: baru rencana.
# $units: unit
not-taken-question = { $units } belum dicatat: masih pertanyaan.
# $units: unit
not-taken-hearsay = { $units } belum dicatat: belum pasti.
# $words: hal lain yang disebut, misalnya NIB
not-taken-matter = { $words }: belum ada tempatnya di sini, jadi tidak dicatat.
# $village: desa; $changes: baris perubahan
lower-ask = <b>{ $village }</b>: sebelumnya sudah dilaporkan lebih tinggi. Benar diturunkan?
# $unit: unit; $from, $to: status lama dan baru
lower-row = { $unit }: { $from } → { $to }
# $village: desa
lower-kept = <b>{ $village }</b>: tidak ada yang diubah.
# $village: desa; $units: unit yang berubah sejak pertanyaan
lower-outdated = <b>{ $village }</b>: { $units } sudah berubah sejak pertanyaan itu, jadi tidak diubah. Silakan lihat /status.
# $village: desa; $established: unit berdiri
toast-recorded = Dicatat. { $village } { $established }/7

# $village: desa yang dilaporkan
refuse-village = Mohon maaf, laporan untuk <b>{ $village }</b> hanya dapat dikirim oleh perangkatnya, camat atau Kasi PMD. Belum ada yang dicatat.
# $village: desa
alert-village = Hanya perangkat { $village }, camat dan Kasi PMD yang dapat melapor di sini.
# $roles: peran yang dipegang
refuse-reader = Terima kasih, Bapak/Ibu. Sebagai { $roles }, Bapak/Ibu dapat melihat /rekap dan /status; yang melapor adalah kepala desa/lurah, Pj, sekretaris atau operator.
refuse-anonymous = Mohon maaf, laporan dari akun anonim tidak dapat dicatat. Silakan matikan "Tetap anonim", lalu kirim sekali lagi.
refuse-photo = Fotonya sudah diterima. Mohon sebutkan unitnya, misalnya: klinik sudah.
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
edit-none = Pesan itu diubah, tetapi laporan sebelumnya masih tercatat. Untuk membatalkannya, balas dengan /batal

forwarded = Pesan itu diteruskan atau dikutip dari orang lain.
# $village: desa
forwarded-ask = Apakah ini laporan <b>{ $village }</b> untuk hari ini?
yes-record = Ya, catat
forwarded-own-words = Pesan itu diteruskan atau dikutip dari orang lain, jadi belum ada yang dicatat. Bila keadaannya memang begitu, mohon tulis sendiri laporannya.
forwarded-command = Perintah yang diteruskan tidak dijalankan. Bila memang dimaksud, mohon ketik sendiri.
edit-unreadable = Perubahan pesan itu tidak dapat dibaca, jadi laporan sebelumnya masih tercatat. Mohon kirim yang benar sebagai pesan baru.

ask-number-zero = Nomor unit adalah 1 sampai 7. Nomor mana yang dimaksud?
# $number: nomor yang tidak ada
ask-number = Nomor { $number } tidak ada; unit bernomor 1 sampai 7. Nomor mana yang dimaksud?
# $word: kata yang ditulis; $units: unit yang mungkin
ask-which-unit = "{ $word }" dapat berarti { $units }. Yang mana?
# $villages: desa yang mungkin
ask-which-village = Yang dimaksud { $villages }?
ask-no-village = Mohon sebutkan desanya, misalnya: Desa { $village } kantor sudah.
ask-no-unit = Unit mana yang dimaksud? Balas dengan nomor atau nama, misalnya: 1 3 5, atau: klinik sudah.
# $units: unit
ask-no-status = { $units }: sudah, masih proses, atau belum?
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
ask-plan = { $units }: itu masih rencana, jadi belum dicatat. Bagaimana keadaannya hari ini?
# $units: unit
ask-uncertain = { $units }: keadaannya belum jelas. Sudah berdiri, masih proses, atau belum?
ask-unclear = Mohon maaf, maksudnya belum jelas. Silakan tulis unit dan keadaannya, misalnya: kantor sudah, klinik belum.
# $rows: yang dipahami
ask-understood = Yang dipahami: { $rows }. Belum ada yang dicatat.
ask-nothing = Belum ada yang dicatat.
help-line = Untuk melapor, balas dengan nomor unit yang sudah berdiri (misalnya 1 3 5), tulis "klinik sudah", atau ketik /lapor

# $village: desa; $established: unit berdiri
checklist-head = <b>{ $village }</b> · { $established } dari 7 berdiri
# $number: nomor unit; $mark: tanda; $unit: unit; $status: status
checklist-row = { $number }. { $mark } { $unit }: { $status }
checklist-none = belum lapor
checklist-reply = Balas pesan ini dengan nomor yang sudah berdiri, misalnya 1 3 5, atau pilih di bawah ini.
# $status: status yang dipilih
checklist-pick = Unit mana yang <b>{ $status }</b>? Balas dengan nomornya, misalnya 4 6, atau pilih di bawah ini.
# $number: nomor; $unit: unit
checklist-button = { $number } { $unit } ✓
# $number: nomor; $unit: unit
checklist-button-plain = { $number } { $unit }
checklist-x = Belum …
checklist-p = Proses …
checklist-o = Buka …
checklist-back = Kembali
lapor-which = Laporan untuk desa mana?

## Daftar isian

# $district: kecamatan
list-head = <b>Daftar isian koperasi { $district }</b>
# $at: tanggal dan jam
list-as-of = Keadaan { $at }
# $number: nomor urut; $village: desa; $units: unit dengan keadaannya
list-row = { $number }. { $village } : { $units }
# $unit: unit; $status: keadaannya
list-unit = { $unit } { $status }
list-open = buka
list-how = Salin pesan ini, isi baris desa Bapak/Ibu, lalu kirim sebagai balasan.
list-unchanged = Daftarnya sudah dibaca. Tidak ada yang berbeda dari catatan, jadi tidak ada yang diubah.
# $units: unit
list-stale = Tidak diubah, karena sudah ada kabar yang lebih baru daripada daftar itu: { $units }.

## /batal

# $village: desa
undo-head = Laporan untuk <b>{ $village }</b> dibatalkan:
# $unit: unit; $status: status yang berlaku lagi
undo-row = { $unit }: kembali { $status }
# $unit: unit
undo-row-none = { $unit }: kembali belum lapor
# $unit: unit; $status: status yang tetap
undo-row-same = { $unit }: tetap { $status }, karena ada laporan lain
undo-nothing = Tidak ada laporan Bapak/Ibu dalam 24 jam terakhir yang dapat dibatalkan. Untuk laporan lain, balas pesannya dengan /batal
undo-already = Laporan itu sudah dibatalkan.
not-this-kecamatan = Laporan itu milik kecamatan yang sebelumnya tertaut di grup ini, jadi tidak diubah dari sini. Camat kecamatan itu dapat memperbaikinya dengan /lapor.
undo-which = Laporan desa mana yang dibatalkan?
undo-denied = Laporan itu hanya dapat dibatalkan oleh pelapornya, camat atau Kasi PMD.

## /status, /rekap, /belum, /riwayat

# $number, $mark, $unit, $status; $since: sejak kapan; $role: peran pelapor
status-row = { $number }. { $mark } { $unit }: { $status } sejak { $since } ({ $role })
status-which = Status desa mana?
# $cooperative: KDMP, KKMP atau keduanya; $district: kecamatan
recap-head = <b>Rekap { $cooperative } { $district }</b>
# $at: waktu
recap-as-of = Keadaan { $at }
# $established, $of: unit; $change: kalimat perubahan hari ini
recap-total = <b>{ $established }/{ $of }</b> unit berdiri{ $change }
# $n: bertambah berapa
recap-up = , bertambah { $n } hari ini
# $n: berkurang berapa
recap-down = , berkurang { $n } hari ini
recap-same = , belum ada perubahan hari ini
# $date: tanggal; $days: sisa hari
deadline-left = Sebelum { $date }: { $days } hari lagi
# $date: tanggal
deadline-today = Tenggat { $date }: hari ini
# $date: tanggal; $days: hari yang lewat
deadline-over = Tenggat { $date }: lewat { $days } hari
# $village: nama desa; $established: unit berdiri
recap-village = { $village } { $established }/7
# $villages: nama desa
recap-silent = Belum lapor: { $villages }
# $unit: unit; $n: jumlah desa
recap-unit = { $unit } { $n }
# $n: jumlah desa
recap-of-villages = Per unit, dari { $n } desa/kelurahan:
# $district: kecamatan
missing-head = <b>Yang belum berdiri di { $district }</b>
# $village: nama desa; $units: unit yang belum
missing-row = { $village }: { $units }
# $village: nama desa
missing-all = { $village }: ketujuh unit
missing-none = Semua unit di semua desa/kelurahan sudah berdiri. Terima kasih, Bapak/Ibu.
# $area: desa atau kecamatan
history-head = <b>Riwayat { $area }</b>, terbaru di atas
# $at: waktu; $village: desa; $unit: unit; $status: status; $role: peran
history-row = { $at } · { $village } · { $unit }: { $status } ({ $role })
# $row: baris riwayat
history-row-reversed = { $row } · <i>dibatalkan</i>
# $at: kapan; $what: tindakan; $by: peran yang melakukannya
act-row = { $at } · { $what } (oleh { $by })
# $role: peran
act-approved = menyetujui peran { $role }
# $role: peran
act-declined = menolak permintaan peran { $role }
# $role: peran
act-appointed = menunjuk { $role }
# $role: peran
act-replaced = mengganti { $role } sebelumnya
# $role: peran
act-revoked = mencabut peran { $role }
act-handed-over = menyerahkan peran camat
# $date: tanggal
act-deadline = menetapkan batas { $date }
act-reminders-on = menyalakan pengingat
act-reminders-off = mematikan pengingat
act-linked = menautkan grup
act-unlinked = melepas grup
# $units: unit
act-reversed = membatalkan laporan { $units }
act-by-server = pengelola bot
act-by-invitation = kode undangan
history-empty = Belum ada laporan.
# $n: banyaknya
history-more = Yang ditampilkan { $n } baris terbaru; selengkapnya di /rekap xlsx

## Mulai, peran

# $district: kecamatan; $regency: kabupaten; $villages: banyaknya desa; $deadline: tenggat
opened = <b>{ $district }, { $regency }</b> dibuka. Bapak/Ibu tercatat sebagai camat.
# $count: banyaknya desa/kelurahan; $deadline: tanggal
opened-facts = { $count } desa/kelurahan, tenggat { $deadline }.
opened-next = Langkah berikutnya: para kepala desa dan lurah mengetik /daftar di grup ini. Bapak/Ibu menyetujui semuanya sekaligus.
opened-kasi = Untuk menunjuk Kasi PMD, balas pesannya dengan /tunjuk kasi
# $district: kecamatan
linked-again = Grup ini tersambung ke <b>{ $district }</b>.
# $district: kecamatan yang sudah tersambung
start-linked = Grup ini sudah tersambung ke { $district }. Satu grup untuk satu kecamatan; untuk melepasnya, camat mengetik /lepas
start-no-code = Untuk memulai, ketik /mulai diikuti kode undangan. Kode diberikan oleh pengelola bot ini.
start-private = Silakan tambahkan bot ini ke grup kecamatan, lalu ketik /mulai diikuti kode undangan di grup itu.
start-wrong = Kode itu tidak berlaku: mungkin salah ketik, sudah dipakai, atau lewat masanya. Kode baru: minta kepada pengelola bot ini; untuk grup tambahan, camat mengetik /undang di percakapan pribadi dengan saya.
code-spent = Kode itu sudah terlihat di grup, jadi tidak berlaku lagi. Kode baru dapat diminta kepada pengelola bot ini.
code-spent-further = Kode itu sudah terlihat di grup, jadi tidak berlaku lagi. Camat dapat membuat kode baru dengan /undang di percakapan pribadi dengan saya.
start-too-often = Sudah 5 kali salah dalam satu jam. Mohon coba lagi satu jam kemudian.
# $district: kecamatan
start-has-camat = { $district } sudah memiliki camat di sini. Camat dapat menyerahkan perannya dengan /tunjuk camat, atau pengelola bot ini mencabutnya.
# $district: kecamatan; $names: nama camat
camat-now = Camat { $district } kini: { $names }.
# $district: kecamatan
camat-none = { $district } kini tanpa camat di sini. Pengelola bot ini dapat memberikan kode undangan kepada camat; camat mengetik /mulai diikuti kodenya di grup ini.
start-anonymous = Bapak/Ibu menulis sebagai admin anonim, sehingga tidak dapat dikenali. Silakan matikan "Tetap anonim", lalu ketik sekali lagi.
start-as-channel = Bapak/Ibu menulis sebagai kanal, sehingga tidak dapat dikenali. Silakan pilih akun sendiri di samping kolom pesan, lalu kirim sekali lagi.

# $title: nama grup
added = Assalamualaikum, Bapak/Ibu. Saya mencatat laporan Koperasi Desa Merah Putih di grup ini: kepala desa membalas dengan kata-kata sendiri, camat melihat /rekap.
added-next = Langkah berikutnya: yang memegang kode undangan mengetik /mulai diikuti kodenya.
added-privacy = Saya hanya melihat perintah dan balasan atas pesan saya; percakapan lain tidak saya baca.
added-all = Saya juga membaca pesan lain di grup ini, tetapi hanya laporan yang jelas yang dicatat; selebihnya tidak disimpan.
sees-all-now = Saya kini admin di grup ini, sehingga pesan lain juga saya baca; hanya laporan yang jelas yang dicatat, selebihnya tidak disimpan.
sees-less-now = Saya bukan lagi admin di grup ini, sehingga hanya melihat perintah dan balasan atas pesan saya.
# $district: kecamatan
added-back = Saya kembali di grup ini dan tersambung ke <b>{ $district }</b>. Laporan sebelumnya tetap ada; silakan lihat /rekap.

invite-privately = Kode undangan bersifat rahasia. Mohon ketik /undang di percakapan pribadi dengan saya.
# $district: kecamatan; $code: kode
invite-further =
    Kode untuk menyambungkan satu grup lagi ke { $district }: { $code }
    Ketik /mulai { $code } di grup itu dalam 24 jam. Kode ini hanya menyambungkan grup: yang mengetiknya tidak mendapat peran.

register-which = Bapak/Ibu dari desa atau kelurahan mana? Pilih namanya, atau ketik /daftar diikuti namanya.
# $village: desa
register-role = Peran Bapak/Ibu di <b>{ $village }</b>?
# $name: nama yang ditulis
did-you-mean = "{ $name }" tidak ada. Maksud Bapak/Ibu salah satu dari ini?
# $role: peran; $village: desa
register-asked = Terima kasih. Permintaan sebagai { $role } { $village } menunggu persetujuan camat atau Kasi PMD.
# $role: peran; $village: desa
register-already-asked = Permintaan sebagai { $role } { $village } sudah diterima dan menunggu persetujuan.
# $role: peran; $village: desa
register-already = Bapak/Ibu sudah tercatat sebagai { $role } { $village }.
# $role: peran; $kind: Desa atau Kelurahan
register-no-role = Peran itu tidak ada di { $village }. Silakan pilih salah satu.
held-unknown = Laporan Bapak/Ibu disimpan. Sebelum dicatat, mohon daftarkan diri dulu: dari desa atau kelurahan mana?
# $village: desa
held-known = Laporan untuk <b>{ $village }</b> disimpan. Sebelum dicatat, mohon daftarkan diri dulu: apa peran Bapak/Ibu di sana?
held-pending = Laporan Bapak/Ibu disimpan, dan dicatat begitu permintaan perannya disetujui.
not-registered = Bapak/Ibu belum terdaftar di sini. Silakan ketik /daftar

requests-none = Tidak ada permintaan yang menunggu.
# $coordinators: camat dan kasi
requests-head = <b>Permintaan peran</b> yang menunggu { $coordinators }:
# $n: banyaknya
requests-more = Dan { $n } permintaan lagi, yang tampil setelah sebagian di atas diputuskan.
# $name: nama; $role: peran; $village: desa
request-row = • { $name } sebagai { $role } { $village } ({ $told })
# $name: nama; $by: nama pengguna, akhir nomor atau waktu
request-twin = { $name } ({ $by })
# $at: waktu permintaan; $sign: nama pengguna atau akhir nomor
request-told = { $sign }, { $at }
# $former: nama yang memegang sekarang
request-several = akun ini meminta beberapa desa; mohon dipilih satu per satu
request-rival = diminta lebih dari satu orang atau sudah ada pemegangnya; mohon dipilih satu per satu
approve-all = Setujui semua
# $name: nama; $village: desa
approve-one = Setujui { $name } · { $village }
# $name: nama; $village: desa
decline-one = Tolak { $name } · { $village }
requests-look = Belum ada yang diputuskan: mohon periksa dulu daftar terbaru ini.
# $name: nama; $role: peran; $village: desa; $told: akun dan waktu permintaan
ask-setujui = Setujui { $name } sebagai { $role } { $village } ({ $told })?
yes-setujui = Ya, setujui
# $name: nama; $role: peran; $village: desa; $told: akun dan waktu permintaan
ask-tolak = Tolak permintaan { $name } sebagai { $role } { $village } ({ $told })?
yes-tolak = Ya, tolak
approved-how = Silakan melapor: balas pesan ini dengan nomor unit yang sudah berdiri, misalnya 1 3 5, atau ketik /lapor
approved-read = Silakan lihat /rekap dan /status kapan saja.
# $village: desa; $former: pemegang sekarang; $name: yang meminta
approve-replace = <b>{ $village }</b> saat ini diwakili { $former }. Gantikan dengan { $name }?
yes-replace = Ya, gantikan
# $name: nama; $role: peran; $village: desa
declined = Permintaan { $name } sebagai { $role } { $village } tidak disetujui.
request-gone = Permintaan itu sudah diputuskan.
# $names: nama
approve-rivals = Masih menunggu, mohon dipilih satu per satu: { $names }.

decide-denied = Hanya camat dan Kasi PMD yang dapat memutuskan hal ini.
camat-only = Hanya camat yang dapat melakukan hal ini.
appoint-how = Balas pesan orangnya dengan /tunjuk diikuti nama desa dan perannya, misalnya: /tunjuk Petani kades, /tunjuk kasi, atau /tunjuk camat
# $name: nama yang ditulis; $villages: desa yang mirip
appoint-near = "{ $name }" tidak ada. Maksud Bapak/Ibu { $villages }? Silakan balas pesannya sekali lagi.
# $name: nama
appoint-handover = Serahkan peran camat kepada { $name }? Setelah itu Bapak/Ibu tidak lagi menjadi camat di sini.
yes-handover = Ya, serahkan
# $name: nama; $role: peran; $area: desa atau kecamatan
appointed = { $name } kini tercatat sebagai { $role } { $area }.
appoint-bot = Peran hanya dapat diberikan kepada orang. Balas pesan orangnya.
# $name: nama; $role: peran; $area: wilayah
revoke-choice = { $name } · { $role } { $area }
revoke-which = Peran mana yang dicabut?
revoke-none = Tidak ada peran yang dapat dicabut di sana.
# $name: nama; $role: peran; $area: wilayah
revoked = Peran { $name } sebagai { $role } { $area } dicabut. Laporan yang sudah ada tetap tercatat.
revoke-gone = Peran itu sudah dicabut.
# $district: kecamatan
unlink-ask = Lepaskan grup ini dari { $district }? Laporan tetap tersimpan; menyambungkan lagi memerlukan kode undangan baru.
yes-unlink = Ya, lepaskan
# $district: kecamatan
unlinked = Grup ini dilepas dari { $district }.
nothing-changed = Tidak ada yang diubah.

## Tenggat dan pengingat

# $district: kecamatan; $date: tanggal
deadline-now = Tenggat { $district }: <b>{ $date }</b>.
# $date: tanggal
deadline-set = Tenggat kini <b>{ $date }</b>. Pengingat mengikuti tanggal ini.
deadline-unreadable = Tanggalnya belum terbaca. Contoh: /tenggat 15 Mei 2027, /tenggat 15/5/2027, atau /tenggat 2027-05-15
# $date: tanggal
deadline-past = { $date } sudah lewat. Mohon tulis tanggal mulai hari ini.
deadline-far = Tenggat itu lebih dari dua tahun lagi. Mohon periksa tahunnya.
deadline-denied = Tenggat hanya dapat diubah oleh camat dan Kasi PMD.
reminders-on = Pengingat menyala.
reminders-off = Pengingat dimatikan.
# $slots: daftar tanggal
reminders-ahead = Yang akan datang:
# $date: tanggal; $name: nama pengingat
reminders-slot = { $date }: { $name }
reminders-none = Tidak ada lagi pengingat sebelum tenggat ini.
reminders-usage = /pengingat sekarang mengirim sekarang; /pengingat mati dan /pengingat nyala mengatur pengingat otomatis.
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

# $days: sisa hari; $date: tanggal
reminder-head = Bapak/Ibu, { $days } hari lagi sebelum { $date }. Yang masih perlu dilengkapi:
# $date: tanggal
reminder-head-tomorrow = Bapak/Ibu, besok { $date }. Yang masih perlu dilengkapi:
# $date: tanggal
reminder-head-today = Bapak/Ibu, hari ini { $date }. Yang masih perlu dilengkapi:
# $date: tanggal; $days: hari yang lewat
reminder-head-over = Bapak/Ibu, tenggat { $date } sudah lewat { $days } hari. Yang masih perlu dilengkapi:
# $village: desa; $units: unit yang belum; $who: orang yang disebut
reminder-row = <b>{ $village }</b> { $who }: { $units }
# $village: desa; $units: unit yang belum
reminder-row-nobody = <b>{ $village }</b>: { $units }
reminder-reply = Bila sudah ada yang berdiri, balas pesan ini, misalnya: klinik sudah.
# $date: tanggal
closing-head = <b>Rekap penutup tenggat { $date }</b>
weekly-head = <b>Rekap mingguan</b>
monday-head = <b>Rekap Senin</b>
# $district: kecamatan; $of: banyaknya unit
congratulation = Alhamdulillah, { $of } dari { $of } unit di <b>{ $district }</b> sudah berdiri. Terima kasih atas kerja keras Bapak/Ibu semua.

## Bantuan

help-group = <b>Laporan Koperasi Desa Merah Putih</b>
# $district: kecamatan
help-here = Grup ini: { $district }.
help-not-linked = Grup ini belum tersambung ke kecamatan. Yang memegang kode undangan mengetik /mulai diikuti kodenya.
# $roles: peran
help-you = Bapak/Ibu: { $roles }.
help-report = Melapor: balas pesan saya dengan nomor ("1 3 5") atau kata-kata ("kantor sudah, klinik belum"), atau ketik /lapor. Keliru? /batal
help-register = Bila mewakili desa atau kelurahan: /daftar
help-read = Melihat: /rekap (juga gambar, pdf, xlsx, daftar), /belum, /status, /riwayat, /tenggat
help-decide = Mengatur: /setujui, /tolak, /tunjuk, /cabut, /tenggat, /pengingat
help-camat = Khusus camat: /tunjuk kasi, /tunjuk camat, /lepas
help-forget = Menghapus data diri: /lupakan_saya
help-units = Nomor unit: 1 kantor koperasi, 2 kios sembako, 3 simpan pinjam, 4 klinik, 5 apotek, 6 gudang, 7 logistik.
help-private-stranger = Saya mencatat laporan Koperasi Desa Merah Putih di grup kecamatan. Silakan mendaftar di grup kecamatan Bapak/Ibu dengan /daftar; setelah disetujui, Bapak/Ibu juga dapat melapor di sini.
which-kecamatan = Untuk kecamatan mana?
# $command: perintah yang mirip
command-near = Maksudnya { $command }?
# $command: perintah yang mirip
yes-command = Ya, { $command }
unknown-command = Perintah itu tidak ada. Silakan lihat /bantuan

## Hal lain

# $village: nama
village-unknown = "{ $name }" tidak ditemukan di kecamatan ini.
not-for-you = Tombol ini untuk orang yang ditanya. Silakan ketik perintahnya sendiri.
button-old = Tombol ini sudah tidak berlaku. Silakan ketik perintahnya.
question-closed = Pertanyaan ini tidak berlaku lagi: sudah dijawab, atau diganti oleh yang lebih baru.
no-name = tanpa nama
choice-stale = Pilihan itu sudah tidak berlaku. Tidak ada yang diubah; silakan pilih lagi.
choice-unquoted = Belum ada yang diubah. Agar tidak keliru, mohon jawab dengan membalas pesan ini.
choice-gone = Pilihan itu sudah tidak berlaku. Tidak ada yang diubah.
group-only = Perintah ini digunakan di grup kecamatan.
fault = Mohon maaf, pesan itu tidak dapat diproses dan tidak ada yang dicatat. Silakan kirim sekali lagi.
budget-spent = Mohon tunggu sebentar: pesan Bapak/Ibu terlalu banyak sekaligus. Laporan perangkat desa tetap dicatat.
resent = <i>(dikirim ulang)</i>
forget-ask = Hapus nama, akun dan teks laporan Bapak/Ibu? Peran berakhir; angka laporan desa tetap ada tanpa nama.
yes-forget = Ya, hapus
forgotten = Data Bapak/Ibu sudah dihapus.
forget-camat = Bapak/Ibu satu-satunya camat di { $district }. Mohon serahkan dulu perannya: balas pesan penggantinya dengan /tunjuk camat
forget-unknown = Tidak ada data Bapak/Ibu yang tersimpan.

## Menu perintah

menu-lapor = Laporkan unit koperasi
menu-rekap = Rekap kecamatan
menu-belum = Unit yang belum berdiri
menu-status = Status satu desa
menu-batal = Batalkan laporan
menu-daftar = Daftar sebagai wakil desa
menu-setujui = Setujui permintaan
menu-tolak = Tolak permintaan
menu-tunjuk = Beri peran (balas pesan orangnya)
menu-cabut = Cabut peran
menu-tenggat = Lihat atau ubah tenggat
menu-pengingat = Pengingat otomatis
menu-riwayat = Riwayat laporan
menu-undang = Kode untuk menyambungkan grup lain
menu-mulai = Sambungkan grup dengan kode undangan
menu-lepas = Lepaskan grup dari kecamatan
menu-lupakan_saya = Hapus data diri
menu-bantuan = Bantuan

## Terminal pengelola

# $version: versi Node yang dipakai; $oldest: versi terendah yang dapat dipakai
cli-node = Node { $version } sudah usang untuk bot ini. Pakai node_modules/.bin/node, yang terpasang bersamanya, atau Node { $oldest } ke atas.
cli-token = Telegram tidak mengenal token bot ini: keliru, atau sudah dicabut. Ambil token dari @BotFather, tulis di TELEGRAM_BOT_TOKEN, lalu mulai lagi.
cli-other-poller = Bot Telegram ini sudah dijalankan proses lain dengan token yang sama, mungkin di komputer lain. Hentikan yang itu, lalu mulai lagi.
cli-config = Pengaturan belum benar (lihat .env.example):
# $name: yang diketik
cli-unknown = Perintah "{ $name }" tidak dikenal.
cli-help =
    kopdes-bot                         menjalankan bot; tanpa pengaturan, simulator
    kopdes-bot undang KECAMATAN        membuat kode undangan untuk camat
    kopdes-bot cabut-camat KECAMATAN   mengakhiri peran camat yang pergi tanpa serah terima
    kopdes-bot hitung-ulang            memeriksa dan membetulkan hitungan wilayah
    kopdes-bot backup BERKAS           membuat cadangan, juga saat bot berjalan
    kopdes-bot restore BERKAS          memulihkan cadangan, saat bot berhenti
    kopdes-bot simulasi                membuka simulator
    kopdes-bot demo                    mengisi simulator dengan laporan dua pekan
    kopdes-bot interpret               menunjukkan bagaimana pesan dibaca
    kopdes-bot bantuan                 menampilkan daftar ini
    Pengaturan dibaca dari lingkungan dan dari berkas .env di folder ini.
# $address: alamat web
cli-simulator = Simulator: { $address } — buka di peramban, tanpa token.
cli-simulator-password = Untuk membuka simulator bagi komputer lain (HTTP_HOST), atur WEB_PASSWORD lebih dulu.
cli-simulator-twice = Simulator sudah berjalan di proses lain dengan berkas yang sama. Hentikan dulu yang itu (Ctrl+C).
# $address: alamat web bila dijalankan
# $command: perintah
cli-demo = Simulator terisi laporan dua pekan. Jalankan { $command }, lalu buka { $address } di peramban.
# $port: port; $reason: sebab
cli-port = Alamat web tidak dapat dibuka (port { $port }): { $reason }. Pilih yang lain dengan HTTP_PORT.
# $file: berkas; $reason: sebab
cli-database = Basis data { $file } tidak dapat dibuka: { $reason }. Berkasnya tidak diubah.
cli-database-broken = Periksa DATABASE_URL; bila berkasnya rusak, pulihkan dari cadangan.
cli-database-rights = Beri proses ini izin menulis berkas itu dan foldernya.
cli-database-busy = Proses lain sedang memakainya: hentikan dulu, lalu mulai lagi.
cli-database-full = Periksa ruang dan keadaan disk, lalu mulai lagi.
# $file: berkas
cli-database-twice = Basis data { $file } sudah dipakai bot di proses lain. Hentikan dulu yang itu.
# $command: perintah
cli-usage = Cara pakai: { $command } "Nama Kecamatan" (atau kodenya, misalnya 14.03.16)
# $name: yang diketik
cli-no-district = Kecamatan "{ $name }" tidak ditemukan. Silakan periksa ejaannya, atau pakai kodenya.
# $name: yang diketik
cli-which-district = Ada beberapa kecamatan bernama "{ $name }". Silakan ulangi dengan kodenya:
# $code: kode undangan
cli-code = Kode: { $code }
# $link: alamat
cli-link = Tautan: { $link }
# $district: kecamatan; $regency: kabupaten; $code: kode
cli-invitation =
    Yth. Camat { $district }, { $regency }. Mohon tambahkan bot ini ke grup kecamatan, lalu ketik di grup itu:
    /mulai { $code }
    Kode berlaku 7 hari untuk satu kali pakai; yang memakainya tercatat sebagai camat.
# $link: alamat
cli-invitation-link = Lebih mudah lagi: ketuk { $link } dan pilih grupnya.
# $district: kecamatan; $regency: kabupaten; $command: perintah
cli-camat-ended = Peran camat { $district }, { $regency } dicabut. Buat kode baru dengan: { $command } "{ $district }"
# $district: kecamatan; $regency: kabupaten
cli-no-camat = { $district }, { $regency } tidak memiliki camat di sini.

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

# $command: perintah; $backup: perintah
cli-restore-usage = Cara pakai: { $command } BERKAS (cadangan yang dibuat dengan { $backup } BERKAS)
# $file: basis data; $from: berkas cadangan
cli-restore-in-use = Basis data { $file } sedang dipakai. Hentikan dulu bot dan program lain yang membukanya, lalu ulangi. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-missing = { $from } tidak dapat dipulihkan: berkasnya tidak ditemukan. Periksa namanya. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-damaged = { $from } rusak atau bukan basis data. Pakai cadangan yang lain. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-foreign = { $from } bukan basis data bot ini. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-altered = Di { $from } ada tabel, indeks, tampilan atau pemicu yang bukan buatan bot ini. Pakai cadangan yang lain. Tidak ada yang diubah.
# $from: berkas cadangan
cli-restore-newer = { $from } berasal dari versi bot yang lebih baru. Perbarui dulu bot ini, lalu ulangi. Tidak ada yang diubah.
# $from: berkas cadangan; $file: basis data; $reason: sebab
cli-restore-failed = { $from } tidak dapat dipulihkan: { $reason }. Basis data { $file } tidak diganti.
# $file: basis data; $from: berkas cadangan
cli-restore-done = Basis data { $file } dipulihkan dari { $from }. Jalankan kembali bot ini.
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
whatsapp-waiting = Sambungan terputus; sebentar lagi dicoba kembali.
whatsapp-replaced = Sesi ini dipakai proses lain. Hentikan proses itu, lalu jalankan bot ini kembali.
whatsapp-locked = WhatsApp mengunci nomor ini, atau WhatsApp di ponselnya sudah dikeluarkan. Buka WhatsApp di ponsel bot, ikuti petunjuknya, lalu jalankan bot ini kembali.
whatsapp-banned = WhatsApp memblokir nomor ini. Baca pesan dari WhatsApp di ponselnya; bila blokirnya dicabut, jalankan bot ini kembali.
whatsapp-rejected = WhatsApp tidak menerima versi program ini. Perbarui bot ini, atau isi WHATSAPP_VERSION dengan versi yang lebih baru, lalu jalankan kembali.
# $until: tanggal dan jam
whatsapp-suspended = WhatsApp memblokir nomor ini untuk sementara, sampai { $until }. Setelah itu bot menyambung kembali dengan sendirinya.
whatsapp-stopped = Bot sedang berhenti.
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
whatsapp-cap-groups = Pesan untuk grup dan perangkat desa dalam 24 jam: masih { $left } dari { $cap }.
# $cap: how many messages may go out in 24 hours; $left: how many of these are left
whatsapp-cap-strangers = Jawaban untuk orang yang belum punya peran dalam 24 jam: masih { $left } dari { $cap }.
whatsapp-cap-reached = Batas pesan harian tercapai. Laporan tetap dicatat; jawabannya menunggu sampai ada pesan yang berumur 24 jam.
whatsapp-unreadable = Ada anggota grup yang terus melihat “Menunggu pesan ini”?
whatsapp-repair = Kirim ulang kunci ke semua anggota
whatsapp-repaired = Kunci untuk semua anggota dikirim ulang bersama pesan bot yang berikutnya.
whatsapp-no-code = Tidak ada kode QR untuk saat ini.
whatsapp-terminal = Hubungkan WhatsApp: di ponsel bot buka Perangkat tertaut › Tautkan perangkat, lalu pindai kode ini:
# $address: alamat halaman
whatsapp-terminal-page = (juga di { $address })
