// Makes the tables of this module from the official list of communes, departments and regions.
//
//   npm pack @etalab/decoupage-administratif && tar xzf etalab-decoupage-administratif-*.tgz
//   node extract.mjs package src/main/resources/org/maraude/places
//
// What is kept: names, codes, postal codes and inhabitants. Names of former communes that are now
// part of another stay, because people go on using them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
if (!from || !to) {
  console.error('usage: node extract.mjs PACKAGE-FOLDER TARGET-FOLDER');
  process.exit(2);
}
const read = (name) => JSON.parse(readFileSync(join(from, 'data', name + '.json'), 'utf8'));
const version = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')).version;
const head = (columns) =>
  `# ${columns}\n# Extract of @etalab/decoupage-administratif ${version} (INSEE, La Poste), Licence Ouverte 2.0; see the README\n`;
const write = (name, columns, lines) =>
  writeFileSync(join(to, name), head(columns) + lines.join('\n') + '\n');
const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const communes = read('communes').sort(byCode);
const today = communes.filter((each) => each.type === 'commune-actuelle');
const now = new Map(today.map((each) => [each.code, each]));
const inhabitants = new Map();
for (const each of today) {
  inhabitants.set(
    each.departement, (inhabitants.get(each.departement) ?? 0) + (each.population ?? 0));
}

write('regions.csv', 'code;name', read('regions').sort(byCode).map((r) => `${r.code};${r.nom}`));
write('departements.csv', 'code;name;region;inhabitants (0: not in the list)',
  read('departements').sort(byCode)
    .map((d) => [d.code, d.nom, d.region, inhabitants.get(d.code) ?? 0].join(';')));

// A line a commune; a former one that keeps a name of its own has the postal codes of its heir.
const lines = [];
for (const each of communes) {
  if (each.type === 'arrondissement-municipal') continue;
  const heir = each.type === 'commune-actuelle' ? each : now.get(each.chefLieu);
  if (!heir || (heir !== each && heir.nom === each.nom)) continue;
  lines.push([
    heir.departement, each.nom, (each.codesPostaux ?? heir.codesPostaux ?? []).join(' '),
    heir === each ? (each.population ?? 0) : 0,
  ].join(';'));
}
write('communes.csv',
  'department;name;postal codes;inhabitants (0: a former commune, or not in the list)', lines);
console.log(`${lines.length} names of communes, version ${version}`);
