import type { ReactNode } from 'react';

/** `<n>20 000</n>` in a sentence: our narrow grouping, never broken over two lines. */
export const numbers = { n: (digits: ReactNode) => <span className="number">{digits}</span> };
