/* What others have written: news, and lines of the bot. Picked out of the other tables, where they stand too. */

/** What news and announcements hold: who speaks in them, and how they end. */
export const NEWS = `
  menteri, mentri, menko, menkop, mendes, wamen, wamenkop, kementerian, kemenkop, kemendes, presiden, wapres,
  wakil presiden, prabowo, gubernur, wagub, wakil gubernur, bupati, wabup, wakil bupati, dpr, dprd, nasional,
  se-indonesia, seindonesia, indonesia, pemerintah, selengkapnya, selanjutnya di, berita, breaking, news, siaran pers
`;

/** How lines begin that only the bot writes, one a line; its fill-in list is not among them. */
export const BOT_LINES = `
  yang belum berdiri di
  yang belum berdiri atau belum dilaporkan di
  rekap penutup tenggat
  rincian per unit (dari
  seluruh unit di semua
  balas pesan ini dengan nomor
  bapak/ibu, mohon balas pesan ini bila ada unit yang sudah berdiri
  bila sudah ada yang berdiri, balas pesan ini
  sudah tercatat sebelumnya untuk
  bila ada yang keliru, balas pesan ini dengan /batal
  untuk melapor, balas dengan nomor
  yang terbaca:
`;

/** How such lines end. */
export const BOT_LINE_ENDS = `
  , terbaru di atas
  . belum ada yang dicatat.
`;

/** How lines begin above words that were passed on, one a line. */
export const PASSED_ON_LINES = `
  forwarded from
  [forward
  (forward
  forward:
  forward dari
  [fwd
  (fwd
  fwd dari
  fw:
  forwarded message
  diteruskan dari
  diteruskan:
  [diteruskan
  (diteruskan
  terusan:
  terusan dari
  copas
  izin copas
  ijin copas
  izin forward
  ijin forward
  izin meneruskan
  ijin meneruskan
  dari grup sebelah
  info dari grup
  fwd:
  dari bot:
  info dari bot
  kabar dari bot
  pesan dari bot
`;
