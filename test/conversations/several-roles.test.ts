import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import type { AreaCode, DistrictCode, Instant, LocalDate, VillageCode } from '../../src/domain/ids.ts';
import type { RoleKind } from '../../src/domain/roles.ts';
import { open, type Person, person, register, type Stage } from '../stage.ts';
import { telegramStage } from '../stages/telegram.ts';

const PRIVATELY = { privately: true };
const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const MANDAU = '14.03.09' as DistrictCode;
/** A village of Mandau. */
const THERE = area(MANDAU)!.villages.find(({ name }) => name === 'Harapan Baru')!;

let stage: Stage;
let camat: Person;
beforeEach(async () => {
  stage = await telegramStage();
  camat = await open(stage);
  stage.store.transaction((tx) => tx.chats.open(MANDAU, '2027-05-15' as LocalDate, NOW));
});
afterEach(() => stage.close());

/** Gives a further role to somebody who holds one in Bathin Solapan. */
function give(name: string, kind: RoleKind, where: VillageCode | AreaCode): void {
  stage.store.transaction((tx) => {
    const { person: holder } = tx.people
      .holders('14.03.16' as DistrictCode)
      .find((role) => role.name === name)!;
    tx.people.give(holder, kind, where, NOW);
  });
}
const deadlineOf = (code: string) => stage.store.read((tx) => tx.chats.opened(code as AreaCode))!.deadline;

it("says nothing in another kecamatan's group of whose camat somebody is", async () => {
  const elsewhere = { group: 'Grup Mandau' };
  await person(stage, 'Camat Mandau')
    .says(`/mulai ${stage.invitation('14.03.09')}`, elsewhere)
    .hears('Mandau');
  const { text } = await camat.says('/lupakan_saya', elsewhere).hears('japri');
  expect(text).not.toMatch(/camat|Bathin/i);
  await camat.says('/lupakan_saya', PRIVATELY).hears('Hanya Bapak/Ibu yang tercatat sebagai camat');
});

