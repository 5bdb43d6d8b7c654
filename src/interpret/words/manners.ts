/** Who speaks to whom, and all that is said around a report without changing it. */
export const MANNERS_WORDS = {
  title: `
    pak, bapak, bpk, bp, pk, bu, ibu, buk, bg, bang, abang, mas, mbak, kak, kakak, om, haji, h, hj, pakde, bung, bro,
    gan, bapak/ibu, bapak-bapak, bapak2, ibu-ibu, ibu2, ust, ustadz, tuan, dik
    Jawa: cak, gus, lek, lur
    Sunda: kang, teh, pa
    Minang: uni, da
    Melayu: cikgu, tok, pakcik, makcik
    Batak: amang, inang
    Papua: bapa, pace, mace
  `,
  office: `
    camat, bupati, gubernur, kades, kepala desa, pj kades, pj, plt, sekdes, sekcam, kasi, kasi pmd, kasipmd, pmd, lurah,
    bpd, operator, pendamping, bumdes, bumdesa, bumdesma, direktur, dinas, penghulu, datuk, wali nagari, keuchik,
    pengurus, ketua, sekretaris, bendahara, kaur, kadus, staf, plh, geuchik, perbekel, peratin, kepala pekon, kepala kampung, kepalo tiyuh,
    petinggi, hukum tua, kepala lembang, carik, juru tulis, kepala distrik, panewu, mantri pamong praja
  `,
  own: `
    kami, kmi, kita, kta, saya, sya, aku, koperasi, kop, kopdes, kdmp, kkmp, kdkmp, koperasi desa, koperasi kami,
    koperasi desa merah putih, koperasi merah putih, koperasi kelurahan merah putih, kopdes merah putih,
    desa merah putih, merah putih, desa kami, ds kami, desa kita, desa saya, desa ini, kelurahan kami, kel kami,
    tempat kami, di tempat kami, di desa, di desa kami, di desa kita, usaha, bisnis
    Jawa: kulo
    Papua: sa pung, sa pu, torang pung, torang pu, kitong pung, kitong pu, kitorang pung, kitorang pu
    Ambon: katong pung, katong pu
    Sunda: abdi
    Minang: awak, ambo, kito, desa kito
  `,
  reports: `
    lapor, laporkan, melapor, melaporkan, dilaporkan, laporan, lap, laporannya, menyampaikan, sampaikan, disampaikan,
    kirim, kirimkan, mengirim, mengirimkan, catat, dicatat, mencatat, dicek, cek, input, diinput, update, updet, apdet,
    info, infokan, menginfokan, menginformasikan, mengabarkan, mengupdate, informasi, diinformasikan, memberitahukan, isi, mengisi, diisi, isian, dikirim,
    dikirim ulang, kirim ulang, dikirim kembali, disalin, salin,
    tambahan, tambahannya, menambahkan, data, monitoring, pemantauan, evaluasi, harian, mingguan, bulanan, pendataan, rekap, rekapan, perkembangan,
    kondisi, keadaan, status, statusnya, daftar, list, hasil
  `,
  note: `
    keterangan, ket, catatan, nb, note, legenda, ctt, ctatan, petunjuk, cara isi, cara pengisian, contoh isian
  `,
  courtesy: `
    assalamualaikum, assalamu alaikum, asalamualaikum, assalamu'alaikum, ass, asslm, wr wb, wr, wb, wrwb,
    waalaikumsalam, waalaikum salam, wa alaikum salam, wassalam, wassalamualaikum, salam, salam sehat, halo, hallo,
    hai, hi, permisi, selamat, selamat pagi, selamat siang, selamat sore, selamat malam, met pagi, met siang,
    met malam, slmt pagi, pagi pak, siang pak, sore pak, malam pak, pagi bu, pagi semua, siang semua, malam semua,
    izin, ijin, izin pak, izin lapor, izin melapor, izin melaporkan, izin update, mohon izin, mohon ijin, mhn izin,
    mhn ijin, mohon maaf, mhn maaf, maaf, maap, mf, sori, sorry, mohon dicatat, tolong dicatat, tolong catat,
    mohon dicek, tolong dicek, mohon diterima, mohon diinput, tolong diinput, mohon diupdate, tolong diupdate,
    tolong update, silakan diisi, silahkan diisi, mohon diisi, tolong diisi, harap diisi, mohon direkap,
    tolong direkap, mohon dikoreksi, mohon perhatian, mohon doa,
    mohon doanya, minta doa, lupa lapor, lupa melapor, lupa laporan, mau lapor, mau melapor, mau melaporkan,
    mau laporan, mau menyampaikan, mau info,
    ingin lapor, ingin melaporkan, terima kasih, trima kasih, terimakasih, trimakasih, makasih, mksh, makasi, mksih,
    trims, tks, thanks, thx, tq, atas perhatian, atas perhatiannya, atas arahannya, atas bantuannya, atas bimbingan,
    berkat doa, berkat dukungan, berkat bantuan, atas bimbingannya, atas waktunya, atas kerjasamanya, atas perhatian dan kerjasamanya, kepada, kepada yth, kpd, yth,
    yang terhormat, dengan hormat, dgn hormat, hormat, demikian, demikian disampaikan, demikian laporan,
    demikian laporan kami, demikian laporannya, dmkn, insya allah, insyaallah, insyallah, insha allah, inshaallah,
    insaallah, in sya allah, in syaa allah, isyaallah, alhamdulillah, alhamdulilah, alhmdulillah, puji tuhan,
    puji syukur, puji, bersyukur, syukur, bismillah, subhanallah, masya allah, masyaallah, barakallah, aamiin, amin,
    sehat, sehat selalu, semoga sehat selalu, ndan, dan ndan, komandan, bos, boss, bosku, min, mimin, admin, pimpinan, laksanakan,
    siap laksanakan, 86, delapan enam, sekalian, semua pihak, kita semua, kami semua, semua bapak ibu, semua bapak/ibu, semua rekan,
    semua kawan, bapak ibu semua, bapak/ibu semua,
    bapak ibu sekalian, kepada semua, rekan, rekan-rekan, rekan2, rekan semua, kawan, kawan-kawan, kawan2,
    teman-teman, teman2, sama-sama, sama2, sm2, samasama, sami-sami, iya, iyah, ya, yaa, yah, y, yo, yoi,
    foto menyusul, fotonya menyusul, foto nyusul,
    laporan menyusul, dokumentasi menyusul, foto terlampir, terlampir, berikut, brkt, baik, baiklah, noted, mantap,
    mantab, mantul, keren, hebat, salut, jos, joss, top, wah, wow, luar biasa, semangat, dirgahayu, hehe, hehehe, hihi
    Jawa: suwun, matur suwun, matur nuwun, maturnuwun, nuwun, nuwun sewu, nyuwun sewu, kulo nuwun, sugeng enjing,
    Jawa: sugeng siang, sugeng sonten, nggih, inggih, njih, enggih, injih, monggo
    Sunda: hatur nuhun, nuhun, punten, mangga, muhun, sumuhun, sampurasun, sae
    Minang: tarimo kasih, tarimokasih, trimo kasih, iyo, nyo
    Batak: horas
    Melayu: tabik, tabe
  `,
  filler: `
    nya, ny, deh, dong, donk, sih, nih, ni, tu, itu, ini, tuh, kan, to, loh, lho, lo, si, para, adalah, ialah, yaitu,
    yakni, sebagai, sbg, sbb, sebagai berikut, seperti berikut, berikut ini, rincian, dengan rincian, dgn rincian,
    bahwa, bhw, bahwasanya, maka, memang, mmg, emang, sebenarnya, sebetulnya, benar, benar-benar, betul, bener, bnr,
    pasti, fix, fiks,
    mencapai, mncapai, secara, cukup, sangat, sekali, bgt, banget, resmi, satu lagi, 1 lagi, lagi satu, jadinya, bangunan,
    bangunannya, gedungnya, fisik, fisiknya, milik, tersebut, tsb, foto, fotonya, foto-foto, photo, gambar, dokumentasi,
    dok, dokumen, video, terbaru, terkini, begini, begitu, gitu, gini, terus terang, jujur, jujur saja, sejujurnya, nama, pembentukan, program, menjadi, kembali,
    naik jadi, naik menjadi, meningkat jadi, meningkat menjadi, bertambah jadi, kurang lebih, krg lebih, kurleb, apa namanya, apa itu namanya, apa tu namanya, apa tuh namanya, apa ya namanya, sudahlah, udahlah, sdhlah, anu, ee,
    eee, emm, em, eh anu,
    itu dulu, itu saja dulu, segitu dulu, sekian dulu, demikian dulu, sementara itu dulu, sayangnya, akhirnya,
    keduanya, ketiganya, keempatnya, kelimanya, keenamnya, dua-duanya, tiga-tiganya, empat-empatnya, lima-limanya, enam-enamnya, dua2nya, tiga2nya, empat2nya, lima2nya,
    enam2nya, ketiga-tiganya, ketiga2nya, kedua-duanya, kedua2nya,
    dengan baik, dgn baik, lancar, dengan lancar, aman, pernah, prnh, terhitung, bersama ini, dengan ini, melalui ini
    Jawa: iki, niki, tenan, e, ne
    Minang: iko, ko, nian, bana, lai
    Manado: le
    Sunda: mah, ari, pisan, na
    Bugis: mi, ji, pi
    Banjar: pang
  `,
  plea: `
    arahan, arahannya, arahanya, petunjuknya, bimbingan, bimbingannya, bantuan, bantuannya, bantuanya, dibantu,
    masukan, masukannya, penjelasan, penjelasannya,
    solusi, solusinya, saran, sarannya, pencerahan, tanggapan, tanggapannya, kejelasan, difasilitasi, dukungan,
    dukungannya, tanya, bertanya, nanya,
    tanyakan, menanyakan, mohon petunjuk, mhn petunjuk, minta petunjuk, mohon info, mohon infonya, mhn info,
    mhn infonya, minta info, minta infonya, tolong info, tolong infonya,
    butuh info, perlu info, cari info, nyari info, mohon informasi, mohon informasinya, minta informasi,
    butuh informasi, bagaimana selanjutnya, gimana selanjutnya, gmn selanjutnya, minta update, mohon update, info dong
    Jawa: nyuwun pirso, tangklet, takon
  `,
  laugh: `
    wkwk, wkwkwk, wkwkwkwk, wk, awkwk, kwkw, kwkwkw, haha, hahaha, hahahaha, hahah, xixi, lol, 😂, 🤣, 😆
  `,
};
