/** What people call a day that is to come, by what it is read as. */
export const DAY_WORDS = {
  day: 'hari, hr',
  week: 'minggu, mgg, pekan',
  month: 'bulan, bln',
  year: 'tahun, thn, th',
  later: 'lagi, lg, kedepan',
  next: 'depan, dpn, datang',
  this: 'ini',
  beginning: 'awal',
  middle: 'pertengahan, tengah',
  end: 'akhir, akir',
  today: 'today',
  tomorrow: 'besok, bsk, esok',
  overmorrow: 'lusa',
} as const;

/** Units with "one" before them in one word. */
export const ONE_OF = {
  day: 'sehari',
  week: 'seminggu, sepekan',
  month: 'sebulan',
  year: 'setahun',
} as const;

/** The days of the week from Monday on, each line one, which say nothing beside a date. */
export const WEEKDAYS = `
  senin
  selasa
  rabu
  kamis
  jumat, jum'at
  sabtu
  minggu, ahad
`;

/** What is said when a date is moved, beside the date. */
export const MOVING = `
  ganti, diganti, gantikan, ubah, diubah, rubah, dirubah, undur, undurkan, diundur, mundur, mundurkan, dimundurkan, majukan, dimajukan, geser,
  digeser, majuin, mundurin, undurin, memajukan, percepat, dipercepat, perpanjangin, pindah, pindahkan, dipindah, perpanjang, diperpanjang, set, atur, tetapkan, jadi, jadikan, menjadi, sampai, smp, ke, pada, pd
`;
