import { randomBytes } from 'node:crypto';
import {
  type BinaryNode,
  Curve,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  hmacSign,
  jidDecode,
  proto,
} from '@whiskeysockets/baileys';
import type { Actor } from './actor.ts';
import type { Accepted } from './noise.ts';

const SERVER = '@s.whatsapp.net';
/** The number that the account gives to its linked device. */
const DEVICE = 7;

interface Device {
  readonly noise: Buffer;
  readonly identity: Buffer;
}

/** How an account's phone and the server make a device one of its own. */
export function makePairing(account: Actor) {
  const accountKey = Curve.generateKeyPair();
  let waiting: (Device & { readonly refs: readonly string[] }) | undefined;
  let proposed: { readonly details: Uint8Array; readonly device: Device } | undefined;
  let paired: Device | undefined;

  const withDevice = (jid: string) => jid.replace('@', `:${DEVICE}@`);

  return {
    /** The address of the linked device, as the two kinds of address. */
    device: () => ({ lid: withDevice(account.lid), jid: withDevice(account.phone) }),

    /** Six references to show as QR codes, one after the other. */
    offer({ clientKey, payload }: Accepted, id: string): BinaryNode {
      const refs = Array.from({ length: 6 }, () => randomBytes(16).toString('base64url'));
      const identity = Buffer.from(payload.devicePairingData!.eIdent!);
      waiting = { noise: clientKey, identity, refs };
      const content = refs.map((ref) => ({ tag: 'ref', attrs: {}, content: Buffer.from(ref) }));
      return {
        tag: 'iq',
        attrs: { from: SERVER, type: 'set', xmlns: 'md', id },
        content: [{ tag: 'pair-device', attrs: {}, content }],
      };
    },

    /** The phone reads a QR, and vouches for the device with the secret in it. */
    scan(qr: string, id: string, now: number): BinaryNode {
      const [ref, noise, identity, secret] = qr.slice(qr.indexOf('#') + 1).split(',') as [
        string,
        string,
        string,
        string,
      ];
      const own = waiting;
      const known =
        own?.refs.includes(ref) &&
        own.noise.toString('base64') === noise &&
        own.identity.toString('base64') === identity;
      if (!own || !known) throw new Error('no such device is waiting');
      const details = proto.ADVDeviceIdentity.encode({ rawId: 1, timestamp: now, keyIndex: 1 }).finish();
      const signed = proto.ADVSignedDeviceIdentity.encode({
        details,
        accountSignatureKey: accountKey.public,
        accountSignature: Curve.sign(
          accountKey.private,
          Buffer.concat([Buffer.from([6, 0]), details, own.identity]),
        ),
      }).finish();
      const hmac = hmacSign(signed, Buffer.from(secret, 'base64'));
      const vouched = proto.ADVSignedDeviceIdentityHMAC.encode({ details: signed, hmac }).finish();
      proposed = { details, device: own };
      const { jid, lid } = this.device();
      const content = [
        { tag: 'device-identity', attrs: {}, content: vouched },
        { tag: 'platform', attrs: { name: 'android' } },
        { tag: 'device', attrs: { jid, lid } },
        { tag: 'biz', attrs: { name: account.name } },
      ];
      return {
        tag: 'iq',
        attrs: { from: SERVER, type: 'set', id, t: `${now}` },
        content: [{ tag: 'pair-success', attrs: {}, content }],
      };
    },

    /** Whether this is the device's own signature under its pairing, a valid one: it is paired now. */
    confirm(node: BinaryNode): boolean {
      const signedNode = getBinaryNodeChild(node, 'pair-device-sign');
      const signed = signedNode && getBinaryNodeChildBuffer(signedNode, 'device-identity');
      if (!signed || !proposed) return false;
      const { deviceSignature } = proto.ADVSignedDeviceIdentity.decode(signed);
      const { details, device } = proposed;
      const signedBytes = Buffer.concat([Buffer.from([6, 1]), details, device.identity, accountKey.public]);
      if (!Curve.verify(device.identity, signedBytes, deviceSignature!)) throw new Error('a wrong signature');
      paired = device;
      return true;
    },

    knows: ({ clientKey, payload }: Accepted): boolean =>
      paired?.noise.equals(clientKey) === true &&
      payload.device === DEVICE &&
      String(payload.username) === jidDecode(account.phone)!.user,

    forget: (): void => {
      paired = undefined;
    },
  };
}
