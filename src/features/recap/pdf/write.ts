import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** Writes a document with the project's font; it reaches no other file and no network. */
export async function writePdf(document: TDocumentDefinitions): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake');
  const { resolve } = createRequire(import.meta.url);
  const font = (name: string) => resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`);
  const files = { normal: font('400Regular'), bold: font('600SemiBold') };
  pdfmake.setFonts({ Inter: files });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(files).includes(path));
  return pdfmake.createPdf(document).getBuffer();
}
