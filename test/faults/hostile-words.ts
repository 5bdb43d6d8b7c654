/** Commands that change something, for somebody who has no right to it; `V` is a village, `N` a digit from 1. */
export const FORGED = [
  '/lapor V Nb',
  '/lapor V Nbx Nox',
  '/lapor V tetap',
  '/lapor kantor sudah, klinik belum',
  '/setujui N',
  '/setujui semua',
  '/setujui N gantiN',
  '/tolak N',
  '/tolak semua',
  '/tunjuk V kades',
  '/tunjuk kasi',
  '/tunjuk camat',
  '/tunjuk camat #N',
  '/cabut',
  '/cabut #N',
  '/tenggat 2028-01-0N',
  '/pengingat nyala',
  '/pengingat sekarang',
  '/lepas',
  '/lepas ya',
  '/mulai AAAAA-AAAAN',
  '/start AAAAAAAAAN',
  '/undang',
  '/tetap',
  '/daftar V kades',
  '/daftar V camat',
] as const;

/** The same, for those who have nothing of their own: those who reported may take that back, those in office may go. */
export const FORGED_BY_STRANGERS = [...FORGED, '/batal', '/lupakan_saya'] as const;

export const LOOKS = [
  '/rekap',
  '/rekap daftar',
  '/belum',
  '/status V',
  '/riwayat',
  '/bantuan',
  '/tidakada N',
] as const;

/** What people say in a group. */
export const PLAIN = [
  'kantor sudah berdiri',
  'belum',
  'ya',
  '1 3 5',
  'A',
  'Setujui semua',
  'rapat batal',
  '7',
];

/** What is said over and over, to make a reader go back and forth. */
export const REPEATED = [
  ' ',
  '.',
  '\n',
  '1 ',
  'a',
  '@',
  '/',
  '<b>',
  'kantor ',
  'sudah ',
  'Petani ',
  '😀',
  '1️⃣',
  ', ',
];

/** Kinds of updates that the bot did not ask for, and one that does not exist. */
export const UNKNOWN = [
  'channel_post',
  'inline_query',
  'chosen_inline_result',
  'poll',
  'poll_answer',
  'chat_member',
  'chat_join_request',
  'message_reaction',
  'business_message',
  'pre_checkout_query',
  'something_of_next_year',
] as const;

/** Messages without words. */
export const SERVICE = [
  { new_chat_members: [{ id: 5, is_bot: false, first_name: 'Baru' }] },
  { left_chat_member: { id: 5, is_bot: false, first_name: 'Lama' } },
  { pinned_message: { message_id: 1, date: 0, chat: { id: -1, type: 'group' } } },
  { location: { latitude: 1, longitude: 2 } },
  { contact: { phone_number: '1', first_name: 'X' } },
  { sticker: {}, emoji: '🙂' },
  { photo: [{ file_id: 'x' }], media_group_id: '77' },
  { forward_origin: { type: 'hidden_user' } },
] as const;

/** What stands where something else should. */
export const JUNK = [
  null,
  [],
  {},
  '',
  'x',
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  true,
  [[]],
  { id: {} },
  '\u0000',
] as const;
