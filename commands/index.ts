import type { Command } from '../src/bot/command.ts';
import { bantuan, start } from './bantuan.ts';
import { batal } from './batal.ts';
import { belum } from './belum.ts';
import { cabut } from './cabut.ts';
import { daftar } from './daftar.ts';
import { lapor } from './lapor.ts';
import { lepas } from './lepas.ts';
import { lupakanSaya } from './lupakan_saya.ts';
import { mulai } from './mulai.ts';
import { pengingat } from './pengingat.ts';
import { rekap } from './rekap.ts';
import { riwayat } from './riwayat.ts';
import { setujui } from './setujui.ts';
import { status } from './status.ts';
import { tenggat } from './tenggat.ts';
import { tetap } from './tetap.ts';
import { tolak } from './tolak.ts';
import { tunjuk } from './tunjuk.ts';
import { undang } from './undang.ts';

/** Every command, in the order in which menus show them. */
export const commands: readonly Command[] = [
  lapor,
  rekap,
  belum,
  status,
  batal,
  daftar,
  setujui,
  tolak,
  tunjuk,
  cabut,
  tenggat,
  pengingat,
  riwayat,
  undang,
  mulai,
  lepas,
  lupakanSaya,
  bantuan,
  start,
  tetap,
];
