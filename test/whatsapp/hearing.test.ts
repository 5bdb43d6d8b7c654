import { proto } from '@whiskeysockets/baileys';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/ids.ts';
import type { Account } from '../../src/domain/people.ts';
import type { Actor } from './actor.ts';
import type { Group } from './queries.ts';
import { makeRig, type Rig } from './rig.ts';
import { sealedEdit } from './seal.ts';
import type { Saying } from './server.ts';

let rig: Rig;
let budi: Actor;
let sari: Actor;
let group: Group;
beforeEach(async () => {
  rig = await makeRig();
  budi = rig.server.person('Budi');
  sari = rig.server.person('Sari');
  group = rig.server.group('KDMP Bathin Solapan', [budi, sari]);
  await rig.pair();
});
afterEach(() => rig.close());

/** The server knows of all it sent that the bot got it. */
const acknowledged = () => rig.server.until(() => rig.server.waiting().length === 0);

/** How often the bot asked for a message again that it could not read. */
const retries = () =>
  rig.server.received.filter(({ tag, attrs }) => tag === 'receipt' && attrs.type === 'retry').length;

/** Says something in the group, and gives what the bot heard. */
async function hear(message: Saying['message'], options: Partial<Saying> = {}) {
  const before = rig.messages().length;
  const id = await rig.server.say({ from: budi, in: group, message, ...options });
  await rig.server.until(() => rig.messages().length > before);
  await acknowledged();
  return { id, heard: rig.messages().at(-1)! };
}

const chat = () => `whatsapp:${group.jid}`;
const samePersons = () => rig.events.filter(({ kind }) => kind === 'same-person');

