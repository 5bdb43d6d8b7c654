import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/ids.ts';
import { openDistrict, openReportingRegency, REPORTED_AT } from '../regency.ts';
import { type Person, person, type Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';

// Which place words mean above the kecamatan: by a name that is written as it is, a name that is nearly so, or none.

const PRIVATELY = { privately: true };

let stage: Stage;
let kadis: Person;
beforeEach(async () => {
  stage = await simulatorStage();
  kadis = await openReportingRegency(stage);
  openDistrict(stage.store, '14.03.02', REPORTED_AT);
  await stage.at('2027-04-12T02:00:00Z');
});
afterEach(() => stage.close());

const SILENT = 'Belum melapor dalam 7 hari terakhir di Kecamatan';

/** What is typed behind a command, and how the answer is known. */
const TYPED: Readonly<Record<string, string | RegExp>> = {
  // "Bantan" is nearly "bantuan", and a name all the same.
  '/belum lapor Bantan': `${SILENT} Bantan: 23 dari 23`,
  '/belum lapor kecamatan bantan': `${SILENT} Bantan: 23 dari 23`,
  '/belum lapor kec. bantan ya': `${SILENT} Bantan: 23 dari 23`,
  '/belum pernah lapor bantan': 'Belum pernah melapor di Kecamatan Bantan: 23 dari 23',
  '/belum bantan': 'Yang belum berdiri atau belum dilaporkan di Kecamatan Bantan',
  '/belum klinik bantan': 'di Kecamatan Bantan',
  // What is nearly a name is offered, with what was asked of it.
  '/belum lapor mndau': '"mndau" tidak ditemukan di Kabupaten Bengkalis. Maksudnya Mandau?',
  '/belum lapor siak': '"siak" tidak ditemukan di Kabupaten Bengkalis. Maksudnya Siak Kecil?',
  '/belum lapor antah': '"antah" tidak ditemukan di Kabupaten Bengkalis',
  '/rekap gambar mndau': 'Maksudnya Mandau?',
  // Of several places one is answered, and the other is not passed over in silence.
  '/belum lapor mandau bantan':
    /^Wilayah ditanyakan satu per satu[^\n]*\nBelum melapor[^\n]*Kecamatan Mandau/,
  '/status petani, mandau': /^Wilayah ditanyakan satu per satu/,
  '/rekap duri timur mandau': /^Kelurahan Duri Timur/,
  // A unit is no place.
  '/status klinik':
    /dari 55:\nklinik: 2 berdiri dan 53 belum lapor\n[\s\S]*Nama desanya: \/belum klinik dan \/rekap xlsx$/,
  '/status klinik mandau':
    /dari 11:\nklinik: 11 belum lapor\nKlinik sudah berdiri di 0 dari 11[^\n]*\nNama desanya: \/belum klinik Mandau dan \/rekap xlsx Mandau$/,
};

describe('a place that is typed behind a command above the kecamatan', () => {
  it('is the one whose name is written', async () => {
    for (const [words, heard] of Object.entries(TYPED)) await kadis.says(words, PRIVATELY).hears(heard);
    const near = await kadis.says('/belum lapor mndau', PRIVATELY).hears('Maksudnya Mandau?');
    await kadis.presses(near, 'Ya, Mandau', PRIVATELY).hears(`${SILENT} Mandau: 11 dari 11`);
  });
});

describe('whoever holds a kabupaten and a kecamatan whose name is nearly that of another', () => {
  it('is shown the one that is named', async () => {
    openDistrict(stage.store, '14.03.15', REPORTED_AT);
    stage.store.transaction((tx) => {
      const { person } = tx.people.holders('14.03' as AreaCode)[0]!;
      tx.people.give(person, 'camat', '14.03.15' as AreaCode, REPORTED_AT);
    });
    await kadis.says('mandau', PRIVATELY).hears('Rekap KDKMP Kecamatan Mandau');
    await kadis.says('siapa belum lapor di mandau', PRIVATELY).hears(`${SILENT} Mandau: 11 dari 11`);
    await kadis.says('belum lapor mandau', PRIVATELY).hears(`${SILENT} Mandau`);
    await kadis.says('yang belum lapor di bantan', PRIVATELY).hears(`${SILENT} Bantan`);
    await kadis.says('bot mandau yg belum lapor?', PRIVATELY).hears(`${SILENT} Mandau`);
    await kadis.says('belum lapor talang muandau', PRIVATELY).hears(`${SILENT} Talang Muandau`);
  });
});

describe('a village whose name consists of ordinary words', () => {
  it('is named where that begins a report, or a line of it', async () => {
    const mandau = await simulatorStage();
    const camat = person(mandau, 'Ibu Camat');
    await camat.says(`/mulai ${mandau.invitation('14.03.09')}`).hears('aktif');
    await camat.says('/lapor Harapan Baru klinik sudah').hears('Harapan Baru', 'klinik');
    const { text } = await camat.says('/status Harapan Baru').hears('klinik: berdiri');
    expect(text).toContain('1 dari 7');
    await camat.says('/lapor harapan kami klinik sudah').hears(/desa|kelurahan/i);
    await mandau.close();
  });
});
