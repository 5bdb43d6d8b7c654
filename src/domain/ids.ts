// Branded ids: an id of one kind never passes for another.
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A person, known to the bot by one or more `UserRef`s. */
export type PersonId = Branded<number, 'PersonId'>;
/** Kemendagri code of a desa or kelurahan, `14.03.16.2001`. */
export type VillageCode = Branded<string, 'VillageCode'>;
/** Kemendagri code of a kecamatan, `14.03.16`; the prefix of its villages' codes. */
export type DistrictCode = Branded<string, 'DistrictCode'>;
/** Kemendagri code of a province, `14`, or of a kabupaten or kota, `14.03`; or that of the nation. */
export type UpperCode = Branded<string, 'UpperCode'>;
/** Any area above the villages. A code's beginning is its parent's code. */
export type AreaCode = DistrictCode | UpperCode;
/** The whole country, which has no code of Kemendagri's. */
export const NATION = 'ID' as UpperCode;
/** A chat on a platform, `telegram:-1001234`. */
export type ChatRef = Branded<string, 'ChatRef'>;
/** An account on a platform, `telegram:1234`. */
export type UserRef = Branded<string, 'UserRef'>;
/** A message on a platform, unique across chats and platforms, `telegram:-1001234:55`. */
export type MessageRef = Branded<string, 'MessageRef'>;
/** A moment as ISO 8601 in UTC with milliseconds, `2026-11-23T09:05:00.000Z`; sorts as text. */
export type Instant = Branded<string, 'Instant'>;
/** A day in some kecamatan's own zone, `2027-05-15`; sorts as text. */
export type LocalDate = Branded<string, 'LocalDate'>;
/** A row of the outbox. */
export type OutboxId = Branded<number, 'OutboxId'>;
/** A row of the ledger. */
export type ReportId = Branded<number, 'ReportId'>;
/** A role held or asked for. */
export type RoleId = Branded<number, 'RoleId'>;

/** Whether words are a village's code, as the ministry writes it: "14.03.16.2001". */
export const isVillageCode = (words: string): words is VillageCode => /^\d\d\.\d\d\.\d\d\.\d{4}$/.test(words);

/** The kecamatan that a village belongs to. */
export const districtOf = (village: VillageCode): DistrictCode => village.slice(0, 8) as DistrictCode;

/** The codes of an area and of all that lies in it: from the first, and before the second. */
export const below = (area: AreaCode | VillageCode): { readonly from: string; readonly to: string } =>
  (area as string) === NATION ? { from: '0', to: ':' } : { from: area, to: `${area}/` };

export type PlatformName = 'telegram' | 'whatsapp' | 'simulator';
/** The platform of a chat or an account. */
export const platformOf = (ref: ChatRef | UserRef): PlatformName =>
  ref.slice(0, ref.indexOf(':')) as PlatformName;
