import { expect, it } from 'vitest';
import type { DistrictCode } from '../../src/domain/ids.ts';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

// Words that a question kept are carried out by its yes, however late: they mean what they meant when they were said.

const LATER = '2027-04-01T14:00:00.000Z';
const CODE = '14.03.16' as DistrictCode;

onEveryPlatform('What "Maksudnya …?" offers', (stage) => {
  const deadline = () => stage().store.read((tx) => tx.chats.opened(CODE))!.deadline;

  it('approves nobody who has asked since', async () => {
    const camat = await open(stage());
    await person(stage(), 'Sari').says('/daftar Bumbung kades').hears('menunggu persetujuan');
    const offered = await camat.says('/setujuii semua').hears('Maksudnya');
    await stage().at(LATER);
    await person(stage(), 'Orang Asing').says('/daftar Sebangar kades').hears('menunggu persetujuan');
    await camat.presses(offered, 'Ya').hears('Belum ada yang diputuskan', 'Sari', 'Orang Asing');
  });

  it('moves no deadline that was set since, and counts its days from when they were said', async () => {
    const camat = await open(stage());
    const offered = await camat.says('/tengat 20 mei 2027').hears('Maksudnya');
    await stage().at(LATER);
    await camat.says('/tenggat 25 mei 2027').hears('25 Mei 2027');
    await camat.presses(offered, 'Ya');
    expect(deadline()).toBe('2027-05-25');
    const inTwoWeeks = await camat.says('/tengat 2 minggu lagi').hears('Maksudnya');
    await stage().at('2027-04-04T03:00:00.000Z');
    await camat.presses(inTwoWeeks, 'Ya').hears('15 April 2027');
  });

  it('takes back no report that was made since', async () => {
    const camat = await open(stage());
    await camat.says('/lapor Pamesi klinik sudah').hears('klinik: berdiri');
    const offered = await camat.says('/batall').hears('Maksudnya');
    await stage().at('2027-04-01T02:00:30.000Z');
    await camat.says('/lapor Pamesi gudang sudah').hears('gudang: berdiri');
    await camat.presses(offered, 'Ya').hears('Klinik kembali ke status belum lapor');
    await camat.says('/status Pamesi').hears('gudang: berdiri');
  });

  it('keeps what was reported since', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    const offered = await budi.says('/lapr klinik sudah').hears('Maksudnya');
    await stage().at(LATER);
    await camat.says('/lapor Petani klinik proses').hears('klinik: proses');
    await budi.presses(offered, 'Ya').hears('Hanya dicatat di riwayat');
  });

  it('keeps what was reported since also where it is put again', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    const offered = await budi.says('/lapr klinik sudah').hears('Maksudnya');
    await stage().at('2027-04-01T02:05:00Z');
    await camat.says('/lapor Petani klinik proses').hears('klinik: proses');
    await stage().at('2027-04-01T02:06:00Z');
    const again = await budi.replies(offered, 'hmm').hears('Maksudnya');
    await stage().at('2027-04-01T02:07:00Z');
    const onceMore = await budi.replies(again, 'hmm').hears('Maksudnya');
    await budi.presses(onceMore, 'Ya').hears('Hanya dicatat di riwayat');
  });

  it('is ended by /batal, which takes back nothing that was reported before it', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi.says('/lapor gudang sudah').hears('gudang: berdiri');
    await budi.says('/laporr apotek sudah').hears('Maksudnya /lapor');
    await budi.says('/batal').hears('tidak ada yang dicatat');
    const again = await budi.says('/laporr apotek sudah').hears('Maksudnya /lapor');
    await budi.replies(again, '/batal').hears('tidak ada yang dicatat');
    await budi.presses(again, 'Ya').isAlerted(/tidak berlaku lagi/);
    await budi.says('/status').hears('gudang: berdiri');
  });
});
