import { describe, expect, it } from 'vitest';
import { formatSort, nextSort, parseSort } from './column.ts';

describe('order of a table', () => {
  it('survives the address', () => {
    for (const sort of [
      { column: 'created', descending: true },
      { column: 'name', descending: false },
    ]) {
      expect(parseSort(formatSort(sort), ['created', 'name'])).toEqual(sort);
    }
  });
  it('ignores columns that do not exist', () => {
    expect(parseSort('-password', ['name'])).toBeNull();
    expect(parseSort('', ['name'])).toBeNull();
    expect(parseSort(null, ['name'])).toBeNull();
  });
  it('shows the biggest figure and the first word at the first press, and its own order at the third', () => {
    const price = { id: 'price', figure: true };
    const first = nextSort(null, price);
    expect(first).toEqual({ column: 'price', descending: true });
    const second = nextSort(first, price);
    expect(second).toEqual({ column: 'price', descending: false });
    expect(nextSort(second, price)).toBeNull();
    expect(nextSort(first, { id: 'name' })).toEqual({ column: 'name', descending: false });
  });
});
