import { createRequire } from 'node:module';

/** What stands before a key of this curve, where its kind is told. */
const CURVE_25519 = Buffer.from([5]);

/**
 * Lets libsignal sign and verify with the Rust that comes with Baileys. Its own JavaScript takes fifty times as long, with each
 * message that comes or goes. Either reads what the other signed.
 */
export async function quickenSignatures(): Promise<void> {
  const { calculateSignature, verifySignature } = await import('whatsapp-rust-bridge');
  Object.assign(curveOfLibsignal(), {
    sign: calculateSignature,
    verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
      verifySignature(Buffer.concat([CURVE_25519, key]), message, signature),
  });
}

/** The very object on which libsignal calls `sign` and `verify`. */
export const curveOfLibsignal = (): typeof import('curve25519-js') =>
  createRequire(import.meta.url)('curve25519-js');
