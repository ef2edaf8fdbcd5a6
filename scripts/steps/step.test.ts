import { describe, expect, it } from 'vitest';
import { runSteps, type StepResult, tallyLine } from './step.ts';

const step = (name: string, run: () => StepResult | Promise<StepResult>) => ({ name, run: async () => run() });
async function run(...steps: ReturnType<typeof step>[]) {
  const printed: string[] = [];
  const tally = await runSteps(steps, (line) => printed.push(line));
  return { tally, text: printed.join('\n') };
}

describe('runSteps', () => {
  it('adds up what every step counted', async () => {
    const { tally } = await run(
      step('types', () => ({ passed: 1, failed: 0 })),
      step('unit', () => ({ passed: 40, failed: 2, skipped: 1 })),
    );
    expect(tally).toEqual({ passed: 41, failed: 2, skipped: 1 });
  });
  it('goes on after a failing step and shows why it failed', async () => {
    const { tally, text } = await run(
      step('lint', () => ({ passed: 0, failed: 1, output: 'a.ts:3 no' })),
      step('types', () => ({ passed: 1, failed: 0, output: 'chatter' })),
    );
    expect(tally).toMatchObject({ passed: 1, failed: 1 });
    expect(text).toContain('a.ts:3 no');
    expect(text).not.toContain('chatter');
  });
  it('counts a crashed runner and one that found no tests as failures', async () => {
    const { tally, text } = await run(
      step('unit', () => {
        throw new Error('runner is gone');
      }),
      step('e2e', () => ({ passed: 0, failed: 0 })),
    );
    expect(tally).toMatchObject({ passed: 0, failed: 2 });
    expect(text).toMatch(/runner is gone[\s\S]*counted no test/);
  });
});

it('says passed and failed, and skipped only where there is any', () => {
  expect(tallyLine({ passed: 3, failed: 0 })).toBe('3 passed, 0 failed');
  expect(tallyLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});
