import { describe, expect, it } from 'vitest';
import { monogram } from './monogram.ts';
import { supplyPosition } from './supply-scale.ts';

describe('monogram', () => {
  it.each([
    ['Дарья Котова', 'ДК'],
    ['darya', 'D'],
    ['@olga.nails', 'ON'],
    ['Анна Мария Ли', 'АЛ'],
    ['😀 Ваня', '😀В'],
    ['', ''],
  ])('of «%s» is «%s»', (name, letters) => {
    expect(monogram(name)).toBe(letters);
  });
});

describe('the common ruler of supplies', () => {
  it('puts a thousand, ten thousand, a hundred thousand and a million at equal distances', () => {
    expect(supplyPosition(10_000)).toBeCloseTo(1 / 3);
    expect(supplyPosition(100_000)).toBeCloseTo(2 / 3);
    expect(supplyPosition(1_000_000)).toBe(1);
    expect(supplyPosition(50_000)).toBeCloseTo(0.5663, 4);
  });
  it('keeps the smallest and the largest on the ruler', () => {
    expect(supplyPosition(1)).toBeGreaterThan(0);
    expect(supplyPosition(0)).toBe(0);
    expect(supplyPosition(9e9)).toBe(1);
  });
});