describe('a message', () => {
  it('has the place, the person under both addresses, the time and the title of the group', async () => {
    const { id, heard } = await hear({ conversation: 'klinik sudah' }, { t: 1_800_000_000 });
    expect(heard).toEqual({
      kind: 'message',
      ref: `${chat()}:${budi.lid}:${id}`,
      chat: chat(),
      chatKind: 'group',
      chatTitle: 'KDMP Bathin Solapan',
      sender: { refs: [`whatsapp:${budi.lid}`, `whatsapp:${budi.phone}`], name: 'Budi', sign: '…0001' },
      text: 'klinik sudah',
      addressed: false,
      sentAt: '2027-01-15T08:00:00.000Z',
    });
  });

  it('is for the bot when it mentions it, by LID or number, quotes it, or is a command', async () => {
    const { lid, phone } = rig.server.me;
    for (const jid of [lid, phone]) {
      const text = `halo @${jid.split('@')[0]} rekap`;
      const { heard } = await hear({ extendedTextMessage: { text, contextInfo: { mentionedJid: [jid] } } });
      expect(heard).toMatchObject({ text: 'halo rekap', addressed: true });
      const quote = { stanzaId: 'ABC', participant: jid, quotedMessage: { conversation: 'Unit mana?' } };
      const answer = await hear({ extendedTextMessage: { text: '1 3', contextInfo: quote } });
      expect(answer.heard).toMatchObject({ addressed: true, quotes: { ref: `${chat()}:bot:ABC` } });
    }
    // Another number of the bot is itself, and so is whoever sent what it keeps as its own.
    const another = '900000000999@lid';
    rig.store.whatsapp.of(2).own.set([another]);
    const text = `halo @${another.split('@')[0]} rekap`;
    expect(
      (await hear({ extendedTextMessage: { text, contextInfo: { mentionedJid: [another] } } })).heard,
    ).toMatchObject({ text: 'halo rekap', addressed: true });
    rig.store.whatsapp
      .of(2)
      .sent.put('OLD', '7', group.jid, '{}', '2027-04-01T02:00:00.000Z' as Instant, false);
    const quoted: readonly [string, string][] = [
      ['ABC', another],
      ['OLD', sari.lid],
    ];
    for (const [stanzaId, participant] of quoted) {
      const contextInfo = { stanzaId, participant, quotedMessage: { conversation: 'Unit mana?' } };
      const { heard } = await hear({ extendedTextMessage: { text: '1 3', contextInfo } });
      expect(heard).toMatchObject({ addressed: true, quotes: { ref: `${chat()}:bot:${stanzaId}` } });
      expect(heard.quotes).not.toHaveProperty('author');
    }
    // "Reply privately" quotes what stands in the group.
    const quote = { stanzaId: 'ABC', participant: lid, remoteJid: group.jid };
    const privately = await hear(
      { extendedTextMessage: { text: '/batal', contextInfo: quote } },
      { in: undefined },
    );
    expect(privately.heard).toMatchObject({ chatKind: 'private', quotes: { ref: `${chat()}:bot:ABC` } });
    expect((await hear({ conversation: '/rekap' })).heard).toMatchObject({ addressed: true });
    expect((await hear({ conversation: 'a/b' })).heard).toMatchObject({ addressed: false });
  });

  it('names whom it quotes, also when they have never spoken, and never puts a name into the text', async () => {
    await hear({ conversation: 'pagi' }, { from: sari });
    const mention = { text: `@${sari.lid.split('@')[0]} sudah`, contextInfo: { mentionedJid: [sari.lid] } };
    expect((await hear({ extendedTextMessage: mention })).heard).toMatchObject({
      text: '@anggota sudah',
      addressed: false,
    });
    const quote = { stanzaId: 'ABC', participant: sari.phone, quotedMessage: { conversation: 'pagi' } };
    const { heard } = await hear({ extendedTextMessage: { text: '/tunjuk', contextInfo: quote } });
    expect(heard.quotes).toEqual({
      ref: `${chat()}:${sari.lid}:ABC`,
      author: { refs: [`whatsapp:${sari.lid}`, `whatsapp:${sari.phone}`], name: 'Sari', sign: '…0002' },
    });
  });

  it('is read at once and whole, whatever its mentions and quotes call an address', async () => {
    const jids = [
      '(a+)+b@s.whatsapp.net',
      '[@lid',
      '$&@lid',
      '@',
      '',
      'x',
      '('.repeat(5000),
      `${'9'.repeat(5000)}@lid`,
    ];
    const quote = {
      stanzaId: 'ABC',
      participant: 'x'.repeat(50_000),
      quotedMessage: { conversation: 'pagi' },
    };
    for (const contextInfo of [{ mentionedJid: jids }, quote]) {
      const text = `klinik sudah @${'a'.repeat(40)} ${' '.repeat(50_000)}@1 (a+)+b @${'9'.repeat(500)}`;
      const { heard } = await hear({ extendedTextMessage: { text, contextInfo } });
      expect(heard).toMatchObject({ text });
      expect(heard.quotes).toBeUndefined();
    }
  });

  it('mentions sixty times somebody whose name is made to multiply, and stays as long as it was', async () => {
    const trap = rig.server.person("$'".repeat(400));
    group.members.push(trap);
    await hear({ conversation: 'pagi' }, { from: trap });
    const sign = `@${trap.lid.split('@')[0]}`;
    const text = `klinik ${`${sign} `.repeat(60)}sudah`;
    const { heard } = await hear({
      extendedTextMessage: { text, contextInfo: { mentionedJid: [trap.lid] } },
    });
    expect(heard.text).toBe(`klinik${' @anggota'.repeat(60)} sudah`);
  });

  it('may be a photo: its caption is the text, an album is one', async () => {
    const image = { imageMessage: { caption: 'klinik sudah', mimetype: 'image/jpeg' } };
    expect((await hear(image)).heard).toMatchObject({ text: 'klinik sudah', media: 'photo' });
    const messageContextInfo = {
      messageAssociation: { associationType: 1, parentMessageKey: { id: 'ALBUM' } },
    };
    const part = await hear({ imageMessage: { mimetype: 'image/jpeg' }, messageContextInfo });
    expect(part.heard).toMatchObject({ text: '', media: 'photo', album: 'ALBUM' });
  });

  it('is unwrapped: disappearing, seen once, a document with a caption', async () => {
    const inner = { conversation: 'klinik sudah' };
    expect((await hear({ ephemeralMessage: { message: inner } })).heard.text).toBe('klinik sudah');
    const document = { documentMessage: { caption: 'laporan', fileName: 'a.pdf' } };
    expect((await hear({ documentWithCaptionMessage: { message: document } })).heard).toMatchObject({
      text: 'laporan',
      media: 'document',
    });
  });

  it("may be somebody else's: forwarded, in whatever wrapper, in an album or edited, or nothing but a quotation", async () => {
    const text = 'klinik sudah';
    const by = (contextInfo: proto.IContextInfo) => ({ extendedTextMessage: { text, contextInfo } });
    const first = by({ isForwarded: true, forwardingScore: 1 });
    const image = { imageMessage: { caption: text, contextInfo: { forwardingScore: 7 } } };
    const document = { documentMessage: { caption: text, contextInfo: { isForwarded: true } } };
    const channel = by({ forwardedNewsletterMessageInfo: { newsletterJid: '1@newsletter' } });
    const messageAssociation = { associationType: 2, parentMessageKey: { id: 'ALBUM' } };
    const { id } = await hear({ conversation: text });
    const edit = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
    const key = { remoteJid: group.jid, id, fromMe: true };
    for (const message of [
      first,
      channel,
      image,
      { ...image, messageContextInfo: { messageAssociation } },
      { ephemeralMessage: { message: first } },
      { viewOnceMessageV2: { message: image } },
      by({ businessMessageForwardInfo: { businessOwnerJid: '1@s.whatsapp.net' } }),
      by({ forwardOrigin: proto.ContextInfo.ForwardOrigin.CHAT }),
      by({ forwardedAiBotMessageInfo: { botName: 'Meta AI' } }),
      by({ botMessageSharingInfo: { forwardScore: 1 } }),
      { botForwardedMessage: { message: { conversation: text } } },
      { ephemeralMessage: { message: { botForwardedMessage: { message: { conversation: text } } } } },
      { documentWithCaptionMessage: { message: document } },
      { protocolMessage: { key, type: edit, editedMessage: first } },
      { conversation: `> ${text}` },
    ])
      expect((await hear(message)).heard, JSON.stringify(message)).toMatchObject({ forwarded: true });
    const quote = { stanzaId: 'ABC', participant: sari.lid, quotedMessage: first };
    const answer = (await hear({ extendedTextMessage: { text, contextInfo: quote } })).heard;
    expect(answer).toMatchObject({ text });
    expect(answer).not.toHaveProperty('forwarded');
    const both = (await hear({ conversation: '> gudang sudah\nbelum pak' })).heard;
    expect(both).toMatchObject({ text: 'belum pak' });
    expect(both).not.toHaveProperty('forwarded');
  });

  it.each([
    ['kantor ~sudah~ belum', 'kantor   belum'],
    ['~klinik sudah~', ''],
    ['gudang ~80%, kantor ~90%', 'gudang ~80%, kantor ~90%'],
    ['~ klinik sudah ~', '~ klinik sudah ~'],
  ])('is read without what is struck out: %s', async (text, own) => {
    const { heard } = await hear({ conversation: text });
    expect(heard).toMatchObject({ text: own, ...(own !== text && { shown: text }) });
    expect(heard).not.toHaveProperty('forwarded');
  });

  it('has no names of groups and of everybody in its words', async () => {
    const text = '@120363025246125016@g.us, kantor sudah @semua @semuanya';
    const contextInfo = { groupMentions: [{ groupJid: '120363025246125016@g.us', groupSubject: 'Klinik' }] };
    const { heard } = await hear({ extendedTextMessage: { text, contextInfo } });
    expect(heard.text).toBe('@anggota kantor sudah @anggota @semuanya');
  });

  it('of a kind that the bot does not know is heard privately and as a reply; signs and announcements are not', async () => {
    const reply = () => ({ contextInfo: { stanzaId: 'ABC', participant: rig.server.me.lid } });
    const kinds = (more: object): proto.IMessage[] => [
      { groupInviteMessage: { groupJid: '1@g.us', ...more } },
      { eventMessage: { name: 'Rapat', ...more } },
      { productMessage: { body: 'x', ...more } },
    ];
    for (const message of kinds(reply()))
      expect((await hear(message)).heard).toMatchObject({ media: 'other' });
    for (const message of kinds({}))
      expect((await hear(message, { in: undefined } as never)).heard).toMatchObject({ media: 'other' });
    const said = () => rig.messages().filter(({ onlyShown }) => !onlyShown);
    const before = said().length;
    const key = { remoteJid: group.jid, id: 'ABC', fromMe: true };
    for (const message of [
      ...kinds({}),
      { albumMessage: { expectedImageCount: 2, ...reply() } },
      { reactionMessage: { key, text: '👍' } },
      { pinInChatMessage: { key, type: 1 } },
    ])
      await rig.server.say({ from: budi, in: group, message });
    await rig.server.say({
      from: budi,
      message: { reactionMessage: { key: { ...key, remoteJid: budi.lid }, text: '👍' } },
    });
    expect((await hear({ conversation: 'akhir' })).heard.text).toBe('akhir');
    expect(said()).toHaveLength(before + 1);
  });

  it('comes privately too, in a chat that goes by the person', async () => {
    const { heard } = await hear({ conversation: 'rekap' }, { in: undefined } as never);
    expect(heard).toMatchObject({ chat: `whatsapp:${budi.lid}`, chatKind: 'private', addressed: true });
    expect(heard.sender).toMatchObject({ refs: [`whatsapp:${budi.lid}`, `whatsapp:${budi.phone}`] });
  });

  it('is unwrapped by any wrapper, also by several and by one of a later version, up to a depth', async () => {
    const inner = { conversation: 'klinik sudah' };
    const wrap = (name: string, message: object) => ({ [name]: { message } });
    for (const name of [
      'botInvokeMessage',
      'groupMentionedMessage',
      'viewOnceMessageV2Extension',
      'associatedChildMessage',
      'lottieStickerMessage',
      'questionMessage',
      'editedMessage',
    ]) {
      expect((await hear(wrap(name, inner))).heard.text).toBe('klinik sudah');
      const twice = wrap('ephemeralMessage', wrap(name, inner));
      expect((await hear(twice)).heard.text).toBe('klinik sudah');
    }
    const deep = Array.from({ length: 50 }).reduce<object>((m) => wrap('ephemeralMessage', m), inner);
    await rig.server.say({ from: budi, in: group, message: deep });
    expect((await hear({ conversation: 'lagi' })).heard.text).toBe('lagi');
    expect(rig.messages()).toHaveLength(15);
  });

  it('names its media when it says nothing, and what is new to the bot in a reply', async () => {
    const contextInfo = {
      stanzaId: 'ABC',
      participant: rig.server.me.lid,
      quotedMessage: { conversation: '?' },
    };
    const kinds: readonly [string, object, string][] = [
      ['imageMessage', {}, 'photo'],
      ['videoMessage', {}, 'video'],
      ['ptvMessage', {}, 'video'],
      ['audioMessage', { ptt: true }, 'voice'],
      ['audioMessage', {}, 'audio'],
      ['stickerMessage', {}, 'sticker'],
      ['documentMessage', {}, 'document'],
      ['locationMessage', {}, 'location'],
      ['liveLocationMessage', {}, 'location'],
      ['contactMessage', {}, 'contact'],
      ['contactsArrayMessage', {}, 'contact'],
      ['pollCreationMessage', { name: 'Gudang?' }, 'poll'],
      ['pollCreationMessageV3', { name: 'Gudang?' }, 'poll'],
      ['eventMessage', { name: 'Rapat' }, 'other'],
      ['orderMessage', { message: 'pesan' }, 'other'],
    ];
    for (const [name, fields, media] of kinds)
      expect((await hear({ [name]: { ...fields, contextInfo } })).heard).toMatchObject({
        text: '',
        media,
        addressed: true,
      });
  });

  it('has the names in it, which a group reads too', async () => {
    const contextInfo = { quotedMessage: { pollCreationMessage: { name: 'Kutipan' } } };
    const options = [{ optionName: 'ABCDE-23456' }];
    const { heard } = await hear({ pollCreationMessageV3: { name: 'Kode?', options, contextInfo } });
    expect(heard).toMatchObject({
      text: '',
      media: 'poll',
      shown: expect.stringMatching(/ABCDE-23456.*Kode\?/s),
    });
  });

  it.each<[string, object]>([
    ['an event', { eventMessage: { name: 'Rapat', description: 'kode ABCDE-23456', startTime: 1 } }],
    ['where it is', { eventMessage: { name: 'Rapat', location: { name: 'ABCDE-23456' } } }],
    ['an invitation to a group', { groupInviteMessage: { groupJid: '1@g.us', groupName: 'ABCDE-23456' } }],
    ['a list', { listMessage: { title: 'x', sections: [{ title: 'x', rows: [{ title: 'ABCDE-23456' }] }] } }],
    ['buttons', { interactiveMessage: { body: { text: 'ABCDE-23456' } } }],
    ['a card', { contactMessage: { displayName: 'x', vcard: 'NOTE:ABCDE-23456' } }],
    [
      'what it replies to',
      {
        extendedTextMessage: {
          text: 'ini',
          contextInfo: {
            stanzaId: 'X',
            participant: '9@lid',
            quotedMessage: { conversation: 'ABCDE-23456' },
          },
        },
      },
    ],
  ])('is all that a group reads: %s', async (_, message) => {
    const { heard } = await hear(message);
    expect(heard).toMatchObject({ shown: expect.stringContaining('ABCDE-23456') });
  });

  it.each([
    ['a reaction', { reactionMessage: { key: { id: 'X' }, text: 'ABCDE-23456' } }],
    ['a label', { protocolMessage: { type: 30, memberLabel: { label: 'ABCDE-23456' } } }],
  ])('is what stands beside messages too, and nobody says it to the bot: %s', async (_, message) => {
    const { heard } = await hear(message as never);
    expect(heard).toMatchObject({ text: '', shown: 'ABCDE-23456', onlyShown: true, addressed: false });
  });

  it('that was written on the phone of the bot’s own number counts by what the group reads alone', async () => {
    const { heard } = await hear({ conversation: '/mulai ABCDE-23456' }, { from: rig.server.phone });
    expect(heard).toMatchObject({ text: '', shown: '/mulai ABCDE-23456', onlyShown: true, addressed: false });
    const before = rig.messages().length;
    await rig.server.say({ from: rig.server.phone, message: { conversation: 'catatan' } });
    await acknowledged();
    expect(rig.messages()).toHaveLength(before);
  });

  it('is one, although an HD photo comes as two: the better one is the same message, or none', async () => {
    const picture = (caption: string) => ({ imageMessage: { caption, mimetype: 'image/jpeg' } });
    const hd = (id: string, caption: string) => {
      const messageAssociation = { associationType: 10, parentMessageKey: { id } };
      return {
        associatedChildMessage: { message: picture(caption) },
        messageContextInfo: { messageAssociation },
      };
    };
    const { id, heard } = await hear(picture('klinik sudah'));
    const better = await hear(hd(id, 'klinik sudah'));
    expect(better.heard.ref).toBe(heard.ref);
    const bare = await hear(picture(''));
    await rig.server.say({ from: budi, in: group, message: hd(bare.id, '') });
    await hear({ conversation: 'lagi' });
    expect(rig.messages().map(({ text }) => text)).toEqual(['klinik sudah', 'klinik sudah', '', 'lagi']);
  });

  it('means nothing when it is a reaction, a vote, or a deletion', async () => {
    const { id } = await hear({ conversation: 'klinik sudah' });
    const key = { remoteJid: group.jid, id, participant: budi.lid, fromMe: false };
    await rig.server.say({ from: budi, in: group, message: { reactionMessage: { key, text: '👍' } } });
    const revoke = proto.Message.ProtocolMessage.Type.REVOKE;
    await rig.server.say({ from: budi, in: group, message: { protocolMessage: { key, type: revoke } } });
    await hear({ conversation: 'lagi' });
    expect(rig.messages().map(({ text }) => text)).toEqual(['klinik sudah', 'lagi']);
  });

  it('is an edit under a ref of its own', async () => {
    const { id } = await hear({ conversation: 'klinik sudah' });
    const key = { remoteJid: group.jid, id, fromMe: true };
    const edited = await hear({
      protocolMessage: {
        key,
        type: proto.Message.ProtocolMessage.Type.MESSAGE_EDIT,
        editedMessage: { conversation: 'apotek sudah' },
      },
    });
    const original = `${chat()}:${budi.lid}:${id}`;
    expect(edited.heard).toMatchObject({
      ref: `${original}:e${edited.id}`,
      edits: original,
      text: 'apotek sudah',
    });
    expect(edited.heard.sender).toMatchObject({ name: 'Budi' });
  });
});

