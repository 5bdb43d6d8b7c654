/**
 * Words of other matters. `other` holds real words that are one letter off a key word (a slip would turn "gadang" into
 * "gudang") and phrases that begin with one ("buka puasa"); `lookalike` holds other things named like
 * a unit, and words that leave open which units are meant.
 */
export const OTHER_WORDS = {
  other: `
    alam, pematangan, dokter, bidan, perawat, obat, obatnya, genteng, semen, batu bata, etalase, meja, anggaran, angkatan, apoteker, apotekernya, arang, bakar, balai, bangku, banjir, bantal, barang, barisan,
    batas, bayar, bedirinya, belah, beli, belia, belut, bencana, bendera, beras, berdua, berita, bersih, besar, biaya,
    bisik, bloon, buang, bubur, bujang, bukber, buket, buku, bunda, buruh, cepat, cerai, curang, dananya, dapil,
    dapur, dekor, derita, ditinggal, gadai, gadang, gatal, gedang, gelar, gendang, gerak, geram, gereja, hadap, harga,
    harganya, harta, ijinnya, izinnya, jajan, jala, jalani, jalannya, jalur, jarang, kabar, kadar, kalam,
    kampus, kandang, kantin, kantong, karang, kasih, kasir, katak, kecap, kejar, kelas, keluar, keluarga, klinis,
    kliping, korban, kosongkan, kotor, kurban, kursi, kurung, ladang, lampung, lantainya, lebar, lelah, lembur,
    lembut, logika, luang, mahir, makin, mampir, mandiri, masak, masing, masuk, masyarakat, membuat, meninggal, minum,
    mudah, mula, mulia, nabung, nasib, nikah, padang, pandang, pantai, pantas, pasir, pimpin, pinjaman, pkk, pribadi,
    protes, rapat, sampah, santai, sarang, sayap, sebar, sedan, sedekah, sedih, sekarat, sekolah, selalu, selama,
    semut, senang, sendiri, seng, serai, serang, sidang, sigap, sikap, simpang, simpatik, sirih, subuh, sumur, tahan,
    taman, tampung, tangga, tanggap, tanggul, tangkap, tatap, tebar, teknik, telan, telat, tempat, tenang, tendang,
    terap, terluka, terbaik, terbit, terdiri, tersendiri, tindak, tinggi, toke, tubuh, tukang, tukangnya, tukar, untung,
    tunas, tunggak, tunggal, tungku, tuntun, tuntut, tutur, uang, udang, undang, undangan, ungkap, utama, warga,
    wisata, surat izin, surat ijin, izin operasional, ijin operasional, biaya operasional, dana operasional,
    jam buka, jam operasional, jam layanan, jam pelayanan, balai desa, buka bersama, buka puasa, dana desa,
    jalan desa, jalan kaki, jalan lintas, jalan raya, jalan rusak, jalan-jalan, lama-lama, masing-masing, ibu hamil,
    ibu menyusui, ibu rumah tangga, bapak angkat, ttd, stunting, balita, enak, enggan, kapak, gagak, bidak, lagak,
    tenggak, kagok, badai, gerah, sarung, kadal, tarung, arung, derai, lerai, fasih, tegap, masif, tetas, gosong,
    kolong, kopong, korong, ganda, garda, beton, belok, balon, melon, belot, bugar, beret, berus, kekar, kelam, kelap,
    kelab, melar, kelor, celah, ludah, sunah, telak, tulah, telaah, surah, lahap, marah, ngamuk, kecewa, kesal, heran, kaget, komplain, ngomel, bangga, iri, bingung, prosesi, tabung, sabung, gayung,
    gaung, human, dorang, doyan, jurang, kerang, kupang, pedang, selang, serdang, setang, kontak, kontras, kontra,
    belanda, beranda, kendali, majalah, kentang, rentang, tantang, tenggang, gampang, camping, damping, belalang,
    janggal, jalin, jalinan, jalar, jalang, langkah, makalah, anggun, semur, semu, evakuasi, koleksi, koneksi,
    kencana, lencana, kemari, komplot, seret, dekret, klenik, cempedak, pendek, pendapa, tingkah, sang, bangsa,
    nyanyi, listrik, wifi, internet, absen, absensi, piket, kerja bakti, stok, pajak, asuransi, inventaris, gaji,
    honor, insentif, spanduk, plang, papan nama, belanja, sertifikat, sertipikat, survei, survey, pengukuran, petugas,
    sdm, karyawan, pegawai, pengelola, kunci, sewa tempat, harga sewa, retribusi, arisan, ronda, vaksin, vaksinasi,
    imunisasi, pembersihan, perawatan, buyar, kuman, tiara, keong, berai, teres, peres, tukul, bumil, lansia,
    batu pertama, peletakan batu pertama, resmikan, meresmikan, kecamatan sebelah, kecamatan lain, kabupaten lain,
    kabupaten sebelah, desa sebelah, desa tetangga, kampung sebelah, kampung lain, kades sebelah, kades lain,
    di desa sebelah, di desa tetangga, di desa lain, di kampung sebelah, kelurahan sebelah, kelurahan lain,
    ready stok, ready stock, buka hp, buka wa, buka grup, buka chat, lengkapi, lengkapin, lengkapilah, bangunin, bukain,
    kud, kub, gapoktan, poktan, kelompok tani, kwt, upk, bulog, puskesmas, pustu, posyandu, perusahaan, pabrik,
    koperasi lama, koperasi lain, koperasi sebelah, koperasi tetangga, koperasi karyawan, koperasi pegawai,
    koperasi sawit, koperasi tani, koperasi wanita, koperasi sekolah
  `,
  matter: `
    musdes, musdesus, musdessus, musdesus kdmp, musyawarah desa, musyawarah desa khusus, akta, akte, akta notaris,
    akta pendirian, akta koperasi, akta kdmp,
    badan hukum, nib, npwp, nib koperasi, npwp koperasi, rekening, rekening bank, rekening koperasi, rek bank, rat,
    rapat anggota, rapat anggota tahunan, lahan, lahan desa, lahan hibah, tanah desa, tanah kas desa, tanah hibah, tanah wakaf, tkd,
    lahan koperasi, tanah, lokasi lahan, simpanan, simpanan pokok, simpanan wajib, iuran, iuran pokok, iuran wajib,
    modal, modal awal, ahu, sk ahu, sk pengurus,
    sk kepengurusan, notaris, proposal, bimtek, simkopdes, siskopdes, microsite, legalitas, perijinan, keanggotaan,
    stempel, adart, ad art
  `,
  lookalike: `
    kantor desa, kantor kepala desa, kantor kades, kantor camat, kantor kecamatan, kantor bupati, kantor lurah,
    kantor kelurahan, kantor pos, kantor polisi, kantor dinas, kantor bpd, kantor nagari, kantor kua, kantor bumdes,
    gudang bulog, gudang pupuk, gudang sembako, gudang garam, klinik hewan, klinik swasta, apotek hidup, apotik hidup,
    angkutan umum, angkutan kota, angkutan sembako, angkutan sampah, distribusi sembako, distribusi bantuan,
    distribusi bansos, distribusi pupuk, logistik pemilu, logistik bencana, logistik pilkada, logistik pilkades,
    sembako murah, sembako gratis, semua desa, seluruh desa, semua kades, seluruh kades, semua warga, semua orang,
    salah satu, salah satunya, salah 1, satu satunya, satu2nya, 1 1nya, sebagian, sebagian besar, sebagian kecil, sebagiannya, beberapa,
    dan seterusnya, dan sebagainya, dan sejenisnya, dan kawan kawan, dan kawan-kawan, dan kawan2, dan teman temannya,
    beberapa unit, sebagian unit, semua kepala desa, seluruh kepala desa, semua koperasi, seluruh koperasi
  `,
};

/** Words of place names so common that one alone ("air", "balai") names no village in the middle of a sentence. */
export const LANDFORMS = `
  air, aia, aek, ayer, batang, batu, baru, balai, barat, besar, bukit, dalam, damai, danau, dusun, gunung, hilir, hulu,
  ilir, indah, jaya, karya, kecil, kota, kuala, lama, lubuk, maju, makam, makmur, manis, mekar, merah, muara, mulia,
  mulya, padang, panjang, parit, pasar, pasir, pematang, pulau, putih, rantau, rawa, rejo, sari, seberang, sei,
  sejahtera, selatan, sido, simpang, sri, suka, sumber, sungai, tanah, tanjung, tebing, teluk, tengah, timur, tinggi,
  utara
`;

/** What names of places often begin with, and how else that is written; a line is one word. */
export const NAME_WORDS = `
  sungai, sei, sungei
  tanjung, tj, tjg, tanjong
  teluk, tlk, telok
  kampung, kp, kpg, kampong
  gunung, gn, gng
  simpang, sp, spg
  pulau, pl
`;
