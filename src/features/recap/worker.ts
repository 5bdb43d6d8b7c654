import { parentPort } from 'node:worker_threads';
import type { RecapFile } from '../../text/content.ts';

/** A file to draw, and what became of it: a picture in as many pages as it takes. */
export interface RenderRequest {
  readonly id: number;
  readonly file: RecapFile;
}
export type RenderResponse =
  | { readonly id: number; readonly pages: readonly Uint8Array[] }
  | { readonly id: number; readonly fault: string };

// Runs as a thread of its own: writing a long page or workbook takes tenths of a second, in which chats are answered.
parentPort?.on('message', ({ id, file }: RenderRequest) => {
  draw(file).then(
    (pages) => parentPort?.postMessage({ id, pages } satisfies RenderResponse),
    (error: unknown) => parentPort?.postMessage({ id, fault: String(error) } satisfies RenderResponse),
  );
});

async function draw({ as, recap }: RecapFile): Promise<readonly Uint8Array[]> {
  switch (as) {
    case 'png':
      return (await import('./png/png.ts')).drawRecap(recap);
    case 'xlsx':
      return [await (await import('./xlsx/xlsx.ts')).writeRecapXlsx(recap)];
    case 'pdf':
      return [await (await import('./pdf/pdf.ts')).writeRecapPdf(recap)];
  }
}
