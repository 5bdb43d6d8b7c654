import { expect, it } from 'vitest';
import { open, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const MORNING = 'T01:00:00Z';
// 08.00 WIB

onEveryPlatform('reminders', (stage) => {
  it('mentions only those who lack something, with exactly what they lack, and is answered by reply', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi.says('/pengingat').hears('Jadwal pengingat dilihat dan diatur oleh camat dan Kasi PMD');
    await register(stage(), camat, 'Sari', 'Bumbung');
    await camat.says('/lapor petani semua sudah kecuali klinik');
    await camat.says('/lapor bumbung semua sudah');
    await stage().at(`2027-05-03${MORNING}`);
    const { said } = await stage().at(`2027-05-08${MORNING}`);
    expect(said).toHaveLength(1);
    expect(said[0]!.text).toMatch(/^Bapak.Ibu, mohon balas pesan ini.*\nTenggat 15 Mei: 7 hari lagi\n/);
    expect(said[0]!.text).toMatch(/^Petani \(Budi\): klinik$/m);
    expect(said[0]!.text).not.toMatch(/Bumbung/);
    expect(said[0]!.mentions).toEqual(['Budi']);
    await budi.replies(said[0]!, 'sudah').hears(/Unit mana|klinik/);
    await budi.replies(said[0]!, 'klinik sudah').hears('7/7');
  });

  it('are over after the deadline, and the recap that comes next is named', async () => {
    const camat = await open(stage());
    await stage().at('2027-05-15T05:00:00Z');
    await camat.says('/pengingat').hears('Rekap berikutnya: Minggu, 16 Mei 2027');
    await stage().at('2027-05-18T05:00:00Z');
    await camat.says('/pengingat').hears('Tidak ada lagi pengingat', 'Rekap berikutnya: Minggu, 23 Mei 2027');
  });

  it('names villages that lack the same once, and those that never reported at the end', async () => {
    const camat = await open(stage());
    await register(stage(), camat, 'Budi', 'Petani');
    for (const village of ['petani', 'bumbung'])
      await camat.says(`/lapor ${village} semua sudah kecuali klinik`);
    await camat.says('/lapor air kulim kantor sudah');
    await camat.says('/lapor pamesi kantor belum');
    const { said } = await stage().at(`2027-05-14${MORNING}`);
    expect(said[0]!.text.split('\n')).toEqual([
      'Bapak/Ibu, mohon balas pesan ini bila ada unit yang sudah berdiri, misalnya: klinik sudah.',
      'Tenggat 15 Mei: besok',
      'Yang masih perlu dilengkapi:',
      'Petani (Budi), Bumbung: klinik',
      'Air Kulim: semua unit kecuali kantor',
      'Pamesi: ketujuh unit',
      expect.stringMatching(/^Belum ada laporan: Buluh Manis, .*, Pematang Obo$/),
    ]);
  });

  it('goes out once for a slot, however often the process starts', async () => {
    await open(stage());
    await stage().at(`2027-05-10${MORNING}`);
    expect((await stage().at(`2027-05-12${MORNING}`)).said).toHaveLength(1);
    await stage().restart();
    expect((await stage().at('2027-05-12T02:00:00Z')).said).toEqual([]);
  });

  it('catches up with the newest reminder and the newest recap, and with no older ones', async () => {
    await open(stage());
    const { said } = await stage().at('2027-05-15T00:30:00Z'); // H-1 at 08.00 was missed by less than a day, Monday by five
    expect(said.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Bapak.Ibu, mohon balas[\s\S]*hari ini/),
      expect.stringMatching(/^Rekap Senin\n[\s\S]*hari ini/),
    ]);
    const [next] = (await stage().at(`2027-05-15${MORNING}`)).said;
    expect(next!.text).toMatch(/hari ini/);
  });

  it('gets, after a jump of the clock, one recap and one reminder late, and none that has lost its sense', async () => {
    await open(stage());
    await stage().at(`2027-04-05${MORNING}`);
    // H-14 was a day ago, the Monday before six.
    const { said } = await stage().at('2027-05-02T02:00:00Z');
    expect(said.map(({ text }) => text.split('\n')[0])).toEqual([
      expect.stringMatching(/^Bapak.Ibu, mohon balas/),
      'Rekap Senin',
    ]);
    expect((await stage().at('2027-05-02T04:00:00Z')).said).toEqual([]);
    // The deadline has passed.
    const { said: after } = await stage().at('2027-05-18T02:00:00Z');
    expect(after.map(({ text }) => text.split('\n')[0])).toEqual(['Rekap penutup tenggat 15 Mei']);
  });

  it.each(['opened', 'given its deadline'])(
    'gets what is due where it was %s while the clock ran ahead, once that is set right',
    async (what) => {
      const start = '2027-05-01T02:00:00Z';
      if (what === 'opened') await stage().at(start);
      const camat = await open(stage());
      await stage().at(start);
      await camat.says('/tenggat 14 mei 2027').hears('14 Mei');
      await stage().at('2027-04-01T03:00:00Z');
      const { said: monday } = await stage().at(`2027-04-05${MORNING}`);
      expect(monday.map(({ text }) => text.split('\n')[0])).toEqual(['Rekap Senin']);
      expect((await stage().at('2027-04-05T04:00:00Z')).said).toEqual([]);
      const { said: thirtieth } = await stage().at(`2027-04-14${MORNING}`);
      expect(thirtieth.map(({ text }) => text)).toEqual([expect.stringMatching(/^Bapak.Ibu, mohon balas/)]);
    },
  );

  it('keeps quiet at night and sends in the morning', async () => {
    await open(stage());
    await stage().at(`2027-05-10${MORNING}`);
    expect((await stage().at('2027-05-12T13:30:00Z')).said).toEqual([]); // 20.30
    expect((await stage().at('2027-05-13T00:01:00Z')).said).toHaveLength(1); // 07.01
  });

  it('recaps on Mondays, once after the deadline, and then every week', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani 1');
    const monday = (await stage().at(`2027-04-05${MORNING}`)).said[0]!.text;
    expect(monday).toMatch(/^Rekap Senin/);
    expect(monday).toContain('1/91 unit berdiri, pekan itu bertambah 1 unit');
    const closing = (await stage().at(`2027-05-16${MORNING}`)).said[0]!.text;
    expect(closing).toMatch(/^Rekap penutup tenggat 15 Mei/);
    expect(closing).toMatch(/Data per 15 Mei.*\nTenggat 15 Mei: sudah lewat 1 hari \(per 16 Mei\)\n/);
    expect(closing).toContain('pekan itu jumlahnya tetap');
    expect((await stage().at(`2027-05-17${MORNING}`)).said).toEqual([]);
    expect((await stage().at(`2027-05-23${MORNING}`)).said[0]!.text).toMatch(/^Rekap mingguan/);
  });

  it('counts what is reported before the recap on a Monday in one week alone', async () => {
    const camat = await open(stage());
    await stage().at('2027-04-05T00:00:00Z');
    await camat.says('/lapor petani 1');
    const [monday] = (await stage().at(`2027-04-05${MORNING}`)).said;
    expect(monday!.text).toMatch(
      /, pekan 29 Maret–4 April 2027\nData per 4 Apr 23\.59 WIB\nTenggat 15 Mei: 40 hari lagi \(per 5 April\)\n/,
    );
    expect(monday!.text).toContain('Belum ada laporan dari 13 desa');
    await stage().at('2027-04-05T02:00:00Z');
    await camat.says('/lapor petani 2');
    const [next] = (await stage().at(`2027-04-12${MORNING}`)).said;
    expect(next!.text).toContain('2/91 unit berdiri, pekan itu bertambah 2 unit');
  });

  it('congratulates once when the last unit stands, and is silent from then on', async () => {
    const camat = await open(stage());
    const { VILLAGES } = await import('../stage.ts');
    for (const village of VILLAGES.slice(1)) await camat.says(`/lapor ${village} semua sudah`).hears('7/7');
    const { said } = await camat.says('/lapor petani semua sudah');
    expect(said.at(-1)!.text).toMatch(/seluruh 91 unit/);
    await camat.says('/batal').hears('kembali ke status belum lapor');
    expect((await camat.says('/lapor petani semua sudah')).said).toHaveLength(1);
    expect((await stage().at(`2027-05-08${MORNING}`)).said).toEqual([]);
  });

  it('is turned off, on, and sent at once by camat or kasi', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await camat
      .says('/pengingat')
      .hears('Pengingat otomatis aktif', 'Sabtu, 8 Mei 2027: H-7', 'Sabtu, 15 Mei 2027: hari tenggat');
    await budi.says('/pengingat mati').hears('diatur oleh camat dan Kasi PMD');
    await camat.says('/pengingat mati').hears('Pengingat otomatis nonaktif');
    expect((await stage().at(`2027-05-08${MORNING}`)).said).toEqual([]);
    await camat.says('/pengingat nyala').hears('Pengingat otomatis aktif');
    expect((await stage().at('2027-05-08T03:00:00Z')).said).toEqual([]);
    await camat.says('/pengingat sekarang').hears('7 hari lagi', 'Petani (Budi)');
  });

  it('follows a deadline that was moved', async () => {
    const camat = await open(stage());
    await camat.says('/tenggat 10 Mei 2027').hears('10 Mei 2027');
    expect((await stage().at(`2027-05-07${MORNING}`)).said[0]!.text).toMatch(/Tenggat 10 Mei: 3 hari lagi/);
  });
});
