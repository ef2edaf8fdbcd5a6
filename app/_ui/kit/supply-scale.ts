/** One logarithmic ruler from 1 000 to 1 000 000 for every gift, so that bars compare down a column. */
const lowest = 3;
const highest = 6;

export function supplyPosition(supply: number): number {
  if (supply <= 0) return 0;
  return Math.min(Math.max((Math.log10(supply) - lowest) / (highest - lowest), 0.01), 1);
}