describe('an edit that is sealed', () => {
  const secret = Uint8Array.from({ length: 32 }, (_, i) => i);
  const first = {
    extendedTextMessage: { text: 'klinik sudah' },
    messageContextInfo: { messageSecret: secret },
  };
  const edit = (id: string, author: string, text: string, by = secret) =>
    sealedEdit({ id, chat: group.jid, secret: by }, author, { extendedTextMessage: { text } });
  /** What the core says of messages by people whom it knows. */
  const keepsSecrets = () =>
    rig.answers(async ({ kind }) => (kind === 'message' ? { correctable: true } : {}));

  it('is opened, sealed under either address of its sender, in a group and privately', async () => {
    for (const where of [group, undefined])
      for (const author of [budi.lid, budi.phone]) {
        const { id, heard } = await hear(first, { in: where });
        const edited = await hear(edit(id, author, 'apotek sudah'), { in: where });
        const again = await hear(edit(id, author, 'gudang sudah'), { in: where });
        expect(edited.heard).toMatchObject({ text: 'apotek sudah', edits: heard.ref, sender: heard.sender });
        expect(edited.heard.ref).toBe(`${heard.ref}:e${edited.id}`);
        expect(again.heard).toMatchObject({ text: 'gudang sudah', edits: heard.ref });
        expect(again.heard).not.toHaveProperty('unreadable');
      }
  });

  it('is opened after a restart, where the message was one that may be corrected', async () => {
    keepsSecrets();
    const { id, heard } = await hear({ ephemeralMessage: { message: first } });
    await rig.stop();
    await rig.open();
    expect((await hear(edit(id, budi.lid, 'apotek sudah'))).heard).toMatchObject({
      text: 'apotek sudah',
      edits: heard.ref,
    });
    rig.answers(async () => ({}));
    const talk = await hear(first);
    await rig.stop();
    await rig.open();
    expect(rig.store.whatsapp.of(1).secrets.get(talk.heard.ref)).toBeUndefined();
    expect((await hear(edit(talk.id, budi.lid, 'apotek sudah'))).heard).toMatchObject({
      text: '',
      edits: talk.heard.ref,
      unreadable: true,
    });
  });

  it('keeps its secret although the process ended between the commit and the receipt', async () => {
    let committed = false;
    rig.answers(async () => {
      committed = true;
      rig.server.watch();
      throw new Error('killed after the commit');
    });
    const id = await rig.server.say({ from: budi, in: group, message: first });
    await rig.server.until(() => committed);
    await rig.stop();
    keepsSecrets();
    await rig.open();
    await rig.server.until(() => rig.messages().length === 1);
    await acknowledged();
    await rig.stop();
    await rig.open();
    expect((await hear(edit(id, budi.lid, 'apotek sudah'))).heard.text).toBe('apotek sudah');
  });

  it('that does not open is told as one that cannot be read: a wrong secret, a damaged or empty one', async () => {
    const { id, heard } = await hear(first);
    const whole = edit(id, budi.lid, 'apotek sudah').secretEncryptedMessage!;
    for (const sealed of [
      edit(id, budi.lid, 'x', new Uint8Array(32)).secretEncryptedMessage!,
      edit(id, sari.lid, 'x').secretEncryptedMessage!,
      { ...whole, encPayload: Uint8Array.of(1, 2, 3) },
      { ...whole, encPayload: undefined },
      { ...whole, encIv: new Uint8Array(0) },
    ])
      expect((await hear({ secretEncryptedMessage: sealed as never })).heard).toMatchObject({
        text: '',
        edits: heard.ref,
        unreadable: true,
      });
  });

  it("is the sender's own: nobody corrects what another has said", async () => {
    const { id, heard } = await hear(first);
    const forged = await hear(edit(id, budi.lid, 'apotek sudah'), { from: sari });
    expect(forged.heard).toMatchObject({ unreadable: true, text: '' });
    expect(forged.heard.edits).not.toBe(heard.ref);
  });

  it('of something else, of no message, and a message of an unknown seal mean nothing', async () => {
    const { id } = await hear(first);
    const whole = edit(id, budi.lid, 'apotek sudah').secretEncryptedMessage!;
    for (const sealed of [
      { ...whole, secretEncType: 1 },
      { ...whole, targetMessageKey: undefined },
    ])
      await rig.server.say({ from: budi, in: group, message: { secretEncryptedMessage: sealed as never } });
    await hear({ conversation: 'lagi' });
    expect(rig.messages()).toHaveLength(2);
  });
});

