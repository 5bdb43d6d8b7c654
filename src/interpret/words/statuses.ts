/** How far along a unit is: words that go before ("sudah", "belum") and words that say it ("berdiri", "buka"). */
export const STATUS_WORDS = {
  sudah: `
    sudah, sdh, sdah, sudh, suda, sdhh, udah, udh, udeh, uda, udab, ud, dah, dh, telah, tlh
    Jawa: wes, wis, ws, uwis, uwes, wus, sampun, mpun
    Sunda: parantos, atos, tos, enggeus, geus
    Minang: alah, lah
    Banjar: hudah
    Bali: suba
    Papua: su
    Batak: nunga
    Bugis: purami, puramo
  `,
  belum: `
    belum, blm, blum, belom, blom, belm, belun, belon, blon, blun, lom, lum, belumlah
    Jawa: durung, dereng, rung, urung, durung ana
    Sunda: acan, encan, tacan, teu acan, can
    Minang: alun, balun, balum, lun, alun lai, balun lai, lun lai, alun ado lai, balun ado lai
    Banjar: baluman
    Bali: konden
    Batak: dang dope, ndang dope
    Aceh: goh, goh lom
    Bugis: belumpi
  `,
  tidak: `
    tidak, tdk, tdak, tida, tak, gak, ga, gk, g, nggak, ngga, nggk, ngk, enggak, engga, ndak, ndk, nda, dak, endak,
    kagak, kaga, kga, gx
    Jawa: ora, mboten
    Sunda: teu
    Minang: indak
    Papua: tra, tara
    NTT: sonde
    Manado: nyanda
    Banjar: kada, kadak
    Batak: dang, ndang
  `,
  masih: `
    masih, msh, masi, msi, mash, tetap, ttp
    Jawa: isih, tasih, taksih
  `,
  sedang: `
    sedang, sdg, sdang, sedng, otw
    Melayu: tengah
    Sunda: keur, nuju
    Minang: sadang
  `,
  lagi: `
    lagi, lg, lgi
  `,
  mulai: `
    mulai, mulei
  `,
  hampir: `
    hampir, hmpir, nyaris, agak, mendekati, sedikit lagi, sdikit lagi, dikit lagi, dikit lg
    Jawa: meh
    Minang: hampia
  `,
  baru: `
    baru, br, bru
    Jawa: lagek, nembe
  `,
  bisa: `
    bisa, bs, dapat, dpt, sempat, boleh
    Jawa: iso
  `,
  fully: `
    sepenuhnya, seutuhnya, sempurna, total, maksimal, optimal
  `,
  ada: `
    ada, ad, punya, memiliki, mempunyai, tersedia
    Melayu: ade
    Jawa: ono, onok, wonten, wis ana, wes ana, wus ana
    Sunda: aya
    Minang: ado, la ado, la ada
    Batak: adong
    Bugis: engka, engkami, engkamma
    Manado: so ada
  `,
  siap: `
    siap, siyap, siap pakai, siap pake, siap dipakai, siap dipake, siap digunakan, siap huni, siap dihuni, siap ditempati
    Inggris: ready, redy
    Minang: la siap
  `,
  berdiri: `
    berdiri, brdiri, bediri, brdri, bdiri, bdri, didirikan, dirikan, terbentuk, dibentuk, terbangun
    Jawa: ngadeg
    Manado: so berdiri
    Minang: tagak, bardiri, la tagak, la berdiri
  `,
  selesai: `
    selesai, slesai, slsai, sls, selese, slese, rampung, tuntas, beres, brs, lengkap, lngkap, lngkp, kelar, finish,
    done, komplit, komplet
    Inggris: clear, klir
    Sunda: jangkep, rengse
    Banjar: tuntung
    Manado: so selesai, so klar, klar
    Minang: rampuang, salasai, la salasai, la selesai
  `,
  resmi: `
    diresmikan, di resmikan, diresmiin
    Sunda: diresmikeun
    Manado: so diresmikan
  `,
  jadi: `
    jadi, jd, jdi
    Jawa: dadi, dados
    Manado: so jadi
    Minang: la jadi
  `,
  ok: `
    ok, oke, okey, okay, okeh, oce, sip
  `,
  buka: `
    buka, bka, membuka, dibuka, terbuka, beroperasi, beroprasi, operasi, operasional, beroperasional, melayani, pelayanan,
    melayani anggota, melayani masyarakat, melayani warga, melayani pembeli, melayani pelanggan, melayani pasien, berfungsi, aktif, dioperasikan
    Melayu: buke
    Jawa: bukak, mbukak
    Bali: mebuka
    Manado: so buka
    Minang: buko, la buko, la buka
  `,
  jalan: `
    jalan, berjalan, jln, brjalan, bjln, brjln
    Jawa: mlaku, mlampah
    Minang: bajalan, la jalan, la bajalan
  `,
  proses: `
    proses, prses, prss, prs, peroses, diproses, proces, process, on progress, on progres, on proses, onprogress, under construction,
    dalam proses, dlm proses, tahap, tahapan, dalam tahap, dlm tahap, tahap 1, tahap 2, tahap 3,
    pengurusan izin, pengurusan ijin, pengurusan perizinan, urus izin, urus ijin, ngurus izin, ngurus ijin,
    mengurus izin, mengurus ijin, proses ijin, proses perizinan, pengurusan, diurus, ngurus, mengurus, proses izin, menunggu izin, menunggu ijin, nunggu izin, nunggu ijin,
    tunggu izin, menunggu perizinan, menunggu izin dinkes, nunggu izin dinkes, menunggu izin dinas, menunggu sk,
    mulai dibangun, mulai dikerjakan, mulai dibuat, mulai diurus, mulai diproses, mulai proses,
    mulai pembangunan, dimulai, baru mulai, baru dimulai, setengah jadi, separuh jadi, separo jadi, setengah, separuh, separo, lebih dari setengah,
    lebih dari separuh, lebih setengah, seperempat jadi, sepertiga jadi, dua pertiga jadi, tiga perempat jadi,
    seperempat, sepertiga, dua pertiga, tiga perempat, hampir setengah, 🚧, 🏗
  `,
  dibangun: `
    dibangun, bangun, digali, dikerjakan, dikerjain, pengerjaan, digarap, ditukangi, direnovasi, direhab, dicor, dicat, dibuat, dibikin, dibenahi,
    diperbaiki, disiapkan, dipersiapkan, renovasi, rehab, membangun, pengecoran, pengecatan, pemasangan,
    perizinan, pemberkasan
    Jawa: digawe, didamel
    Melayu: dibina
  `,
  pembangunan: `
    pembangunan, pendirian, pembuatan, progres, progress, progresnya
  `,
  finishing: `
    finishing, finising, penyelesaian, tahap akhir, masuk tahap akhir, masuk finishing, masuk tahap finishing,
    tahap finishing
  `,
  part: `
    pondasi, fondasi, podasi, gali pondasi, galian pondasi, penggalian pondasi, pekerjaan pondasi, pekerjaan atap,
    cor lantai, ngecor, cor, coran, tiang, dinding, plester, plesteran, atap, atapnya,
    rangka atap, kusen, keramik,
    pasang bata, pasang atap, pasang keramik
  `,
  undone: `
    terbakar, kebakaran, roboh, ambruk, rubuh, hancur, disegel, segel, tersegel, rusak, rusak berat, rusak parah,
    kebanjiran, terendam,
    kena banjir, mangkrak, terbengkalai, terhenti, dihentikan, berhenti, macet, mandek, hilang, kemalingan, digusur,
    tergusur,
    dicabut, diambil alih, disita, pindah tangan, berpindah tangan, jalan di tempat, mati suri, dijual, digadaikan, bangkrut, gulung tikar, dibakar,
    dirusak, dirobohkan, dibobol, dibuka paksa, dibuka maling, dibuka pencuri, dibongkar paksa, dibongkar maling,
    dibongkar pencuri, dijarah, pailit, retak, bocor, miring, salah bangun, salah lokasi, salah tempat, salah ukuran,
    salah letak, salah bangunan, salah konstruksi, mimpi, kertas,
    atas kertas, angan-angan, angan2, khayalan
  `,
  fails: `
    gagal, batal, dibatalkan, sulit, susah, kesulitan, kesusahan, ditolak, tertolak, tertunda, ditunda, terkendala,
    terlambat, trlambat, terhambat, terhalang, tersendat, kendala, kendalanya, kendala kami, kekurangan,
    kekurangannya, hambatan, hambatannya, permasalahan, permasalahannya, perlu dilengkapi, masih perlu dilengkapi,
    perlu dibenahi, perlu dibantu,
    perlu perhatian, belum bisa, blm bisa, tidak bisa, tdk bisa, gak bisa, ga bisa, belum dapat, blm dapat
  `,
  borrowed: `
    numpang, menumpang, nebeng, sewa, nyewa, menyewa, disewa, sewaan, kontrak, ngontrak, mengontrak, pinjam pakai,
    pinjam, dipinjam, dipinjami, pinjaman tempat, disewakan, dipinjamkan, dipakai orang, dipake orang, dipakai warga,
    dipake warga, swasta
  `,
  nihil: `
    nihil, kosong, ksong, nol, tiada, gaada, gada, gakada, gda, gkada, tdkada, nggada
    Melayu: takde, takda, tak de
    Jawa: suwung, ora ana
    Minang: tiado
    Banjar: kadada
    Bali: ten wenten, nenten wenten
    Papua: trada, tarada
    Palembang: katek, dak katek
    NTT: sonde ada
    Ambon: seng ada
  `,
  tutup: `
    tutup, ditutup, bubar, dibubarkan, dibongkar
    Minang: tutuik
  `,
  check: `
    ✅, ✔, ☑, ✓, 🗸, √
  `,
  cross: `
    ❌, ✗, ✘, ✖, ✕, ⨯
  `,
  odd: `
    n/a, 👎, 🔴, 🟢, 🟡, 🟠, ⭕, 🚫, ⛔, ⏳, ⌛, ☐, ⬜, ◻, 🔄, ❎, ⚠, 🟩, 🟥, 🟨, 🔜, ❗, ±, ⚪, ⚫
  `,
};
