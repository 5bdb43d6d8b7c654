import type { Content } from 'pdfmake/interfaces.js';
import type { Letter } from '../../../text/content.ts';
import { literal } from '../../../text/markup.ts';
import { words } from '../labels.ts';
import { INK, MUTED } from '../theme.ts';
import { writePdf } from './write.ts';

/** Writes invitations as a page each: the area, the code, its QR, and how to begin. */
export const writeLetters = (letters: readonly Letter[]): Promise<Uint8Array> =>
  writePdf({
    pageSize: 'A4',
    pageMargins: [56, 70, 56, 56],
    defaultStyle: { font: 'Inter', fontSize: 13, color: INK, lineHeight: 1.3 },
    info: { title: words('letter-title') },
    content: letters.map((letter, i) => page(letter, i < letters.length - 1)),
  });

const page = ({ area, from, code, link, chat, until, steps }: Letter, more: boolean): Content =>
  ({
    stack: [
      { text: words('letter-title'), fontSize: 14, color: MUTED },
      { text: area, fontSize: 26, bold: true, margin: [0, 4, 0, 0] },
      { text: from, fontSize: 14, margin: [0, 0, 0, 26] },
      { text: words('letter-code'), color: MUTED },
      { text: code, fontSize: 34, bold: true, characterSpacing: 2, margin: [0, 0, 0, 22] },
      { qr: link ?? chat ?? `/mulai ${code}`, fit: 200, margin: [0, 0, 0, 8] },
      ...(link ? address('letter-scan', link) : []),
      ...(chat ? address(link ? 'letter-number' : 'letter-scan-number', chat) : []),
      ...(link || chat ? [] : [note('letter-scan-code')]),
      { ol: [...steps], margin: [0, 14, 0, 18] },
      { text: words('letter-valid', { until: literal(until) }), fontSize: 11, color: MUTED },
    ],
    ...(more && { pageBreak: 'after' as const }),
  }) as Content;

const note = (key: 'letter-scan' | 'letter-number' | 'letter-scan-number' | 'letter-scan-code'): Content => ({
  text: words(key),
  fontSize: 11,
  color: MUTED,
});

/** On the phone that the letter is read on there is nothing to scan it with: the address is there to be tapped. */
const address = (key: Parameters<typeof note>[0], link: string): Content[] => [
  note(key),
  { text: link, link, fontSize: 11, margin: [0, 0, 0, 8] },
];