describe('a delivery', () => {
  it('comes twice under one ref', async () => {
    await hear({ conversation: 'klinik sudah' }, { id: 'SAME' });
    await hear({ conversation: 'klinik sudah' }, { id: 'SAME' });
    const [first, second] = rig.messages();
    expect(second!.ref).toBe(first!.ref);
  });

  it('that cannot be read is asked for again, and counts when it is read', async () => {
    await hear({ conversation: 'satu' });
    expect((await hear({ conversation: 'dua' }, { id: 'X', corrupt: true })).heard).toMatchObject({
      text: 'dua',
      ref: `${chat()}:${budi.lid}:X`,
    });
    expect(retries()).toBe(1);
  });

  it('is read at once, however many come before it that cannot be read', async () => {
    await hear({ conversation: 'satu' });
    const enc = { tag: 'enc', attrs: { type: 'skmsg', v: '2' }, content: Buffer.alloc(100) };
    const attrs = { from: group.jid, participant: sari.lid, type: 'text', t: '1' };
    // A quarter of a second for each would be more than a test may take.
    for (let i = 0; i < 400; i++)
      rig.server.post({ tag: 'message', attrs: { ...attrs, id: `N${i}` }, content: [enc] });
    await rig.server.say({ from: budi, in: group, message: { conversation: 'dua' } });
    await rig.server.until(() => rig.messages().length === 2);
    expect(rig.messages().map(({ text }) => text)).toEqual(['satu', 'dua']);
  });

  it('out of its order is read as well', async () => {
    await hear({ conversation: 'satu' });
    let overtake = () => {};
    const arrives = new Promise<void>((resolve) => {
      overtake = resolve;
    });
    const late = rig.server.say({ from: budi, in: group, message: { conversation: 'dua' }, arrives });
    await hear({ conversation: 'tiga' });
    overtake();
    await late;
    await acknowledged();
    expect(rig.messages().map(({ text }) => text)).toEqual(['satu', 'tiga', 'dua']);
    expect(retries()).toBe(0);
  });

  it('is taken before the server is told that it came, in a group and privately', async () => {
    const waiting: number[] = [];
    rig.answers(async ({ kind }) => {
      await new Promise(setImmediate);
      if (kind === 'message') waiting.push(rig.server.waiting().length);
      return {};
    });
    await hear({ conversation: 'satu' });
    await hear({ conversation: 'dua' });
    await rig.server.say({ from: sari, message: { conversation: 'tiga' } });
    await acknowledged();
    expect(waiting).toEqual([1, 1, 1]);
    expect(rig.messages().map(({ text }) => text)).toEqual(['satu', 'dua', 'tiga']);
  });

  it('that was not taken at the end comes again', async () => {
    await hear({ conversation: 'satu' });
    rig.answers(async () => {
      throw new Error('disk full');
    });
    await rig.server.say({ from: budi, in: group, message: { conversation: 'dua' } });
    await rig.stop();
    expect(rig.server.waiting()).toHaveLength(1);
    rig.answers(async () => ({}));
    await rig.open();
    await acknowledged();
    expect(rig.messages().map(({ text }) => text)).toEqual(['satu', 'dua']);
  });

  it('waits while the bot is away', async () => {
    await hear({ conversation: 'satu' });
    await rig.stop();
    await rig.server.say({ from: budi, in: group, message: { conversation: 'dua' } });
    await rig.server.say({ from: sari, in: group, message: { conversation: 'tiga' } });
    await rig.open();
    await rig.server.until(() => rig.messages().length === 3);
    expect(rig.messages().map(({ text }) => text)).toEqual(['satu', 'dua', 'tiga']);
  });

  it('with its edit, both while the bot was away, ends as what was meant', async () => {
    await hear({ conversation: 'satu' });
    await rig.stop();
    const id = await rig.server.say({ from: budi, in: group, message: { conversation: 'klinik sudah' } });
    const key = { remoteJid: group.jid, id, fromMe: true };
    const type = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
    const editedMessage = { conversation: 'apotek sudah' };
    await rig.server.say({
      from: budi,
      in: group,
      message: { protocolMessage: { key, type, editedMessage } },
    });
    await rig.open();
    await rig.server.until(() => rig.messages().at(-1)?.edits !== undefined);
    expect(rig.messages().at(-1)).toMatchObject({
      text: 'apotek sudah',
      edits: `${chat()}:${budi.lid}:${id}`,
    });
  });

  it('that the store cannot take is offered again', async () => {
    let failures = 2;
    rig.answers(async ({ kind }) => {
      if (kind === 'message' && failures-- > 0) throw new Error('disk full');
      return {};
    });
    expect((await hear({ conversation: 'satu' })).heard.text).toBe('satu');
    expect(failures).toBe(-1);
  });

  it('of something that cannot be read breaks nothing', async () => {
    const attrs = { from: group.jid, participant: 'x', id: 'BAD', t: 'x', type: 'text' };
    const content = [
      { tag: 'plaintext', attrs: {}, content: proto.Message.encode({ conversation: 'x' }).finish() },
    ];
    rig.server.post({ tag: 'message', attrs, content });
    expect((await hear({ conversation: 'satu' })).heard.text).toBe('satu');
  });

  it('is heard although others come that cannot be decoded or dealt with: each is set aside, and counted', async () => {
    const behind = { id: 'BEHIND', from: group.jid, type: 'w:new', t: '1' };
    const from = budi.lid;
    const unreadable = [
      { tag: 'message', attrs: { id: 'BAD', from, type: 'text', notify: 'Budi@' } },
      { tag: 'chatstate', attrs: { from }, content: [] },
    ];
    const before = rig.whatsapp.counters!().unreadable;
    rig.server.tell(...unreadable, { tag: 'notification', attrs: behind });
    await rig.server.until(() => rig.server.received.some(({ attrs }) => attrs.id === behind.id));
    expect(rig.whatsapp.counters!().unreadable).toBe(before + unreadable.length);
    rig.server.tell({ tag: 'presence', attrs: { type: 'unavailable' } });
    expect((await hear({ conversation: 'satu' })).heard.text).toBe('satu');
    expect(rig.server.upgrades()).toBe(2);
  });
});

