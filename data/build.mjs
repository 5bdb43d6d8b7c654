// Makes data/wilayah.bin, the areas of Indonesia, from the npm package idn-area-data:
//
//   npm i --no-save --ignore-scripts idn-area-data@4.0.1 && node data/build.mjs
//
// What the file holds, how it is laid out and whose data it is: data/README.md.

import { writeFileSync } from 'node:fs';
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

const namesOf = (areas) => Object.fromEntries(areas.map(({ code, name }) => [code, tidy(name)]));

const regencies = await getRegencies();
const above = [...(await getProvinces()), ...regencies, ...(await getDistricts())];
const villages = await getVillages();

const HEADER_BYTES = 16;
const parts = [];
let end = HEADER_BYTES;
const append = (value) => {
  const part = Buffer.from(JSON.stringify(value));
  const place = [end, part.length];
  parts.push(part);
  end += part.length;
  return place;
};

const nameOf = (code) => tidy(above.find((area) => area.code === code).name);
const within = (areas, code) => areas.filter((area) => area.code.startsWith(`${code}.`));

// A kecamatan is read from one block alone, so that it has the names of what it lies in as well.
const blockOf = ({ code }) => {
  const there = within(villages, code);
  const districts = within(above, code).map((district) => [
    district.code,
    { name: tidy(district.name), villages: namesOf(within(there, district.code)) },
  ]);
  return {
    province: nameOf(code.slice(0, 2)),
    regency: nameOf(code),
    districts: Object.fromEntries(districts),
  };
};
const blocks = Object.fromEntries(regencies.map((regency) => [regency.code, append(blockOf(regency))]));
const header = Buffer.alloc(HEADER_BYTES);
for (const [i, number] of [...append(namesOf(above)), ...append(blocks)].entries())
  header.writeUInt32LE(number, 4 * i);

writeFileSync(new URL('wilayah.bin', import.meta.url), Buffer.concat([header, ...parts]));
console.log(`${above.length} areas, ${villages.length} villages, ${end} bytes`);
