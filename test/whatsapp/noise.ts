import {
  aesDecryptGCM,
  aesEncryptGCM,
  Curve,
  hkdf,
  proto,
  sha256,
  WA_CERT_DETAILS,
} from '@whiskeysockets/baileys';

type KeyPair = ReturnType<typeof Curve.generateKeyPair>;

const PROTOCOL = Buffer.from('Noise_XX_25519_AESGCM_SHA256\0\0\0\0');
const NONE = Buffer.alloc(0);

/** What proves to a client that it talks to this server: a chain of certificates up to a root key. */
export interface Identity {
  readonly static: KeyPair;
  readonly chain: Uint8Array;
  readonly root: Uint8Array;
}

/** A server's identity under a root of its own. */
export function makeIdentity(): Identity {
  const { Details } = proto.CertChain.NoiseCertificate;
  const [root, intermediate, leaf] = [1, 2, 3].map(() => Curve.generateKeyPair()) as [
    KeyPair,
    KeyPair,
    KeyPair,
  ];
  const certify = (key: KeyPair, serial: number, issuerSerial: number, issuer: KeyPair) => {
    const details = Details.encode({ serial, issuerSerial, key: key.public }).finish();
    return { details, signature: Curve.sign(issuer.private, details) };
  };
  const chain = proto.CertChain.encode({
    intermediate: certify(intermediate, 1, WA_CERT_DETAILS.SERIAL, root),
    leaf: certify(leaf, 2, 1, intermediate),
  }).finish();
  return { static: leaf, chain, root: root.public };
}

/** Makes Baileys, in this process, trust that server instead of WhatsApp's. */
export function trust(root: Uint8Array): void {
  (WA_CERT_DETAILS as { PUBLIC_KEY: Buffer }).PUBLIC_KEY = Buffer.from(root);
}

const ivOf = (counter: number): Uint8Array => {
  const iv = Buffer.alloc(12);
  iv.writeUInt32BE(counter, 8);
  return iv;
};

/** One direction of an established channel. */
function channel(key: Uint8Array) {
  let counter = 0;
  return {
    seal: (data: Uint8Array) => aesEncryptGCM(data, key, ivOf(counter++), NONE),
    open: (data: Uint8Array) => aesDecryptGCM(data, key, ivOf(counter++), NONE),
  };
}

export interface Accepted {
  /** The client's long-lived key. */
  readonly clientKey: Buffer;
  readonly payload: proto.ClientPayload;
}

/**
 * The server's side of a connection: bytes in, frames out. `accepted` is called once the client has said who it is,
 * `frame` for each frame after that, opened.
 */
export function acceptNoise(
  identity: Identity,
  write: (bytes: Buffer) => void,
  accepted: (client: Accepted) => void,
  frame: (data: Buffer) => void,
) {
  let hash: Buffer = PROTOCOL;
  let salt: Uint8Array = PROTOCOL;
  let key: Uint8Array = PROTOCOL;
  let counter = 0;
  let bytes: Buffer = NONE;
  let intro = true;
  const ephemeral = Curve.generateKeyPair();
  let inward: ReturnType<typeof channel> | undefined;
  let outward: ReturnType<typeof channel> | undefined;

  const mixHash = (data: Uint8Array) => {
    hash = sha256(Buffer.concat([hash, data]));
  };
  const expand = (data: Uint8Array) => {
    const out = hkdf(Buffer.from(data), 64, { salt: Buffer.from(salt), info: '' });
    return [out.subarray(0, 32), out.subarray(32)] as const;
  };
  const mixKey = (data: Uint8Array) => {
    [salt, key] = expand(data);
    counter = 0;
  };
  const seal = (data: Uint8Array) => {
    const sealed = aesEncryptGCM(data, key, ivOf(counter++), hash);
    mixHash(sealed);
    return sealed;
  };
  const open = (data: Uint8Array) => {
    const opened = aesDecryptGCM(data, key, ivOf(counter++), hash);
    mixHash(data);
    return opened;
  };
  const framed = (data: Uint8Array): Buffer => {
    const head = Buffer.from([data.length >> 16, (data.length >> 8) & 255, data.length & 255]);
    return Buffer.concat([head, data]);
  };

  function hello(data: Buffer): void {
    const client = proto.HandshakeMessage.decode(data).clientHello!.ephemeral!;
    mixHash(client);
    mixHash(ephemeral.public);
    mixKey(Curve.sharedKey(ephemeral.private, client));
    const sealedStatic = seal(identity.static.public);
    mixKey(Curve.sharedKey(identity.static.private, client));
    const serverHello = { ephemeral: ephemeral.public, static: sealedStatic, payload: seal(identity.chain) };
    write(framed(proto.HandshakeMessage.encode({ serverHello }).finish()));
  }

  function finish(data: Buffer): void {
    const { static: sealedKey, payload } = proto.HandshakeMessage.decode(data).clientFinish!;
    const clientKey = open(sealedKey!);
    mixKey(Curve.sharedKey(ephemeral.private, clientKey));
    const opened = proto.ClientPayload.decode(open(payload!));
    const [toServer, toClient] = expand(NONE);
    inward = channel(toServer);
    outward = channel(toClient);
    accepted({ clientKey, payload: opened });
  }

  let greeted = false;
  function take(data: Buffer): void {
    if (inward) frame(inward.open(data));
    else if (greeted) finish(data);
    else hello(data);
    greeted = true;
  }

  /** The client begins with `WA`, its version, and before that perhaps where it wants to be routed to. */
  function skipIntro(): boolean {
    const routed = bytes.subarray(0, 2).toString() === 'ED';
    if (bytes.length < (routed ? 7 : 4)) return false;
    const start = routed ? 7 + bytes.readUIntBE(4, 3) : 0;
    if (bytes.length < start + 4) return false;
    mixHash(bytes.subarray(start, start + 4));
    bytes = bytes.subarray(start + 4);
    return true;
  }

  return {
    read(chunk: Buffer): void {
      bytes = Buffer.concat([bytes, chunk]);
      if (intro) intro = !skipIntro();
      if (intro) return;
      while (bytes.length >= 3) {
        const size = bytes.readUIntBE(0, 3);
        if (bytes.length < size + 3) return;
        const data = bytes.subarray(3, size + 3);
        bytes = bytes.subarray(size + 3);
        take(data);
      }
    },
    /** In one piece. */
    send: (all: readonly Uint8Array[]): void =>
      write(Buffer.concat(all.map((data) => framed(outward!.seal(data))))),
  };
}
