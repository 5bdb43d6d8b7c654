/* What people say for the time that they ask about. */

/** What people say for one day. */
export const ONE_DAY = {
  dayBefore: `
    kemarin lusa, kemaren lusa, kmrn lusa
  `,
  today: `
    hari ini, hr ini, hari ni, hariini, tadi pagi, tadi siang, tadi sore, pagi ini, siang ini, sore ini
  `,
  yesterday: `
    kemarin malam, kemarin sore, tadi malam, tadi mlm, semalam, kemarin, kmrn, kemaren, kmren
  `,
} as const;

/** What people say for other days than a week: "awal mei", "14 hari terakhir", "dari 1 juni s/d 10 juni". */
export const SPAN_WORDS = {
  part: {
    beginning: `
      awal
    `,
    middle: `
      pertengahan, tengah
    `,
    end: `
      akhir, akir
    `,
  },
  since: `
    sejak, sejk, semenjak, dari, dr, mulai, sedari
  `,
  until: `
    sampai dengan, sampai, smpai, sampe, smp, hingga, s/d, s.d., s.d, sd
  `,
  last: `
    terakhir, terakhr, trakhir, belakangan, kebelakang, ke belakang
  `,
  now: `
    ini, ni
  `,
  past: `
    lalu, kemarin, kemaren, kmrn, kmren, silam, sebelumnya
  `,
  present: `
    sekarang, skrg, skrang, saat ini
  `,
  ahead: `
    depan, dpn, besok, datang, mendatang
  `,
  dated: `
    tanggal, tgl
  `,
  than: `
    dari, dr, daripada, drpd, dibanding, dibandingkan
  `,
  tomorrow: `
    besok, bsk, lusa
  `,
  unread: `
    triwulan, kuartal, quarter, semester, caturwulan
  `,
} as const;

/** What people say for a week that is over, the one before that which is shown, and the present: "pekan lalu", "pekan sebelumnya", "sekarang". */
export const WEEK_WORDS = {
  week: `
    pekan, minggu, mgg, mggu, seminggu, sepekan
  `,
  past: `
    lalu, kemarin, kemaren, kmrn, kmren, silam, lewat
  `,
  before: `
    sebelumnya, sblmnya, sebelum itu
  `,
  present: `
    sekarang, skrg, skrang, saat ini, hari ini, terkini, terbaru
  `,
  on: `
    tanggal, tgl, per, pada, sampai, pertanggal, pertgl, per tanggal, per tgl
  `,
  share: `
    yang, yg, sudah, sdh, udah, udh, dah, masih, desa, kelurahan, kecamatan, kec, lengkap
  `,
} as const;

/** What the months are called; each line is one. */
export const MONTHS = `
  januari, jan
  februari, pebruari, feb, peb
  maret, mar
  april, apr
  mei
  juni, jun
  juli, jul
  agustus, agu, agt, ags
  september, sept, sep
  oktober, okt
  november, nopember, nov, nop
  desember, des
`;