describe('whoever reports in two kecamatan', () => {
  it('is asked about the last report that they made, and about none once they called it off', async () => {
    const budi = await register(stage, camat, 'Budi', 'Petani');
    give('Budi', 'lurah', THERE.code);
    const where = 'Untuk kecamatan mana';
    for (const words of ['1 3 5', 'semua sudah']) {
      await budi.says('klinik sudah', PRIVATELY).hears(where);
      const asked = await budi.says(words, PRIVATELY).hears(where);
      await budi.presses(asked, 'Kecamatan Bathin Solapan', PRIVATELY).hears('kantor koperasi');
    }
    await budi.says('apotek sudah buka', PRIVATELY).hears(where);
    const again = await budi.says('oke sudah', PRIVATELY).hears(where);
    await budi.presses(again, 'Kecamatan Bathin Solapan', PRIVATELY).hears('apotek: beroperasi');
    const asked = await budi.says('gudang belum', PRIVATELY).hears(where);
    await budi.says('batal', PRIVATELY).hears('ditutup');
    await budi.presses(asked, 'Kecamatan Bathin Solapan', PRIVATELY).isAlerted(/tidak berlaku lagi/);
  });

  it('takes back the last report in the kecamatan that /batal was asked about', async () => {
    const budi = await register(stage, camat, 'Budi', 'Petani');
    give('Budi', 'lurah', THERE.code);
    const report = '/lapor Petani gudang sudah';
    await budi.says(report, PRIVATELY).hears('Dicatat untuk Desa Petani');
    const asked = await budi.says('/batal', PRIVATELY).hears('Untuk kecamatan mana?');
    await budi.presses(asked, 'Kecamatan Bathin Solapan', PRIVATELY).hears('Gudang', 'belum lapor');
    for (const words of ['kecamatan bathin solapan', 'yang pertama', '/batal Bathin Solapan']) {
      await budi.says(report, PRIVATELY).hears('Dicatat untuk Desa Petani');
      await budi.says('/batal', PRIVATELY).hears('Untuk kecamatan mana?');
      await budi.says(words, PRIVATELY).hears('Gudang', 'belum lapor');
    }
  });

  it('ends the question for which kecamatan a report is by /batal, as the next message and as a reply', async () => {
    const budi = await register(stage, camat, 'Budi', 'Petani');
    give('Budi', 'lurah', THERE.code);
    const first = await budi.says('apotek sudah', PRIVATELY).hears('Untuk kecamatan mana?');
    await budi.says('/batal', PRIVATELY).hears('Pertanyaan itu ditutup');
    await budi.presses(first, 'Kecamatan Bathin Solapan', PRIVATELY).isAlerted(/tidak berlaku lagi/);
    const second = await budi.says('klinik sudah', PRIVATELY).hears('Untuk kecamatan mana?');
    await budi.replies(second, '/batal', PRIVATELY).hears('Pertanyaan itu ditutup');
    await budi.says('/status Petani', PRIVATELY).hears('klinik: belum lapor', 'apotek: belum lapor');
  });

  it('is asked no more which village of the kecamatan is meant, once they called it off', async () => {
    await register(stage, camat, 'Budi', 'Petani');
    const budi = await register(stage, camat, 'Budi', 'Bumbung');
    const asked = await budi.says('klinik sudah', PRIVATELY).hears('Desa Petani atau Desa Bumbung');
    await budi.says('tidak jadi', PRIVATELY).hears('Pertanyaan itu ditutup');
    await budi.presses(asked, 'Desa Petani', PRIVATELY).isAlerted(/tidak berlaku lagi/);
    await budi.says('gudang sudah', PRIVATELY).hears('Desa Petani atau Desa Bumbung');
    await budi.says('gak jadi pak', PRIVATELY).hears('Pertanyaan itu ditutup');
  });

  it.each(['1', 'Bathin Solapan'])('may say by an edit of the answer that %s is meant', async (place) => {
    const budi = await register(stage, camat, 'Budi', 'Petani');
    give('Budi', 'lurah', THERE.code);
    await budi.says('logistik sudah', PRIVATELY).hears('Untuk kecamatan mana?');
    const answer = await budi.says('2', PRIVATELY);
    await stage.at('2027-04-01T02:01:00Z');
    await budi
      .says(place, { ...PRIVATELY, edits: answer.id })
      .hears('Desa Petani (1/7)', 'logistik: berdiri', 'Harapan Baru', 'Logistik', 'belum lapor');
    await stage.at('2027-04-01T02:02:00Z');
    await budi.says('Mandau', { ...PRIVATELY, edits: answer.id }).hears('Harapan Baru (1/7)', 'Desa Petani');
  });

  it('is asked once more which kecamatan is meant, where the answer becomes a report', async () => {
    const budi = await register(stage, camat, 'Budi', 'Petani');
    give('Budi', 'lurah', THERE.code);
    await budi.says('logistik sudah', PRIVATELY).hears('Untuk kecamatan mana?');
    const answer = await budi.says('2', PRIVATELY);
    await stage.at('2027-04-01T02:01:00Z');
    const asked = await budi
      .says('klinik sudah', { ...PRIVATELY, edits: answer.id })
      .hears('Perihal: klinik sudah', 'Untuk kecamatan mana?', 'Sampai pertanyaan ini dijawab');
    expect(asked.text).not.toContain('tidak lagi terbaca');
    await stage.at('2027-04-01T02:02:00Z');
    await budi
      .presses(asked, 'Kecamatan Bathin Solapan', PRIVATELY)
      .hears('Desa Petani (1/7)', 'klinik: berdiri', 'Harapan Baru', 'Logistik', 'belum lapor');
  });

  it('answers in words what a press has led to', async () => {
    const budi = await register(stage, camat, 'Budi', 'Petani');
    give('Budi', 'lurah', THERE.code);
    const where = await budi.says('toko sudah', PRIVATELY).hears('Untuk kecamatan mana');
    await budi.presses(where, 'Kecamatan Bathin Solapan', PRIVATELY).hears('Yang dimaksud yang mana');
    await budi.says('apotek', PRIVATELY).hears('apotek: berdiri');
  });
});

