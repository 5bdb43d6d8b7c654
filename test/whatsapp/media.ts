import { createDecipheriv, createHmac } from 'node:crypto';
import { Agent, createServer } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { getMediaKeys, type MediaType } from '@whiskeysockets/baileys';

/**
 * Takes the files that the bot uploads. Baileys only uploads over https: `agent` leads it here in the clear, whichever
 * host it names.
 */
export async function startMediaServer() {
  const files = new Map<string, Buffer>();
  let fault: 'down' | 'silent' | 'cut' | undefined;
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url!.split('?')[0]!;
      if (fault === 'silent') return undefined;
      if (fault === 'down') return response.writeHead(500).end();
      if (fault === 'cut')
        return response.writeHead(200, { 'content-length': 99 }).write('{"url":', () => response.destroy());
      files.set(path, Buffer.concat(chunks));
      return response.end(JSON.stringify({ url: `https://media.test${path}`, direct_path: path }));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const agent = new Agent();
  Object.assign(agent, { protocol: 'https:', createConnection: () => connect(port, '127.0.0.1') });

  return {
    agent: agent as unknown as HttpsAgent,
    files,
    /** Uploads are refused, not answered, or answered in part from now on; without a fault taken again. */
    fail: (how: typeof fault) => {
      fault = how;
    },
    /** What a message's receiver gets to see. Throws where the file was changed on its way. */
    async open(
      message: { directPath?: string | null; mediaKey?: Uint8Array | null },
      type: MediaType,
    ): Promise<Buffer> {
      const stored = files.get(message.directPath!)!;
      const { cipherKey, iv, macKey } = await getMediaKeys(message.mediaKey!, type);
      const sealed = stored.subarray(0, -10);
      const mac = createHmac('sha256', macKey!).update(iv).update(sealed).digest().subarray(0, 10);
      if (!mac.equals(stored.subarray(-10))) throw new Error('a wrong signature');
      const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv);
      return Buffer.concat([decipher.update(sealed), decipher.final()]);
    },
    close: () =>
      new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
