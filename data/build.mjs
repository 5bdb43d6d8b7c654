// Makes data/wilayah.bin, the areas of Indonesia, from the npm package idn-area-data:
//
//   npm i --no-save --ignore-scripts idn-area-data@4.0.1 && node data/build.mjs
//
// What the file holds, how it is laid out and whose data it is: data/README.md.

import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';

/** The name as people write it: the source has 138 slips in 91,599 names. */
const tidy = (name) =>
  name
    .replace(/^Desa Adat /, '') // 14 villages; "Desa" stands before the name anyway
    .replace(/["’]/g, "'") // Soka"an
    .replace(/ ' /g, "' ") // Bua ' Tarrung
    .replace(/[*.]+$/, '') // Losung Batu.
    .replace(/ *([-/]) */g, '$1') // Urek - Urek, Waskey/ Tanjung Batu
    .replace(/(\w\w)\.(?=\w)/g, '$1. ') // Tgk.Dibanda Pirak
    .replace(/([a-z])(?=[A-Z][a-z])/g, '$1 ') // KepenuhanTengah, but SoE is written so
    .replace(/(?<=^| )(?!dan |x )[a-z]/g, (letter) => letter.toUpperCase()); // Timang gajah, but 2 x 11

const pack = (value) => {
  const json = Buffer.from(JSON.stringify(value));
  return brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: json.length } });
};

const namesOf = (areas) => Object.fromEntries(areas.map(({ code, name }) => [code, tidy(name)]));

const regencies = await getRegencies();
const above = [...(await getProvinces()), ...regencies, ...(await getDistricts())];
const villages = await getVillages();

const header = Buffer.alloc(8);
const parts = [header];
let end = header.length;
const append = (value) => {
  const part = pack(value);
  const place = [end, part.length];
  parts.push(part);
  end += part.length;
  return place;
};

const blocks = Object.fromEntries(
  regencies.map(({ code }) => [code, append(namesOf(villages.filter((v) => v.code.startsWith(`${code}.`))))]),
);
const [start, length] = append({ names: namesOf(above), blocks });
header.writeUInt32LE(start, 0);
header.writeUInt32LE(length, 4);

writeFileSync(new URL('wilayah.bin', import.meta.url), Buffer.concat(parts));
console.log(`${above.length} areas, ${villages.length} villages, ${end} bytes`);
