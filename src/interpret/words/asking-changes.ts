/* What people say above the kecamatan to have something changed. */

/** What asks for a change a level below, by the command that makes it. */
export const CHANGING = {
  undang: `
    undang, undangkan, undangan, mengundang, ngundang, undangin
  `,
  cabut: `
    cabut, copot, pecat, berhentikan
  `,
} as const;

/** What is turned on or off, by the command and what stands behind it: the words for that, and for what. */
export const SWITCHING = {
  'pengingat mati': {
    verbs: `
      matikan, matiin, dimatikan, mati, nonaktifkan, dinonaktifkan, hentikan, stop, setop
    `,
    what: `
      pengingat, pengingatnya, reminder, notif, notifnya, notifikasi
    `,
  },
  'pengingat nyala': {
    verbs: `
      nyalakan, nyalain, dinyalakan, nyala, hidupkan, hidupin, dihidupkan, aktifkan, diaktifkan
    `,
    what: `
      pengingat, pengingatnya, reminder, notif, notifnya, notifikasi
    `,
  },
  'rekap buka': {
    verbs: `
      buka, bukakan, dibuka, bukain
    `,
    what: `
      rekap, rekapnya
    `,
  },
  'rekap tutup': {
    verbs: `
      tutup, tutupkan, ditutup
    `,
    what: `
      rekap, rekapnya
    `,
  },
} as const;

/** What stands beside that and changes nothing. */
export const BESIDE_SWITCHING = `
  otomatis, camat, para, semua, bagi, grup, kiriman
`;

/** What asks for the same in the passive, where it is asked for: "tolong diundang camat Rupat"; elsewhere it tells what was done. */
export const TO_BE_CHANGED = {
  undang: `
    diundang
  `,
  cabut: `
    dicabut, dicopot, diberhentikan
  `,
} as const;
export const REQUESTING = `
  tolong, tlg, mohon, mhn, minta, mintak, harap
`;