describe('whoever holds a kabupaten and is made operator of a village', () => {
  let kadis: Person;
  beforeEach(async () => {
    kadis = await register(stage, camat, 'Ibu Kadis', 'Petani', 'operator');
    await kadis
      .says(`/mulai ${stage.invitation('14.03')}`, PRIVATELY)
      .hears('Kabupaten Bengkalis sudah aktif');
  });

  it.each([
    ['/rekap', 'Rekap KDKMP Kabupaten Bengkalis'],
    ['/belum', 'Kabupaten Bengkalis'],
    ['/status', 'Kabupaten Bengkalis'],
    ['/tenggat', 'Kabupaten Bengkalis'],
    ['/rekap laju', 'Kabupaten Bengkalis'],
    ['/rekap Bathin Solapan', 'Rekap KDMP Kecamatan Bathin Solapan'],
    ['/undang Talang Muandau', /Kecamatan Talang Muandau: \w{5}-\w{5}/],
    ['/undang Bathin Solapan', 'Kecamatan Bathin Solapan sudah memakai bot ini'],
    ['/cabut Mandau', 'Belum ada pimpinan Kecamatan Mandau'],
    ['/rekap buka', 'Kabupaten Bengkalis'],
    ['/pengingat', 'Senin pukul 07.30'],
    ['/bantuan', /Di sini: Kabupaten Bengkalis[\s\S]*tercatat sebagai[\s\S]*operator[\s\S]*Melapor:/],
  ])('still has the kabupaten in the private chat: %s', async (words, answer) => {
    await kadis.says(words, PRIVATELY).hears(answer);
  });

  it('reports for the village, whose name leads to it', async () => {
    await kadis.says('kantor sudah', PRIVATELY).hears('Dicatat untuk Desa Petani (1/7)');
    await kadis.says('/lapor klinik sudah', PRIVATELY).hears('Dicatat untuk Desa Petani (2/7)');
    await kadis
      .says('/status Petani', PRIVATELY)
      .hears('Desa Petani, Kecamatan Bathin Solapan · 2 dari 7 berdiri');
    await kadis.says('/riwayat Petani', PRIVATELY).hears('Riwayat Desa Petani');
    await kadis.says('/rekap daftar', PRIVATELY).hears('Air Kulim :');
    await kadis.says('/batal', PRIVATELY).hears('Klinik kembali ke status belum lapor');
    const list = await kadis.says('/lapor', PRIVATELY).hears('Desa Petani');
    await kadis.says('/rekap', PRIVATELY);
    await kadis.replies(list, '6', PRIVATELY).hears('gudang: berdiri');
  });

  it('goes down to the kecamatan and up again', async () => {
    await kadis.says('/lapor kantor sudah', PRIVATELY);
    const recap = await kadis.says('/rekap', PRIVATELY).hears('2. Bathin Solapan');
    const below = await kadis.replies(recap, '2', PRIVATELY).hears('Kecamatan Bathin Solapan');
    await kadis.replies(below, 'Petani', PRIVATELY).hears('Desa Petani, Kecamatan Bathin Solapan · 1 dari 7');
    await kadis.replies(below, 'ke atas', PRIVATELY).hears('Kabupaten Bengkalis');
  });

  it('means parts of the kabupaten by numbers behind its list, and units by words', async () => {
    await kadis.says('/rekap', PRIVATELY).hears('1. Mandau');
    await kadis.says('1 3', PRIVATELY).hears('sebutkan namanya');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await kadis.says('/rekap', PRIVATELY).hears('1. Mandau');
    await kadis.says('kantor sudah', PRIVATELY).hears('Dicatat untuk Desa Petani (1/7)');
    await kadis.says('1 3', PRIVATELY).hears('Dicatat untuk Desa Petani (2/7)');
  });

  it('sets the deadline of the kabupaten', async () => {
    await kadis.says('/tenggat 10 Mei 2027', PRIVATELY).hears('Berlaku juga untuk kecamatan');
    expect(deadlineOf('14.03')).toBe('2027-05-10');
  });

  it('decides nothing in the kecamatan', async () => {
    await person(stage, 'Budi').says('/daftar Pamesi kades');
    for (const words of ['/setujui', '/setujui semua', '/tolak semua', '/tunjuk kasi'])
      expect((await kadis.says(words, PRIVATELY)).said.at(-1)!.text).not.toContain('Budi');
    await camat.says('/setujui').hears('Budi');
  });

  it("has in the kecamatan's group what an operator has there", async () => {
    await kadis.says('/rekap').hears('Rekap KDMP Kecamatan Bathin Solapan');
    await kadis.says('/tenggat 10 Mei 2027').hears('hanya dapat diubah oleh camat');
    await kadis.says('/undang Mandau').hears('Hanya camat');
    await kadis.says('/lapor kantor sudah').hears('Dicatat untuk Desa Petani (1/7)');
  });
});

describe('who holds three villages of one kecamatan', () => {
  it('is asked which is meant in the order of the buttons, with one "atau"', async () => {
    const siti = await register(stage, camat, 'Siti', 'Petani');
    const [second, third] = area('14.03.16' as DistrictCode)!.villages.filter(
      ({ name }) => name !== 'Petani',
    );
    give('Siti', 'operator', third!.code);
    give('Siti', 'operator', second!.code);
    const { text, buttons } = await siti.says('/lapor kantor sudah').hears('Yang dimaksud');
    const [first, middle, last] = buttons;
    expect(buttons).toHaveLength(3);
    expect(text).toContain(`Yang dimaksud ${first}, ${middle} atau ${last}?`);
  });
});

