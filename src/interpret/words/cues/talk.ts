/* What people say to each other, around a report or instead of one. Picked out of the other tables, where they stand too. */

/** Beside a single unit they speak of it in passing. */
export const PASSING = `
  pernah, prnh, saja, aja, aj, sj, doang, terus, trus
`;

/** A bare "buka", "jalan", "lagi": too little when nobody was asked. */
export const WEAK = `
  buka, dibuka, terbuka, bka, jalan, berjalan, jln, lagi, lg, lgi
`;

/** Behind a status they ask for a yes: "kantor sudah ya", "sudah kan". */
export const TAGS = `
  ya, yaa, yah, y, yo, iya, kan, toh, to, betul, bener
`;

/** How people are, not units: "semua aman". */
export const WELL = `
  lancar, aman, baik, sehat, semangat, mantap
`;

/** They ask for more than a yes: behind what is told they ask about something else. */
export const OPEN_QUESTIONS = `
  kapan, kpn, kapn, kpan, bagaimana, bgmn, bgmna, bgmana, bagaimna, gimana, gmn, gmna, gimna, gmana, siapa, kenapa, knp,
  mengapa, berapa, brp, brapa, mana, dimana, dmn
  Jawa: piye, kepiye, pripun, endi, piro
  Sunda: kumaha, iraha
  Minang: baa, bilo, camano
  Melayu: macam mana, cemana, bile
`;

/** Looking at a unit tells nothing of it. */
export const LOOKS = `
  cek, dicek
`;

/** Of requests those that ask to be heard: "mohon dicatat", not "jangan lapor". */
export const HEARING = `
  mohon, mhn, tolong, tlg, tlong, perlu, minta, harap
`;

/** Said first, of something that surprises: "loh klinik sudah buka". */
export const SURPRISE = `
  loh, lho, lo, emang
`;

/** What was written wrongly: "salah tulis klinik sudah" takes it back, "salah tulis, klinik sudah" puts it right. */
export const MISWRITTEN = `
  slah, slah ketik, salah, slh, keliru, maaf salah, maaf keliru, sori salah, sorry salah, salah ketik, salah tulis,
  salah kirim, salah lapor, salah input, salah isi, salah catat, salah rekap
`;

/** Said of a report that comes late: "maaf terlambat lapor". */
export const LATE = `
  terlambat, trlambat
`;

/** Where somebody does not come: "tidak bisa hadir". */
export const ATTENDING = `
  hadir, menghadiri, hadiri, ikut, mengikuti, datang, dtg, rapat, kumpul, gabung, bergabung
`;

/** Behind a correction they say that it is one: "salah, apotek maksudnya". */
export const MEANT = `
  maksudnya, maksud, maksud saya, mksdnya, mksd, mksud, maksudnyo
`;

/** Asked to be looked after: "mohon dicek klinik sudah buka". */
export const CHECKS = `
  mohon dicek, tolong dicek, mohon dikoreksi
`;

/** Whom it thanks, it does not report: "terima kasih klinik sudah buka". */
export const THANKS = `
  terima kasih, trima kasih, terimakasih, trimakasih, makasih, mksh, makasi, mksih, trims, tks, thanks, thx,
  matur suwun, matur nuwun, suwun, hatur nuhun, tarimo kasih
`;

/** What somebody else has done is praised with them: "mantap pak kiosnya sudah jalan". */
export const PRAISE = `
  mantap, mantab, mantul, keren, hebat, salut, jos, joss, top, wah, wow, luar biasa
`;

/** Nor whom it wishes well. */
export const WISHES = `
  selamat
`;

/** Said where somebody has just understood: "oh jadi kantor sudah". */
export const UNDERSTANDING = `
  o, oh, ooh, owh, oalah, ohh, oo
`;

/** Behind what is told it says so again: "sudah kok pak"; before it, it asks. */
export const SO_IT_IS = `
  kok
`;

/** What is done with something that is only named: "kantor dicek". */
export const SEEN_TO = `
  cek, dicek, isi, diisi, kirim, dikirim, dikirim ulang, disalin
`;
