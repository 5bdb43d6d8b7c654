import { type BinaryNode, getBinaryNodeChild, jidNormalizedUser, type proto } from '@whiskeysockets/baileys';
import { createWatch } from '../watch.ts';
import { type Actor, type Keys, keysIn, makeActor } from './actor.ts';
import { type Line, listenForLines } from './lines.ts';
import { type Accepted, type Identity, makeIdentity } from './noise.ts';
import { type Outgoing, readOutgoing } from './outgoing.ts';
import { makePairing } from './pairing.ts';
import { answerTo, type Group, type Refusal } from './queries.ts';
import { makeQueue } from './queue.ts';
import { makeSpeech } from './speech.ts';
import { conflict, groupNotice, historyNotice, refreshNotice, retryReceipt, SERVER } from './stanzas.ts';

export type { Outgoing } from './outgoing.ts';
export type { Saying } from './speech.ts';

export interface ServerOptions {
  /** Seconds since 1970. */
  readonly now?: () => number;
  readonly port?: number;
  /** Which of the installation's numbers is a device of the account; from 1. */
  readonly number?: number;
  /** That of another server; servers of one process need the same. */
  readonly identity?: Identity;
}

export type WireServer = Awaited<ReturnType<typeof startServer>>;

/**
 * A WhatsApp Web server for one account whose linked device is the bot: pairing, login, keys, groups, and messages
 * encrypted as WhatsApp's are. It shows the adapter and Baileys what they expect of WhatsApp; it is not WhatsApp.
 */
