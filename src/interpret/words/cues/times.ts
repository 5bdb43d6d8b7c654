/* When something is, was or will be. Picked out of the other tables, where they stand too. */

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

/** What a time of the day is written behind. */
export const CLOCK = `
  jam, pukul, pkl
`;

/** Parts of the day. */
export const DAYPARTS = `
  pagi, siang, sore, malam
`;

/** What opens "at last" has not been open before. */
export const AT_LAST = `
  akhirnya, resmi, diresmikan, perdana
`;

/** Words that a date is written behind. */
export const DATED = `
  tgl, tanggal, tggal, tahun, thn, bulan, bln
`;

/** Words behind a count that tell how long ago: "2 bulan lalu". */
export const AGO = `
  minggu lalu, mgg lalu, pekan lalu, bulan lalu, bln lalu, tahun lalu, thn lalu
`;

/** How the bot's list says of when it is. */
export const AS_OF = `
  data per, keadaan
`;

/** "Meanwhile", and what serves until then. */
export const FOR_THE_TIME = `
  sementara, smntara, smentara
`;

/** Some hours ago. */
export const THIS_DAY = `
  tadi, td, tadi pagi, tadi siang, tadi sore, tadi malam, barusan, kemarin sore, kemarin pagi, kemarin siang
`;

/** So often: "sudah 3 kali". */
export const OFTEN = `
  kali
`;

/** As soon as: "begitu kantor jadi". */
export const AS_SOON_AS = `
  begitu
`;

/** Ever, or once: "pernah buka". */
export const EVER = `
  pernah, prnh
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

/** For a while: "tutup sementara", "tutup lebaran". */
export const FOR_NOW = `
  sementara, smntara, smentara, lebaran, libur, natal, imlek, nyepi, puasa, ramadan, ramadhan
`;

/** Behind what was done first: "setelah diperbaiki, gudang sudah beroperasi". */
export const AFTERWARDS = `
  setelah, stelah, stlh, sesudah, usai, seusai, selepas, sehabis
`;

/** A time that is over, and the present: of "dulu belum, sekarang sudah" the latter holds. */
export const BYGONE = `
  dulu, dahulu, dulunya, tadinya, awalnya, semula, kemarin, kmrn, kmaren, kemaren, minggu lalu, mgg lalu, pekan lalu,
  bulan lalu, bln lalu, tahun lalu, thn lalu
`;
export const PRESENT = `
  sekarang, skrg, skarang, skr, kini, hari ini, hr ini, hri ini, saat ini
  Jawa: saiki, sakniki
  Minang: kini ko
`;
