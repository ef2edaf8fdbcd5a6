import type { Step } from './step.ts';

/** The steps named by `--only=lint,types`, in their order; all without it. A name that is none fails like a step would. */
export function onlySteps(steps: readonly Step[], args: readonly string[]): readonly Step[] {
  const wanted = args
    .filter((arg) => arg.startsWith('--only='))
    .flatMap((arg) => arg.slice('--only='.length).split(','));
  if (wanted.length === 0) return steps;
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  const known = steps.map(({ name }) => name).join(', ');
  return [
    ...steps.filter(({ name }) => wanted.includes(name)),
    ...unknown.map((name) => ({
      name,
      run: async () => ({ passed: 0, failed: 1, output: `there is no step "${name}", only: ${known}` }),
    })),
  ];
}
