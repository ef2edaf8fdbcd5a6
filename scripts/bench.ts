import type { Bench } from '#/tests/bench/bench.ts';
import { openStage } from './steps/bench-stage.ts';
import { type BenchRow, benchTable, isMissed } from './steps/bench-table.ts';
import { buildProduct } from './steps/build-step.ts';
import { loadModules } from './steps/load-modules.ts';
import { endAll, endOnSignals } from './steps/tool.ts';

/** `npm run bench [-- words of names]`: measures what was promised and prints one table, each figure with its target. */
endOnSignals();
const filter = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const benches = await loadModules<Bench>('tests/bench', filter);
const rows: BenchRow[] = [];
const broken: string[] = [];

console.log('── build');
const build = await buildProduct();
if (!build.ok) console.log(build.output);

for (const bench of build.ok ? benches : []) {
  console.log(`── ${bench.name}`);
  const stage = openStage((line) => console.log(`   ${line}`));
  try {
    for (const figure of await bench.run(stage)) rows.push({ bench: bench.name, ...figure });
  } catch (error) {
    console.log(error);
    broken.push(bench.name);
  } finally {
    await stage.close();
  }
}
await endAll();
console.log(`\n${benchTable(rows)}\n`);
if (broken.length > 0) console.log(`not measured: ${broken.join(', ')}`);
process.exitCode = !build.ok || rows.length === 0 || broken.length > 0 || rows.some(isMissed) ? 1 : 0;
