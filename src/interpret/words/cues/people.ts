/* Who is spoken of, and what is theirs. Picked out of the other tables, where they stand too. */

/** The cooperative by one of its names. */
export const COOPERATIVE = `
  koperasi, kop, kopdes, kopdesmp, kdmp, kkmp, kdkmp, koperasi desa, koperasi kami, koperasi desa merah putih,
  koperasi merah putih, koperasi kelurahan merah putih, kopdes merah putih, desa merah putih, merah putih,
  koperasi kelurahan, gerai, unit, unit usaha, unit bisnis
`;

/** "Siapa" as much as "simpan pinjam". */
export const SHORT_WHO = `
  sp
`;

/** People, who are counted: of a unit there is one, of those who work or buy in it there are many. */
export const PEOPLE = `
  orang, org, orng, wong, urang, anggota, anggotanya, kk, jiwa
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

/** Before a word they make people of it: "para petani". */
export const GROUPS_OF_PEOPLE = `
  para, kelompok, kaum, warga, masyarakat, penduduk, pemuda
`;

/** Having, not standing: "kios punya bu haji". */
export const HAVING = `
  punya, punyanya, memiliki, mempunyai, milik, miliknya, kepunyaan
`;

/** People who are greeted together: "rekan yang lain" are not units. */
export const COMPANIONS = `
  rekan, rekan-rekan, rekan2, kawan, kawan-kawan, kawan2, teman, teman-teman, teman2
`;

/** Whom village heads report to, and so speak to. */
export const REPORTED_TO = `
  camat, sekcam, kasi, kasi pmd, kasipmd, pmd, bupati, gubernur, dinas, pendamping
`;

/** Before those who do something: "dibuka oleh pak camat". */
export const DOERS = `
  oleh
`;

/** Who may report for a village: "kades Petani: 1 3 5". */
export const REPORTERS = `
  kades, kepala desa, pj kades, pj, plt, sekdes, lurah, operator, penghulu, wali nagari, keuchik
`;

/** Titles that stand for a name. */
export const HAJI = `
  haji, h, hj, ust, ustadz, tuan
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

/** By others, as it stands behind what is told: "… tapi dipakai TK". */
export const OCCUPIED = `
  dipakai, dipake, digunakan, ditempati, dihuni, dikuasai, ditinggali
`;

/** A title before a name; "from" elsewhere. */
export const DOCTOR = `
  dr
`;

/** Titles written out, which are rarely said to somebody in the middle of a sentence: "kantor bapak sudah jadi". */
export const KIN = `
  bapak, ibu, bos, kakak, ibu-ibu, ibu2, bapak-bapak, bapak2, pace, mace, pakcik, makcik, cikgu, tok
`;

/** One officer of the cooperative, who has things of his own; what its "pengurus" have is perhaps its own. */
export const OFFICERS = `
  ketua, wakil ketua, sekretaris, bendahara, manajer, manager, kasir, anggota, pengawas, pegawai, karyawan
`;

/** Who builds: "dibangun TNI", "dikerjakan tukang". */
export const BUILDERS = `
  tni, tni ad, kodim, koramil, babinsa, zeni, zipur, agrinas, pt agrinas, tukang, kontraktor, pemborong, pupr
`;

/** Who saves and borrows: only simpan pinjam has them. */
export const CUSTOMERS = `
  nasabah, nasabahnya
`;