describe('a person', () => {
  it('whose number is not told has a LID only, until a pair appears', async () => {
    const rina = rig.server.person('Rina');
    const own = rig.server.group('Lain', [budi]);
    const { heard } = await hear({ conversation: 'pagi' }, { from: rina, in: own, hidePhone: true });
    expect(heard.sender).toEqual({ refs: [`whatsapp:${rina.lid}`], name: 'Rina' });
    const later = await hear({ conversation: 'siang' }, { from: rina, in: own });
    const refs = [`whatsapp:${rina.lid}`, `whatsapp:${rina.phone}`];
    expect(later.heard.sender).toMatchObject({ refs });
    expect(samePersons()).toContainEqual(expect.objectContaining({ kind: 'same-person', refs }));
    const hidden = await hear({ conversation: 'sore' }, { from: rina, in: own, hidePhone: true });
    expect(hidden.heard.sender).toMatchObject({ refs });
  });

  it('is found by pairs in the description of a group, once', async () => {
    await hear({ conversation: 'pagi' });
    await rig.server.until(() => samePersons().length >= 2);
    const pairs = samePersons().map((event) => event.kind === 'same-person' && event.refs);
    expect(pairs).toContainEqual([`whatsapp:${sari.lid}`, `whatsapp:${sari.phone}`]);
    expect(new Set(pairs.map(String)).size).toBe(pairs.length);
  });

  it('with a number that was somebody else is nobody but the new LID', async () => {
    await hear({ conversation: 'pagi' });
    const heir = { ...rig.server.person('Ahli'), phone: budi.phone };
    const { heard } = await hear({ conversation: 'halo' }, { from: heir });
    expect(heard.sender).toEqual({ refs: [`whatsapp:${heir.lid}`], name: 'Ahli' });
    expect(samePersons().some((event) => JSON.stringify(event).includes(heir.lid))).toBe(false);
    expect((await hear({ conversation: 'saya' }, { hidePhone: true })).heard.sender).toMatchObject({
      refs: [`whatsapp:${budi.lid}`],
    });
  });

  it('keeps the name over a restart of those whom the bot knows, and of nobody else', async () => {
    const { heard: first } = await hear({ conversation: 'pagi' }, { from: sari });
    const restart = async () => {
      await rig.stop();
      await rig.open();
    };
    await restart();
    const quote = { stanzaId: 'ABC', participant: sari.lid, quotedMessage: { conversation: 'pagi' } };
    const author = async () =>
      (await hear({ extendedTextMessage: { text: '/tunjuk', contextInfo: quote } })).heard.quotes?.author;
    expect((await author())?.name).toMatch(/^…\d{4}$/);
    rig.store.transaction((tx) => tx.people.findOrAdd((first.sender as Account).refs, 'Sari'));
    await restart();
    expect((await author())?.name).toBe('Sari');
    expect((await author())?.refs).toEqual((first.sender as Account).refs);
  });
});