export async function startServer(options: ServerOptions = {}) {
  const now = options.now ?? (() => Math.floor(Date.now() / 1000));
  const identity = options.identity ?? makeIdentity();
  const n = String(options.number ?? 1).padStart(3, '0');
  const account = makeActor('Bot', `900000000${n}@lid`, `6281100000${n}@s.whatsapp.net`);
  const me = { lid: account.lid, phone: account.phone };
  const pairing = makePairing(account);
  const actors: Actor[] = [];
  const groups = new Map<string, Group>();
  const withheld = new Map<string, Refusal>();
  const companions = new Map<string, number>();
  const sent: Outgoing[] = [];
  const received: BinaryNode[] = [];
  const queue = makeQueue();
  const refusals: string[] = [];
  const { watch, until } = createWatch();
  let keys: { readonly base: Omit<Keys, 'preKey'>; readonly preKeys: Keys['preKey'][] } | undefined;
  let line: Line | undefined;
  let lastId = 0;
  let upgrades = 0;
  let appVersion: proto.ClientPayload.UserAgent.IAppVersion | null | undefined;
  let acknowledges = true;
  let refusedLogin: Readonly<Record<string, string>> | undefined;
  let newDevice = false;
  let heldLists: (() => void)[] | undefined;
  let heldLogins: (() => void)[] | undefined;

  const nextId = (): string => `WIRE${String(++lastId).padStart(12, '0')}`;
  const lines = await listenForLines(identity, options.port ?? 0, {
    upgrade() {
      upgrades += 1;
      watch();
    },
    accepted(own, client) {
      line = own;
      appVersion = client.payload.userAgent?.appVersion;
      greet(own, client);
      watch();
    },
    async stanza(own, node) {
      received.push(node);
      if (node.tag === 'receipt' && node.attrs.type === 'retry') await speech.again(node.attrs.id!);
      else if (node.tag === 'receipt' || node.tag === 'ack') queue.acknowledge(node);
      if (node.tag === 'iq') answer(own, node);
      if (node.tag === 'message') await take(own, node);
      watch();
    },
    closed(own) {
      if (line === own) line = undefined;
      watch();
    },
  });

  function greet(own: Line, client: Accepted): void {
    if (heldLogins) return void heldLogins.push(() => greet(own, client));
    const refused = refusedLogin ?? (pairing.knows(client) ? undefined : { reason: '401' });
    if (client.payload.devicePairingData) own.send(pairing.offer(client, nextId()));
    else if (refused) own.end({ tag: 'failure', attrs: refused });
    else own.send({ tag: 'success', attrs: { t: `${now()}`, lid: pairing.device().lid } });
  }

  function answer(own: Line, node: BinaryNode): void {
    if (node.attrs.type === 'result') {
      newDevice = pairing.confirm(node);
      if (newDevice) own.end({ tag: 'stream:error', attrs: { code: '515' } });
      return;
    }
    if (getBinaryNodeChild(node, 'registration')) {
      const { base, preKeys } = keysIn(node);
      keys = { base, preKeys: [...(keys?.preKeys ?? []), ...preKeys] };
    }
    const told = answerTo(node, { actors: [...actors, account], groups, refusals: withheld, companions });
    const isList = getBinaryNodeChild(node, 'participating') !== undefined;
    if (isList && heldLists) heldLists.push(() => own.send(told));
    else own.send(told);
    if (getBinaryNodeChild(node, 'digest')) open(own);
    if (isList) own.askedForGroups = true;
  }

  /** What the bot has not acknowledged, and then: that this was all. */
  function open(own: Line): void {
    for (const node of queue.nodes) own.send({ ...node, attrs: { ...node.attrs, offline: '1' } });
    const offline = { tag: 'offline', attrs: { count: `${queue.nodes.length}` } };
    own.send({ tag: 'ib', attrs: { from: SERVER }, content: [offline] });
    if (newDevice) own.send(historyNotice(account, nextId(), now()));
    newDevice = false;
    own.open = true;
  }

  /** A message of the bot: read by everybody it is for, then acknowledged or refused. */
  async function take(own: Line, node: BinaryNode): Promise<void> {
    const { id = '', to = '' } = node.attrs;
    const isTo = ({ lid, phone }: Actor) => [lid, phone].includes(jidNormalizedUser(to));
    const readers = groups.get(to)?.members ?? actors.filter(isTo);
    const outgoing = await readOutgoing(node, readers, pairing.device().lid);
    const error = refusals.shift();
    if (outgoing && !error) sent.push(outgoing);
    const attrs = { class: 'message', id, from: to, t: `${now()}`, ...(error && { error }) };
    if (acknowledges) own.send({ tag: 'ack', attrs });
  }

  /** Sends a stanza, now if the bot is there, and again whenever it comes until it acknowledges it. */
  function post(node: BinaryNode): void {
    queue.nodes.push(node);
    if (line?.open) line.send(node);
  }

  const bot = {
    get jid() {
      return pairing.device().lid;
    },
    keys: (): Keys => ({ ...keys!.base, preKey: keys!.preKeys.shift() }),
  };

  const speech = makeSpeech(bot, now, nextId, post);

  return {
    url: `ws://127.0.0.1:${lines.port}/ws/chat`,
    /** The key that certificates go back to. */
    root: identity.root,
    identity,
    /** The account that the bot is a device of. */
    me,
    /** The phone of that account, on which somebody may write as well. */
    phone: account,
    sent,
    received,
    until,
    watch,
    say: speech.say,
    post,
    /** Sends stanzas once, and all in one piece. */
    tell: (...nodes: readonly BinaryNode[]): void => line?.send(...nodes),
    /** The ids of stanzas that the bot has not acknowledged. */
    waiting: () => queue.nodes.map(({ attrs }) => attrs.id),
    upgrades: () => upgrades,
    /** What the bot gave as its version when it came last. */
    version: () => [appVersion?.primary, appVersion?.secondary, appVersion?.tertiary],
    /** The bot is logged in, and knows that nothing more is waiting for it. */
    isOpen: () => line?.open === true,
    askedForGroups: () => line?.askedForGroups === true,
    isConnected: () => line !== undefined,
    person(name: string): Actor {
      const n = String(actors.length + 1).padStart(3, '0');
      const actor = makeActor(name, `800000000${n}@lid`, `6281200000${n}@s.whatsapp.net`);
      actors.push(actor);
      return actor;
    },
    group(subject: string, members: Actor[], mode: Group['mode'] = 'lid'): Group {
      const jid = `1203630000000000${String(groups.size + 1).padStart(2, '0')}@g.us`;
      const group: Group = { jid, subject, members, me, mode };
      groups.set(jid, group);
      return group;
    },
    /** The phone scans a QR: the bot is told that it is paired. Throws for a QR of no device that waits here. */
    scan: (qr: string): void => line?.send(pairing.scan(qr, nextId(), now())),
    /** Before it lets anyone pair, the server wants the device's secret renewed. */
    refreshRegistration(): string {
      const id = nextId();
      line?.send(refreshNotice(id, now()));
      return id;
    },
    /** The group's server tells of somebody's deed. */
    notify(group: Group, by: Actor, child: BinaryNode, t = now()): string {
      const id = nextId();
      post(groupNotice(group, by, child, id, t));
      return id;
    },
    askAgain: (actor: Actor, group: Group, id: string): void => post(retryReceipt(actor, group, id, now())),
    /** The next messages of the bot are refused with that code. */
    refuse: (code: string, times = 1): void => {
      refusals.push(...Array.from({ length: times }, () => code));
    },
    /** Questions about a person or device are refused from now on; without a refusal answered again. */
    withhold(jid: string, refusal?: Refusal): void {
      if (refusal) withheld.set(jid, refusal);
      else withheld.delete(jid);
    },
    /** Somebody links a further device, and gives its address; it leaves no keys. */
    addDevice({ lid }: Actor, id: number): string {
      companions.set(lid, id);
      return lid.replace('@', `:${id}@`);
    },
    /** Stops or resumes acknowledging the bot's messages. */
    acknowledge: (on: boolean): void => {
      acknowledges = on;
    },
    /** The lists of groups that are asked for are told when this is released. */
    holdLists: (): void => {
      heldLists = [];
    },
    releaseLists(): void {
      for (const tell of heldLists ?? []) tell();
      heldLists = undefined;
    },
    /** Logins are answered when this is released. */
    holdLogins: (): void => {
      heldLogins = [];
    },
    releaseLogins(): void {
      const held = heldLogins ?? [];
      heldLogins = undefined;
      for (const tell of held) tell();
    },
    hang: lines.hang,
    /** Logins fail for that reason, with what else the server says of it. */
    refuseLogins: (reason: string | undefined, more: Readonly<Record<string, string>> = {}): void => {
      refusedLogin = reason === undefined ? undefined : { reason, ...more };
    },
    /** The phone ends the session of its linked device. */
    logOut(): void {
      pairing.forget();
      line?.end(conflict('device_removed', '401'));
    },
    /** Another process has logged in with the same session. */
    replace: (): void => line?.end(conflict('replaced')),
    drop: (): void => line?.drop(),
    close: () => lines.close(),
  };
}
