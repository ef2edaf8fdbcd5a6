import { expect, it } from 'vitest';
import { onlySteps } from './only.ts';

const steps = ['format', 'lint', 'types'].map((name) => ({ name, run: async () => ({ passed: 1, failed: 0 }) }));

it('runs everything unless told otherwise', () => {
  expect(onlySteps(steps, ['--no-install'])).toBe(steps);
});
it('runs the named steps, in their own order', () => {
  expect(onlySteps(steps, ['--only=types,format']).map(({ name }) => name)).toEqual(['format', 'types']);
});
it('fails for a name that is none, instead of proving nothing', async () => {
  const [step] = onlySteps(steps, ['--only=tpyes']);
  expect(await step?.run()).toMatchObject({ failed: 1, output: expect.stringContaining('format, lint, types') });
});
