/**
 * The seven units, and words for how many of them. A line may begin with the name of a language ("Jawa:"); what
 * stands before the colon is for the reader only.
 */
export const UNIT_WORDS = {
  kantor: `
    kantor, kntr, ktr, sekretariat, sekret, kantor koperasi, kantor kdmp, kantor kopdes, kantor kkmp,
    kantor koperasi desa, kantor koperasi merah putih, kantor koperasi desa merah putih
  `,
  sembako: `
    kios, kiosk, kios pengadaan sembako, kios pengadaan, pengadaan sembako, kios sembako, sembako, gerai sembako,
    toko sembako, warung sembako, kedai sembako, kadai sembako, outlet sembako, usaha sembako,
    kios koperasi, kios kdmp, unit sembako, unit kios, gerai kios
  `,
  simpan_pinjam: `
    simpan pinjam, simpan pnjem, simpan pnjam, simpan pinjem, simpen pinjem, smpan pnjam, simpn pinjam, simpin, usp,
    ksp, sp, unit sp, usaha sp, gerai sp, sp koperasi, sp kopdes, koperasi simpan pinjam, usaha simpan pinjam, unit simpan pinjam,
    unit bisnis simpan pinjam, unit usaha simpan pinjam, bisnis simpan pinjam, gerai simpan pinjam,
    unit simpin, simpan dan pinjam
  `,
  klinik: `
    klinik, klnk, klinik kesehatan, klinik desa, klinik kelurahan, klinik kesehatan desa, unit klinik,
    klinik kesehatan kelurahan, klinik kopdes, klinik koperasi, klinik kdmp, gerai klinik
  `,
  apotek: `
    apotek, apotik, apt, aptk, apotek desa, apotik desa, apotek kelurahan, apotik kelurahan, gerai obat, toko obat,
    kedai obat, kadai obat, apotek koperasi, apotik koperasi, apotek kdmp, gerai apotek, gerai apotik, unit apotek
  `,
  gudang: `
    gudang, gdg, gdng, pergudangan, sistem pergudangan, sistem gudang, cold storage, coldstorage, cold storege,
    ruang pendingin, gudang pendingin, gudang koperasi, gudang kdmp, unit gudang, gerai gudang
  `,
  logistik: `
    logistik, logistic, sarana logistik, angkutan, distribusi, logistik desa, logistik kelurahan, unit logistik,
    sarana logistik desa, sarana logistik kelurahan, sarana angkutan, sarana distribusi, angkutan logistik,
    distribusi logistik, angkutan desa, angkutan koperasi, logistik koperasi, gerai logistik
  `,
  shop: `
    toko, gerai, warung, kedai, outlet
    Minang: kadai
  `,
  all: `
    semua, smua, semuanya, smuanya, smw, smwa, semuany, seluruh, seluruhnya, keseluruhan, keseluruhannya,
    semua unit, seluruh unit, semua unit usaha, seluruh unit usaha, semua gerai,
    ketujuh, ketujuhnya, ketujuh unit, ketujuh-tujuhnya, tujuh-tujuhnya, 7 7nya, full 7 unit, full tujuh unit, full semua unit
    Jawa: kabeh, kabehan, sedoyo, sedanten, semuane
    Sunda: sadaya, sadayana
    Minang: sadonyo, kasadonyo, sado, kasado
  `,
  rest: `
    sisanya, sisany, sisa nya, yang lain, yg lain, lainnya, lainya, yang lainnya, yg lainnya, yg lainya,
    lain-lain, lain-lainnya, selebihnya, lebihnya, selainnya, selain itu, sisa yang lain, unit lain,
    unit lainnya, unit yang lain, unit yg lain, yang laen, yg laen, yang lain2, yg lain2, lain2, lain2nya,
    yang lain-lain, yg lain-lain
    Jawa: sisane, liyane, liyo
    Minang: sisanyo, nan lain
  `,
  'none of them': `
    satupun, satu pun, 1 pun, sama sekali, sekali pun, apa-apa, apa2, apapun, apa apa
    Jawa: blas, babar blas
  `,
  together: `
    jadi satu, menjadi satu, satu atap, satu gedung, satu bangunan, satu lokasi, satu tempat, satu kompleks, gabung,
    digabung, bergabung, tergabung, menyatu
  `,
  except: `
    kecuali, kcuali, kec, kcl, terkecuali, selain, slain, selaen, minus
    Jawa: kajaba, kejaba, kajabi
    Minang: salain
  `,
  left: `
    tinggal, tggl, tinggal lagi, sisa
    Jawa: kari, kantun
  `,
  'short of': `
    kurang, krg, krang
  `,
  only: `
    hanya, hny, cuma, cuman, cma, cm, saja, aja, aj, sj, doang
    Jawa: wae, mung
    Minang: hanyo, sajo
  `,
  counted: `
    unit, unit usaha, unit bisnis, unit gerai, gerai usaha, dari 7, dari tujuh, dari 7 unit, dari tujuh unit
  `,
};
