/** Words that make a report no report, words that join or divide, and words around numbers, places and times. */
export const SENTENCE_WORDS = {
  plan: `
    besok, bsk, bsok, esok, lusa, nanti, nti, ntar, entar, kelak, mendatang, akan datang, yang akan datang, segera,
    sgera,
    secepatnya, dalam waktu dekat, sebentar lagi, bentar lagi, sbntr lagi, minggu depan, mgg depan, mggu depan,
    mingu depan, minggu dpn, mgg dpn, mggu dpn,
    bulan depan, bln depan, bulan dpn, bln dpn, tahun depan, thn depan, tahun dpn, thn dpn, pekan depan, senin depan,
    selasa depan, rabu depan, kamis depan, jumat depan, sabtu depan, mudah-mudahan, mudah2an, mudahan, mudahmudahan,
    mdh2an, mdh-mdhan, mudah2 an, muga-muga, moga, moga-moga, moga2,
    semoga, smoga, doa kami, doa saya, doa kita, doakan, doain, doanya, harapan, harapannya, berharap, saya harap, kami harap, kita harap, impian, cita-cita, cita2, mimpinya, diusahakan,
    diupayakan, usahakan, mengusahakan, berusaha, menyusul, nyusul, tunggu,
    nunggu, menunggu, paling lambat, tidak lama lagi, tak lama lagi, gak lama lagi, ga lama lagi, nggak lama lagi, seminggu lagi, sebulan lagi, setahun lagi, sehari lagi, sepekan lagi, sejam lagi,
    beberapa hari lagi,
    beberapa minggu lagi, beberapa bulan lagi, dlm waktu dekat, siap-siap, siap2, bersiap,
    habis lebaran, abis lebaran, sehabis lebaran, selepas lebaran, usai lebaran, habis panen, abis panen, selepas panen
    Jawa: sesuk, mbenjang, minggu ngarep, wulan ngarep
    Minang: isuak, bulan muko, minggu muko
  `,
  will: `
    akan, akn, mau, mw, hendak, ingin, ingn, pengen, pengin, pgn, pngn, pngin, pngen, pgin, pingin, kepingin,
    kepengen, kepengin, pengennya, pinginnya, inginnya, bakal, bakalan, berencana, direncanakan, ditargetkan, targetkan, menargetkan,
    dijadwalkan
    Jawa: arep, badhe, ajeng
    Sunda: bade, rek
    Melayu: nak
  `,
  aim: `
    rencana, rencananya, rncana, wacana, perencanaan, target, targetnya, jadwal, jadwalnya, persiapan, usulan, usulannya,
    diusulkan, mengusulkan, pengusulan, agenda, agendanya, pengajuan, permohonan, diajukan, mengajukan
  `,
  unsure: `
    kalau, kalo, klo, klu, kl, kalu, jika, jikalau, bila, apabila, andai, andaikata, andaikan, seandainya, misal,
    misalnya,
    semisal, umpama, contoh, contohnya, isi dengan, diisi dengan, isi seperti, format, formatnya, asal, asalkan,
    tes, test, ngetes, percobaan, latihan,
    kalau tidak salah, kalau tdk salah, kalau gak salah, kalau ga salah, kalau nggak salah, kalo tidak salah,
    kalo tdk salah, kalo gak salah, kalo ga salah, kalo nggak salah, klo gak salah, klo ga salah, klo tdk salah,
    paling tidak, setidaknya, setidak-tidaknya,
    sepertinya, spertinya, seperti, kayaknya, kyknya,
    kayak, kaya, mungkin, mgkn, mngkin, barangkali, kira-kira, kira2, 
    setelah, stelah, stlh, sesudah, sebelum, sblm, sebelumnya, bukan, bkn, ada yang, ada yg, entah, ragu,
    belum tahu, blm tau, tidak tahu, tidak tau, gak tau, ga tau, kurang tau, kurang tahu, belum pasti, blm pasti,
    cara lapor, cara melapor, cara isinya, cara ngisi, cara ngisinya, cara mengisi, cara lapornya, lupa, tergantung, dulu, dahulu, dulunya, tadinya, awalnya, semula, mulanya, alangkah,
    lebih baik, sebaiknya, seharusnya, harusnya, mestinya, idealnya, semestinya, belum tentu, blm tentu, belum jelas,
    selamat untuk, selamat kepada, selamat atas, selamat buat, setahu saya, setau saya, setahuku, setauku, stau saya,
    sepengetahuan saya, seingat saya, perasaan saya, perasaan, saya kira, sy kira, saya pikir, sy pikir, saya rasa, bayangkan, bayangin, masa,  feeling, disuruh, diminta lapor, diminta melapor, dipaksa,
    semasa, sewaktu, tatkala, waktu itu, saat itu, ketika itu, zaman, jaman, waktu zaman, waktu jaman,
    begitu begitu saja, begitu-begitu saja, begitu2 saja, begitu begitu aja, begitu2 aja, gitu gitu aja, gitu-gitu aja,
    gitu2 aja, begini begini saja, begini-begini saja, begini2 saja, gini gini aja, gini2 aja, masak sih, masa sih, masa iya, masak iya, mosok, moso, dari hongkong, pura-pura, pura2, anggap, dianggap, anggap saja, dari bawah, dari atas
    Bali: sing ada, sing ade
    Jawa: lali, kudune, nek, yen, manawi, ono sing
    Minang: jiko, ado nan
  `,
  hearsay: `
    katanya, ktnya, ktanya, katany, ktany, ktny, ktanyo, ktne, kata, kata orang, kata warga, kabarnya, kbrnya, konon,
    menurut, menurut info, menurut informasi, menurut kabar,
    denger-denger, denger2, dengar-dengar, dengar2, dengar, dengar kabar, dapat kabar, dapat info, isunya, gosip,
    gosipnya, rumornya, infonya sih, infonya, informasinya, jelasnya, ujarnya, ujar, ucapnya, ucap, tuturnya,
    ungkapnya, tegasnya, terangnya, imbuhnya, tandasnya, bilang, bilangnya,
    bohong, bohongan, boong, bercanda, becanda, canda, candaan, prank, hoax, hoaks, guyon
    Jawa: jarene, jare, katane, kabare, ngapusi, guyonan
    Minang: kecek, kato urang, kabanyo
  `,
  request: `
    mohon, mhn, tolong, tlg, tlong, harap, diharap, diharapkan, dimohon, silakan, silahkan, ayo, mari, yuk, wajib,
    harus, hrs, agar, supaya, biar, jangan, jgn, perlu, butuh, minta, usul, himbau, ketik, ketikkan, tulis, tuliskan,
    balas dengan, jawab dengan, dihimbau, hendaknya
  `,
  question: `
    apa, ap, apakah, apkh, apaan, gimana, gmn, gmna, gimna, gmana, bagaimana, bgmn, bgmna, bgmana, bagaimna, kapan,
    kpn, kapn, kpan, mana, dimana,
    dmn, berapa, brp, brapa, siapa, kenapa, knp, mengapa, kok, betulkah, benarkah, kah,
    sudah apa belum, sudah atau belum, sdh atau blm, sdh apa blm, udah apa belum, udh apa blm, udah atau belum,
    apa belum, atau belum, apa blm, atau blm, apa tidak, atau tidak, tidak ya, ndak ya, gak ya, bener gak, bener ga,
    benar gak, benar ga, benar tidak, benar nggak, bener nggak, betul gak, betul ga, betul tidak, iya gak, ya gak, apa iya,
    emangnya, memangnya, bukankah
    Jawa: ta, tah, opo, opo durung, nopo, piye, kepiye, pripun, endi, piro
    Sunda: kumaha, iraha
    Minang: baa, bilo, camano
    Melayu: macam mana, cemana, bile
  `,
  correction: `
    ralat, diralat, eh bukan, bukan begitu, slah, slah ketik, koreksi, dikoreksi, revisi, direvisi, eh, ehh, maksudnya, maksud, maksud saya,
    mksdnya, mksd,
    mksud, salah, slh, keliru, maaf salah, maaf keliru, eh salah, eh keliru, eh maaf, eh maaf salah, sori salah, sorry salah, salah ketik, salah tulis,
    salah kirim, salah lapor, salah input, salah isi, salah catat, salah rekap, yang benar, yg benar, yang betul, yg betul, typo, perbaikan, pembetulan
    Minang: maksudnyo
  `,
  and: `
    dan, dn, n, &, +, serta, srta, sama, sm, ama, dengan, dgn, dg, dng, dngn, dgan, plus, beserta, bersama, maupun,
    begitu pula dengan, demikian pula dengan
    Jawa: lan, karo, kalih, kaliyan
    Sunda: sareng, jeung
    Manado: deng
    Minang: jo, sarato
  `,
  or: `
    atau, ato, atw
    Jawa: utowo
  `,
  also: `
    juga, jg, jga, jugak, begitu juga, demikian juga, begitu pula, demikian pula, idem, sama juga, juga sama, pun, pula
    Jawa: ugo, ugi, podo
    Minang: juo
  `,
  but: `
    tapi, tp, tpi, tetapi, ttapi, namun, nmun, sedangkan, sdgkan, sdangkan, sedang kan, sementara, smntara,
    smentara, meskipun, walaupun, meski, walau
    Jawa: nanging, ning, tapine
    Minang: tapinyo, sadangkan
  `,
  next: `
    terus, trus, trs, trz, lalu, kemudian, kmudian, lantas, adapun, selanjutnya, berikutnya, habis itu, abis itu,
    makanya
    Minang: kamudian
  `,
  because: `
    karena, krn, karna, akibat, soalnya, sebab, gara-gara, gegara, dikarenakan, lantaran
    Jawa: mergo, amargi, soale
  `,
  topic: `
    untuk, utk, unt, buat, bagian
    Jawa: kanggo, kangge
    Minang: untuak
  `,
  about: `
    mengenai, soal, tentang, ttg, terkait, trkait, perihal, masalah, seputar, perkara
  `,
  who: `
    yang, yg, yng
    Jawa: sing, ingkang
    Sunda: nu
    Minang: nan
  `,
  at: `
    di, ke, dari, dr, dri, menuju, depan, belakang, samping, sebelah, dekat, dkt, sekitar, sktr, luar, seberang, pada, pd,
    dalam, dlm, oleh, lewat, via, di tengah, di tengah-tengah
    Jawa: neng, nang, saka, teko
  `,
  desa: `
    desa, ds, dsa, kelurahan, kel, kampung, nagari, gampong, pekon, tiyuh, kalurahan, kepenghuluan, lembang
    Jawa: deso
    Minang: kampuang
  `,
  area: `
    kecamatan, sekecamatan, kabupaten, kab, sekabupaten, kota, provinsi, prov
  `,
  number: `
    no, nomor, nomer, nmr, nomr, nomornya, urut, poin, point, item, angka, urutan
  `,
  percent: `
    %, persen, persenan, prosen, prosenan, persent, pct
  `,
  measured: `
    pukul, pkl, tgl, tanggal, tggal, rp, rt, rw, dusun, dsn, blok, gang, gg, pasal, hp, wa, telp, tlp, hub, lantai,
    gedung, luas, luasnya, ukuran, ukurannya, kapasitas, kapasitasnya, seluas, sebanyak, sejumlah, jumlah, perda,
    inpres, sk, fase,
    gelombang, kelompok, minggu ke, hari ke, tahap ke, bulan ke, umur, usia, pagu
  `,
  period: `
    jam, menit, bulan, bln, tahun, thn, km, periode, termin
  `,
  measure: `
    orang, org, orng, anggota, anggotanya, nasabah, nasabahnya, kk, jiwa, hari, minggu, mgg, pekan, meter, mtr, m, m2, m3, kg, ton,
    liter, ltr, persegi, hektar, hektare, ha, juta, jt, ribu, rb, miliar, milyar, rupiah, buah, bh, bj, titik, kali,
    pintu, ruang, ruangan, kamar, petak, set, paket, sak, karung, pagi, siang, sore, malam, wib, wita, wit, detik,
    lembar, lbr, rak, pcs, desa lain, motor, mobil, truk
    Jawa: wong
    Minang: urang
  `,
  to: `
    sampai, s/d, sd, smp, sampe, sampek, smpek, smpe, smpai, hingga, sampai dengan, sampai dgn, sampai ke
    Jawa: tekan
    Minang: hinggo
  `,
  date: `
    januari, februari, maret, april, mei, juni, juli, agustus, september, oktober, november, desember,
    jan, feb, mar, apr, jun, jul, agu, agust, sep, sept, okt, nov, nop, des, senin, selasa, rabu, kamis, jumat,
    sabtu, ahad, hari minggu, hr minggu, hri minggu, awal bulan, akhir bulan, awal tahun, akhir tahun, pertengahan, pertengahan bulan, awal, akhir,
    tempo hari
  `,
  now: `
    hari ini, hr ini, hri ini, tadi, td, tadi pagi, tadi siang, tadi malam, kemarin, kmrn, kmaren, kemaren,
    kemarin sore, kemarin pagi, kemarin siang, kemarin lusa, dari dulu, dr dulu, sejak dulu, dari kemarin, dr kemarin, kemarin2, kemarin-kemarin, kemaren2, dari kemarin2, dr kemarin2, dari kemarin-kemarin, barusan, sekarang, skrg, skarang, skr, kini, saat, saat ini,
    sampai saat ini, sampai sekarang, sampai hari ini, sampai detik ini, hingga saat ini, hingga kini,
    hingga hari ini, s/d saat ini, s/d hari ini, minggu lalu, mgg lalu, pekan lalu, bulan lalu, bln lalu, tahun lalu, thn lalu, sejak,
    semenjak, per, per hari ini, pagi ini, siang ini, sore ini, malam ini, minggu ini, bulan ini, bln ini,
    tahun ini, thn ini, pekan ini, selama ini, belum lama ini, blm lama ini, belum lama, blm lama, sementara ini, untuk sementara, untuk sementara ini, utk sementara, lama, setiap hari, tiap hari,
    mulai hari ini, mulai kemarin, untuk saat ini
    Jawa: wingi, saiki, sakniki
    Minang: kini ko, patang, patangko
  `,
};

