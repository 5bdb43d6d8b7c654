import type { AreaCode, ChatRef, DistrictCode, UpperCode } from '../domain/ids.ts';

/** Bathin Solapan, Bengkalis: where a trial begins. */
export const DISTRICT = '14.03.16' as DistrictCode;
/** Its neighbour Pinggir, which has kelurahan too. */
const NEIGHBOUR = '14.03.13' as DistrictCode;
/** The kabupaten of both. */
export const REGENCY = '14.03' as UpperCode;

interface Group {
  readonly ref: ChatRef;
  readonly title: string;
  /** The area that a new world links it to; undefined: none, so that a code of /undang can be tried there. */
  readonly area: AreaCode | undefined;
}

export const GROUP = 'simulator:grup' as ChatRef;

/** The groups of a world; any other chat is the private one of the person whose ref it is. */
export const GROUPS: readonly Group[] = [
  { ref: GROUP, title: 'Kec. Bathin Solapan', area: DISTRICT },
  { ref: 'simulator:grup-pinggir' as ChatRef, title: 'Kec. Pinggir', area: NEIGHBOUR },
  { ref: 'simulator:grup-kabupaten' as ChatRef, title: 'Kab. Bengkalis', area: REGENCY },
  { ref: 'simulator:grup-baru' as ChatRef, title: 'Grup baru', area: undefined },
];

/** The kecamatan whose groups are in a new world. */
export const DISTRICTS: readonly DistrictCode[] = [DISTRICT, NEIGHBOUR];

export const groupOf = (chat: ChatRef): Group | undefined => GROUPS.find(({ ref }) => ref === chat);