describe('a group', () => {
  const member = (lid: string, phone: string) => ({
    tag: 'participant',
    attrs: { jid: lid, phone_number: phone },
  });
  const me = () => member(rig.server.me.lid, rig.server.me.phone);

  it('that the bot is put into is told of once, in either way or both', async () => {
    const { describe: described } = await import('./queries.ts');
    const t = 1_800_000_000;
    rig.server.notify(group, budi, { tag: 'create', attrs: { type: 'new' }, content: [described(group)] }, t);
    rig.server.notify(group, budi, { tag: 'add', attrs: {}, content: [me()] }, t);
    await rig.server.until(() => rig.events.filter(({ kind }) => kind === 'added').length === 2);
    const [first, second] = rig.events.filter(({ kind }) => kind === 'added');
    expect(first).toEqual({
      kind: 'added',
      ref: `${chat()}:added:${t}`,
      chat: chat(),
      chatTitle: 'KDMP Bathin Solapan',
      seesAll: true,
      at: '2027-01-15T08:00:00.000Z',
    });
    expect(second!.ref).toBe(first!.ref);
  });

  it('that the bot is taken out of is told of; others who come and go are not', async () => {
    rig.server.notify(group, budi, { tag: 'add', attrs: {}, content: [member(sari.lid, sari.phone)] });
    rig.server.notify(group, budi, { tag: 'remove', attrs: {}, content: [member(sari.lid, sari.phone)] });
    rig.server.notify(group, budi, { tag: 'remove', attrs: {}, content: [me()] });
    await rig.server.until(() => rig.events.some(({ kind }) => kind === 'removed'));
    expect(rig.events.filter(({ kind }) => kind === 'added' || kind === 'removed')).toMatchObject([
      { kind: 'removed', chat: chat() },
    ]);
  });

  it('has the title that it was given last', async () => {
    await hear({ conversation: 'satu' });
    rig.server.notify(group, budi, { tag: 'subject', attrs: { subject: 'Nama Baru' } });
    await acknowledged();
    expect((await hear({ conversation: 'dua' })).heard.chatTitle).toBe('Nama Baru');
  });
});