describe('a camat who is made operator of a village of another kecamatan', () => {
  beforeEach(() => give('Ibu Camat', 'operator', THERE.code));

  it.each([
    ['/rekap', 'Kecamatan Bathin Solapan'],
    ['/belum', 'Kecamatan Bathin Solapan'],
    ['/status Petani', 'Desa Petani'],
    ['/riwayat', 'Riwayat Kecamatan Bathin Solapan'],
    ['/undang', /Bathin Solapan[\s\S]*\w{5}-\w{5}/],
    ['/setujui', 'Tidak ada pendaftaran'],
    ['/pengingat', 'Pengingat'],
    ['/cabut', 'Tidak ada'],
    ['/bantuan', /Kecamatan Bathin Solapan[\s\S]*operator/],
    ['/rekap Mandau', 'Rekap KDKMP Kecamatan Mandau'],
    ['/belum Kec. Mandau', 'Kecamatan Mandau'],
    ['/status Harapan Baru', 'Harapan Baru'],
    ['/riwayat Harapan Baru', 'Harapan Baru'],
  ])('has their own kecamatan in the private chat, and the other by name: %s', async (words, answer) => {
    const { buttons } = await camat.says(words, PRIVATELY).hears(answer);
    expect(buttons.filter((label) => label.startsWith('Kecamatan'))).toEqual([]);
  });

  it('has the other kecamatan as a file too, and what is said under its recap is about it', async () => {
    const recap = await camat.says('/rekap Mandau', PRIVATELY).hears('Kecamatan Mandau');
    await camat.replies(recap, '/belum', PRIVATELY).hears('Kecamatan Mandau');
    const file = await camat.says('/rekap Mandau xlsx', PRIVATELY).hears('Mandau');
    expect(file.files).toEqual(['rekap-mandau-2027-04-01.xlsx']);
  });

  it('sets the deadline of the own kecamatan alone', async () => {
    await camat.says('/tenggat 20 April 2027', PRIVATELY).hears('20 April 2027');
    expect([deadlineOf('14.03.16'), deadlineOf(MANDAU)]).toEqual(['2027-04-20', '2027-05-15']);
  });

  it('is asked for which kecamatan a report is', async () => {
    const asked = await camat.says('kantor sudah', PRIVATELY).hears('Untuk kecamatan mana?');
    expect(asked.buttons).toEqual(['Kecamatan Bathin Solapan', 'Kecamatan Mandau']);
    await camat.presses(asked, 'Kecamatan Mandau', PRIVATELY).hears('Harapan Baru (1/7)');
    await camat.says('klinik sudah', PRIVATELY).hears('Untuk kecamatan mana?');
    const newer = await camat.says('gudang sudah', PRIVATELY).hears('Untuk kecamatan mana?');
    await camat.presses(newer, 'Kecamatan Mandau', PRIVATELY).hears('gudang: berdiri', '(2/7)');
  });
});

