import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

/** Work that ends when told, and the order in which it was begun. */
function bench(limits = { running: 1, waitingPerKey: 3, waiting: 10 }) {
  const queue = new FairQueue(limits);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (key: string, urgent = false) =>
    queue.run(key, urgent, () => {
      begun.push(key);
      return new Promise<string>((resolve) => ends.push(() => resolve(key)));
    });
  const endAll = async () => {
    for (let at = 0; at < ends.length; at++) {
      ends[at]?.();
      await new Promise(setImmediate);
    }
  };
  return { ask, begun, endAll };
}

describe('FairQueue', () => {
  it('serves keys in turns, however often one of them asked', async () => {
    const { ask, begun, endAll } = bench();
    const all = [ask('loud'), ask('loud'), ask('loud'), ask('quiet')];
    await endAll();
    await Promise.all(all);
    expect(begun).toEqual(['loud', 'loud', 'quiet', 'loud']);
  });
  it('lets urgent work overtake', async () => {
    const { ask, begun, endAll } = bench();
    const all = [ask('a'), ask('b'), ask('c', true)];
    await endAll();
    await Promise.all(all);
    expect(begun).toEqual(['a', 'c', 'b']);
  });
  it('refuses without running when a key has too many waiting, and goes on afterwards', async () => {
    const { ask, begun, endAll } = bench();
    const all = [ask('a'), ask('a'), ask('a'), ask('a')];
    expect(await ask('a')).toBeNull();
    await endAll();
    await Promise.all(all);
    expect(begun).toHaveLength(4);
    const again = ask('a');
    await endAll();
    expect(await again).toBe('a');
  });
  it('keeps nobody urgent out, however many others wait', async () => {
    const { ask, begun, endAll } = bench({ running: 1, waitingPerKey: 3, waiting: 2 });
    const all = [ask('a'), ask('b'), ask('c')];
    expect(await ask('d')).toBeNull();
    const urgent = ask('known', true);
    await endAll();
    await Promise.all([...all, urgent]);
    expect(begun).toEqual(['a', 'known', 'b', 'c']);
  });
  it('never runs more at once than allowed and gives the place back when work fails', async () => {
    const queue = new FairQueue({ running: 2, waitingPerKey: 50, waiting: 50 });
    let running = 0;
    let most = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        queue.run(String(at % 3), false, async () => {
          most = Math.max(most, ++running);
          await new Promise(setImmediate);
          running--;
          if (at % 4 === 0) throw new Error('planned');
        }),
      ),
    );
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  });
});
