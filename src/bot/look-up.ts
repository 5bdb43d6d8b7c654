import type { AreaCode } from '../domain/ids.ts';
import { areaOf, similarPlaces, takePlace, withoutFillers } from '../domain/places.ts';
import type { Reply } from './command.ts';
import type { CommandIndex } from './command-index.ts';
import type { MessageContext } from './context.ts';
import { runCommand } from './run-command.ts';
import { saysThanks } from './short-reply.ts';

// A question in people's own words, said to the bot, that a command answers: "kecamatan mana yg blm lapor?", "mandau gmn?".

/** A command, of another bot's or a path: no question. */
const SLASHED = /^\s*\//;
/** Longer words are no question, but something that is told. */
const LONGEST = 120;

/** What is asked for, by a word that says so, and the command and the form that show it; the first that fits counts. */
const SHOWN: readonly (readonly [words: RegExp, command: string, form: string])[] = [
  [/^(belum|blm|blum|blom|kurang|tertinggal|ketinggalan|telat|terlambat|nunggak)$/, 'belum', ''],
  [/^(riwayat|histori|history)$/, 'riwayat', ''],
  [/^(tenggat|deadline|kapan)$/, 'tenggat', ''],
  [/^(laju|perkiraan|prediksi|proyeksi|bergerak|mandek)$/, 'rekap', 'laju'],
  [/^(gambar|foto|grafik)(nya)?$/, 'rekap', 'gambar'],
  [/^(xlsx|excel|exel)(nya)?$/, 'rekap', 'xlsx'],
  [/^pdf(nya)?$/, 'rekap', 'pdf'],
  [/^peringkat$/, 'rekap', 'peringkat'],
  [/^(kantor|gerai|sembako|simpan|pinjam|klinik|apotek|gudang|logistik)(nya)?$/, 'status', ''],
  [/^(rekap|rekapan|rekapitulasi|rekapnya)$/, 'rekap', ''],
  [
    /^(progres|progress|perkembangan|perkembangannya|capaian|capaiannya|kondisi|kondisinya|keadaan|data|datanya|hasil|hasilnya|update)$/,
    'rekap',
    '',
  ],
  [/^(lapor|melapor|laporan|laporannya)$/, 'rekap', ''],
];

/** What tells a question or a request from a remark. */
const ASKS =
  /\?|\b(siapa|mana|berapa|brp|apa|apakah|gmn|gmana|gimana|bagaimana|bgmn|kapan|tolong|tlg|mohon|mhn|minta|coba|lihat|liat|tampilkan|kirim|kirimkan|rekap\w*)\b/i;

/**
 * Answers a question in words as the command does that shows it, about the place that it names; undefined where the words ask for nothing
 * that is shown. Above the kecamatan the name of a place alone asks for its recap.
 */
export function lookUp(context: MessageContext, commands: CommandIndex): Reply | undefined {
  const { text } = context.message;
  const within = (context.here ?? context.above)?.area.code;
  if (!within || text.length > LONGEST || SLASHED.test(text) || saysThanks(text)) return undefined;
  const words = text.split(/[^\p{L}\d.]+/u).filter(Boolean);
  const wanted = SHOWN.find(([each]) => words.some((word) => each.test(word.toLowerCase())));
  const others = words.filter((word) => !SHOWN.some(([each]) => each.test(word.toLowerCase()))).join(' ');
  const place = placeNamed(context, within, others);
  const [, name, form] = wanted && ASKS.test(text) ? wanted : ['', place && !context.here ? 'rekap' : '', ''];
  // A kecamatan's recap has a line on each unit, and its status is a village's.
  const command = commands.find(name === 'status' && context.here && !place ? 'rekap' : (name ?? ''));
  return command && runCommand(command, [place, form].filter(Boolean).join(' '), context);
}

/** The place that words name, in what was shown before or in the whole area: as a command finds it, a misspelled one included. */
function placeNamed({ prompt, above }: MessageContext, within: AreaCode, words: string): string {
  const shown = prompt?.context.area;
  for (const area of shown && above ? [areaOf(shown), within] : [within]) {
    const { found, name, rest } = takePlace(area, words);
    const [only] = found;
    if (only && rest === '') return found.length === 1 ? only.code : name;
  }
  return similarPlaces(within, words).length > 0 ? withoutFillers(words) : '';
}