/** Abbreviations: a dot behind one ends no sentence. */
export const ABBREVIATIONS = `
  ds, dsa, kel, kec, kab, prov, no, nmr, tgl, pkl, rp, jl, jln, gg, dsn, kp, hub, telp, tlp, bpk, bp, sdr, h, hj, pj, plt,
  yth,
  kpd, wr, wb, ass, s.d, s/d, sd, dr, dll, dst, utk, dgn, yg
`;

/** Number words. One to seven are the numbers of units. */
export const NUMBER_WORDS: Readonly<Record<number, string>> = {
  1: `
    satu, kesatu, pertama
    Jawa: siji, setunggal
    Sunda: hiji
    Minang: ciek
  `,
  2: `
    dua, kedua
    Jawa: loro
    Minang: duo
  `,
  3: `
    tiga, ketiga
    Jawa: telu
    Sunda: tilu
    Minang: tigo
  `,
  4: `
    empat, keempat
    Jawa: papat, sekawan
    Sunda: opat
    Minang: ampek
  `,
  5: `
    lima, kelima
    Jawa: limo, gangsal
  `,
  6: `
    enam, keenam
    Jawa: enem, nem
    Sunda: genep
    Minang: anam
  `,
  7: `
    tujuh
    Jawa: pitu
    Minang: tujuah
  `,
  8: 'delapan, kedelapan',
  9: 'sembilan, kesembilan',
  10: 'sepuluh, kesepuluh',
  11: 'sebelas',
  100: 'seratus',
};
