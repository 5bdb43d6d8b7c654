import type { ChatRef, DistrictCode } from '../domain/ids.ts';

/** Bathin Solapan, Bengkalis: where a trial begins. */
export const DISTRICT = '14.03.16' as DistrictCode;
/** Its neighbour Pinggir, which has kelurahan too. */
const NEIGHBOUR = '14.03.13' as DistrictCode;

interface Group {
  readonly ref: ChatRef;
  readonly title: string;
  /** The kecamatan that a new world links it to; undefined: none, so that a code of /undang can be tried there. */
  readonly district: DistrictCode | undefined;
}

export const GROUP = 'simulator:grup' as ChatRef;

/** The groups of a world; any other chat is the private one of the person whose ref it is. */
export const GROUPS: readonly Group[] = [
  { ref: GROUP, title: 'KDMP Kec. Bathin Solapan', district: DISTRICT },
  { ref: 'simulator:grup-pinggir' as ChatRef, title: 'KDMP/KKMP Kec. Pinggir', district: NEIGHBOUR },
  { ref: 'simulator:grup-baru' as ChatRef, title: 'Grup baru', district: undefined },
];

/** The kecamatan of a new world. */
export const DISTRICTS: readonly DistrictCode[] = [DISTRICT, NEIGHBOUR];

export const groupOf = (chat: ChatRef): Group | undefined => GROUPS.find(({ ref }) => ref === chat);
