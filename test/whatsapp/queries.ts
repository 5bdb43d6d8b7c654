import {
  type BinaryNode,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  jidNormalizedUser,
} from '@whiskeysockets/baileys';
import type { Actor } from './actor.ts';

export interface Group {
  readonly jid: string;
  subject: string;
  /** Without the bot. */
  readonly members: Actor[];
  readonly me: { readonly lid: string; readonly phone: string };
  readonly mode: 'lid' | 'pn';
  /** Seconds after which its messages disappear. */
  timer?: number;
  /** The bot is not in it (any more). */
  closed?: boolean;
  /** Those whose number the server does not tell. */
  readonly hidden?: readonly Actor[];
}

/** Addresses of people or devices about which questions are refused. */
export interface Refusal {
  /** What is asked: for keys of devices, or for the devices of people. */
  readonly of: 'keys' | 'devices';
  readonly code: string;
  /** The whole question is refused, and not only what is said of that one. */
  readonly whole: boolean;
}

interface World {
  readonly actors: readonly Actor[];
  readonly groups: ReadonlyMap<string, Group>;
  readonly refusals: ReadonlyMap<string, Refusal>;
  /** Further devices of people, by LID. */
  readonly companions: ReadonlyMap<string, number>;
}

const node = (tag: string, attrs: BinaryNode['attrs'] = {}, content?: BinaryNode['content']): BinaryNode => ({
  tag,
  attrs,
  ...(content && { content }),
});

/** The server's answer to a question of the bot. */
export function answerTo(iq: BinaryNode, world: World): BinaryNode {
  const { id, to, xmlns } = iq.attrs as Record<string, string>;
  const attrs = { id: id!, from: to ?? '@s.whatsapp.net', type: 'result' };
  const group = xmlns === 'w:g2' ? world.groups.get(to!) : undefined;
  if (group?.closed)
    return node('iq', { ...attrs, type: 'error' }, [node('error', { code: '403', text: 'forbidden' })]);
  const refused = refusedWhole(iq, world);
  if (refused) return node('iq', { ...attrs, type: 'error' }, [error(refused)]);
  const content = group ? [describe(group)] : contentFor(iq, xmlns ?? '', world);
  return node('iq', attrs, content);
}

function contentFor(iq: BinaryNode, xmlns: string, world: World): BinaryNode[] | undefined {
  const child = (tag: string) => getBinaryNodeChild(iq, tag);
  switch (xmlns) {
    case 'encrypt':
      if (child('count')) return [node('count', { value: '1' })];
      if (child('digest')) return [node('digest', {}, [node('hash', {}, Buffer.from('x'))])];
      if (child('key')) return [node('list', {}, bundles(child('key')!, world))];
      return undefined;
    case 'usync':
      return [node('usync', {}, [node('list', {}, devices(child('usync')!, world))])];
    case 'w:g2':
      return [node('groups', {}, [...world.groups.values()].filter(({ closed }) => !closed).map(describe))];
    case 'w:sync:app:state':
      return [
        node(
          'sync',
          {},
          getBinaryNodeChildren(child('sync'), 'collection').map(({ attrs }) =>
            node('collection', { name: attrs.name!, version: '0' }),
          ),
        ),
      ];
    case 'w:m':
      return [node('media_conn', { auth: 'x', ttl: '3600' }, [node('host', { hostname: 'media.test' })])];
    case 'abt':
      return [node('props')];
    case 'blocklist':
      return [node('list')];
    case 'privacy':
      return [node(child('tokens') ? 'tokens' : 'privacy')];
    default:
      return undefined;
  }
}

export const describe = ({ jid, subject, members, me, mode, timer, hidden = [] }: Group): BinaryNode =>
  node('group', { id: jid.replace('@g.us', ''), subject, s_t: '1', creation: '1', addressing_mode: mode }, [
    ...(timer ? [node('ephemeral', { expiration: `${timer}` })] : []),
    ...members.map((actor) => node('participant', addressed(actor, mode, hidden.includes(actor)))),
    node('participant', addressed(me, mode, false)),
  ]);

const addressed = ({ lid, phone }: Pick<Actor, 'lid' | 'phone'>, mode: Group['mode'], hidden: boolean) =>
  mode === 'lid' ? { jid: lid, ...(!hidden && { phone_number: phone }) } : { jid: phone, lid };

const find = (world: World, jid: string | undefined): Actor | undefined =>
  world.actors.find(({ lid, phone }) => jid && [lid, phone].includes(jidNormalizedUser(jid)));

const error = ({ code }: Refusal): BinaryNode => node('error', { code, text: 'not-acceptable' });

/** Why a question about several is refused as a whole. */
function refusedWhole(iq: BinaryNode, world: World): Refusal | undefined {
  const keys = getBinaryNodeChild(iq, 'key');
  const list = keys ?? getBinaryNodeChild(getBinaryNodeChild(iq, 'usync'), 'list');
  return getBinaryNodeChildren(list, 'user')
    .map(({ attrs }) => world.refusals.get(attrs.jid!))
    .find((refusal) => refusal?.whole && refusal.of === (keys ? 'keys' : 'devices'));
}

/** Keys of the devices asked for, as far as there are such devices: only people's phones leave keys. */
const bundles = (asked: BinaryNode, world: World): BinaryNode[] =>
  getBinaryNodeChildren(asked, 'user').flatMap(({ attrs }) => {
    const refusal = world.refusals.get(attrs.jid!);
    if (refusal?.of === 'keys') return [node('user', { jid: attrs.jid! }, [error(refusal)])];
    const actor = /:/.test(attrs.jid!) ? undefined : find(world, attrs.jid);
    return actor ? [{ ...actor.bundle(), attrs: { jid: attrs.jid! } }] : [];
  });

function devices(usync: BinaryNode, world: World): BinaryNode[] {
  const protocols = (getBinaryNodeChild(usync, 'query')!.content as BinaryNode[]).map(({ tag }) => tag);
  return getBinaryNodeChildren(getBinaryNodeChild(usync, 'list'), 'user').map(({ attrs }) => {
    const actor = find(world, attrs.jid);
    const refusal = world.refusals.get(attrs.jid!);
    const companion = world.companions.get(attrs.jid!);
    const list = node('device-list', {}, [
      node('device', { id: '0' }),
      ...(companion ? [node('device', { id: `${companion}`, 'key-index': '1' })] : []),
    ]);
    const own = refusal?.of === 'devices' ? error(refusal) : list;
    return node('user', { jid: attrs.jid! }, [
      ...(protocols.includes('devices') ? [node('devices', {}, [own])] : []),
      ...(protocols.includes('lid') && actor && attrs.jid?.endsWith('@s.whatsapp.net')
        ? [node('lid', { val: actor.lid })]
        : []),
    ]);
  });
}