describe('whoever holds a kabupaten and is camat too', () => {
  beforeEach(() => {
    stage.store.transaction((tx) => tx.chats.open('14.03' as AreaCode, '2027-05-15' as LocalDate, NOW));
    give('Ibu Camat', 'kadis_pmd', '14.03' as AreaCode);
  });

  it('is asked which of the two a change is for', async () => {
    const asked = await camat.says('/tenggat 20 April 2027', PRIVATELY).hears('Untuk wilayah mana?');
    expect(asked.buttons).toEqual(['Kabupaten Bengkalis', 'Kecamatan Bathin Solapan']);
    await camat.presses(asked, 'Kecamatan Bathin Solapan', PRIVATELY).hears('20 April 2027');
    expect([deadlineOf('14.03.16'), deadlineOf('14.03')]).toEqual(['2027-04-20', '2027-05-15']);
    const again = await camat.says('/tenggat 1 Mei 2027', PRIVATELY);
    await camat.presses(again.said.at(-1)!, 'Kabupaten Bengkalis', PRIVATELY).hears('Berlaku juga');
    expect([deadlineOf('14.03.16'), deadlineOf('14.03')]).toEqual(['2027-04-20', '2027-05-01']);
    const code = await camat.says('/undang', PRIVATELY).hears('Untuk wilayah mana?');
    await camat.presses(code, 'Kecamatan Bathin Solapan', PRIVATELY).hears(/\w{5}-\w{5}/);
  });

  it('is told what stands of a decision whose message says something else', async () => {
    const first = await camat.says('/tenggat 20 April 2027', PRIVATELY);
    await camat.presses(first.said.at(-1)!, 'Kecamatan Bathin Solapan', PRIVATELY).hears('20 April 2027');
    await camat
      .says('maaf salah ketik', { ...PRIVATELY, edits: first.id })
      .hears('tetap berlaku: menetapkan tenggat 20 April 2027');
  });

  it('is told what the question is about, which the next of that command takes the place of', async () => {
    const off = await camat
      .says('/pengingat mati', PRIVATELY)
      .hears('Perihal: pengingat mati', 'Untuk wilayah mana?');
    const first = await camat
      .says('/tenggat 20 April 2027', PRIVATELY)
      .hears('Perihal: tenggat 20 April 2027');
    const second = await camat.says('/tenggat 1 Mei 2027', PRIVATELY).hears('Perihal: tenggat 1 Mei 2027');
    await camat.presses(first, 'Kabupaten Bengkalis', PRIVATELY).isAlerted(/tidak berlaku lagi/);
    await camat.presses(second, 'Kabupaten Bengkalis', PRIVATELY).hears('1 Mei 2027');
    const on = await camat.says('/pengingat nyala', PRIVATELY).hears('Perihal: pengingat nyala');
    await camat.presses(off, 'Kabupaten Bengkalis', PRIVATELY).isAlerted(/tidak berlaku lagi/);
    await camat.presses(on, 'Kabupaten Bengkalis', PRIVATELY).hears('Pengingat');
  });

  it('may look at what holds before they say for which place the change is', async () => {
    for (const [change, changed, shown, now] of [
      ['/tenggat 10 Mei 2027', '10 Mei 2027', '/tenggat', '15 Mei 2027'],
      ['/pengingat mati', 'Pengingat otomatis nonaktif', '/pengingat', 'Pengingat otomatis aktif'],
    ] as const) {
      const asked = await camat.says(change, PRIVATELY).hears('Untuk wilayah mana?');
      const looked = await camat.says(shown, PRIVATELY).hears('Untuk wilayah mana?');
      await camat.presses(looked, 'Kabupaten Bengkalis', PRIVATELY).hears(now);
      await camat.presses(asked, 'Kabupaten Bengkalis', PRIVATELY).hears(changed);
    }
  });

  it('is not asked where the words tell, or only one of the offices does it', async () => {
    await register(stage, camat, 'Budi', 'Petani');
    await camat.says('/undang Talang Muandau', PRIVATELY).hears(/Talang Muandau: \w{5}-\w{5}/);
    const revoke = await camat.says('/cabut Petani', PRIVATELY).hears('Cabut jabatan Budi');
    await camat.presses(revoke, 'Ya, cabut', PRIVATELY).hears('dicabut');
    await camat.says('/setujui', PRIVATELY).hears('Tidak ada pendaftaran');
    await camat.says('/lapor Petani kantor sudah', PRIVATELY).hears('Dicatat untuk Desa Petani (1/7)');
    await camat.says('/rekap', PRIVATELY).hears('Rekap KDKMP Kabupaten Bengkalis');
    await camat.says('/undang 14.03.16', PRIVATELY).hears(/Bathin Solapan[\s\S]*\w{5}-\w{5}/);
  });

  it('answers a question of the kabupaten in the kabupaten', async () => {
    stage.store.transaction((tx) => {
      const other = tx.people.findOrAdd(['telegram:4711' as never], 'Camat Mandau');
      tx.people.give(other, 'camat', MANDAU, NOW);
    });
    const asked = await camat.says('/cabut Mandau', PRIVATELY).hears('Cabut jabatan');
    await camat.presses(asked, 'Ya, cabut', PRIVATELY).hears('sudah dicabut');
  });
});

