/** What a region calls its villages, their heads and secretaries, its kecamatan and who leads one. */
export interface Titles {
  readonly village: string;
  readonly head: string;
  readonly secretary: string;
  readonly district: string;
  readonly districtHead: string;
}

interface Region extends Partial<Titles> {
  /** Beginnings of area codes. */
  readonly areas: readonly string[];
}

/**
 * Regional titles, by the beginning of an area's code: a desa may be called by another name (UU 6/2014, Pasal 1). A kabupaten's
 * row counts before its province's; what a row does not name is as in `GENERAL`.
 */
const REGIONS: readonly Region[] = [
  // UU 11/2006 tentang Pemerintahan Aceh, Pasal 115 to 117
  { areas: ['11'], village: 'Gampong', head: 'Keuchik', secretary: 'Sekretaris Gampong' },
  // Perda Sumatera Barat 7/2018 tentang Nagari; these three have desa
  { areas: ['13.09', '13.73', '13.77'] },
  { areas: ['13'], village: 'Nagari', head: 'Wali Nagari', secretary: 'Sekretaris Nagari' },
  // Rokan Hilir, Siak
  { areas: ['14.07'], village: 'Kepenghuluan', head: 'Penghulu', secretary: 'Sekretaris Kepenghuluan' },
  { areas: ['14.08'], village: 'Kampung', head: 'Penghulu', secretary: 'Sekretaris Kampung' },
  // Bungo
  { areas: ['15.08'], village: 'Dusun', head: 'Rio', secretary: 'Sekretaris Dusun' },
  // Lampung Barat, Pesisir Barat; Tanggamus, Pringsewu
  { areas: ['18.04', '18.13'], village: 'Pekon', head: 'Peratin', secretary: 'Juru Tulis' },
  { areas: ['18.06', '18.10'], village: 'Pekon', head: 'Kepala Pekon', secretary: 'Sekretaris Pekon' },
  // Lampung Tengah, Tulang Bawang, Way Kanan
  {
    areas: ['18.02', '18.05', '18.08'],
    village: 'Kampung',
    head: 'Kepala Kampung',
    secretary: 'Sekretaris Kampung',
  },
  // Tulang Bawang Barat
  { areas: ['18.12'], village: 'Tiyuh', head: 'Kepalo Tiyuh', secretary: 'Sekretaris Tiyuh' },
  // Pergub DIY 25/2019 on kalurahan, kapanewon and kemantren; the last are those of the city
  { areas: ['34.71'], district: 'Kemantren', districtHead: 'Mantri Pamong Praja' },
  {
    areas: ['34'],
    village: 'Kalurahan',
    head: 'Lurah',
    secretary: 'Carik',
    district: 'Kapanewon',
    districtHead: 'Panewu',
  },
  // Bali
  { areas: ['51'], head: 'Perbekel' },
  // Berau; Kutai Barat, Mahakam Ulu
  { areas: ['64.03'], village: 'Kampung', head: 'Kepala Kampung', secretary: 'Sekretaris Kampung' },
  { areas: ['64.07', '64.11'], village: 'Kampung', head: 'Petinggi', secretary: 'Juru Tulis' },
  // Minahasa with Selatan, Utara and Tenggara
  { areas: ['71.02', '71.05', '71.06', '71.07'], head: 'Hukum Tua' },
  // Tana Toraja, Toraja Utara
  { areas: ['73.18', '73.26'], village: 'Lembang', head: 'Kepala Lembang', secretary: 'Sekretaris Lembang' },
  // UU 21/2001 tentang Otonomi Khusus Papua, Pasal 1 and 3: distrik and kampung
  {
    areas: ['91', '92', '93', '94', '95', '96'],
    village: 'Kampung',
    head: 'Kepala Kampung',
    secretary: 'Sekretaris Kampung',
    district: 'Distrik',
    districtHead: 'Kepala Distrik',
  },
];

const GENERAL: Titles = {
  village: 'Desa',
  head: 'Kepala Desa',
  secretary: 'Sekretaris Desa',
  district: 'Kecamatan',
  districtHead: 'Camat',
};

/** A kelurahan is part of its kecamatan's administration and is called the same everywhere (UU 23/2014, Pasal 229). */
const KELURAHAN = { village: 'Kelurahan', head: 'Lurah', secretary: 'Sekretaris Kelurahan' };

/** The titles of each region and of its kelurahan, by the beginning of an area's code. */
const BY_AREA = new Map(
  [...REGIONS, { areas: [''] }].flatMap(({ areas, ...region }) => {
    const desa: Titles = { ...GENERAL, ...region };
    const kelurahan: Titles = { ...desa, ...KELURAHAN };
    return areas.map((area) => [area, { desa, kelurahan }]);
  }),
);

/** The titles in use in an area, by its Kemendagri code: `11.01.01.2001`, `14.03.16`. */
export function titlesOf(code: string): Titles {
  const region = BY_AREA.get(code.slice(0, 5)) ?? BY_AREA.get(code.slice(0, 2)) ?? BY_AREA.get('')!;
  return isKelurahan(code) ? region.kelurahan : region.desa;
}

/** Whether a code is that of a kelurahan: the type digit is 1; 2 is a desa, and 3 a desa adat. */
export const isKelurahan = (code: string): boolean => code[9] === '1';
