import { runProgram } from './steps/tool.ts';

/** `npm run fix`: formatting, the order of imports and every safe repair of the linter. */
const { ok } = await runProgram('biome', ['check', '--write', '.'], { stream: true });
process.exitCode = ok ? 0 : 1;