it('has the highest of several areas above, and any below it by name', async () => {
  const dinas = person(stage, 'Bu Dinas');
  await dinas.says(`/mulai ${stage.invitation('14.03')}`, PRIVATELY);
  await dinas.says(`/mulai ${stage.invitation('14')}`, PRIVATELY);
  await dinas.says('/rekap', PRIVATELY).hears('Provinsi Riau');
  await dinas.says('/rekap Kabupaten Bengkalis', PRIVATELY).hears('Kabupaten Bengkalis');
  await dinas.says('/undang Talang Muandau', PRIVATELY).hears(/Talang Muandau: \w{5}-\w{5}/);
  await dinas.says('/undang Kota Dumai', PRIVATELY).hears(/Kota Dumai: \w{5}-\w{5}/);
  await dinas.says('kantor sudah', PRIVATELY).hears('Melihat: /rekap');
  const asked = await dinas.says('/tenggat 20 April 2027', PRIVATELY).hears('Untuk wilayah mana?');
  await dinas.presses(asked, 'Kabupaten Bengkalis', PRIVATELY).hears('Berlaku juga');
  expect([deadlineOf('14.03'), deadlineOf('14')]).toEqual(['2027-04-20', '2027-05-15']);
});

it('says what an edit takes back in another kecamatan', async () => {
  const budi = await register(stage, camat, 'Budi', 'Petani');
  give('Budi', 'lurah', THERE.code);
  const first = await budi.says('apotek sudah', PRIVATELY);
  await budi.presses(first.said.at(-1)!, 'Kecamatan Bathin', PRIVATELY).hears('apotek: berdiri');
  const asked = await budi.says('apotek proses', { ...PRIVATELY, edits: first.id }).hears('kecamatan mana?');
  await budi
    .presses(asked, 'Kecamatan Mandau', PRIVATELY)
    .hears('apotek: proses', 'Desa Petani', 'belum lapor');
});

it('reports where one reports, and not where one only reads', async () => {
  const budi = await register(stage, camat, 'Budi', 'Petani', 'bpd');
  give('Budi', 'kades', THERE.code);
  await budi.says('kantor sudah', PRIVATELY).hears('Harapan Baru (1/7)');
  await budi.says('/lapor klinik sudah', PRIVATELY).hears('Harapan Baru (2/7)');
  const asked = await budi.says('/rekap', PRIVATELY).hears('Untuk kecamatan mana?');
  await budi.presses(asked, 'Kecamatan Bathin Solapan', PRIVATELY).hears('Kecamatan Bathin Solapan');
});

it('gives a role elsewhere nothing in the group of a kecamatan', async () => {
  const guest = await register(stage, camat, 'Pak Lain', 'Petani', 'bpd');
  give('Pak Lain', 'camat', MANDAU);
  await guest.says('/rekap').hears('Kecamatan Bathin Solapan');
  await guest.says('/setujui').hears('Hanya camat');
  await guest.says('/tenggat 20 April 2027').hears('hanya dapat diubah oleh camat');
  await guest.says('/lapor Bumbung kantor sudah').hears(/Sebagai anggota BPD, /);
  await guest.says('/setujui', PRIVATELY).hears('Tidak ada pendaftaran');
});

it('is no role in the group of another kecamatan: its holder is asked to register as anybody is', async () => {
  const guest = await register(stage, camat, 'Pak Lain', 'Petani', 'bpd');
  give('Pak Lain', 'camat', MANDAU);
  await camat.says('/cabut Petani').hears('Cabut jabatan');
  stage.store.transaction((tx) => {
    const [bpd] = tx.people.holders('14.03.16.2001' as VillageCode);
    tx.people.decide(bpd!.id, 'ended', NOW);
  });
  await guest.says('/lapor Petani kantor sudah').hears('Laporan untuk Desa Petani kami simpan dulu');
  expect((await guest.says('/bantuan')).said.at(-1)!.text).not.toContain('Melapor:');
});

it.each(['/batal', '/batal Bathin Solapan'])(
  'says that what %s took back stays so when it is edited',
  async (words) => {
    const budi = await register(stage, camat, 'Budi', 'Petani');
    give('Budi', 'lurah', THERE.code);
    await budi.says('/lapor Petani gudang sudah', PRIVATELY).hears('gudang: berdiri');
    await stage.at('2027-04-01T02:01:00Z');
    const undone = await budi.says(words, PRIVATELY);
    await stage.at('2027-04-01T02:02:00Z');
    if (words === '/batal')
      await budi.presses(undone.said.at(-1)!, 'Kecamatan Bathin Solapan', PRIVATELY).hears('belum lapor');
    await stage.at('2027-04-01T02:03:00Z');
    const { text } = await budi
      .says('maaf salah ketik', { ...PRIVATELY, edits: undone.id })
      .hears('tetap dibatalkan: gudang');
    expect(text).not.toContain('kecamatan mana');
    await budi
      .says('gudang proses', { ...PRIVATELY, edits: undone.id })
      .hears('kecamatan mana?', 'tetap dibatalkan: gudang');
  },
);
