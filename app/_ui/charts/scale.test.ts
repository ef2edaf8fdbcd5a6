import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countdownText } from '../numbers/countdown-text.ts';
import { linePath, niceScale, shownLabels, spreadLabels } from './scale.ts';

describe('chart geometry', () => {
  it('ends the axis at a round number that nothing stands above', () => {
    expect(niceScale(38).ticks).toEqual([0, 10, 20, 30, 40]);
    expect(niceScale(12_300).ticks).toEqual([0, 5000, 10_000, 15_000]);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (highest) => {
        const { max, ticks } = niceScale(highest);
        expect(max).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
  it('draws an axis for nothing at all', () => {
    expect(niceScale(0)).toEqual({ ticks: [0, 1], max: 1 });
  });
  it('breaks a line where a value is missing', () => {
    expect(linePath([{ x: 0, y: 0 }, null, { x: 2, y: 2 }, { x: 3, y: 1 }])).toBe('M0 0M2 2L3 1');
  });
  it('always labels the last point', () => {
    const days = Array.from({ length: 30 }, (_, at) => `${at + 1} авг`);
    expect(shownLabels(days, 300).has(29)).toBe(true);
    expect(shownLabels(days, 300).size).toBeLessThanOrEqual(8);
    expect(shownLabels(['1', '2', '3'], 300).size).toBe(3);
  });
  it('keeps the labels of line ends apart', () => {
    const spread = spreadLabels([50, 52, 10], 14);
    expect(spread[2]).toBe(10);
    expect(Math.abs((spread[0] ?? 0) - (spread[1] ?? 0))).toBeGreaterThanOrEqual(14);
  });
});

describe('countdown', () => {
  it('says hours only when there are any, and never less than nothing', () => {
    expect(countdownText(5_622_000)).toBe('1:33:42');
    expect(countdownText(62_000)).toBe('1:02');
    expect(countdownText(-5)).toBe('0:00');
  });
});
